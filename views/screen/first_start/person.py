"""Who you are, and the passphrase only you know."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from views.screen.fields.ticks import CheckTick
from views.screen.first_start.page import StartPage, labelled
from views.screen.first_start.progress import Place
from views.screen.look import Role, scaled, set_role
from views.screen.words import words

_FEWEST_LETTERS = 6
SHORTEST_PASSPHRASE = 12
"""In characters; shorter than four short words."""

_ADVICE = (
    "Tag fire tilfældige ord, der ikke hører sammen, og skriv dem efter hinanden. Det er let at "
    "huske og svært at gætte. Brug ikke navne, fødselsdage eller en sætning, andre kender."
)
_EXAMPLE = "paraply torsk vindue trompet"


class PersonPage(StartPage):
    """Asks for a name and twice for a passphrase."""

    person_given = Signal(str, str)

    def __init__(self, place: Place) -> None:
        super().__init__(place, "Dig og din adgangssætning", "Videre")
        self._name = QLineEdit()
        self._first = QLineEdit()
        self._second = QLineEdit()
        self._show = CheckTick("Vis, hvad jeg skriver")
        self._show.toggled.connect(self._show_typed)
        self.onward.clicked.connect(self._say_person)
        self._second.returnPressed.connect(self._say_person)
        self._show_typed()
        self._lay_out()

    def clear(self) -> None:
        """Forget the passphrase."""
        self._first.clear()
        self._second.clear()

    def _lay_out(self) -> None:
        self.add(words("Navnet står ved det, du skriver i kartoteket, og i brevene."))
        self.add(labelled("Dit navn", self._name))
        self.add_space()
        advice = QFrame()
        set_role(advice, Role.CARD)
        column = QVBoxLayout(advice)
        column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12))
        column.addWidget(words("En god adgangssætning", Role.STRONG))
        column.addWidget(words(_ADVICE))
        column.addWidget(
            words(f"For eksempel sådan her, men find på dine egne: {_EXAMPLE}", Role.QUIET)
        )
        self.add(advice)
        self.add(labelled("Din adgangssætning", self._first))
        self.add(labelled("Skriv den én gang til", self._second))
        self.add(self._show)

    @Slot()
    def _show_typed(self) -> None:
        mode = QLineEdit.EchoMode
        for field in (self._first, self._second):
            field.setEchoMode(mode.Normal if self._show.isChecked() else mode.Password)

    @Slot()
    def _say_person(self) -> None:
        problem, field = self._first_problem()
        self.show_problem(problem)
        if problem:
            field.setFocus()
        else:
            self.person_given.emit(self._name.text().strip(), self._first.text())

    def _first_problem(self) -> tuple[str, QLineEdit]:
        if not self._name.text().strip():
            return "Skriv dit navn.", self._name
        if weakness := _weakness_of(self._first.text()):
            return weakness, self._first
        if self._first.text() != self._second.text():
            return "De to adgangssætninger er ikke ens. Skriv den anden igen.", self._second
        return "", self._name


def _weakness_of(passphrase: str) -> str:
    if len(passphrase) < SHORTEST_PASSPHRASE:
        return "Adgangssætningen er for kort. Tag fire ord."
    if len(set(passphrase)) < _FEWEST_LETTERS:
        return "Adgangssætningen er for let at gætte. Tag fire forskellige ord."
    if passphrase.casefold() == _EXAMPLE:
        return "Det er eksemplet herover. Find på dine egne ord."
    return ""
