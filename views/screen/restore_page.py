"""Putting the register back from a backup, when there is none that opens."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot

from views.screen.fields.calm_combo_box import CalmComboBox
from views.screen.fields.ticks import CheckTick
from views.screen.first_focus import begin_at
from views.screen.labelled import labelled
from views.screen.line_list import Line, LineList
from views.screen.look import Role
from views.screen.messages import ask_folder
from views.screen.problem_line import ProblemLine
from views.screen.secret_line import SecretLine
from views.screen.side_page import SidePage, button, card, in_a_row
from views.screen.words import words

_MOST_LINES = 6
_WHAT = (
    "Kopien bliver efterset, før den træder i stedet for kartoteket. De filer, der ligger der nu, "
    "bliver ikke slettet, men lagt i en mappe for sig. Det, der er skrevet efter kopien, er ikke "
    "med i den."
)
_WHAT_INTO = (
    "Kopien bliver efterset, og kartoteket kommer til at ligge i mappen {folder}. Selve kopien "
    "bliver, som den er. Det, der er skrevet efter kopien, er ikke med i den."
)
_WHERE = "Ligger kopierne på et andet drev, så sæt det til, og vælg mappen med dem."
_NONE = "Her er ingen kopier."
_SENTENCE = "Adgangssætning"
_KEY = "Gendannelsesnøgle"


class RestorePage(SidePage):
    """Says which backup is to be put back, and with whose passphrase or recovery key."""

    place_chosen = Signal(str)
    backup_chosen = Signal(str)
    restoring_asked = Signal(str, str)
    restoring_by_key_asked = Signal(str)

    def __init__(self, into: str = "") -> None:
        """*into* names an empty folder; without one the backup takes a register's place."""
        super().__init__("Hent fra en sikkerhedskopi", "Velkomsten" if into else "Døren")
        self._what = words(_WHAT_INTO.format(folder=into) if into else _WHAT)
        self._refusal = ProblemLine()
        self._place = words("", Role.QUIET)
        self._list = LineList("Kopier", _MOST_LINES)
        self._choose = button("Se i en anden mappe …")
        self._person = CalmComboBox()
        self._by_key = CheckTick("Jeg bruger gendannelsesnøglen")
        self._secret = SecretLine(_SENTENCE)
        self._problem = ProblemLine()
        self._restore = button("Hent kartoteket fra kopien", Role.PRIMARY)
        self._who = labelled("Hvem er du?", self._person)
        self._asking = card(
            "Lås kopien op",
            self._who,
            self._secret,
            self._by_key,
            self._problem,
            in_a_row(self._restore),
        )
        self._lay_out()
        self._connect()
        self.show_people(())

    def show_backups(self, place: str, lines: Sequence[Line]) -> None:
        """Show the backups in *place*, the newest first; an empty *place* is none at all."""
        self._place.setText(place if lines else f"{place}\n{_NONE}")
        self._place.setVisible(bool(place))
        self._list.show_lines(lines)
        self._list.setVisible(bool(lines))
        begin_at(self, self._list if lines else self._choose)

    def show_people(self, people: Sequence[str]) -> None:
        """Show who can open the backup that was chosen; nobody when none was."""
        self._person.clear()
        self._person.addItems(list(people))
        self._asking.setVisible(bool(people))
        self._secret.clear()
        self._problem.show_sentence("")

    def show_problem(self, sentence: str) -> None:
        """Say why it cannot be put back."""
        self._problem.show_sentence(sentence)
        self._secret.clear()
        self._secret.setFocus()

    def show_refusal(self, sentence: str) -> None:
        """Say why the last attempt came to nothing."""
        self._refusal.show_sentence(sentence)

    def _lay_out(self) -> None:
        self.body.addWidget(self._what)
        self.body.addWidget(self._refusal)
        choose = (words(_WHERE, Role.QUIET), in_a_row(self._choose))
        self.body.addWidget(card("Vælg en kopi", self._place, self._list, *choose))
        self.body.addWidget(self._asking)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._ask_place)
        self._list.line_chosen.connect(self.backup_chosen)
        self._by_key.toggled.connect(self._change_way)
        self._restore.clicked.connect(self._say_restore)
        self._secret.entered.connect(self._say_restore)

    @Slot()
    def _ask_place(self) -> None:
        if folder := ask_folder(self, "Hvor ligger kopierne?"):
            self.place_chosen.emit(folder)

    @Slot()
    def _change_way(self) -> None:
        by_key = self._by_key.isChecked()
        self._secret.clear()
        self._secret.call(_KEY if by_key else _SENTENCE, hidden=not by_key)
        self._who.setVisible(not by_key)

    @Slot()
    def _say_restore(self) -> None:
        if not self._secret.text():
            name = _KEY if self._by_key.isChecked() else _SENTENCE
            self.show_problem(f"Skriv din {name.lower()} først.")
        elif self._by_key.isChecked():
            self.restoring_by_key_asked.emit(self._secret.text())
        else:
            self.restoring_asked.emit(self._person.currentText(), self._secret.text())
