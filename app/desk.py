"""The desk: the rooms of an unlocked register, from unlocking to locking."""

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.backup_watch import BackupWatch
from app.bookmark import Bookmark
from app.clinic_file import CLINIC_CASE
from app.closed_task import ClosedTask
from app.conductors.case import CaseConductor
from app.conductors.profile import clinic_in
from app.conductors.settings import SettingsConductor
from app.desk_connections import ask_setting, connect_settings
from app.desk_warnings import own_rules_trouble, what_is_missing
from app.desk_ways import DeskWays
from app.list_rooms import ListRooms
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
from views.screen.navigation import Room
from views.screen.window import MainWindow


class Desk(QObject):
    """Shows the rooms in the window; nothing of it outlives the lock but a bookmark."""

    preferences_changed = Signal(Preferences)
    closed_task = Signal(ClosedTask)
    help_asked = Signal(str)

    def __init__(
        self, window: MainWindow, work: Work, setting: Setting, watch: BackupWatch
    ) -> None:
        super().__init__()
        self._window = window
        self.work = work
        self._watch = watch
        self._clinic = clinic_in(work.register, work.supplies)
        self._rules_trouble = own_rules_trouble(work)
        self._saving = SavingLine(window, work, self._is_kept)
        self._lists = ListRooms(work)
        self._settings = SettingsConductor(setting.preferences, setting.preferences_file)
        self._beside = SideRooms(window, work, setting, watch)
        self.ways = DeskWays(window, work, setting)
        self._case: CaseConductor | None = None
        self._connect()
        self._connect_ways()
        self._is_practice = setting.is_practice
        if setting.is_practice:
            window.show_practice_banner()

    def begin(self, bookmark: Bookmark | None, room: Room = Room.TODAY) -> None:
        """Show what one was at when it was locked and nothing over it, else *room*."""
        was_elsewhere = bookmark is not None and self._return_to(bookmark)
        if not was_elsewhere:
            self._go_to(room)
        self._watch.attend(self.work.register)
        register, trouble = self.work.register, self._rules_trouble
        if missing := what_is_missing(register, trouble, is_practice=self._is_practice):
            self._say_problem(missing)
        if not was_elsewhere:
            self.ways.offer_tour()

    def _return_to(self, bookmark: Bookmark) -> bool:
        """Show what one was at; whether it can still be shown."""
        if bookmark.case_id == CLINIC_CASE:
            return self._beside.return_to(bookmark)
        if self._open(bookmark.case_id) and self._case:
            self._case.return_to(bookmark)
        return self._case is not None

    @property
    def here(self) -> Bookmark | None:
        """Where one is in a case; None when no case is open."""
        return self._case.bookmark if self._case else None

    def put_away(self) -> Bookmark | None:
        """Hand everything to the register, and return where one was; asks nothing."""
        self._window.room_chosen.disconnect(self._go_to)
        self._watch.failed.disconnect(self._say_problem)
        self._saving.put_away()
        bookmark = self._case.bookmark if self._case else self._beside.bookmark
        self._close_pages()
        self.ways.put_away()
        self._lists.put_away()
        self._settings.page.deleteLater()
        return bookmark

    def _connect(self) -> None:
        self._window.room_chosen.connect(self._go_to)
        self._watch.failed.connect(self._say_problem)
        self._lists.citizen_chosen.connect(self._choose_citizen)
        self._lists.new_asked.connect(self._begin_contact)
        self._lists.task_chosen.connect(self._choose_task)
        self._lists.place_chosen.connect(self._go_back_to)
        self._lists.room_chosen.connect(self._go_to)
        self._lists.checklist_chosen.connect(self._open_checklist)
        self._lists.noted.connect(self._saving.note_deed)
        self._beside.left.connect(self._go_to)
        self._beside.citizen_chosen.connect(self._choose_citizen)
        self._beside.case_asked.connect(self._go_back_to)
        self._beside.guidance_chosen.connect(self._read_about)
        self._beside.clinic_changed.connect(self._change_clinic)
        self._beside.closed_task.connect(self.closed_task)
        self._beside.changed.connect(self._saving.show_saving)
        self._beside.signed.connect(self._saving.note_deed)
        for conductor in (self._lists, self._settings, self._beside):
            conductor.problem.connect(self._say_problem)

    def _connect_ways(self) -> None:
        self._settings.changed.connect(self.preferences_changed)
        self._settings.profile_asked.connect(self._ask_profile)
        connect_settings(self._settings, self._beside)
        ways = self.ways
        ways.room_chosen.connect(self._go_to)
        ways.citizen_chosen.connect(self._choose_citizen)
        ways.new_asked.connect(self._begin_contact)
        ways.rule_chosen.connect(self._read_about)
        ways.setting_chosen.connect(self._go_to_setting)
        # When what is being done is done: the lock takes the search and the desk away.
        later = Qt.ConnectionType.QueuedConnection
        ways.lock_asked.connect(self._window.lock_asked, later)
        ways.help_chosen.connect(self.help_asked)
        ways.problem.connect(self._say_problem)

    @Slot(Room)
    def _go_to(self, room: Room) -> None:
        if room is Room.HELP:
            # It lies over where one is, which stays as it is.
            self.help_asked.emit("")
            return
        self._say_problem("")
        self._close_pages()
        self._window.mark_room(room)
        match room:
            case Room.TODAY | Room.CITIZENS | Room.LETTERS | Room.OVERVIEW:
                page = self._lists.show(room)
                self._window.show_page(page)
                if room is Room.TODAY:
                    page.setFocus()
            case Room.GUIDELINES:
                self._beside.show_guidelines()
            case Room.SETTINGS:
                self._window.show_page(self._settings.page)

    @Slot(str)
    def _go_to_setting(self, name: str) -> None:
        self._go_to(Room.SETTINGS)
        ask_setting(name, self._settings)

    @Slot(str)
    def _read_about(self, rule: str) -> None:
        """Show a rule in the room of the guideline, with the way back to where one is."""
        came_from = self._case.bookmark if self._case else self._beside.bookmark
        self._go_to(Room.GUIDELINES)
        self._beside.show_guidelines(rule, came_from)

    @Slot(Bookmark)
    def _go_back_to(self, bookmark: Bookmark) -> None:
        self._say_problem("")
        self._return_to(bookmark)

    @Slot(str)
    def _choose_citizen(self, case_id: str) -> None:
        if self._open(case_id) and self._case:
            self._case.begin()

    @Slot(str, str)
    def _choose_task(self, case_id: str, task: str) -> None:
        if self._open(case_id) and self._case:
            self._case.open_task(task)

    @Slot(str)
    def _open_checklist(self, form: str) -> None:
        self._return_to(Bookmark(CLINIC_CASE, form=form))

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
        opened = OpenCase(case, self.work)
        self._case = CaseConductor(opened, self.work, self._clinic)
        self.ways.attend(self._case, opened, self._clinic)
        self._case.back_asked.connect(self._go_to_citizens)
        self._case.profile_asked.connect(self._ask_profile)
        self._case.erasing_asked.connect(self._ask_erasing)
        self._case.screen.rule_chosen.connect(self._read_about)
        self._case.changed.connect(self._saving.show_saving)
        self._case.signed.connect(self._saving.note_deed)
        self._case.problem.connect(self._say_problem)
        self._case.conversation.alone_asked.connect(self._window.show_alone)
        self._case.conversation.ordinary_asked.connect(self._window.show_page)
        self._window.mark_room(Room.CITIZENS)
        self._window.show_page(self._case.screen)

    def _close_pages(self) -> None:
        if self._case:
            self._case.save()
            self.ways.leave_case()
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
        return self._beside.is_kept and (self._case is None or self._case.is_kept)

    @Slot(str)
    def _say_problem(self, sentence: str) -> None:
        self._window.say_problem(sentence)
