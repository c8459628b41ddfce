"""The desk: the rooms of an unlocked register, from unlocking to locking."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from app.conductors.case import Bookmark, CaseConductor
from app.conductors.citizens import CitizensConductor, TodayConductor
from app.conductors.profile import (
    FORM,
    ProfileConductor,
    clinic_in,
    keep_profile,
    opening_answers,
)
from app.conductors.settings import SettingsConductor
from app.open_case import OpenCase, new_case, read_case
from app.preferences import Preferences
from app.saving import SavingReport
from app.setting import Setting
from app.trouble import READING_TROUBLE
from app.wording import clock_in_words
from app.work import Work
from models.case import Case
from models.course import Form
from storage.errors import RegisterError
from views.screen.navigation import Room
from views.screen.window import MainWindow


class Desk(QObject):
    """Shows the rooms in the window; nothing of it outlives the lock but a bookmark."""

    preferences_changed = Signal(Preferences)

    def __init__(self, window: MainWindow, work: Work, setting: Setting) -> None:
        super().__init__()
        self._window = window
        self.work = work
        self._setting = setting
        self._clinic = clinic_in(work.register, work.supplies)
        self._report = SavingReport(work.register)
        self._citizens = CitizensConductor(work)
        self._today = TodayConductor(work)
        self._settings = SettingsConductor(setting.preferences, setting.preferences_file)
        self._case: CaseConductor | None = None
        self._trouble = False
        self._saved_at = ""
        self._profile: ProfileConductor | None = None
        self._connect()
        if setting.is_practice:
            window.show_practice_banner()

    def begin(self, bookmark: Bookmark | None, room: Room = Room.TODAY) -> None:
        """Show what one was at when it was locked, else *room*."""
        if bookmark is None or not self._open(bookmark.case_id):
            self._go_to(room)
        elif self._case:
            self._case.return_to(bookmark)
        if fault := self.work.register.opening_fault():
            self._say_problem(fault.sentence)

    def put_away(self) -> Bookmark | None:
        """Hand everything to the register, and return where one was; asks nothing."""
        self._window.room_chosen.disconnect(self._go_to)
        self._report.failed.disconnect(self._say_trouble)
        self._report.saved.disconnect(self._note_saved)
        bookmark = self._case.bookmark if self._case else None
        self._close_case()
        for conductor in (self._citizens, self._today, self._settings):
            conductor.page.deleteLater()
        return bookmark

    def _connect(self) -> None:
        self._window.room_chosen.connect(self._go_to)
        self._report.saved.connect(self._note_saved)
        self._report.failed.connect(self._say_trouble)
        self._citizens.citizen_chosen.connect(self._choose_citizen)
        self._citizens.new_asked.connect(self._begin_contact)
        self._today.citizen_chosen.connect(self._choose_citizen)
        self._settings.changed.connect(self._change_preferences)
        self._settings.profile_asked.connect(self._ask_profile)
        for conductor in (self._citizens, self._today, self._settings):
            conductor.problem.connect(self._say_problem)

    @Slot(Room)
    def _go_to(self, room: Room) -> None:
        self._say_problem("")
        self._close_case()
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
        self._close_case()
        self._case = CaseConductor(OpenCase(case, self.work), self.work, self._clinic)
        self._case.back_asked.connect(self._go_to_citizens)
        self._case.profile_asked.connect(self._ask_profile)
        self._case.changed.connect(self._show_saving)
        self._case.signed.connect(self._note_signed)
        self._case.problem.connect(self._say_problem)
        self._window.mark_room(Room.CITIZENS)
        self._window.show_page(self._case.screen)

    def _close_case(self) -> None:
        if self._case:
            self._case.save()
            self._window.forget_page(self._case.screen)
            self._case = None
        if self._profile:
            self._keep_profile()
            self._window.forget_page(self._profile.page)
            self._profile = None

    @Slot()
    def _go_to_citizens(self) -> None:
        self._go_to(Room.CITIZENS)

    @Slot()
    def _ask_profile(self) -> None:
        self._close_case()
        try:
            answers = opening_answers(self.work.register, self.work.supplies)
        except READING_TROUBLE as error:
            self._say_problem(str(error))
            return
        self._profile = ProfileConductor(self.work.supplies.newest(FORM), answers)
        self._profile.offer_saving()
        self._profile.settled.connect(self._keep_profile)
        self._profile.accepted.connect(self._leave_profile)
        self._profile.problem.connect(self._say_problem)
        self._window.mark_room(Room.SETTINGS)
        self._window.show_page(self._profile.page)

    @Slot()
    def _keep_profile(self) -> None:
        """Keep what is said of the clinic so far, complete or not."""
        if self._profile is None or not self._profile.has_changed:
            return
        try:
            self._clinic = keep_profile(self._profile.answers, self.work)
        except RegisterError as error:
            self._say_problem(str(error))
        else:
            self._profile.note_kept()
            self._note_signed()

    @Slot()
    def _leave_profile(self) -> None:
        self._go_to(Room.SETTINGS)

    @Slot(Preferences)
    def _change_preferences(self, preferences: Preferences) -> None:
        self.preferences_changed.emit(preferences)

    @Slot(datetime)
    def _note_saved(self, changed: datetime) -> None:
        self._saved_at = clock_in_words(changed)
        if self._trouble:
            self._trouble = False
            self._window.say_problem("")
        self._show_saving()

    @Slot()
    def _note_signed(self) -> None:
        self._saved_at = clock_in_words(self.work.clock())
        self._show_saving()

    @Slot()
    def _show_saving(self) -> None:
        """Say *Gemt* only when the disk has all that stands on the screen."""
        is_kept = self._case is None or self._case.is_kept
        if self._trouble:
            self._window.say_saved("Ikke gemt endnu")
        elif not is_kept or self.work.register.has_waiting():
            self._window.say_saved("Gemmer …")
        elif self._saved_at:
            self._window.say_saved(f"Gemt kl. {self._saved_at}")

    @Slot(str)
    def _say_trouble(self, sentence: str) -> None:
        self._trouble = True
        self._show_saving()
        self._window.say_problem(sentence)

    @Slot(str)
    def _say_problem(self, sentence: str) -> None:
        self._window.say_problem(sentence)
