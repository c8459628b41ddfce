"""A new passphrase, written twice, with advice that is honest about what is easy to guess."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from views.screen.fields.ticks import CheckTick
from views.screen.look import Role, scaled, set_role
from views.screen.secret_line import SecretLine
from views.screen.words import words

_FEWEST_LETTERS = 6
_LEAST_OF_A_NAME = 3
SHORTEST_PASSPHRASE = 12
"""In characters, spaces not counted; shorter than four short words."""

_ADVICE = (
    "Tag fire tilfældige ord, der ikke hører sammen, og skriv dem efter hinanden. Det er let at "
    "huske og svært at gætte. Brug ikke navne, fødselsdage eller en sætning, andre kender."
)
_AGAIN = "Skriv den én gang til"
_EXAMPLE = "paraply torsk vindue trompet"


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


def weakness_of(passphrase: str, person: str) -> str:
    """Return why *passphrase* is too easy to guess for one of *person*; empty when it is not."""
    typed = passphrase.casefold().split()
    names = {part for part in person.casefold().split() if len(part) >= _LEAST_OF_A_NAME}
    is_one_word_again = len(typed) > 1 and len(set(typed)) == 1
    reasons = {
        "Adgangssætningen er for kort. Tag fire ord.": (
            len("".join(passphrase.split())) < SHORTEST_PASSPHRASE
        ),
        "Adgangssætningen er for let at gætte. Tag fire forskellige ord.": (
            is_one_word_again or len(set(passphrase)) < _FEWEST_LETTERS
        ),
        "Det er eksemplet herover. Find på dine egne ord.": typed == _EXAMPLE.split(),
        "Et navn er let at gætte. Tag fire ord, der ikke hører sammen.": bool(names & set(typed)),
    }
    return next((reason for reason, applies in reasons.items() if applies), "")


def _advice() -> QFrame:
    advice = QFrame()
    set_role(advice, Role.CARD)
    column = QVBoxLayout(advice)
    column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12))
    column.addWidget(words("En god adgangssætning", Role.STRONG))
    column.addWidget(words(_ADVICE))
    column.addWidget(
        words(f"For eksempel sådan her, men find på dine egne: {_EXAMPLE}", Role.QUIET)
    )
    return advice
