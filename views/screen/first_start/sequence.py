"""The first start from welcome to done; the conductor decides when to go on."""

from enum import IntEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from views.screen.first_start.page import StartPage
from views.screen.first_start.person import PersonPage
from views.screen.first_start.progress import Place
from views.screen.first_start.recovery import RecoveryPage
from views.screen.first_start.welcome import WelcomePage
from views.screen.words import words


class Page(IntEnum):
    """The pages in their order."""

    WELCOME = 0
    PROFILE = 1
    PERSON = 2
    RECOVERY = 3
    DONE = 4


_DONE = (
    "Kartoteket er oprettet og krypteret. Det ligger kun på denne computer: kopiér mappen med "
    "kartoteket til et andet drev en gang imellem, når programmet er lukket."
)
_LOCK = (
    "Lås med Ctrl+L, når du går fra computeren. Du mister aldrig noget af det, du har skrevet, og "
    "kommer tilbage til det samme spørgsmål."
)


class FirstStart(QWidget):
    """Five calm pages; each says what was done, and `go_to` shows the next."""

    folder_chosen = Signal(str)
    existing_chosen = Signal(str)
    practice_asked = Signal()
    profile_accepted = Signal()
    person_given = Signal(str, str)
    recovery_typed = Signal(str)
    print_sheet_asked = Signal()
    save_sheet_asked = Signal(str)
    finished = Signal()

    def __init__(self, folder: str, profile: QWidget) -> None:
        """*folder* is where the register would lie, *profile* the form about the clinic."""
        super().__init__()
        self._welcome = WelcomePage(_place(Page.WELCOME), folder)
        self._profile = StartPage(_place(Page.PROFILE), "Jeres sted", "Videre", fills=True)
        self._person = PersonPage(_place(Page.PERSON))
        self._recovery = RecoveryPage(_place(Page.RECOVERY))
        self._done = StartPage(_place(Page.DONE), "Så er I klar", "Begynd")
        self._stack = QStackedWidget()
        self._profile.add(profile)
        self._done.add(words(_DONE))
        self._done.add(words(_LOCK))
        self._done.back.hide()
        self._connect()
        for page in self._pages():
            self._stack.addWidget(page)
        self._welcome.focus_first()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def go_to(self, page: Page) -> None:
        """Show *page*, and forget the passphrase once the register exists."""
        if page >= Page.RECOVERY:
            self._person.clear()
        if page is Page.DONE:
            self._recovery.show_key("")
        self.show_problem("")
        self._stack.setCurrentIndex(page)
        self._pages()[page].focus_first()

    def show_problem(self, sentence: str) -> None:
        """Show *sentence* on the page one is at; an empty one takes it away."""
        self._pages()[self._stack.currentIndex()].show_problem(sentence)

    def show_recovery_key(self, key: str) -> None:
        """Give the recovery page *key*, in groups parted by ``-``."""
        self._recovery.show_key(key)

    def _pages(self) -> tuple[StartPage, ...]:
        return (self._welcome, self._profile, self._person, self._recovery, self._done)

    def _connect(self) -> None:
        self._welcome.folder_chosen.connect(self.folder_chosen)
        self._welcome.existing_chosen.connect(self.existing_chosen)
        self._welcome.practice_asked.connect(self.practice_asked)
        self._profile.onward.clicked.connect(self.profile_accepted)
        self._profile.back_asked.connect(self._go_back)
        self._person.person_given.connect(self.person_given)
        self._person.back_asked.connect(self._go_back)
        self._recovery.recovery_typed.connect(self.recovery_typed)
        self._recovery.print_sheet_asked.connect(self.print_sheet_asked)
        self._recovery.save_sheet_asked.connect(self.save_sheet_asked)
        self._done.onward.clicked.connect(self.finished)

    @Slot()
    def _go_back(self) -> None:
        self.go_to(Page(self._stack.currentIndex() - 1))


def _place(page: Page) -> Place:
    return Place(page + 1, len(Page))
