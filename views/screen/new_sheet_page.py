"""A new recovery sheet: wanted, taken onto paper, and typed back before the old one goes."""

from PySide6.QtCore import Signal, Slot
from typing_extensions import override

from views.screen.first_focus import begin_at
from views.screen.look import Role
from views.screen.people_task import OWN_FIRST, OWN_LINE, TaskPage
from views.screen.recovery_sheet import RecoverySheet
from views.screen.secret_line import SecretLine
from views.screen.side_page import button, card
from views.screen.words import words

_WHEN = (
    "Et nyt ark er godt, hvis det gamle er blevet væk, eller hvis nogen kan have set det. Det "
    "gamle ark holder op med at virke, når du har skrevet nøglen fra det nye af."
)
_OLD_COPIES = (
    "De sikkerhedskopier, der er lavet indtil nu, kan stadig åbnes med det gamle ark. Makulér det, "
    "når du ikke skal bruge dem mere."
)
_MAKE = "Lav et nyt ark"
_ON_PAPER = "Jeg har nøglen på papir"
_USE = "Brug det nye ark"


class NewSheetPage(TaskPage):
    """Says each of its three steps; the key is on it only while it is being taken onto paper."""

    sheet_asked = Signal(str)
    print_asked = Signal()
    save_asked = Signal(str)
    typed_back = Signal(str)

    def __init__(self) -> None:
        super().__init__("Nyt gendannelsesark", _MAKE)
        self._own = SecretLine(OWN_LINE)
        self._sheet = RecoverySheet()
        self._again = button("Vis nøglen igen", Role.SUBTLE)
        self._asking = card("", words(_WHEN), words(_OLD_COPIES), self._own)
        begin_at(self, self._own)
        for thing in (self._asking, self._sheet, self._again):
            self.body.addWidget(thing)
        self.finish()
        self._connect()
        self.clear()

    def show_key(self, key: str) -> None:
        """Show *key*, groups parted by ``-``, to be taken onto paper."""
        self._own.clear()
        self._sheet.show_key(key)
        self._show_step(is_made=True)

    @override
    def clear(self) -> None:
        """Forget the key and what was typed."""
        super().clear()
        self._own.clear()
        self._sheet.show_key("")
        self._show_step(is_made=False)

    def _connect(self) -> None:
        self._own.entered.connect(self._go_on)
        self._sheet.entered.connect(self._go_on)
        self.deed.clicked.connect(self._go_on)
        self._again.clicked.connect(self._show_again)
        self._sheet.print_asked.connect(self.print_asked)
        self._sheet.save_asked.connect(self.save_asked)

    def _show_step(self, *, is_made: bool) -> None:
        self._asking.setVisible(not is_made)
        self._sheet.setVisible(is_made)
        self._again.setVisible(is_made and self._sheet.is_proving)
        if is_made:
            self.rename_deed(_USE if self._sheet.is_proving else _ON_PAPER)
        else:
            self.rename_deed(_MAKE)
        self.show_problem("")

    @Slot()
    def _show_again(self) -> None:
        self._sheet.turn(proving=False)
        self._show_step(is_made=True)

    @Slot()
    def _go_on(self) -> None:
        if not self._sheet.isVisibleTo(self):
            self._ask()
        elif not self._sheet.is_proving:
            self._sheet.turn(proving=True)
            self._show_step(is_made=True)
        elif typed := self._sheet.typed():
            self.typed_back.emit(typed)
        else:
            self.show_problem("Skriv nøglen af fra arket.")

    def _ask(self) -> None:
        if self._own.text():
            self.show_problem("")
            self.sheet_asked.emit(self._own.text())
        else:
            self.show_problem(OWN_FIRST, self._own)
