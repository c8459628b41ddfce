"""A new passphrase, written twice, with advice that is honest about what is easy to guess."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.passphrase import EXAMPLE, weakness_of
from views.screen.fields.ticks import CheckTick
from views.screen.look import Role, scaled, set_role
from views.screen.secret_line import SecretLine
from views.screen.words import words

_ADVICE = (
    "Tag fire tilfældige ord, der ikke hører sammen, og skriv dem efter hinanden. Det er let at "
    "huske og svært at gætte. Brug ikke navne, fødselsdage eller en sætning, andre kender."
)
_AGAIN = "Skriv den én gang til"


class PassphraseFields(QWidget):
    """Asks twice for a new passphrase; the page it stands on looks for a `problem` first."""

    entered = Signal()

    def __init__(self, name: str) -> None:
        """*name* is what the first line is called, e.g. ``"Din adgangssætning"``."""
        super().__init__()
        self._name = name
        self._first = SecretLine(name)
        self._second = SecretLine(_AGAIN)
        self._show = CheckTick("Vis, hvad jeg skriver")
        self._show.toggled.connect(self._show_typed)
        self._first.entered.connect(self._second.setFocus)
        self._second.entered.connect(self.entered)
        self.setFocusProxy(self._first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        column.addWidget(_advice())
        column.addWidget(self._first)
        column.addWidget(self._second)
        column.addWidget(self._show)

    def passphrase(self) -> str:
        """Return what was typed first."""
        return self._first.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self._first.clear()
        self._second.clear()
        self._show.setChecked(False)

    def problem(self, person: str) -> tuple[str, QWidget]:
        """Return why it cannot be *person*'s, empty when it can, and the line to mend it in."""
        if weakness := weakness_of(self._first.text(), person):
            return weakness, self._first
        if self._first.text() != self._second.text():
            return "De to adgangssætninger er ikke ens. Skriv den anden igen.", self._second
        return "", self._first

    @Slot()
    def _show_typed(self) -> None:
        for line, name in ((self._first, self._name), (self._second, _AGAIN)):
            line.call(name, hidden=not self._show.isChecked())


def _advice() -> QFrame:
    advice = QFrame()
    set_role(advice, Role.CARD)
    column = QVBoxLayout(advice)
    column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12))
    column.addWidget(words("En god adgangssætning", Role.STRONG))
    column.addWidget(words(_ADVICE))
    column.addWidget(words(f"For eksempel sådan her, men find på dine egne: {EXAMPLE}", Role.QUIET))
    return advice
