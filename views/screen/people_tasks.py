"""Giving access, changing one's passphrase and taking access away, with what to know before."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from views.screen.first_focus import begin_at
from views.screen.labelled import labelled
from views.screen.look import Role
from views.screen.passphrase_fields import PassphraseFields
from views.screen.people_task import LONGEST_NAME, OWN_FIRST, OWN_LINE, TaskPage
from views.screen.secret_line import SecretLine
from views.screen.side_page import card
from views.screen.words import words

_SAME_RIGHTS = (
    "Alle, der kan låse kartoteket op, kan læse og skrive det samme. Det står i kartoteket, hvem "
    "der har gjort hvad. Navnet kommer til at stå i brevene."
)
_WHO_TYPES = (
    "Lad den nye person selv skrive sin adgangssætning her, så ingen andre kender den. Er I ikke "
    "sammen, så bed personen om at skifte den, første gang kartoteket er låst op."
)
_WHY_OWN = "Skriv også din egen, så ingen kan give sig selv adgang, mens du er væk fra computeren."
_OTHERS_KEEP = (
    "De andres adgangssætninger og gendannelsesarket virker stadig. En ældre sikkerhedskopi, der "
    "bliver åbnet på en anden computer, åbnes med den adgangssætning, du havde, da den blev lavet."
)
_NEW_KEY = (
    "Kartoteket låser, får en ny nøgle og bliver krypteret forfra. Det tager som regel under et "
    "minut. Bagefter låser du op med din egen adgangssætning, som du plejer."
)
_WRITTEN_STAYS = "Alt, personen har skrevet og underskrevet, bliver stående med navnet på."
_OLD_COPIES = (
    "De sikkerhedskopier, der er lavet indtil nu, kan stadig åbnes med personens adgangssætning. "
    "Det gælder også den kopi, programmet laver lige før. Kan personen komme til dem, så lav en ny "
    "kopi bagefter, og slet de gamle under Sikkerhedskopier."
)
_SHEET_KNOWN = (
    "Har personen haft gendannelsesarket i hånden, så lav et nyt ark bagefter. Det gamle virker, "
    "indtil du har gjort det."
)


class AdditionPage(TaskPage):
    """Gives one more person access."""

    addition_asked = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__("Giv en person adgang", "Giv adgang")
        self._name = QLineEdit()
        self._name.setMaxLength(LONGEST_NAME)
        self._passphrase = PassphraseFields("Den nye persons adgangssætning")
        self._own = SecretLine(OWN_LINE)
        begin_at(self, self._name)
        self.body.addWidget(words(_SAME_RIGHTS))
        self.body.addWidget(labelled("Personens navn", self._name))
        self.body.addWidget(words(_WHO_TYPES))
        self.body.addWidget(self._passphrase)
        self.body.addWidget(card("", words(_WHY_OWN), self._own))
        self.finish()
        self._own.entered.connect(self._ask)
        self.deed.clicked.connect(self._ask)

    @override
    def clear(self) -> None:
        """Forget what was typed."""
        super().clear()
        self._name.clear()
        self._passphrase.clear()
        self._own.clear()

    @Slot()
    def _ask(self) -> None:
        name = " ".join(self._name.text().split())
        problem, place = self._first_problem(name)
        self.show_problem(problem, place)
        if not problem:
            self.addition_asked.emit(name, self._passphrase.passphrase(), self._own.text())

    def _first_problem(self, name: str) -> tuple[str, QWidget | None]:
        if not name:
            return "Skriv personens navn.", self._name
        problem, place = self._passphrase.problem(name)
        if problem:
            return problem, place
        return ("", None) if self._own.text() else (OWN_FIRST, self._own)


class ChangePage(TaskPage):
    """Changes one's own passphrase."""

    change_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("Skift din adgangssætning", "Skift adgangssætning")
        self._person = ""
        self._old = SecretLine("Din nuværende adgangssætning")
        self._new = PassphraseFields("Din nye adgangssætning")
        begin_at(self, self._old)
        self.body.addWidget(self._old)
        self.body.addWidget(self._new)
        self.body.addWidget(words(_OTHERS_KEEP, Role.QUIET))
        self.finish()
        self._new.entered.connect(self._ask)
        self.deed.clicked.connect(self._ask)

    def show_person(self, person: str) -> None:
        """Say whose passphrase it is."""
        self._person = person

    @override
    def clear(self) -> None:
        """Forget what was typed."""
        super().clear()
        self._old.clear()
        self._new.clear()

    @Slot()
    def _ask(self) -> None:
        problem, place = self._first_problem()
        self.show_problem(problem, place)
        if not problem:
            self.change_asked.emit(self._old.text(), self._new.passphrase())

    def _first_problem(self) -> tuple[str, QWidget | None]:
        if not self._old.text():
            return "Skriv den adgangssætning, du har nu.", self._old
        problem, place = self._new.problem(self._person)
        if not problem and self._old.text() == self._new.passphrase():
            return "Det er den adgangssætning, du har i forvejen. Find på en ny.", self._new
        return (problem, place) if problem else ("", None)


class RemovalPage(TaskPage):
    """Takes somebody's access away."""

    removal_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("Fjern en persons adgang", "Fjern adgangen", Role.DANGER)
        self._person = ""
        self._whose = words("", Role.SUBTITLE)
        self._own = SecretLine(OWN_LINE)
        begin_at(self, self._own)
        self.body.addWidget(self._whose)
        for sentence in (_NEW_KEY, _WRITTEN_STAYS, _OLD_COPIES, _SHEET_KNOWN):
            self.body.addWidget(words(sentence))
        self.body.addWidget(card("", self._own))
        self.finish()
        self._own.entered.connect(self._ask)
        self.deed.clicked.connect(self._ask)

    def show_person(self, person: str) -> None:
        """Say whose access it is about."""
        self._person = person
        self._whose.setText(f"{person} kan ikke længere låse kartoteket op")

    @override
    def clear(self) -> None:
        """Forget what was typed."""
        super().clear()
        self._own.clear()

    @Slot()
    def _ask(self) -> None:
        if self._own.text():
            self.show_problem("")
            self.removal_asked.emit(self._person, self._own.text())
        else:
            self.show_problem(OWN_FIRST, self._own)
