"""The conductor of who has access: every deed asks for the passphrase of the person at work."""

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.closed_task import ClosedTask
from app.letter_files import LetterFileError, write_letter_file
from app.printing import PrintingError, print_pdf
from app.recovery_paper import sheet_pdf
from app.work import Clock, Work
from storage.credentials import ByPassphrase
from storage.errors import RegisterError
from storage.keys import calibrated_cost
from storage.rekeying import remove_person
from storage.unlocking import check_credential
from views.paper.faults import UnprintableLetterError
from views.screen.people_page import PeoplePage, PeopleShown

_TO_BE_CHANGED = "Kender andre adgangssætningen, så skal den skiftes ved den første oplåsning."
_CHANGED = "Din adgangssætning er skiftet. Brug den nye, næste gang du låser op."
_SHEET_IN_USE = (
    "Det nye gendannelsesark gælder, og det gamle virker ikke mere. Læg det nye i det aflåste skab."
)


class PeopleConductor(QObject):
    """Says `closed_task` when somebody's access is to be taken away: that needs a closed register.

    A deed comes to its end before the window listens again, so a lock can never cut it short.
    """

    back_asked = Signal()
    closed_task = Signal(ClosedTask)

    def __init__(self, work: Work, folder: Path, *, is_practice: bool) -> None:
        """*folder* is the register's; the access to the practice register cannot be changed."""
        super().__init__()
        self.page = PeoplePage()
        self._work = work
        self._folder = folder
        self._can_change = not is_practice
        self._new_key = ""
        self.page.back_asked.connect(self.back_asked)
        self.page.addition_asked.connect(self._add)
        self.page.change_asked.connect(self._change)
        self.page.removal_asked.connect(self._remove)
        self.page.sheet_asked.connect(self._make_sheet)
        self.page.sheet_typed_back.connect(self._use_sheet)
        self.page.print_sheet_asked.connect(self._print_sheet)
        self.page.save_sheet_asked.connect(self._save_sheet)
        self.page.given_up.connect(self._forget_key)

    def show_people(self, done: str = "") -> None:
        """Show who has access, and *done*, what was just done."""
        self._new_key = ""
        me = self._work.person
        try:
            people = self._work.register.access.people()
            has_sheet = self._work.register.access.has_sheet()
        except RegisterError as error:
            self.page.show_problem(str(error))
            return
        others = tuple(person for person in people if person != me)
        self.page.show_people(PeopleShown(me, others, has_sheet, self._can_change), done)

    @Slot(str, str, str)
    def _add(self, name: str, passphrase: str, own: str) -> None:
        access, me, now = self._work.register.access, self._work.person, self._work.clock()
        self.page.show_busy()
        try:
            check_credential(self._folder, ByPassphrase(me, own), self._work.clock())
            access.add_person(name, passphrase, me, now, calibrated_cost(time.perf_counter))
        except RegisterError as error:
            self.page.show_problem(str(error))
        else:
            self.show_people(f"{name} kan nu låse kartoteket op. {_TO_BE_CHANGED}")

    @Slot(str, str)
    def _change(self, old: str, new: str) -> None:
        access, me, now = self._work.register.access, self._work.person, self._work.clock()
        self.page.show_busy()
        try:
            access.change_passphrase(me, old, new, now, calibrated_cost(time.perf_counter))
        except RegisterError as error:
            self.page.show_problem(str(error))
        else:
            self.show_people(_CHANGED)

    @Slot(str, str)
    def _remove(self, name: str, own: str) -> None:
        """Look at the passphrase while one can still type it again, and leave the rest."""
        who = ByPassphrase(self._work.person, own)
        self.page.show_busy()
        try:
            check_credential(self._folder, who, self._work.clock())
        except RegisterError as error:
            self.page.show_problem(str(error))
            return
        run = partial(_removed, self._folder, who, name, self._work.clock)
        self.closed_task.emit(ClosedTask("Kartoteket får en ny nøgle", run))

    @Slot(str)
    def _make_sheet(self, own: str) -> None:
        access, me = self._work.register.access, self._work.person
        self.page.show_busy()
        try:
            check_credential(self._folder, ByPassphrase(me, own), self._work.clock())
            self._new_key = access.new_sheet(calibrated_cost(time.perf_counter))
        except RegisterError as error:
            self.page.show_problem(str(error))
        else:
            self.page.show_sheet(self._new_key)

    @Slot(str)
    def _use_sheet(self, typed: str) -> None:
        self.page.show_busy()
        try:
            self._work.register.access.confirm_sheet(typed, self._work.person, self._work.clock())
        except RegisterError as error:
            self.page.show_problem(str(error))
        else:
            self.show_people(_SHEET_IN_USE)

    @Slot()
    def _print_sheet(self) -> None:
        try:
            print_pdf(self._sheet(), self.page, self._work.printer.name)
        except (PrintingError, UnprintableLetterError) as error:
            self.page.show_problem(str(error))

    @Slot(str)
    def _save_sheet(self, path: str) -> None:
        try:
            write_letter_file(Path(path), self._sheet())
        except (LetterFileError, UnprintableLetterError) as error:
            self.page.show_problem(str(error))

    def _sheet(self) -> bytes:
        return sheet_pdf(self._new_key, self._work.person, self._work.today)

    @Slot()
    def _forget_key(self) -> None:
        self._new_key = ""


def _removed(folder: Path, who: ByPassphrase, name: str, clock: Clock) -> str:
    """Remove *name* from the closed register in *folder*, and return what to say at the door."""
    removed = remove_person(folder, who, name, clock())
    said = [f"{name} har ikke længere adgang, og kartoteket har fået en ny nøgle."]
    if removed.cannot_open:
        others = ", ".join(removed.cannot_open)
        said.append(f"Den nye nøgle kunne ikke gives til alle. Giv på ny adgang til: {others}.")
    if removed.needs_sheet:
        said.append("Gendannelsesarket virker ikke mere. Lav et nyt med det samme.")
    return " ".join([*said, "Lås op med din adgangssætning."])
