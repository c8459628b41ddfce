"""The conversation notes of a case whole, to be read in one flow, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from views.screen.case_overview.flow import flow, told
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.words import chip, words

_AT_A_TIME = 20
"""So many notes are laid out at once: each is a page of its own, and few are read."""
_NONE = "Her er ingen noter endnu. Skriv en efter jeres næste samtale."


@dataclass(frozen=True, slots=True)
class SaidShown:
    """A question and its answer; `is_citizens` when they are the citizen's own words."""

    question: str
    answer: str
    is_citizens: bool = False


@dataclass(frozen=True, slots=True)
class NoteShown:
    """One note: `key` opens it, `state` says that it is not signed, and is empty when it is."""

    key: str
    day: str
    by: str
    state: str
    said: tuple[SaidShown, ...]


class NotesView(QWidget):
    """Says which note is to be opened, and when a new one is wanted."""

    chosen = Signal(str)
    new_asked = Signal()
    grown = Signal()
    """More notes were laid out than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: tuple[NoteShown, ...] = ()
        self._shown = 0
        self._none = words(_NONE, Role.QUIET)
        self._new = SignButton("Ny note", Sign.PLUS, Ink.THREAD)
        self._more = QPushButton()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(scaled(12))
        self._column = flow()
        self._new.clicked.connect(self.new_asked)
        self._more.clicked.connect(self._show_more)
        body = self._column.body
        body.setContentsMargins(0, 0, 0, 0)
        left = Qt.AlignmentFlag.AlignLeft
        body.addWidget(self._new, 0, left)
        body.addWidget(self._none)
        body.addLayout(self._cards)
        body.addWidget(self._more, 0, left)
        body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._column)
        self.setFocusProxy(self._new)
        self.show_notes(())

    def show_notes(self, notes: Sequence[NoteShown]) -> None:
        """Show *notes* in the order given, some at a time."""
        if self._notes == tuple(notes) and notes:
            return
        while item := self._cards.takeAt(0):
            if card := item.widget():
                card.hide()
                card.deleteLater()
        self._notes = tuple(notes)
        self._shown = 0
        self._none.setVisible(not notes)
        self._add_some()

    def _add_some(self) -> None:
        for note in self._notes[self._shown : self._shown + _AT_A_TIME]:
            card = _NoteCard(note)
            card.chosen.connect(self.chosen)
            self._cards.addWidget(card)
        self._shown = min(self._shown + _AT_A_TIME, len(self._notes))
        left = len(self._notes) - self._shown
        self._more.setText(f"Vis {min(left, _AT_A_TIME)} ældre ({left} tilbage)")
        self._more.setVisible(left > 0)

    @Slot()
    def _show_more(self) -> None:
        first = self._shown
        self._add_some()
        if (item := self._cards.itemAt(first)) and (card := item.widget()):
            self.grown.emit()
            card.setFocus()


class _NoteCard(QFrame):
    """One note, and the button that opens it."""

    chosen = Signal(str)

    def __init__(self, note: NoteShown) -> None:
        super().__init__()
        self._key = note.key
        set_role(self, Role.CARD)
        see = SignButton("Åbn", Sign.ARROW_RIGHT, Ink.THREAD)
        see.setAccessibleName(f"Åbn noten fra {note.day}")
        see.setAccessibleDescription(" ".join(f"{one.question} {one.answer}" for one in note.said))
        set_role(see, Role.PLAIN)
        see.clicked.connect(self._choose)
        head = QHBoxLayout()
        head.addWidget(words(note.day, Role.SUBTITLE), 1)
        if note.state:
            head.addWidget(chip(note.state, Role.SOON), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(see, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(12), scaled(12), scaled(14))
        column.setSpacing(scaled(4))
        column.addLayout(head)
        column.addWidget(told(note.by, Role.QUIET))
        for one in note.said:
            column.addSpacing(scaled(4))
            column.addWidget(told(one.question, Role.QUIET))
            column.addWidget(told(one.answer, Role.QUOTE if one.is_citizens else None))
        self.setFocusProxy(see)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._key)
