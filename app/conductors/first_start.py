"""The conductor of the first start: from nothing to a register that can be opened again."""

import os
import time
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.background import Background
from app.conductors.profile import FORM, ProfileConductor, keep_profile
from app.letter_files import LetterFileError, write_letter_file
from app.printing import PrintingError, print_pdf
from app.recovery_paper import sheet_pdf
from app.supplies import supplies
from app.work import Clock, Work
from forms.outline import starting_answers
from storage.backups import Reason, backup_at
from storage.errors import RegisterError, RegisterExistsError
from storage.file_names import has_register
from storage.key_file import people
from storage.keys import calibrated_cost
from storage.open_backups import Backups
from storage.place_risk import risk_of
from storage.register import create_register
from views.paper.faults import UnprintableLetterError
from views.screen.first_start.sequence import FirstStart, Page

_WHOLE_PATH = "Skriv hele stien til mappen, eller vælg den."
_IS_BACKUP = (
    "Mappen er en sikkerhedskopi. Tryk på »Hent fra en sikkerhedskopi …« i stedet, så bliver "
    "kopien ved med at være, som den er."
)
_NOT_THERE = "Kartoteket kan ikke ligge dér, for der må du ikke skrive. Vælg en anden mappe."


class FirstStartConductor(QObject):
    """Says `made` with the work that can begin, or which other register to open.

    `restoring_asked` names the empty folder that a register is to be put back into.
    """

    made = Signal(Work, Path)
    existing_chosen = Signal(Path)
    restoring_asked = Signal(Path)
    practice_asked = Signal()

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__()
        form = supplies().newest(FORM)
        self._profile = ProfileConductor(form, starting_answers(form))
        self.screen = FirstStart(str(folder), self._profile.page)
        self._folder = folder
        self._clock = clock
        self._work: Work | None = None
        self._recovery_key = ""
        self._risk_taken: Path | None = None
        self._background = Background()
        self._connect()

    def put_away(self) -> None:
        """Close the register when the first start ends before it is finished."""
        if self._work:
            self._work.register.close(even_unsaved=True)

    def _connect(self) -> None:
        self.screen.folder_chosen.connect(self._choose_folder)
        self.screen.existing_chosen.connect(self._choose_existing)
        self.screen.restoring_asked.connect(self._choose_for_restoring)
        self.screen.practice_asked.connect(self.practice_asked)
        self.screen.profile_accepted.connect(self._profile.accept)
        self._profile.accepted.connect(self._ask_person)
        self._profile.problem.connect(self.screen.show_problem)
        self._profile.turned.connect(self._lead_on)
        self.screen.lead_on_from_profile(at_end=False)
        self.screen.person_given.connect(self._make)
        self.screen.recovery_typed.connect(self._try_recovery)
        self.screen.print_sheet_asked.connect(self._print_sheet)
        self.screen.save_sheet_asked.connect(self._save_sheet)
        self.screen.backup_place_chosen.connect(self._choose_backup_place)
        self.screen.backup_skipped.connect(self._end)
        self.screen.finished.connect(self._finish)

    @Slot(bool)
    def _lead_on(self, is_at_end: bool) -> None:  # noqa: FBT001 - from a signal
        self.screen.show_problem("")
        self.screen.lead_on_from_profile(at_end=is_at_end)

    @Slot(str)
    def _choose_folder(self, folder: str) -> None:
        if self._can_take(Path(folder)):
            self.screen.go_to(Page.PROFILE)

    @Slot(str)
    def _choose_for_restoring(self, folder: str) -> None:
        if self._can_take(Path(folder)):
            self.restoring_asked.emit(self._folder)

    def _can_take(self, folder: Path) -> bool:
        """Say what is wrong with the folder for a register, or what threatens one there."""
        self._folder = folder
        if problem := _problem_with(folder):
            self.screen.show_problem(problem)
            return False
        if folder != self._risk_taken and (risk := risk_of(folder)):
            # Chosen once more after the warning, it is meant.
            self._risk_taken = folder
            self.screen.show_risk(risk)
            return False
        return True

    @Slot(str)
    def _choose_existing(self, folder: str) -> None:
        try:
            people(Path(folder))
        except RegisterError as error:
            self.screen.show_problem(str(error))
            return
        if backup_at(Path(folder)) is None:
            self.existing_chosen.emit(Path(folder))
        else:
            self.screen.show_problem(_IS_BACKUP)

    @Slot()
    def _ask_person(self) -> None:
        self.screen.go_to(Page.PERSON)

    @Slot(str, str)
    def _make(self, person: str, passphrase: str) -> None:
        now = self._clock()
        try:
            cost = calibrated_cost(time.perf_counter)
            register, key = create_register(self._folder, person, passphrase, now, cost)
        except RegisterError as error:
            self.screen.show_problem(str(error))
            return
        self._work = Work(register, supplies(), self._clock, person)
        self._recovery_key = key
        self.screen.show_recovery_key(key)
        self.screen.go_to(Page.RECOVERY)
        self._keep_profile(self._work)

    @Slot(str)
    def _try_recovery(self, typed: str) -> None:
        if self._work is None:
            return
        try:
            self._work.register.access.confirm_sheet(typed, self._work.person, self._clock())
        except RegisterError as error:
            self.screen.show_problem(str(error))
            return
        self._recovery_key = ""
        self.screen.go_to(Page.BACKUP)

    @Slot(str)
    def _choose_backup_place(self, typed: str) -> None:
        place = Path(typed)
        if self._work is None or self._background.is_busy:
            return
        if not place.is_absolute():
            self.screen.show_problem(_WHOLE_PATH)
            return
        self.screen.show_busy(busy=True)
        trying = partial(_trouble_with, place, self._work.register.backups, self._clock())
        self._background.run(trying, partial(self._settle_place, place), self._refuse_place)

    def _settle_place(self, place: Path, trouble: str) -> None:
        if trouble:
            self._refuse_place(trouble)
            return
        self.screen.show_busy(busy=False)
        self.screen.show_second_place(str(place))
        self._end()

    def _refuse_place(self, sentence: str) -> None:
        self.screen.show_busy(busy=False)
        self.screen.show_problem(sentence)

    @Slot()
    def _end(self) -> None:
        self.screen.go_to(Page.DONE)

    @Slot()
    def _print_sheet(self) -> None:
        try:
            print_pdf(self._sheet(), self.screen)
        except (PrintingError, UnprintableLetterError) as error:
            self.screen.show_problem(str(error))

    @Slot(str)
    def _save_sheet(self, path: str) -> None:
        try:
            write_letter_file(Path(path), self._sheet())
        except (LetterFileError, UnprintableLetterError) as error:
            self.screen.show_problem(str(error))

    def _sheet(self) -> bytes:
        person = self._work.person if self._work else ""
        return sheet_pdf(self._recovery_key, person, self._clock().date())

    @Slot()
    def _finish(self) -> None:
        if self._work and self._keep_profile(self._work):
            self.made.emit(self._work, self._folder)

    def _keep_profile(self, work: Work) -> bool:
        try:
            keep_profile(self._profile.answers, work)
        except RegisterError as error:
            self.screen.show_problem(str(error))
            return False
        return True


def _problem_with(folder: Path) -> str:
    """Return in a sentence why no register can be made in *folder*; empty when one can."""
    if not folder.is_absolute():
        return _WHOLE_PATH
    try:
        if has_register(folder):
            return str(RegisterExistsError())
        nearest = next(place for place in (folder, *folder.parents) if place.exists())
    except OSError:
        return _NOT_THERE
    return "" if nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK) else _NOT_THERE


def _trouble_with(place: Path, backups: Backups, now: datetime) -> str:
    """Put the first backup in *place*, too, and return why that could not be; empty when it could.

    A place that does not take it is not kept. Raises `RegisterError`.
    """
    backups.set_second_place(place)
    try:
        made = backups.make(Reason.AUTOMATIC, now)
    except RegisterError:
        backups.set_second_place(None)
        raise
    if len(made) > 1:
        return ""
    trouble = backups.trouble
    backups.set_second_place(None)
    return trouble
