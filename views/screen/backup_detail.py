"""One backup: what it holds, what would be lost by putting it back, and the way to do so."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.screen.look import Role, scaled
from views.screen.problem_line import ProblemLine
from views.screen.secret_line import SecretLine
from views.screen.side_page import button, card, in_a_row
from views.screen.words import words

_HOW = (
    "Kartoteket lukkes, og kopien træder i stedet for det. De filer, der er her nu, bliver ikke "
    "slettet, men lagt i en mappe for sig. Skriv din adgangssætning for at gå videre."
)


@dataclass(frozen=True, slots=True)
class DetailShown:
    """`contents` and `loss` in whole sentences; `can_restore` when the backup was found well."""

    title: str
    contents: str
    loss: str
    can_restore: bool = False
    problem: str = ""


class BackupDetail(QWidget):
    """Asks for the passphrase before it says that the backup is to be put back."""

    restoring_asked = Signal(str)
    removing_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._can_restore = False
        self._title = words("", Role.STRONG)
        self._contents = words("")
        self._loss = words("")
        self._problem = ProblemLine()
        self._restore = button("Gendan …")
        self._remove = button("Slet kopien", Role.SUBTLE)
        self._passphrase = SecretLine("Din adgangssætning")
        self._wrong = ProblemLine()
        self._surely = button("Gendan kartoteket fra kopien", Role.DANGER)
        self._not_now = button("Fortryd", Role.SUBTLE)
        self._asking = card(
            "Gendan kartoteket",
            words(_HOW),
            self._passphrase,
            self._wrong,
            in_a_row(self._surely, self._not_now),
        )
        self._lay_out()
        self._restore.clicked.connect(self._ask)
        self._not_now.clicked.connect(self._give_up)
        self._surely.clicked.connect(self._say_restore)
        self._passphrase.entered.connect(self._say_restore)
        self._remove.clicked.connect(self.removing_asked)

    def show_detail(self, shown: DetailShown) -> None:
        """Show *shown*, and ask for nothing yet."""
        self._title.setText(shown.title)
        for label, text in ((self._contents, shown.contents), (self._loss, shown.loss)):
            label.setText(text)
            label.setVisible(bool(text))
        self._problem.show_sentence(shown.problem)
        self._can_restore = shown.can_restore
        self._give_up()

    def show_problem(self, sentence: str) -> None:
        """Say why it was not done, and let the passphrase be typed again."""
        self._wrong.show_sentence(sentence)
        self._passphrase.clear()
        self._passphrase.setFocus()

    def _lay_out(self) -> None:
        buttons = in_a_row(self._restore, self._remove)
        inside = (self._title, self._contents, self._loss, self._problem, buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(card("", *inside))
        column.addWidget(self._asking)

    @Slot()
    def _ask(self) -> None:
        self._asking.show()
        self._restore.setEnabled(False)
        self._passphrase.setFocus()

    @Slot()
    def _give_up(self) -> None:
        self._restore.setEnabled(self._can_restore)
        self._asking.hide()
        self._wrong.show_sentence("")
        self._passphrase.clear()

    @Slot()
    def _say_restore(self) -> None:
        if self._passphrase.text():
            self.restoring_asked.emit(self._passphrase.text())
        else:
            self.show_problem("Skriv din adgangssætning først.")
