"""The first start from welcome to done; the conductor decides when to go on."""

from enum import IntEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from views.screen.first_start.backup_place import BackupPlacePage
from views.screen.first_start.page import StartPage
from views.screen.first_start.person import PersonPage
from views.screen.first_start.progress import Place
from views.screen.first_start.recovery import RecoveryPage
from views.screen.first_start.welcome import WelcomePage
from views.screen.look import Role, set_role
from views.screen.words import words


class Page(IntEnum):
    """The pages in their order."""

    WELCOME = 0
    PROFILE = 1
    PERSON = 2
    RECOVERY = 3
    BACKUP = 4
    DONE = 5


_DONE = (
    "Kartoteket er oprettet og krypteret. Fra nu af laver programmet selv sikkerhedskopier af det. "
    "Under Indstillinger kan du se dem, lave en kopi selv og hente kartoteket tilbage fra en kopi."
)
_ALSO_ELSEWHERE = "Kopierne kommer også til at ligge her: {place}"
_ON_ONE_DISK = (
    "Alle kopier er på samme disk som kartoteket, til du vælger et sted mere under Indstillinger."
)
_LOCK = (
    "Lås med Ctrl+L, når du går fra computeren. Du mister aldrig noget af det, du har skrevet, og "
    "kommer tilbage til det samme spørgsmål."
)


class FirstStart(QWidget):
    """Five calm steps and a last word; each says what was done, and `go_to` shows the next."""

    folder_chosen = Signal(str)
    existing_chosen = Signal(str)
    restoring_asked = Signal(str)
    practice_asked = Signal()
    profile_accepted = Signal()
    person_given = Signal(str, str)
    recovery_typed = Signal(str)
    print_sheet_asked = Signal()
    save_sheet_asked = Signal(str)
    backup_place_chosen = Signal(str)
    backup_skipped = Signal()
    finished = Signal()

    def __init__(self, folder: str, profile: QWidget) -> None:
        """*folder* is where the register would lie, *profile* the form about the clinic."""
        super().__init__()
        self._welcome = WelcomePage(_place(Page.WELCOME), folder)
        self._profile = StartPage(_place(Page.PROFILE), "Jeres sted", "Videre", fills=True)
        self._person = PersonPage(_place(Page.PERSON))
        self._recovery = RecoveryPage(_place(Page.RECOVERY))
        self._backup = BackupPlacePage(_place(Page.BACKUP))
        self._done = StartPage(_place(Page.DONE), "Så er I klar", "Begynd")
        self._stack = QStackedWidget()
        self._profile.add(profile)
        self._done.add(words(_DONE))
        self._copies = words(_ON_ONE_DISK)
        self._done.add(self._copies)
        self._done.add(words(_LOCK))
        self._done.back.hide()
        self._connect()
        for page in self._pages():
            self._stack.addWidget(page)
        self.setFocusProxy(self._welcome)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def go_to(self, page: Page) -> None:
        """Show *page*, and forget the passphrase once the register exists."""
        if page >= Page.RECOVERY:
            self._person.clear()
        if page > Page.RECOVERY:
            self._recovery.show_key("")
        self.show_problem("")
        self._stack.setCurrentIndex(page)
        self._pages()[page].focus_first()

    def show_problem(self, sentence: str) -> None:
        """Show *sentence* on the page one is at; an empty one takes it away."""
        self._pages()[self._stack.currentIndex()].show_problem(sentence)

    def show_risk(self, sentence: str) -> None:
        """Warn with *sentence* of the folder that was chosen for the register."""
        self._welcome.show_risk(sentence)

    def lead_on_from_profile(self, *, at_end: bool) -> None:
        """Let the button below the profile lead on when its questions are *at_end*.

        Until then the one among the questions does, and two would pull at the person.
        """
        set_role(self._profile.onward, Role.PRIMARY if at_end else Role.PLAIN)

    def show_busy(self, *, busy: bool) -> None:
        """Show that the first copy is being put in the place that was chosen for the copies."""
        self._backup.show_busy(busy=busy)

    def show_second_place(self, place: str) -> None:
        """Say on the last page that copies also go to *place*."""
        self._copies.setText(_ALSO_ELSEWHERE.format(place=place))

    def show_recovery_key(self, key: str) -> None:
        """Give the recovery page *key*, in groups parted by ``-``."""
        self._recovery.show_key(key)

    def _pages(self) -> tuple[StartPage, ...]:
        first = (self._welcome, self._profile, self._person)
        return (*first, self._recovery, self._backup, self._done)

    def _connect(self) -> None:
        self._welcome.folder_chosen.connect(self.folder_chosen)
        self._welcome.existing_chosen.connect(self.existing_chosen)
        self._welcome.restoring_asked.connect(self.restoring_asked)
        self._welcome.practice_asked.connect(self.practice_asked)
        self._profile.onward.clicked.connect(self.profile_accepted)
        self._profile.back_asked.connect(self._go_back)
        self._person.person_given.connect(self.person_given)
        self._person.back_asked.connect(self._go_back)
        self._recovery.recovery_typed.connect(self.recovery_typed)
        self._recovery.print_sheet_asked.connect(self.print_sheet_asked)
        self._recovery.save_sheet_asked.connect(self.save_sheet_asked)
        self._backup.place_chosen.connect(self.backup_place_chosen)
        self._backup.skipped.connect(self.backup_skipped)
        self._done.onward.clicked.connect(self.finished)

    @Slot()
    def _go_back(self) -> None:
        self.go_to(Page(self._stack.currentIndex() - 1))


def _place(page: Page) -> Place:
    # The last page tells what was done, and is no step itself.
    return Place(page + 1, len(Page) - 1)
