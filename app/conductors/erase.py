"""The conductor of erasing: a citizen from the register, and then from the backups."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.background import Background
from app.backups_shown import lines_of
from app.erasing import Erased, clean, erase, take_away
from app.wording import counted
from app.work import Work
from models.case import Case
from storage.backups import Backup
from views.screen.erase_page import ErasePage

_UNSEEN = (
    "Disse kopier kunne programmet ikke se i, og borgeren kan være i dem: {places}. Er det et "
    "drev, så sæt det til, og rens kopierne under Indstillinger, Sikkerhedskopier."
)


class EraseConductor(QObject):
    """Leads the erasing of one citizen; `given_up` before it is done, `finished` after it."""

    given_up = Signal(str)
    finished = Signal()

    def __init__(self, work: Work, folder: Path, case: Case, name: str) -> None:
        """*folder* is the register's; *name* is what the citizen is called on the screen."""
        super().__init__()
        self.page = ErasePage(name, _held(case))
        self._work = work
        self._folder = folder
        self._case_id = case.id
        self._background = Background()
        self._holding: dict[str, Backup] = {}
        self.page.back_asked.connect(self._give_up)
        self.page.finished.connect(self.finished)
        self.page.erasing_asked.connect(self._erase)
        self.page.cleaning_asked.connect(self._clean)
        self.page.removing_asked.connect(self._remove)

    def put_away(self) -> None:
        """Hear no more of what is being done in the background."""
        self._background.let_go()

    @Slot()
    def _give_up(self) -> None:
        self.given_up.emit(self._case_id)

    @Slot()
    def _erase(self) -> None:
        work = self._work
        self._do(partial(erase, work.register, self._case_id, work.person, work.clock()))

    @Slot()
    def _clean(self) -> None:
        backups = tuple(self._holding.values())
        self._do(partial(clean, self._work.register, self._case_id, backups))

    @Slot(str)
    def _remove(self, key: str) -> None:
        self._do(partial(take_away, self._work.register, self._case_id, self._holding[key]))

    def _do(self, work: Callable[[], Erased]) -> None:
        if self._background.is_busy:
            return
        self.page.show_problem("")
        self.page.show_busy(busy=True)
        self._background.run(work, self._show_erased, self._show_problem)

    def _show_erased(self, erased: Erased) -> None:
        self._holding = {str(backup.folder): backup for backup in erased.holding}
        unseen = _UNSEEN.format(places=", ".join(erased.unseen)) if erased.unseen else ""
        lines = lines_of(erased.holding, self._folder, self._work.today)
        self.page.show_busy(busy=False)
        self.page.show_erased(lines, unseen)
        self.page.show_problem(erased.problem)

    def _show_problem(self, sentence: str) -> None:
        self.page.show_busy(busy=False)
        self.page.show_problem(sentence)


def _held(case: Case) -> str:
    forms = counted(len(case.entries), "skema", "skemaer")
    letters = counted(len(case.documents), "brev", "breve")
    return f"Kartoteket har {forms} og {letters} om borgeren."
