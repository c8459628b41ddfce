"""The printers of the computer, from which a person can choose where there are several."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app.background import Background
from app.printer_choice import PrinterChoice
from app.printing import can_list_printers, printers
from views.screen.printer_box import PrintersShown

_NOT_REMEMBERED = "Printeren er valgt, til programmet lukkes. Valget kunne ikke gemmes."


class PrintersOffered(QObject):
    """Says `found` when it is known which printers there are, and asks for them without waiting."""

    found = Signal()
    problem = Signal(str)

    def __init__(self, choice: PrinterChoice) -> None:
        super().__init__()
        self._choice = choice
        self._names: tuple[str, ...] = ()
        self._looking = Background()

    @property
    def shown(self) -> PrintersShown:
        """What there is to choose from, and what is chosen."""
        return PrintersShown(self._names, self.name)

    @property
    def name(self) -> str:
        """The printer that papers go to; empty for the computer's own."""
        chosen = self._choice.name
        return "" if self._names and chosen not in self._names else chosen

    def look(self) -> None:
        """Ask which printers there are now."""
        if can_list_printers() and not self._looking.is_busy:
            self._looking.run(printers, self._know, self.problem.emit)

    @Slot(str)
    def choose(self, name: str) -> None:
        """Let papers go to the printer of that *name*."""
        try:
            self._choice.choose(name)
        except OSError:
            self.problem.emit(_NOT_REMEMBERED)

    def _know(self, names: Sequence[str]) -> None:
        self._names = tuple(names)
        self.found.emit()
