"""Whether the register is as it should be: looked through, its lists, its trail."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from views.screen.first_focus import begin_at
from views.screen.line_list import Line, LineList
from views.screen.look import Role, scaled
from views.screen.messages import ask_yes_no
from views.screen.problem_line import ProblemLine
from views.screen.side_page import SidePage, button, card, in_a_row
from views.screen.words import words

_MOST_LINES = 8
_VERIFY = (
    "Programmet læser hele kartoteket igennem og ser efter, at alt kan læses, og at intet er "
    "ændret udefra. Du kan arbejde videre imens."
)
_REBUILD = (
    "Borgere og I dag bygger på det, der står i skemaerne. Mangler nogen på en liste, eller kan "
    "den ikke vises, så byg listerne igen. Det ændrer intet i skemaerne."
)
_CLEAR = (
    "En borger er slettet, men der kan ligge krypterede rester tilbage i filen. Det kræver lige så "
    "meget ledig plads på disken, som kartoteket fylder."
)
_TRAIL = "Sporet husker, hvem der har gjort hvad hvornår. Det nyeste står øverst."
_SURE = "Vil du fortsætte med kartoteket, som det er?"
_SEEN = (
    "Beskeden kommer ikke igen. Sporet husker, at du har set den. Har du en nyere kopi af "
    "kartoteket, så hent hellere den."
)


class Doing(Enum):
    """What is being done; one thing at a time."""

    NOTHING = auto()
    VERIFYING = auto()
    REBUILDING = auto()
    CLEARING = auto()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a look through the register found: a sentence, and what is wrong, one each."""

    sentence: str
    findings: tuple[str, ...] = ()


class UpkeepPage(SidePage):
    """Shows what was found; the conductor looks."""

    verifying_asked = Signal()
    rebuilding_asked = Signal()
    clearing_asked = Signal()
    accepting_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Eftersyn", "Indstillinger")
        self._fault = ProblemLine()
        self._accept = button("Jeg har set det: fortsæt …")
        self._fault_card = card("Der mangler noget", self._fault, in_a_row(self._accept))
        self._verify = button("Efterse kartoteket", Role.PRIMARY)
        self._verdict = words("")
        self._findings = QVBoxLayout()
        self._findings.setSpacing(scaled(6))
        self._rebuild = button("Byg listerne igen")
        self._rebuilt = words("")
        self._clear = button("Ryd op")
        self._clearing = card("Der er noget at rydde op", words(_CLEAR), in_a_row(self._clear))
        self._trail = LineList("Sporet", _MOST_LINES)
        self._verify.clicked.connect(self.verifying_asked)
        self._rebuild.clicked.connect(self.rebuilding_asked)
        self._clear.clicked.connect(self.clearing_asked)
        self._accept.clicked.connect(self._ask_accepting)
        begin_at(self, self._verify)
        self._lay_out()
        self.show_verdict(Verdict(""))
        self.show_rebuilt("")
        self.show_fault("")
        self.show_rests(there=False)

    def show_fault(self, sentence: str) -> None:
        """Show what was missing when the register was opened; empty when nothing was."""
        self._fault.show_sentence(sentence)
        self._fault_card.setVisible(bool(sentence))

    def show_rests(self, *, there: bool) -> None:
        """Offer to clear away what an erased citizen may have left in the file."""
        self._clearing.setVisible(there)

    def show_doing(self, doing: Doing) -> None:
        """Show what is being done."""
        for one, its, idle, busy in (
            (self._verify, Doing.VERIFYING, "Efterse kartoteket", "Efterser …"),
            (self._rebuild, Doing.REBUILDING, "Byg listerne igen", "Bygger listerne …"),
            (self._clear, Doing.CLEARING, "Ryd op", "Rydder op …"),
        ):
            one.setEnabled(doing is Doing.NOTHING)
            one.setText(busy if doing is its else idle)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show what a look through the register found."""
        while (item := self._findings.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        self._verdict.setText(verdict.sentence)
        self._verdict.setVisible(bool(verdict.sentence))
        for finding in verdict.findings:
            line = ProblemLine()
            self._findings.addWidget(line)
            line.show_sentence(finding)

    def show_rebuilt(self, sentence: str) -> None:
        """Show what came of building the lists again."""
        self._rebuilt.setText(sentence)
        self._rebuilt.setVisible(bool(sentence))

    def show_trail(self, lines: Sequence[Line]) -> None:
        """Show what the trail remembers, the newest first."""
        self._trail.show_lines(lines)

    def _lay_out(self) -> None:
        for part in (self._fault_card, self._clearing):
            self.body.addWidget(part)
        look = (words(_VERIFY, Role.QUIET), in_a_row(self._verify), self._verdict, self._findings)
        self.body.addWidget(card("Er alt, som det skal være?", *look))
        lists = (words(_REBUILD, Role.QUIET), in_a_row(self._rebuild), self._rebuilt)
        self.body.addWidget(card("Listerne", *lists))
        self.body.addWidget(card("Sporet", words(_TRAIL, Role.QUIET), self._trail))

    @Slot()
    def _ask_accepting(self) -> None:
        if ask_yes_no(self, _SURE, _SEEN, "Fortsæt med det, der er her", "Ikke endnu"):
            self.accepting_asked.emit()
