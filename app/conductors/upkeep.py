"""The conductor of upkeep: looks through the register, and mends what can be mended."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.background import Background
from app.trail_shown import lines_of
from app.upkeep import Rebuilt, rebuild_lists
from app.wording import clock_in_words, counted
from app.work import Work
from storage.errors import RegisterError
from storage.verifying import Finding
from views.screen.upkeep_page import Doing, UpkeepPage, Verdict

_NEWEST = 100
_ALL = 100_000
"""More citizens than a register has; three thousand are read in a hundredth of a second."""
_WELL = "Alt er, som det skal være."
_REBUILT = "Listerne er bygget igen."
_KEPT = "{lines} er som før, for der er et skema, som denne udgave af programmet ikke kan læse."


class UpkeepConductor(QObject):
    """Does one thing at a time, in the background."""

    back_asked = Signal()
    problem = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.page = UpkeepPage()
        self._work = work
        self._upkeep = work.register.upkeep
        self._background = Background()
        self.page.back_asked.connect(self.back_asked)
        self.page.verifying_asked.connect(self._verify)
        self.page.rebuilding_asked.connect(self._rebuild)
        self.page.clearing_asked.connect(self._clear)
        self.page.accepting_asked.connect(self._accept)
        self._show_state()

    def put_away(self) -> None:
        """Hear no more of what is being done in the background."""
        self._background.let_go()

    def _show_state(self) -> None:
        """Show what the register says of itself without being looked through."""
        register = self._work.register
        fault = register.opening_fault()
        self.page.show_fault(fault.sentence if fault else "")
        try:
            self.page.show_rests(there=self._upkeep.has_rests())
            names = {row.case_id: row.name for row in register.citizens("", _ALL)}
            self.page.show_trail(lines_of(register.trail(_NEWEST), self._work.today, names))
        except RegisterError as error:
            self.problem.emit(str(error))

    @Slot()
    def _verify(self) -> None:
        if self._begin(Doing.VERIFYING):
            self._background.run(self._upkeep.verify, self._show_findings, self._show_unverified)

    @Slot()
    def _rebuild(self) -> None:
        if self._begin(Doing.REBUILDING):
            work = partial(rebuild_lists, self._work)
            self._background.run(work, self._show_rebuilt, self._show_not_done)

    @Slot()
    def _clear(self) -> None:
        if self._begin(Doing.CLEARING):
            self._background.run(self._upkeep.compact, self._show_cleared, self._show_not_done)

    def _begin(self, doing: Doing) -> bool:
        if self._background.is_busy:
            return False
        self.problem.emit("")
        self.page.show_doing(doing)
        return True

    def _end(self) -> None:
        self.page.show_doing(Doing.NOTHING)
        self._show_state()

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        self._end()
        when = clock_in_words(self._work.clock())
        said = tuple(finding.sentence for finding in findings)
        wrong = f"Der er {counted(len(said), 'ting', 'ting')} at se på."
        sentence = wrong if said else _WELL
        self.page.show_verdict(Verdict(f"Efterset kl. {when}. {sentence}", said))

    def _show_unverified(self, sentence: str) -> None:
        self._end()
        self.page.show_verdict(Verdict("Kartoteket kunne ikke efterses.", (sentence,)))

    def _show_rebuilt(self, rebuilt: Rebuilt) -> None:
        self._end()
        kept = _KEPT.format(lines=counted(rebuilt.kept, "borgers linje", "borgeres linjer"))
        self.page.show_rebuilt(f"{_REBUILT} {kept}" if rebuilt.kept else _REBUILT)

    def _show_cleared(self, _nothing: None) -> None:
        self._end()

    def _show_not_done(self, sentence: str) -> None:
        self._end()
        self.problem.emit(sentence)

    @Slot()
    def _accept(self) -> None:
        try:
            self._upkeep.accept_fault(self._work.person, self._work.clock())
        except RegisterError as error:
            self.problem.emit(str(error))
        self._show_state()
