"""The pages beside the other rooms: the guideline, the clinic's own matters, access, upkeep."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.backup_watch import BackupWatch
from app.bookmark import Bookmark
from app.clinic_file import CLINIC_CASE, read_clinic_case
from app.closed_task import ClosedTask
from app.conductors.backups import BackupsConductor
from app.conductors.case import CaseConductor
from app.conductors.checklists import ChecklistsConductor
from app.conductors.erase import EraseConductor
from app.conductors.guidelines import GuidelinesConductor
from app.conductors.letter_paper import LetterPaperConductor
from app.conductors.own_forms import OwnFormsConductor
from app.conductors.people import PeopleConductor
from app.conductors.profile import (
    FORM,
    ProfileConductor,
    clinic_in,
    keep_profile,
    opening_answers,
)
from app.conductors.upkeep import UpkeepConductor
from app.conductors.wordings import WordingsConductor
from app.setting import Setting
from app.side_conductors import IN_OWN_FILE, PUT_AWAY, OffSettings, SideConductor
from app.trouble import READING_TROUBLE
from app.work import Work
from models.clinic import Clinic
from models.letters.own_wording import FORM as OWN_WORDING
from models.own_rules import FORM as OWN_RULE
from storage.errors import RegisterError
from views.screen.navigation import Room
from views.screen.window import MainWindow

_InOwnFile = ChecklistsConductor | WordingsConductor


class SideRooms(QObject):
    """Has one page beside the rooms at a time; `left` says into which room the way back leads."""

    left = Signal(Room)
    citizen_chosen = Signal(str)
    case_asked = Signal(Bookmark)
    clinic_changed = Signal(Clinic)
    closed_task = Signal(ClosedTask)
    changed = Signal()
    signed = Signal()
    guidance_chosen = Signal(str)
    problem = Signal(str)

    def __init__(
        self, window: MainWindow, work: Work, setting: Setting, watch: BackupWatch
    ) -> None:
        super().__init__()
        self._window = window
        self._work = work
        self._setting = setting
        self._watch = watch
        self._open: SideConductor | None = None
        self._came_from: Bookmark | None = None

    @property
    def bookmark(self) -> Bookmark | None:
        """Where one is in the clinic's own file, or came from in a case; None when nowhere."""
        return (isinstance(self._open, IN_OWN_FILE) and self._open.bookmark) or self._came_from

    @property
    def is_kept(self) -> bool:
        """Whether the register was handed all that stands in the clinic's own file."""
        return not isinstance(self._open, IN_OWN_FILE) or self._open.is_kept

    def close(self) -> None:
        """Put the open page away, with what was said on it kept."""
        conductor, self._open = self._open, None
        self._came_from = None
        if conductor is None:
            return
        if isinstance(conductor, ProfileConductor):
            self._keep(conductor)
        if isinstance(conductor, PUT_AWAY):
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
        at = self._setting
        people = PeopleConductor(self._work, at.folder, is_practice=at.is_practice)
        people.closed_task.connect(self.closed_task)
        people.show_people()
        self._lead_off_settings(people)

    @Slot()
    def ask_backups(self) -> None:
        """Show the backups."""
        backups = BackupsConductor(self._work, self._setting.folder, self._watch)
        backups.closed_task.connect(self.closed_task)
        self._lead_off_settings(backups)

    @Slot()
    def ask_upkeep(self) -> None:
        """Show whether the register is as it should be."""
        upkeep = UpkeepConductor(self._work)
        self._lead_off_settings(upkeep)

    @Slot()
    def ask_forms(self) -> None:
        """Show the clinic's own forms."""
        forms = OwnFormsConductor(self._work)
        forms.show_forms()
        self._lead_off_settings(forms)

    @Slot()
    def ask_checklists(self) -> None:
        """Show the checklists about the clinic."""
        self._lead_in_own_file(ChecklistsConductor)

    @Slot()
    def ask_wordings(self) -> None:
        """Show the texts of the letters."""
        self._lead_in_own_file(WordingsConductor)

    @Slot()
    def ask_letter_paper(self) -> None:
        """Show the letter paper."""
        paper = LetterPaperConductor(self._work)
        paper.profile_asked.connect(self.ask_profile)
        paper.clinic_changed.connect(self.clinic_changed)
        self._lead_off_settings(paper)
        paper.show_paper()

    def show_guidelines(self, rule: str = "", came_from: Bookmark | None = None) -> None:
        """Show the guideline and the law, at the *rule* of this key if any.

        The way back leads to where one *came_from*.
        """
        self._lead_guidelines().show_rules(rule, came_from)
        self._came_from = came_from

    def return_to(self, bookmark: Bookmark) -> bool:
        """Show the checklist or the own rule one was at; whether that can be shown."""
        if bookmark.form == OWN_RULE:
            guidelines = self._lead_guidelines()
            guidelines.show_rules()
            guidelines.return_to(bookmark)
            return True
        self._window.mark_room(Room.SETTINGS)
        kind = WordingsConductor if bookmark.form == OWN_WORDING else ChecklistsConductor
        led = self._lead_in_own_file(kind)
        if led:
            led.return_to(bookmark)
        return led is not None

    def ask_erasing(self, case: CaseConductor) -> None:
        """Ask whether the citizen of *case*, which is to be put away, is to be erased."""
        erasing = EraseConductor(self._work, self._setting.folder, case.case, case.name)
        erasing.given_up.connect(self.citizen_chosen)
        erasing.finished.connect(self._go_to_citizens)
        self._show(erasing, erasing.page)

    def _lead_guidelines(self) -> GuidelinesConductor:
        guidelines = GuidelinesConductor(self._work)
        guidelines.back_asked.connect(self._go_back_to_case)
        guidelines.checklist_asked.connect(self._open_checklist)
        guidelines.changed.connect(self.changed)
        guidelines.signed.connect(self.signed)
        guidelines.problem.connect(self.problem)
        self._window.mark_room(Room.GUIDELINES)
        self._show(guidelines, guidelines.page)
        return guidelines

    @Slot()
    def _go_back_to_case(self) -> None:
        if self._came_from:
            self.case_asked.emit(self._came_from)

    @Slot(str)
    def _open_checklist(self, form: str) -> None:
        self.return_to(Bookmark(CLINIC_CASE, form=form))

    def _lead_in_own_file(self, kind: type[_InOwnFile]) -> _InOwnFile | None:
        work = self._work
        try:
            case, clinic = read_clinic_case(work), clinic_in(work.register, work.supplies)
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
            return None
        leading = kind(case, work, clinic)
        leading.changed.connect(self.changed)
        leading.signed.connect(self.signed)
        if isinstance(leading, ChecklistsConductor):
            leading.guidance_chosen.connect(self.guidance_chosen)
            leading.show_lists()
        self._lead_off_settings(leading)
        return leading

    def _lead_off_settings(self, conductor: OffSettings) -> None:
        conductor.back_asked.connect(self._go_to_settings)
        if not isinstance(conductor, PeopleConductor):
            conductor.problem.connect(self.problem)
        self._show(conductor, conductor.page)

    def _show(self, conductor: SideConductor, page: QWidget) -> None:
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
