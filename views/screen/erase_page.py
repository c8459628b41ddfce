"""Erasing a citizen for good, and then from the backups that still hold them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLayout, QLineEdit, QWidget

from views.screen.first_focus import begin_at
from views.screen.labelled import labelled
from views.screen.line_list import Line, LineList
from views.screen.look import Role
from views.screen.problem_line import ProblemLine
from views.screen.side_page import SidePage, button, card, in_a_row
from views.screen.words import words

_MOST_LINES = 5
_WHAT = (
    "Alt om borgeren bliver slettet: skemaer, kladder, breve og borgerens plads på listerne. Det "
    "kan ikke fortrydes. Sporet husker, at der blev slettet, af hvem og hvornår, men ikke hvem "
    "borgeren var."
)
_WHETHER = (
    "En journal skal som regel gemmes i flere år. Slet kun, når I har besluttet, at borgeren skal "
    "slettes. Er du i tvivl, så spørg den, der har ansvaret for journalerne hos jer."
)
_OUTSIDE = (
    "Breve, du har skrevet ud eller gemt som PDF uden for kartoteket, bliver ikke slettet. Dem "
    "må du selv finde."
)
_HELD = (
    "Kopierne herunder blev lavet, før borgeren blev slettet. Fjern borgeren fra dem, så bliver "
    "resten af kopien, som den er. Du kan også slette en kopi helt."
)
_GONE = "Borgeren er slettet fra kartoteket."


class ErasePage(SidePage):
    """Asks for the citizen's name before it says that the citizen is to be erased."""

    erasing_asked = Signal()
    cleaning_asked = Signal()
    removing_asked = Signal(str)
    finished = Signal()

    def __init__(self, name: str, held: str) -> None:
        """*held* says how much the register holds of the citizen, in a sentence."""
        super().__init__("Slet borgeren", "Borgeren")
        self._name = name
        self._typed = QLineEdit()
        self._wrong = ProblemLine()
        self._erase = button("Slet for altid", Role.DANGER)
        self._before = card("", *self._question(held))
        self._trouble = ProblemLine()
        self._unseen = words("")
        gone = (words(_GONE, Role.STRONG), words(_OUTSIDE, Role.QUIET), self._unseen)
        self._after = card("", *gone, self._trouble)
        self._held = LineList("Kopier, der har borgeren", _MOST_LINES)
        self._clean = button("Fjern borgeren fra kopierne", Role.PRIMARY)
        self._remove = button("Slet den valgte kopi", Role.SUBTLE)
        self._backups = card(
            "Kopier, der har borgeren endnu",
            words(_HELD, Role.QUIET),
            self._held,
            in_a_row(self._clean, self._remove),
        )
        self._finish = button("Færdig")
        self._chosen = ""
        self._lay_out()
        self._connect()
        begin_at(self, self._typed)
        self._turn(erased=False)

    def show_busy(self, *, busy: bool) -> None:
        """Show that something is being erased or cleaned."""
        for one in (self._erase, self._clean, self._remove, self._finish, self._typed, self.back):
            one.setEnabled(not busy)
        self._erase.setText("Sletter …" if busy else "Slet for altid")
        self._clean.setText("Fjerner borgeren …" if busy else "Fjern borgeren fra kopierne")
        if not busy:
            self._mark_chosen(self._chosen)

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong, where one is."""
        self._wrong.show_sentence(sentence)
        self._trouble.show_sentence(sentence)

    def show_erased(self, backups: Sequence[Line], unseen: str) -> None:
        """Show that it is done, the *backups* that still hold the citizen, and what is *unseen*."""
        self._turn(erased=True)
        self._held.show_lines(backups)
        self._backups.setVisible(bool(backups))
        self._mark_chosen(self._chosen if self._chosen in {one.key for one in backups} else "")
        self._unseen.setText(unseen)
        self._unseen.setVisible(bool(unseen))
        (self._clean if backups else self._finish).setFocus()

    def _question(self, held: str) -> tuple[QWidget | QLayout, ...]:
        return (
            words(self._name, Role.SUBTITLE),
            words(held),
            words(_WHAT),
            words(_WHETHER),
            words(_OUTSIDE, Role.QUIET),
            labelled("Skriv borgerens navn, som det står herover", self._typed),
            self._wrong,
            in_a_row(self._erase),
        )

    def _lay_out(self) -> None:
        for part in (self._before, self._after, self._backups):
            self.body.addWidget(part)
        self.body.addLayout(in_a_row(self._finish))

    def _connect(self) -> None:
        self._erase.clicked.connect(self._say_erase)
        self._typed.returnPressed.connect(self._say_erase)
        self._held.line_chosen.connect(self._mark_chosen)
        self._clean.clicked.connect(self.cleaning_asked)
        self._remove.clicked.connect(self._say_remove)
        self._finish.clicked.connect(self.finished)

    def _turn(self, *, erased: bool) -> None:
        self.back.setVisible(not erased)
        self._before.setVisible(not erased)
        for part in (self._after, self._finish):
            part.setVisible(erased)
        self._backups.hide()

    @Slot(str)
    def _mark_chosen(self, key: str) -> None:
        self._chosen = key
        self._remove.setEnabled(bool(key))

    @Slot()
    def _say_erase(self) -> None:
        if " ".join(self._typed.text().split()) == " ".join(self._name.split()):
            self.show_problem("")
            self.erasing_asked.emit()
            return
        self.show_problem("Det er ikke navnet. Skriv det, nøjagtigt som det står herover.")
        self._typed.setFocus()

    @Slot()
    def _say_remove(self) -> None:
        self.removing_asked.emit(self._chosen)
