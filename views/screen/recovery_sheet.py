"""A recovery key: shown in groups, taken onto paper, and hidden while it is typed back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from views.screen.icons import Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.messages import ask_save_path
from views.screen.secret_line import SecretLine
from views.screen.words import words

_WHY = (
    "Glemmer du adgangssætningen, er denne nøgle den eneste vej ind. Ingen andre har en kopi, og "
    "uden en adgangssætning kan ingen lave en ny. Skriv arket ud, og læg det et sikkert sted langt "
    "fra computeren, for eksempel i et aflåst skab."
)
_NOT_HERE = (
    "Gem den ikke på denne computer. Den, der har både computeren og nøglen, kan læse alt. "
    "Brug en USB-nøgle, hvis du ikke kan skrive ud nu."
)
_PROVE = (
    "Tag arket frem, og skriv nøglen af herunder. Så ved vi, at den kan læses den dag, du får "
    "brug for den."
)
_TYPED = "Nøglen fra arket"
_GROUPS_IN_A_LINE = 4
_SHEET_NAME = "roed-traad-gendannelsesark.pdf"


class RecoverySheet(QWidget):
    """Shows the key or asks for it; the page it stands on turns it from the one to the other."""

    print_asked = Signal()
    save_asked = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._card = QFrame()
        self._key = QGridLayout(self._card)
        self._print = SignButton("Skriv arket ud", Sign.PRINT)
        self._save = QPushButton("Gem arket som PDF …")
        self._typed = SecretLine(_TYPED)
        self._showing = QWidget()
        self._proving = QWidget()
        self._print.clicked.connect(self.print_asked)
        self._save.clicked.connect(self._say_save)
        self._typed.entered.connect(self.entered)
        self._lay_out()

    @property
    def is_proving(self) -> bool:
        """Whether the key is hidden and asked for."""
        return not self._proving.isHidden()

    def typed(self) -> str:
        """Return what was typed back so far."""
        return self._typed.text().strip()

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
        self.turn(proving=False)

    def turn(self, *, proving: bool) -> None:
        """Hide the key and ask for it, or show it."""
        self._showing.setVisible(not proving)
        self._proving.setVisible(proving)
        if proving:
            self._typed.setFocus()

    def _lay_out(self) -> None:
        set_role(self._card, Role.CARD)
        self._typed.call(_TYPED, hidden=False)
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
        proving.addWidget(self._typed)
        both = QVBoxLayout(self)
        both.addWidget(self._showing)
        both.addWidget(self._proving)
        for layout in (showing, proving, both):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(scaled(10))

    @Slot()
    def _say_save(self) -> None:
        if path := ask_save_path(self, _SHEET_NAME):
            self.save_asked.emit(path)
