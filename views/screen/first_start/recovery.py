"""The recovery key: shown once, written down, and typed back to be sure."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from views.screen.first_start.page import StartPage, labelled
from views.screen.first_start.progress import Place
from views.screen.icons import Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.messages import ask_save_path
from views.screen.words import words

_WHY = (
    "Glemmer du adgangssætningen, er denne nøgle den eneste vej ind. Ingen andre har en kopi, og "
    "ingen kan lave en ny. Skriv arket ud, og læg det et sikkert sted langt fra computeren, for "
    "eksempel i et aflåst skab."
)
_NOT_HERE = (
    "Gem den ikke på denne computer. Den, der har både computeren og nøglen, kan læse alt. "
    "Brug en USB-nøgle, hvis du ikke kan skrive ud nu."
)
_PROVE = (
    "Tag arket frem, og skriv nøglen af herunder. Så ved vi, at den kan læses den dag, du får "
    "brug for den."
)
_GROUPS_IN_A_LINE = 4
_SHEET_NAME = "roed-traad-gendannelsesark.pdf"


class RecoveryPage(StartPage):
    """Shows the key, and hides it while it is typed back."""

    print_sheet_asked = Signal()
    save_sheet_asked = Signal(str)
    recovery_typed = Signal(str)

    def __init__(self, place: Place) -> None:
        super().__init__(place, "Din gendannelsesnøgle", "Jeg har nøglen på papir")
        self._card = QFrame()
        self._key = QGridLayout(self._card)
        self._print = SignButton("Skriv arket ud", Sign.PRINT)
        self._save = QPushButton("Gem arket som PDF …")
        self._typed = QLineEdit()
        self._showing = QWidget()
        self._proving = QWidget()
        self._print.clicked.connect(self.print_sheet_asked)
        self._save.clicked.connect(self._say_save)
        self._typed.returnPressed.connect(self._go_on)
        self.onward.clicked.connect(self._go_on)
        self.back.clicked.connect(self._show_again)
        self._lay_out()
        self.show_key("")

    def show_key(self, key: str) -> None:
        """Show *key*, groups parted by ``-`` or spaces, in lines of four groups."""
        while (item := self._key.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.hide()
                label.deleteLater()
        for number, group in enumerate(key.replace("-", " ").split()):
            row, column = divmod(number, _GROUPS_IN_A_LINE)
            self._key.addWidget(words(group, Role.TITLE), row, column)
        self._typed.clear()
        self._turn(proving=False)

    def _lay_out(self) -> None:
        set_role(self._card, Role.CARD)
        self._card.setAccessibleName("Gendannelsesnøgle")
        self._key.setContentsMargins(scaled(24), scaled(18), scaled(24), scaled(18))
        self._key.setVerticalSpacing(scaled(12))
        buttons = QHBoxLayout()
        buttons.addWidget(self._print)
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        showing = QVBoxLayout(self._showing)
        showing.addWidget(words(_WHY))
        showing.addWidget(self._card)
        showing.addLayout(buttons)
        showing.addWidget(words(_NOT_HERE, Role.QUIET))
        proving = QVBoxLayout(self._proving)
        proving.addWidget(words(_PROVE))
        proving.addWidget(labelled("Nøglen fra arket", self._typed))
        for layout in (showing, proving):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(scaled(10))
        self.add(self._showing)
        self.add(self._proving)

    def _turn(self, *, proving: bool) -> None:
        self._showing.setVisible(not proving)
        self._proving.setVisible(proving)
        self.back.setVisible(proving)
        self.back.setText("Vis nøglen igen")
        self.onward.setText("Videre" if proving else "Jeg har nøglen på papir")
        self.show_problem("")
        if proving:
            self._typed.setFocus()

    @Slot()
    def _go_on(self) -> None:
        if self._proving.isHidden():
            self._turn(proving=True)
        elif self._typed.text().strip():
            self.recovery_typed.emit(self._typed.text().strip())
        else:
            self.show_problem("Skriv nøglen af fra arket.")

    @Slot()
    def _show_again(self) -> None:
        self._turn(proving=False)

    @Slot()
    def _say_save(self) -> None:
        if path := ask_save_path(self, _SHEET_NAME):
            self.save_sheet_asked.emit(path)
