"""What the window's status line says: whether the disk has all that stands on the screen."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Slot

from app.saving import SavingReport
from app.wording import clock_in_words
from app.work import Work
from views.screen.window import MainWindow


class SavingLine(QObject):
    """Hears what the writer and the desk say, and shows it in one line.

    *is_kept* tells whether the register was handed all that stands on the screen.
    """

    def __init__(self, window: MainWindow, work: Work, is_kept: Callable[[], bool]) -> None:
        super().__init__()
        self._window = window
        self._work = work
        self._is_kept = is_kept
        self._report = SavingReport(work.register)
        self._is_in_trouble = False
        self._saved_at = ""
        self._report.saved.connect(self._note_saved)
        self._report.failed.connect(self._say_trouble)

    def put_away(self) -> None:
        """Say nothing any more."""
        self._report.failed.disconnect(self._say_trouble)
        self._report.saved.disconnect(self._note_saved)

    @Slot()
    def note_deed(self) -> None:
        """Note that something was done that the disk has already."""
        self._saved_at = clock_in_words(self._work.clock())
        self.show_saving()

    @Slot()
    def show_saving(self) -> None:
        """Say *Gemt* only when the disk has all that stands on the screen."""
        if self._is_in_trouble:
            self._window.say_saved("Ikke gemt endnu")
        elif not self._is_kept() or self._work.register.has_waiting():
            self._window.say_saved("Gemmer …")
        elif self._saved_at:
            self._window.say_saved(f"Gemt kl. {self._saved_at}")

    @Slot(datetime)
    def _note_saved(self, changed: datetime) -> None:
        self._saved_at = clock_in_words(changed)
        if self._is_in_trouble:
            self._is_in_trouble = False
            self._window.say_problem("")
        self.show_saving()

    @Slot(str)
    def _say_trouble(self, sentence: str) -> None:
        self._is_in_trouble = True
        self.show_saving()
        self._window.say_problem(sentence)
