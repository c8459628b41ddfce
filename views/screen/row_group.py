"""A repeating group: one card for each row, and buttons to add and take away."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from forms.questionnaire import Item
from models.answers import Place
from views.screen.form_steps import mark_stop
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.problem_line import ProblemLine
from views.screen.words import words

_HOW_TO_ADD = "Mellemrum tilføjer, Enter går videre"


class RowGroup(QWidget):
    """The rows of the repeating group *item* at *place*; what stands in them others fill in."""

    row_added = Signal(Place)
    row_removed = Signal(Place, int)

    def __init__(self, item: Item, place: Place, *, read_only: bool) -> None:
        super().__init__()
        self.item = item
        self.place = place
        self._read_only = read_only
        self._cards: list[RowCard] = []
        self._problem = ProblemLine()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(12))
        if item.help and not read_only:
            self._column.addWidget(words(item.help, Role.QUIET))
        self._add = SignButton(f"Tilføj {_lower(item.text)}", Sign.PLUS)
        self._add.clicked.connect(self._ask_for_row)
        self._add.setToolTip(_HOW_TO_ADD)
        mark_stop(self._add)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        self._column.addWidget(self._problem)
        self._column.addLayout(row)
        self._limit()

    def rows(self) -> int:
        """Return how many rows are shown."""
        return len(self._cards)

    def add_card(self) -> QVBoxLayout:
        """Show one more row and return where its questions go."""
        card = RowCard(self.item.text, len(self._cards), read_only=self._read_only)
        card.removal_asked.connect(self._ask_for_removal)
        self._column.insertWidget(self._column.indexOf(self._problem), card)
        # Qt would show it only later, and nothing in it could have focus before.
        card.show()
        self._cards.append(card)
        self._limit()
        return card.questions

    def drop_card(self) -> None:
        """Show one row less; the last card goes, the answers of the others are shown anew."""
        card = self._cards.pop()
        focused = QApplication.focusWidget()
        if focused is not None and card.isAncestorOf(focused):
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._limit()

    def show_problem(self, sentence: str) -> None:
        """Show *sentence* below the rows; empty takes it away."""
        self._problem.show_sentence(sentence)
        self._add.setAccessibleDescription(sentence)

    def focus_here(self) -> None:
        """Put the focus on the button that adds a row."""
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _limit(self) -> None:
        most = self.item.max_occurs
        full = most is not None and len(self._cards) >= most
        self._add.setHidden(self._read_only or full)

    @Slot()
    def _ask_for_row(self) -> None:
        self.row_added.emit(self.place)

    @Slot(int)
    def _ask_for_removal(self, row: int) -> None:
        self.row_removed.emit(self.place, row)


class RowCard(QFrame):
    """One row: its name and number, its questions, and a button that takes it away."""

    removal_asked = Signal(int)

    def __init__(self, name: str, row: int, *, read_only: bool) -> None:
        super().__init__()
        self._row = row
        set_role(self, Role.CARD)
        title = f"{name} {row + 1}"
        self.setAccessibleName(title)
        self._heading: QLabel = words(title, Role.SUBTITLE)
        self._remove: QPushButton = SignButton("Fjern", Sign.CROSS, Ink.QUIET)
        set_role(self._remove, Role.SUBTLE)
        self._remove.setAccessibleName(f"Fjern {_lower(title)}")
        self._remove.clicked.connect(self._ask)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        self.questions = QVBoxLayout()
        self.questions.setSpacing(scaled(18))
        column = QVBoxLayout(self)
        edge = scaled(16)
        column.setContentsMargins(edge, scaled(12), edge, edge)
        column.setSpacing(scaled(12))
        column.addLayout(head)
        column.addLayout(self.questions)
        # Only now does it have a parent: shown before, it would be a window of its own.
        self._remove.setHidden(read_only)

    @Slot()
    def _ask(self) -> None:
        self.removal_asked.emit(self._row)


def _lower(name: str) -> str:
    """Return *name* as inside a sentence; a name in capitals keeps them."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
