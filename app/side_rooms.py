"""The pages beside the three rooms: profile, own forms, access, backups, upkeep, erasing."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.backup_watch import BackupWatch
from app.closed_task import ClosedTask
from app.conductors.backups import BackupsConductor
from app.conductors.case import CaseConductor
from app.conductors.erase import EraseConductor
from app.conductors.own_forms import OwnFormsConductor
from app.conductors.people import PeopleConductor
from app.conductors.profile import FORM, ProfileConductor, keep_profile, opening_answers
from app.conductors.upkeep import UpkeepConductor
from app.setting import Setting
from app.trouble import READING_TROUBLE
from app.work import Work
from models.clinic import Clinic
from storage.errors import RegisterError
from views.screen.navigation import Room
from views.screen.window import MainWindow

_Conductor = (
    BackupsConductor
    | EraseConductor
    | OwnFormsConductor
    | PeopleConductor
    | ProfileConductor
    | UpkeepConductor
)


class SideRooms(QObject):
    """Has one page beside the rooms at a time; `left` says into which room the way back leads."""

    left = Signal(Room)
    citizen_chosen = Signal(str)
    clinic_changed = Signal(Clinic)
    closed_task = Signal(ClosedTask)
    problem = Signal(str)

    def __init__(
        self, window: MainWindow, work: Work, setting: Setting, watch: BackupWatch
    ) -> None:
        super().__init__()
        self._window = window
        self._work = work
        self._setting = setting
        self._watch = watch
        self._open: _Conductor | None = None

    def close(self) -> None:
        """Put the open page away, with what was said on it kept."""
        conductor, self._open = self._open, None
        if conductor is None:
            return
        if isinstance(conductor, ProfileConductor):
            self._keep(conductor)
        if isinstance(conductor, BackupsConductor | EraseConductor | UpkeepConductor):
            conductor.put_away()
        self._window.forget_page(conductor.page)

    @Slot()
    def ask_profile(self) -> None:
        """Ask about the clinic."""
        try:
            answers = opening_answers(self._work.register, self._work.supplies)
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
            return
        profile = ProfileConductor(self._work.supplies.newest(FORM), answers)
        profile.offer_saving()
        profile.settled.connect(self._keep_profile)
        profile.accepted.connect(self._go_to_settings)
        profile.problem.connect(self.problem)
        self._show(profile, profile.page)

    @Slot()
    def ask_people(self) -> None:
        """Show who has access."""
        setting = self._setting
        people = PeopleConductor(self._work, setting.folder, is_practice=setting.is_practice)
        people.back_asked.connect(self._go_to_settings)
        people.closed_task.connect(self.closed_task)
        people.show_people()
        self._show(people, people.page)

    @Slot()
    def ask_backups(self) -> None:
        """Show the backups."""
        backups = BackupsConductor(self._work, self._setting.folder, self._watch)
        backups.back_asked.connect(self._go_to_settings)
        backups.closed_task.connect(self.closed_task)
        backups.problem.connect(self.problem)
        self._show(backups, backups.page)

    @Slot()
    def ask_upkeep(self) -> None:
        """Show whether the register is as it should be."""
        upkeep = UpkeepConductor(self._work)
        upkeep.back_asked.connect(self._go_to_settings)
        upkeep.problem.connect(self.problem)
        self._show(upkeep, upkeep.page)

    @Slot()
    def ask_forms(self) -> None:
        """Show the clinic's own forms."""
        forms = OwnFormsConductor(self._work)
        forms.back_asked.connect(self._go_to_settings)
        forms.problem.connect(self.problem)
        forms.show_forms()
        self._show(forms, forms.page)

    def ask_erasing(self, case: CaseConductor) -> None:
        """Ask whether the citizen of *case*, which is to be put away, is to be erased."""
        erasing = EraseConductor(self._work, self._setting.folder, case.case, case.name)
        erasing.given_up.connect(self.citizen_chosen)
        erasing.finished.connect(self._go_to_citizens)
        self._show(erasing, erasing.page)

    def _show(self, conductor: _Conductor, page: QWidget) -> None:
        self.close()
        self._open = conductor
        self._window.show_page(page)
        page.setFocus()

    @Slot()
    def _go_to_settings(self) -> None:
        self.left.emit(Room.SETTINGS)

    @Slot()
    def _go_to_citizens(self) -> None:
        self.left.emit(Room.CITIZENS)

    @Slot()
    def _keep_profile(self) -> None:
        if isinstance(self._open, ProfileConductor):
            self._keep(self._open)

    def _keep(self, profile: ProfileConductor) -> None:
        """Keep what is said of the clinic so far, complete or not."""
        if not profile.has_changed:
            return
        try:
            clinic = keep_profile(profile.answers, self._work)
        except RegisterError as error:
            self.problem.emit(str(error))
        else:
            profile.note_kept()
            self.clinic_changed.emit(clinic)
