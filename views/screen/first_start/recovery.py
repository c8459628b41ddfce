"""The recovery key: shown once, written down, and typed back to be sure."""

from PySide6.QtCore import Signal, Slot

from views.screen.first_start.page import StartPage
from views.screen.first_start.progress import Place
from views.screen.recovery_sheet import RecoverySheet


class RecoveryPage(StartPage):
    """Shows the key, and hides it while it is typed back."""

    print_sheet_asked = Signal()
    save_sheet_asked = Signal(str)
    recovery_typed = Signal(str)

    def __init__(self, place: Place) -> None:
        super().__init__(place, "Din gendannelsesnøgle", "Jeg har nøglen på papir")
        self._sheet = RecoverySheet()
        self._sheet.print_asked.connect(self.print_sheet_asked)
        self._sheet.save_asked.connect(self.save_sheet_asked)
        self._sheet.entered.connect(self._go_on)
        self.onward.clicked.connect(self._go_on)
        self.back.clicked.connect(self._show_again)
        self.back.setText("Vis nøglen igen")
        self.add(self._sheet)
        self.show_key("")

    def show_key(self, key: str) -> None:
        """Show *key*, groups parted by ``-`` or spaces, in lines of four groups."""
        self._sheet.show_key(key)
        self._turn(proving=False)

    def _turn(self, *, proving: bool) -> None:
        self._sheet.turn(proving=proving)
        self.back.setVisible(proving)
        self.onward.setText("Videre" if proving else "Jeg har nøglen på papir")
        self.show_problem("")

    @Slot()
    def _go_on(self) -> None:
        if not self._sheet.is_proving:
            self._turn(proving=True)
        elif typed := self._sheet.typed():
            self.recovery_typed.emit(typed)
        else:
            self.show_problem("Skriv nøglen af fra arket.")

    @Slot()
    def _show_again(self) -> None:
        self._turn(proving=False)
