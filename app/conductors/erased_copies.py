"""The conductor of the notice about backups that still hold citizens who were erased."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.background import Background
from app.erasing import Erased, clean_of_all
from app.wording import counted
from storage.backups import Backup
from storage.holding import Holding
from storage.open_backups import Backups
from views.screen.backups_page import BackupsPage
from views.screen.erased_notice import ErasedShown

_UNSEEN = (
    "Programmet kunne ikke se i alle kopier, og der kan være slettede borgere i dem her: {places}. "
    "Er det et drev, så sæt det til, og kom tilbage til denne side. Er det en beskadiget kopi, så "
    "slet den."
)
_CLEANED = "Der er ikke længere slettede borgere i de kopier, programmet kan nå"


class ErasedCopiesConductor(QObject):
    """Looks for them whenever it is asked to, and has them taken out when the person wants it.

    `cleaned` says that backups hold something else than before.
    """

    cleaned = Signal()

    def __init__(self, backups: Backups, page: BackupsPage) -> None:
        super().__init__()
        self._backups = backups
        self._page = page
        self._background = Background()
        self._holding: tuple[Backup, ...] = ()
        self._is_cleaning = False
        page.cleaning_asked.connect(self._clean)

    def put_away(self) -> None:
        """Hear no more of what is being done in the background; it comes to its end."""
        self._background.let_go()

    def look(self) -> None:
        """Look into all backups; when some are being cleaned, that ends with a look of its own."""
        if not self._is_cleaning:
            self._background.let_go()
            self._background.run(self._backups.holding_erased, self._show_found, self._show_problem)

    @Slot()
    def _clean(self) -> None:
        if self._is_cleaning:
            return
        self._background.let_go()
        self._is_cleaning = True
        self._page.show_cleaning(busy=True)
        clean = partial(clean_of_all, self._backups, self._holding)
        self._background.run(clean, self._show_cleaned, self._show_problem)

    def _show_found(self, found: Holding) -> None:
        self._holding = found.backups
        self._page.show_erased(ErasedShown(_held_by(found.backups), _unseen(found.unseen)))

    def _show_cleaned(self, left: Erased) -> None:
        self._is_cleaning = False
        self._holding = left.holding
        self._page.show_cleaning(busy=False)
        held, unseen = _held_by(left.holding), _unseen(left.unseen)
        self._page.show_erased(ErasedShown(held, unseen, left.problem, "" if held else _CLEANED))
        self.cleaned.emit()

    def _show_problem(self, sentence: str) -> None:
        self._is_cleaning = False
        self._page.show_cleaning(busy=False)
        held = _held_by(self._holding)
        self._page.show_erased(ErasedShown(held, "", sentence))


def _held_by(backups: tuple[Backup, ...]) -> str:
    if not backups:
        return ""
    return f"{counted(len(backups), 'kopi', 'kopier')} har stadig borgere, der er slettet"


def _unseen(places: Iterable[str]) -> str:
    named = ", ".join(places)
    return _UNSEEN.format(places=named) if named else ""
