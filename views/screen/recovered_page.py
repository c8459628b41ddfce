"""After the recovery key: who one is, and a new passphrase, before anything else."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from views.screen.column import Column
from views.screen.fields.calm_combo_box import CalmComboBox
from views.screen.labelled import labelled
from views.screen.look import Role, set_role
from views.screen.passphrase_fields import PassphraseFields
from views.screen.people_task import LONGEST_NAME
from views.screen.problem_line import ProblemLine
from views.screen.side_page import button, in_a_row
from views.screen.thread import ThreadMark
from views.screen.words import words

_WHY = (
    "Gendannelsesnøglen låste kartoteket op. Vælg en ny adgangssætning, før du går videre. Har du "
    "en, du ikke kan huske, holder den op med at virke. De andres bliver ikke ændret."
)
_SHEET = (
    "Arket virker stadig: læg det tilbage i det aflåste skab. Kan andre have set det, så lav et "
    "nyt bagefter under Indstillinger, Personer og adgang."
)
_CHOOSE = "Vælg dit navn"
_NOT_LISTED = "Mit navn står her ikke"
_ONWARD = "Gem, og åbn kartoteket"
_BUSY = "Et øjeblik …"


class RecoveredPage(QWidget):
    """Says who it is with which new passphrase, or that one will not go on."""

    chosen = Signal(str, str)
    given_up = Signal()

    def __init__(self, people: Sequence[str]) -> None:
        """*people* are those who have access already."""
        super().__init__()
        self._who = CalmComboBox()
        self._who.addItems([_CHOOSE, *people, _NOT_LISTED])
        self._name = QLineEdit()
        self._name.setMaxLength(LONGEST_NAME)
        self._named = labelled("Dit navn", self._name)
        self._passphrase = PassphraseFields("Din nye adgangssætning")
        self._problem = ProblemLine()
        self._onward = button(_ONWARD, Role.PRIMARY)
        self._lock = QPushButton("Lås igen")
        set_role(self._lock, Role.SUBTLE)
        self.setFocusProxy(self._who)
        self._lay_out()
        self._show_name()
        self._who.currentIndexChanged.connect(self._show_name)
        self._passphrase.entered.connect(self._ask)
        self._onward.clicked.connect(self._ask)
        self._lock.clicked.connect(self.given_up)

    def show_problem(self, sentence: str) -> None:
        """Say why it is not done; one can try again."""
        self._onward.setEnabled(True)
        self._onward.setText(_ONWARD)
        self._onward.setAccessibleDescription(sentence)
        self._problem.show_sentence(sentence)

    def show_busy(self) -> None:
        """Show at once that it is being done; the window stands still meanwhile."""
        self.show_problem("")
        self._onward.setEnabled(False)
        self._onward.setText(_BUSY)
        self._onward.repaint()

    def _lay_out(self) -> None:
        column = Column(620)
        body = column.body
        body.addWidget(ThreadMark(64), 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(words("Vælg en ny adgangssætning", Role.TITLE))
        body.addWidget(words(_WHY))
        for widget in (labelled("Hvem er du?", self._who), self._named, self._passphrase):
            body.addWidget(widget)
        body.addWidget(words(_SHEET, Role.QUIET))
        body.addWidget(self._problem)
        body.addLayout(in_a_row(self._onward, self._lock))
        body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column)

    def _person(self) -> str:
        if self._is_not_listed:
            return " ".join(self._name.text().split())
        return self._who.currentText() if self._who.currentIndex() else ""

    @property
    def _is_not_listed(self) -> bool:
        return self._who.currentIndex() == self._who.count() - 1

    @Slot()
    def _show_name(self) -> None:
        self._named.setVisible(self._is_not_listed)

    @Slot()
    def _ask(self) -> None:
        person = self._person()
        problem, place = self._passphrase.problem(person)
        if not person:
            problem = "Vælg eller skriv først dit navn."
            place = self._name if self._is_not_listed else self._who
        self.show_problem(problem)
        if problem:
            place.setFocus()
        else:
            self.chosen.emit(person, self._passphrase.passphrase())
