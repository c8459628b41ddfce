"""Which printer papers go to, as this computer remembers it."""

from pathlib import Path

from app.preferences import read_printer, remember_printer


class PrinterChoice:
    """Has the `name` of the printer chosen; empty for the one the computer itself would take."""

    def __init__(self, file: Path | None = None) -> None:
        """*file* holds the preferences; without one the choice lasts as long as this."""
        self._file = file
        self.name = read_printer(file) if file else ""

    def choose(self, name: str) -> None:
        """Let papers go to the printer of that *name*; raises OSError when it is not remembered.

        Even then it is the one chosen.
        """
        self.name = name
        if self._file:
            remember_printer(self._file, name)
