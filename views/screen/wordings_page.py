"""The words of the letters: chosen to the left, written and seen in a letter to the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.fields.calm_combo_box import CalmComboBox
from views.screen.first_focus import begin_at
from views.screen.icons import Ink, Sign, SignButton
from views.screen.labelled import labelled
from views.screen.line_list import Line, LineList
from views.screen.look import Role, scaled, set_role
from views.screen.page_view import PageView
from views.screen.wordings_editor import WordingEditor
from views.screen.words import words

_ROOM_FOR_TWO = 640
_ROOM_FOR_THREE = 1100
_SIDE = 320
_LEAST_LIST = 50
_LEAST_PAPER = 36
_NO_LIMIT = 16_777_215
"""The height at which Qt says that a widget may be as tall as it likes."""

_SAMPLE = "Sådan ser det ud i et brev til en opdigtet borger:"
_ALONE = "Ingen af de opdigtede borgere får den tekst. Sådan ser den ud for sig selv:"


@dataclass(frozen=True, slots=True)
class LetterTexts:
    """A letter whose texts can be looked at: its key and what it is called."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The pages a text is seen on: in a whole letter, or alone; `trouble` says why in none.

    `words` are some of the text, to find it on the pages.
    """

    pdf: bytes
    words: str = ""
    is_alone: bool = False
    trouble: str = ""


class WordingsPage(QWidget):
    """Shows the texts of one letter; the `editor` has the one that is chosen."""

    letter_chosen = Signal(str)
    text_chosen = Signal(str)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.editor = WordingEditor()
        self._letters: tuple[LetterTexts, ...] = ()
        self._words = ""
        self._title = words("Brevenes tekster", Role.TITLE)
        self._which = CalmComboBox()
        self._list = _TextList()
        self._back = SignButton("Indstillinger", Sign.ARROW_LEFT, Ink.THREAD)
        self._seen = words("", Role.QUIET)
        self._view = PageView()
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._connect()
        self._lay_out()
        begin_at(self, self._which)

    def offer_letters(self, letters: Sequence[LetterTexts], key: str) -> None:
        """Offer *letters*, with the one with this *key* chosen."""
        if tuple(letters) != self._letters:
            self._letters = tuple(letters)
            self._which.clear()
            self._which.addItems([letter.title for letter in letters])
        keys = [letter.key for letter in letters]
        self._which.setCurrentIndex(keys.index(key))

    def show_texts(self, lines: Sequence[Line], key: str) -> None:
        """Show the texts of the letter, with the one with this *key* chosen."""
        self._list.show_texts(lines, key)

    def show_seen(self, seen: Seen) -> None:
        """Show the text on paper; raises `UnreadableLetterError`.

        While there is trouble with it, what was seen last stays.
        """
        self._seen.setText(seen.trouble or (_ALONE if seen.is_alone else _SAMPLE))
        if seen.pdf:
            self._view.show_pdf(seen.pdf)
            self._words = seen.words
            self._view.look_at(self._words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put list, text and letter side by side, or below each other, as there is room."""
        super().resizeEvent(event)
        self._arrange()
        # Once more when the parts have their new size: they share that as they shared the old one.
        QTimer.singleShot(0, self, self._arrange)

    @Slot()
    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        is_wide = width >= scaled(_ROOM_FOR_TWO)
        self._title.setVisible(is_wide)
        side = min(scaled(_SIDE), width * 2 // 5) if is_wide else height // 4
        _share(self._across, side, width if is_wide else height, is_across=is_wide)
        if width >= scaled(_ROOM_FOR_THREE):
            _share(self._down, (width - side) * 9 // 20, width - side, is_across=True)
        else:
            left = height if is_wide else height - side
            _share(self._down, left * (3 if is_wide else 4) // 5, left, is_across=False)
        self._view.look_at(self._words)

    def _connect(self) -> None:
        self._back.setAccessibleName("Tilbage til indstillinger")
        self._back.setToolTip("Tilbage til indstillinger (Alt+Venstre)")
        self._back.setShortcut("Alt+Left")
        set_role(self._back, Role.PLAIN)
        self._back.clicked.connect(self.back_asked)
        self._which.activated.connect(self._say_letter)
        self._list.line_chosen.connect(self._say_text)

    def _lay_out(self) -> None:
        side = QFrame()
        set_role(side, Role.PANEL)
        column = QVBoxLayout(side)
        column.setContentsMargins(scaled(14), scaled(14), scaled(8), scaled(8))
        column.setSpacing(scaled(8))
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(labelled("Hvilket brev", self._which))
        column.addWidget(self._list, 1)
        paper = QFrame()
        set_role(paper, Role.PANEL)
        below = QVBoxLayout(paper)
        below.setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8))
        below.addWidget(self._seen)
        below.addWidget(self._view, 1)
        # With large letters on a small screen there is room for a little of each.
        self._view.setMinimumHeight(scaled(_LEAST_PAPER))
        self._down.addWidget(self.editor)
        self._down.addWidget(paper)
        self._across.addWidget(side)
        self._across.addWidget(self._down)
        for split in (self._down, self._across):
            split.setChildrenCollapsible(False)
            split.setHandleWidth(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._across)

    @Slot(int)
    def _say_letter(self, place: int) -> None:
        self.letter_chosen.emit(self._letters[place].key)

    @Slot(str)
    def _say_text(self, key: str) -> None:
        self.text_chosen.emit(key)


def _share(split: QSplitter, first: int, whole: int, *, is_across: bool) -> None:
    """Let the first part of *split* have so much of the whole, in pixels."""
    wanted = Qt.Orientation.Horizontal if is_across else Qt.Orientation.Vertical
    if split.orientation() is not wanted:
        split.setOrientation(wanted)
    split.setSizes([first, whole - first])


class _TextList(LineList):
    """The texts of a letter, as tall as there is room for."""

    def __init__(self) -> None:
        super().__init__("Tekster i brevet", 0)

    def show_texts(self, lines: Sequence[Line], key: str) -> None:
        """Show *lines*, with the one with this *key* chosen."""
        self.show_lines(lines)
        self.setMinimumHeight(scaled(_LEAST_LIST))
        self.setMaximumHeight(_NO_LIMIT)
        keys = [line.key for line in lines]
        if key in keys:
            self.setCurrentIndex(self.model().index(keys.index(key), 0))
            self.scrollTo(self.currentIndex())
