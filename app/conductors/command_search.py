"""The conductor of the search for commands: finds as one types, and gives the keyboard back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.command_search_ranking import Command, Kind, Searchable, best, searchable
from app.guidelines_index import index_of
from app.work import Work
from storage.errors import RegisterError
from storage.records import CitizenRow
from views.screen.command_search import CommandSearch
from views.screen.command_search_rows import FoundLine
from views.screen.lifetime import is_alive
from views.screen.window import MainWindow

CITIZEN, RULE = "citizen", "rule"
"""How the keys of what is found begin, with a colon after it."""

_MOST_CITIZENS = 8
_BIRTH_DIGITS = 6


class CommandSearchConductor(QObject):
    """Says which command was `chosen`, by its key; nothing of what was found is kept."""

    chosen = Signal(str)
    problem = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        work: Work,
        here: Callable[[], tuple[Command, ...]],
        always: tuple[Command, ...],
    ) -> None:
        """Search the commands of where one is, which *here* gives, and those there are *always*."""
        super().__init__()
        self._window = window
        self._work = work
        self._here = here
        self._always = always
        self._kept: tuple[Searchable, ...] = ()
        self._among: tuple[Searchable, ...] = ()
        self._came_from: QWidget | None = None
        self.box = CommandSearch(window.centralWidget())
        self.box.typed.connect(self._find)
        self.box.chosen.connect(self._choose)
        self.box.closed.connect(self.close)
        self.box.left.connect(self._forget)
        window.search_asked.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Show the box, or take it away when it is shown."""
        if self.box.isVisible():
            self.close()
            return
        if not self._kept:
            self._kept = searchable((*_rules(self._work), *self._always))
        self._came_from = QApplication.focusWidget()
        self._among = (*searchable(self._here()), *self._kept)
        self.box.open()

    @Slot()
    def close(self) -> None:
        """Take the box away, and go back to where one was typing."""
        came_from = self._came_from
        self._forget()
        if came_from is not None and is_alive(came_from):
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Let go of the box for good, with what it holds."""
        self._window.search_asked.disconnect(self.open)
        self._forget()
        self._kept, self._always = (), ()
        self.box.deleteLater()

    @Slot()
    def _forget(self) -> None:
        self.box.empty()
        self._among, self._came_from = (), None

    @Slot(str)
    def _find(self, typed: str) -> None:
        found = best(typed, self._among, self._citizens(typed))
        self.box.show_found([_line(command) for command in found])

    @Slot(str)
    def _choose(self, key: str) -> None:
        self.close()
        self.chosen.emit(key)

    def _citizens(self, typed: str) -> tuple[Command, ...]:
        if not typed.strip():
            return ()
        try:
            rows = self._work.register.citizens(typed, _MOST_CITIZENS)
        except RegisterError as error:
            self.problem.emit(str(error))
            return ()
        return tuple(map(_citizen, rows))


def _citizen(row: CitizenRow) -> Command:
    told = (row.cpr[:_BIRTH_DIGITS], row.stage)
    detail = " · ".join(part for part in told if part)
    return Command(f"{CITIZEN}:{row.case_id}", row.name or "Uden navn", Kind.CITIZEN, detail)


def _rules(work: Work) -> tuple[Command, ...]:
    lines = (rule.line for rule in index_of(work.supplies, work.today) if not rule.is_over)
    return tuple(Command(f"{RULE}:{line.key}", line.title, Kind.RULE, line.below) for line in lines)


def _line(command: Command) -> FoundLine:
    told = (command.kind.value, command.detail)
    detail = " · ".join(part for part in told if part)
    return FoundLine(command.key, command.title, detail, command.shortcut)
