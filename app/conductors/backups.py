"""The conductor of the backups: makes them, looks into them, and has one put back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.background import Background
from app.backup_watch import BackupWatch
from app.backups_shown import (
    are_on_one_disk,
    contents_in_words,
    lines_of,
    loss_in_words,
    place_of,
    state_of,
    title_of,
)
from app.closed_task import ClosedTask
from app.conductors.erased_copies import ErasedCopiesConductor
from app.restoring import restoring
from app.work import Work
from storage.backup_places import BackupPlan
from storage.backup_reading import Loss
from storage.backups import Backup, Reason
from storage.contents import Contents
from storage.credentials import ByPassphrase
from storage.errors import RegisterError
from storage.open_backups import Backups
from storage.unlocking import check_credential
from views.screen.backup_detail import DetailShown
from views.screen.backups_page import BackupsPage, BackupsShown
from views.screen.messages import ask_yes_no

_REMOVE = "Vil du slette kopien?"
_NO_MORE = "Den kan ikke hentes frem igen. Selve kartoteket bliver ikke rørt."
_SEARCHING = "Kigger efter kopier …"
_LOOKING = "Kigger i kopien …"


class BackupsConductor(QObject):
    """Says `closed_task` when a backup is to be put back, which needs the register closed."""

    closed_task = Signal(ClosedTask)
    back_asked = Signal()
    problem = Signal(str)

    def __init__(self, work: Work, folder: Path, watch: BackupWatch) -> None:
        super().__init__()
        self.page = BackupsPage()
        self._work = work
        self._backups = work.register.backups
        self._folder = folder
        self._watch = watch
        self._listing = Background()
        self._background = Background()
        self._erased = ErasedCopiesConductor(self._backups, self.page)
        self._listed: dict[str, Backup] = {}
        self._chosen: Backup | None = None
        self._looked_into: Backup | None = None
        self._connect()
        self.page.show_state(BackupsShown(_SEARCHING, "", "", is_paused=False))
        self.show_backups()

    def put_away(self) -> None:
        """Listen no more to what outlives this: the watch, and work in the background."""
        self._watch.ended.disconnect(self.show_backups)
        self._listing.let_go()
        self._background.let_go()
        self._erased.put_away()

    @Slot()
    def show_backups(self) -> None:
        """Look how it stands now, and show it as soon as every place has answered."""
        # A drive may take its time, and the window does not wait for it.
        self._listing.let_go()
        look = partial(_list, self._backups, self._folder)
        self._listing.run(look, self._show_listed, self.problem.emit)

    def _show_listed(self, found: tuple[tuple[Backup, ...], BackupPlan, bool]) -> None:
        backups, plan, is_same_disk = found
        today = self._work.today
        self._listed = {str(backup.folder): backup for backup in backups}
        state = state_of(backups, today)
        place = place_of(plan, today, is_same_disk=is_same_disk)
        is_paused = plan.paused is not None
        self.page.show_state(BackupsShown(state, self._watch.trouble, place, is_paused))
        self.page.show_backups(lines_of(backups, self._folder, today))
        self.page.show_making(busy=False)
        self._erased.look()

    def _connect(self) -> None:
        self.page.back_asked.connect(self.back_asked)
        self.page.making_asked.connect(self._make)
        self.page.place_chosen.connect(self._choose_place)
        self.page.forgetting_asked.connect(self._forget_place)
        self.page.resuming_asked.connect(self._resume)
        self.page.backup_chosen.connect(self._choose)
        self.page.restoring_asked.connect(self._restore)
        self.page.removing_asked.connect(self._remove)
        self.page.cleaning_asked.connect(self._forget_chosen)
        self._watch.ended.connect(self.show_backups)
        self._erased.cleaned.connect(self._look_again)

    @Slot()
    def _look_again(self) -> None:
        """Look anew into the backup that is shown: it holds something else now."""
        if self._chosen is not None:
            self._choose(str(self._chosen.folder))

    @Slot()
    def _make(self) -> None:
        self.page.show_making(busy=True)
        self._watch.make(Reason.MANUAL)

    @Slot(str)
    def _choose_place(self, folder: str) -> None:
        self._change_plan(Path(folder))

    @Slot()
    def _forget_place(self) -> None:
        self._change_plan(None)

    def _change_plan(self, second_place: Path | None) -> None:
        self.problem.emit("")
        try:
            self._backups.set_second_place(second_place)
        except RegisterError as error:
            self.problem.emit(str(error))
        self.show_backups()

    @Slot()
    def _resume(self) -> None:
        try:
            self._backups.resume_thinning()
        except RegisterError as error:
            self.problem.emit(str(error))
        self.show_backups()

    @Slot(str)
    def _choose(self, key: str) -> None:
        """Look into a backup; of one chosen while another is looked into, only the title shows."""
        self._chosen = chosen = self._listed[key]
        self.page.show_detail(DetailShown(title_of(chosen, self._work.today), _LOOKING, ""))
        if not self._background.is_busy:
            self._look_into(chosen)

    def _look_into(self, backup: Backup) -> None:
        self._looked_into = backup
        look = partial(_look, self._backups, backup)
        self._background.run(look, self._show_found, self._show_damage)

    def _show_found(self, found: tuple[Contents, Loss]) -> None:
        contents, loss = found
        self._show(contents_in_words(contents), loss_in_words(loss))

    def _show_damage(self, sentence: str) -> None:
        self._show("", "", sentence)

    def _show(self, held: str, lost: str, problem: str = "") -> None:
        """Show what was found, unless another backup was chosen meanwhile: then look into that."""
        looked_into, chosen = self._looked_into, self._chosen
        if chosen is None:
            return
        if chosen != looked_into:
            self._look_into(chosen)
            return
        title = title_of(chosen, self._work.today)
        self.page.show_detail(DetailShown(title, held, lost, not problem, problem))

    @Slot(str)
    def _restore(self, passphrase: str) -> None:
        if self._chosen is None:
            return
        who = ByPassphrase(self._work.person, passphrase)
        try:
            check_credential(self._folder, who, self._work.clock())
        except RegisterError as error:
            self.page.show_restoring_problem(str(error))
            return
        self.closed_task.emit(restoring(self._folder, self._chosen, who, self._work.clock()))

    @Slot()
    def _remove(self) -> None:
        chosen = self._chosen
        if chosen is None or not ask_yes_no(
            self.page, _REMOVE, _NO_MORE, "Slet kopien", "Behold den"
        ):
            return
        try:
            self._backups.remove(chosen)
        except RegisterError as error:
            self.problem.emit(str(error))
            return
        self._forget_chosen()
        self.show_backups()

    @Slot()
    def _forget_chosen(self) -> None:
        """Look into no backup any more: it is gone, or will soon hold something else."""
        self._chosen = None
        self.page.show_detail(None)


def _list(backups: Backups, folder: Path) -> tuple[tuple[Backup, ...], BackupPlan, bool]:
    plan = backups.plan
    return backups.listed(), plan, are_on_one_disk(folder, plan.second_place)


def _look(backups: Backups, backup: Backup) -> tuple[Contents, Loss]:
    return backups.contents(backup), backups.loss(backup)
