"""The desk: the rooms of an unlocked register, from unlocking to locking."""

from PySide6.QtCore import QObject, Signal, Slot

from app.backup_watch import BackupWatch
from app.bookmark import Bookmark
from app.closed_task import ClosedTask
from app.conductors.case import CaseConductor
from app.conductors.citizens import CitizensConductor, TodayConductor
from app.conductors.profile import clinic_in
from app.conductors.settings import SettingsConductor
from app.open_case import OpenCase, new_case, read_case
from app.preferences import Preferences
from app.saving_line import SavingLine
from app.setting import Setting
from app.side_rooms import SideRooms
from app.trouble import READING_TROUBLE
from app.work import Work
from models.case import Case
from models.clinic import Clinic
from models.course import Form
from storage.errors import RegisterError
from views.screen.navigation import Room
from views.screen.window import MainWindow

_NO_SHEET = (
    "Der er intet gendannelsesark til kartoteket: glemmes adgangssætningen, kan ingen åbne det. "
    "Lav et under Indstillinger, Personer og adgang."
)


class Desk(QObject):
    """Shows the rooms in the window; nothing of it outlives the lock but a bookmark."""

    preferences_changed = Signal(Preferences)
    closed_task = Signal(ClosedTask)

    def __init__(
        self, window: MainWindow, work: Work, setting: Setting, watch: BackupWatch
    ) -> None:
        super().__init__()
        self._window = window
        self.work = work
        self._watch = watch
        self._clinic = clinic_in(work.register, work.supplies)
        self._saving = SavingLine(window, work, self._is_kept)
        self._citizens = CitizensConductor(work)
        self._today = TodayConductor(work)
        self._settings = SettingsConductor(setting.preferences, setting.preferences_file)
        self._beside = SideRooms(window, work, setting, watch)
        self._case: CaseConductor | None = None
        self._connect()
        self._connect_settings()
        self._is_practice = setting.is_practice
        if setting.is_practice:
            window.show_practice_banner()

    def begin(self, bookmark: Bookmark | None, room: Room = Room.TODAY) -> None:
        """Show what one was at when it was locked, else *room*."""
        if bookmark is None or not self._open(bookmark.case_id):
            self._go_to(room)
        elif self._case:
            self._case.return_to(bookmark)
        self._watch.attend(self.work.register)
        self._say_what_is_missing()

    def _say_what_is_missing(self) -> None:
        register = self.work.register
        try:
            lacks_sheet = not self._is_practice and not register.access.has_sheet()
        except RegisterError as error:
            self._say_problem(str(error))
            return
        if fault := register.opening_fault():
            self._say_problem(f"{fault.sentence} Se Eftersyn under Indstillinger.")
        elif lacks_sheet:
            self._say_problem(_NO_SHEET)

    def put_away(self) -> Bookmark | None:
        """Hand everything to the register, and return where one was; asks nothing."""
        self._window.room_chosen.disconnect(self._go_to)
        self._watch.failed.disconnect(self._say_problem)
        self._saving.put_away()
        bookmark = self._case.bookmark if self._case else None
        self._close_pages()
        for conductor in (self._citizens, self._today, self._settings):
            conductor.page.deleteLater()
        return bookmark

    def _connect(self) -> None:
        self._window.room_chosen.connect(self._go_to)
        self._watch.failed.connect(self._say_problem)
        self._citizens.citizen_chosen.connect(self._choose_citizen)
        self._citizens.new_asked.connect(self._begin_contact)
        self._today.citizen_chosen.connect(self._choose_citizen)
        self._beside.left.connect(self._go_to)
        self._beside.citizen_chosen.connect(self._choose_citizen)
        self._beside.clinic_changed.connect(self._change_clinic)
        self._beside.closed_task.connect(self.closed_task)
        for conductor in (self._citizens, self._today, self._settings, self._beside):
            conductor.problem.connect(self._say_problem)

    def _connect_settings(self) -> None:
        self._settings.changed.connect(self.preferences_changed)
        self._settings.profile_asked.connect(self._ask_profile)
        self._settings.people_asked.connect(self._beside.ask_people)
        self._settings.backups_asked.connect(self._beside.ask_backups)
        self._settings.upkeep_asked.connect(self._beside.ask_upkeep)
        self._settings.forms_asked.connect(self._beside.ask_forms)

    @Slot(Room)
    def _go_to(self, room: Room) -> None:
        self._say_problem("")
        self._close_pages()
        self._window.mark_room(room)
        match room:
            case Room.TODAY:
                self._today.show_due()
                self._window.show_page(self._today.page)
            case Room.CITIZENS:
                self._citizens.show_citizens()
                self._window.show_page(self._citizens.page)
            case Room.SETTINGS:
                self._window.show_page(self._settings.page)

    @Slot(str)
    def _choose_citizen(self, case_id: str) -> None:
        if self._open(case_id) and self._case:
            self._case.begin()

    @Slot()
    def _begin_contact(self) -> None:
        self._lead(new_case(self.work))
        if self._case:
            self._case.open_step(Form.CONTACT)

    def _open(self, case_id: str) -> bool:
        try:
            case = read_case(case_id, self.work)
        except READING_TROUBLE as error:
            self._say_problem(str(error))
            return False
        self._lead(case)
        return True

    def _lead(self, case: Case) -> None:
        self._close_pages()
        self._case = CaseConductor(OpenCase(case, self.work), self.work, self._clinic)
        self._case.back_asked.connect(self._go_to_citizens)
        self._case.profile_asked.connect(self._ask_profile)
        self._case.erasing_asked.connect(self._ask_erasing)
        self._case.changed.connect(self._saving.show_saving)
        self._case.signed.connect(self._saving.note_deed)
        self._case.problem.connect(self._say_problem)
        self._window.mark_room(Room.CITIZENS)
        self._window.show_page(self._case.screen)

    def _close_pages(self) -> None:
        if self._case:
            self._case.save()
            self._window.forget_page(self._case.screen)
            self._case = None
        self._beside.close()

    @Slot()
    def _go_to_citizens(self) -> None:
        self._go_to(Room.CITIZENS)

    @Slot()
    def _ask_profile(self) -> None:
        self._close_pages()
        self._window.mark_room(Room.SETTINGS)
        self._beside.ask_profile()

    @Slot()
    def _ask_erasing(self) -> None:
        if case := self._case:
            self._say_problem("")
            self._close_pages()
            self._beside.ask_erasing(case)

    @Slot(Clinic)
    def _change_clinic(self, clinic: Clinic) -> None:
        self._clinic = clinic
        self._saving.note_deed()

    def _is_kept(self) -> bool:
        return self._case is None or self._case.is_kept

    @Slot(str)
    def _say_problem(self, sentence: str) -> None:
        self._window.say_problem(sentence)
