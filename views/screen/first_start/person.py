"""Who you are, and the passphrase only you know."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit

from views.screen.first_start.page import StartPage
from views.screen.first_start.progress import Place
from views.screen.labelled import labelled
from views.screen.passphrase_fields import PassphraseFields
from views.screen.people_task import LONGEST_NAME
from views.screen.words import words


class PersonPage(StartPage):
    """Asks for a name and twice for a passphrase."""

    person_given = Signal(str, str)

    def __init__(self, place: Place) -> None:
        super().__init__(place, "Dig og din adgangssætning", "Videre")
        self._name = QLineEdit()
        self._name.setMaxLength(LONGEST_NAME)
        self._passphrase = PassphraseFields("Din adgangssætning")
        self.onward.clicked.connect(self._say_person)
        self._name.returnPressed.connect(self._passphrase.setFocus)
        self._passphrase.entered.connect(self._say_person)
        self.add(words("Navnet står ved det, du skriver i kartoteket, og i brevene."))
        self.add(labelled("Dit navn", self._name))
        self.add_space()
        self.add(self._passphrase)

    def clear(self) -> None:
        """Forget the passphrase."""
        self._passphrase.clear()

    @Slot()
    def _say_person(self) -> None:
        name = " ".join(self._name.text().split())
        problem, place = self._passphrase.problem(name)
        if not name:
            problem, place = "Skriv dit navn.", self._name
        self.show_problem(problem)
        if problem:
            place.setFocus()
        else:
            self.person_given.emit(name, self._passphrase.passphrase())
