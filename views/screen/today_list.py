"""What the day brings, the overdue first; each row leads to its citizen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from views.screen.empty_state import EmptyState
from views.screen.look import Role, scaled, set_role
from views.screen.rows import RowList
from views.screen.today_delegate import DueDelegate
from views.screen.today_rows import DueGroup, DueLine, DueLines, DueModel, More
from views.screen.words import words

_WIDEST = 960
"""In pixels at 100 %: what is due is read together with when, so they stay near each other."""
_NOTHING_DUE = (
    "Ingen frist er ved at udløbe",
    "Her står frister, aftaler for i dag, og det, der er begyndt og ligger.",
)
_FIRST_LINE = 1
_NOT_KNOWN_YET = ("Et øjeblik", "Så står dagens frister her.")


class TodayList(QWidget):
    """The first screen of the day."""

    line_chosen = Signal(DueLine)
    all_asked = Signal(DueGroup)
    """The group of which all is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = words("I dag", Role.TITLE)
        self._day = words("", Role.QUIET)
        self._model = DueModel()
        self._rows = RowList()
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._rows.setModel(self._model)
        self._rows.setItemDelegate(DueDelegate(self._rows))
        self._rows.setUniformItemSizes(True)
        self._rows.setAccessibleName("Det, der skal gøres")
        self._rows.row_chosen.connect(self._say_chosen)
        self.setFocusProxy(self._rows)
        self._lay_out()
        self.show_day("", ())

    def show_day(self, day: str, groups: Sequence[DueLines], *, is_counting: bool = False) -> None:
        """Show *groups* in the order given; *day* is today in words.

        *is_counting* says that not all that is due is known yet. The row that was chosen stays so
        while it is still there; where it was the way to more, the first of what it led to is. Who
        stands at the first line stands there still when a more pressing one comes.
        """
        self._day.setText(day)
        self._day.setVisible(bool(day))
        index = self._rows.currentIndex()
        chosen = self._model.row(index.row()) if index.row() > _FIRST_LINE else None
        bar = self._rows.verticalScrollBar()
        scrolled = bar.value()
        self._model.show_groups(groups)
        self._empty.explain(*(_NOT_KNOWN_YET if is_counting else _NOTHING_DUE))
        self._stack.setCurrentIndex(0 if self._model.rowCount() else 1)
        if isinstance(chosen, More) and index.row() < self._model.rowCount():
            self._rows.setCurrentIndex(self._model.index(index.row()))
        elif self._model.rowCount():
            self._rows.setCurrentIndex(self._model.index(self._model.place_of(chosen)))
        if chosen is None:
            # Who reads on with the wheel stands at the first line, and is not to be led back to it.
            bar.setValue(scrolled)

    def show_trouble(self, day: str, sentence: str) -> None:
        """Show no rows, and *sentence* in their place: something may be due all the same."""
        self.show_day(day, ())
        self._empty.explain_trouble("Listen kan ikke vises", sentence)

    def _lay_out(self) -> None:
        card = QFrame()
        set_role(card, Role.CARD)
        on_card = QVBoxLayout(card)
        on_card.setContentsMargins(scaled(6), 0, scaled(6), scaled(6))
        on_card.addWidget(self._rows)
        self._stack.addWidget(card)
        self._stack.addWidget(self._empty)
        inside = QWidget()
        inside.setMaximumWidth(scaled(_WIDEST))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(2))
        column.addWidget(self._title)
        column.addWidget(self._day)
        column.addSpacing(scaled(6))
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(12))
        row.addWidget(inside, 1)
        row.addStretch(0)

    @Slot(int)
    def _say_chosen(self, number: int) -> None:
        row = self._model.row(number)
        if isinstance(row, DueLine):
            self.line_chosen.emit(row)
        elif isinstance(row, More):
            self.all_asked.emit(row.group)
