"""The checklists about the clinic itself: what is due, how far each is, the one that is open."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout

from views.screen.checklists_card import ChecklistCard, ChecklistShown
from views.screen.checklists_due import ClinicDueRow, ClinicDueShown
from views.screen.checklists_form import ChecklistFormPage
from views.screen.first_focus import begin_at
from views.screen.look import Role, scaled
from views.screen.reading_order import order_tabs
from views.screen.side_page import SidePage, card
from views.screen.words import words

_WHAT = (
    "Det, retningslinjen og loven beder om hos jer som sted. Det, I skriver her, ligger i "
    "kartoteket, men ikke under nogen borger."
)


class ChecklistsPage(QStackedWidget):
    """Shows all lists, or the one that is filled; lists are named by the key they came with."""

    back_asked = Signal()
    list_chosen = Signal(str)
    due_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._overview = _Overview()
        self._form: ChecklistFormPage | None = None
        self.addWidget(self._overview)
        self.setFocusProxy(self._overview)
        self._overview.back_asked.connect(self.back_asked)
        self._overview.list_chosen.connect(self.list_chosen)
        self._overview.due_chosen.connect(self.due_chosen)

    def show_lists(
        self, lists: Sequence[ChecklistShown], due: Sequence[ClinicDueShown], rest: str
    ) -> None:
        """Show all lists in place of the form that was open; *rest* says what is due later."""
        self._overview.show_lists(lists, due, rest)
        self.setCurrentWidget(self._overview)
        self.setFocusProxy(self._overview)
        self._forget_form()
        self._overview.return_focus()

    def show_form(self, form: ChecklistFormPage) -> None:
        """Show a list that is filled, in place of what was shown."""
        self._forget_form()
        self._form = form
        self.addWidget(form)
        self.setCurrentWidget(form)
        self.setFocusProxy(form)

    def _forget_form(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            self.removeWidget(form)
            form.hide()
            form.deleteLater()


class _Overview(SidePage):
    """What is due, and a card for each list."""

    list_chosen = Signal(str)
    due_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("Tjeklister", "Indstillinger")
        self._rest = words("", Role.QUIET)
        self._due = QVBoxLayout()
        self._due.setSpacing(scaled(10))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(scaled(12))
        self._made: dict[str, ChecklistCard] = {}
        self._at = ""
        self.body.addWidget(words(_WHAT, Role.QUIET))
        self.body.addWidget(card("Det, I skal se på", self._due, self._rest))
        self.body.addLayout(self._cards)
        begin_at(self, self.back)

    def show_lists(
        self, lists: Sequence[ChecklistShown], due: Sequence[ClinicDueShown], rest: str
    ) -> None:
        _empty(self._due)
        for thing in due:
            row = ClinicDueRow(thing)
            row.chosen.connect(self.due_chosen)
            self._due.addWidget(row)
            row.show()
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        _empty(self._cards)
        self._made = {shown.key: ChecklistCard(shown) for shown in lists}
        for made in self._made.values():
            made.opening_asked.connect(self._say_chosen)
            self._cards.addWidget(made)
            made.show()
        begin_at(self, next(iter(self._made.values()), self.back))
        order_tabs(self, self._rest)

    def return_focus(self) -> None:
        """Put the cursor at the list one was at."""
        if made := self._made.get(self._at):
            made.setFocus()
            self.column.ensureWidgetVisible(made)

    @Slot(str)
    def _say_chosen(self, key: str) -> None:
        self._at = key
        self.list_chosen.emit(key)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
