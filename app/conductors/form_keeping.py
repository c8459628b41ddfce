"""How what one writes in a form reaches the register: soon after a key, and at once when left."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.open_case import OpenCase
from models.answers import Answers
from models.case import Entry
from storage.errors import RegisterError

_SAVE_AFTER = 150
"""Milliseconds from a keystroke to its save; the promise is 250 at the latest."""


class FormKeeping(QObject):
    """Keeps one entry of *case*; `due` comes when what was typed has waited long enough."""

    due = Signal()
    problem = Signal(str)

    def __init__(self, case: OpenCase, opened: Answers) -> None:
        """Begin with the answers it was *opened* with: what is only looked at need not be kept."""
        super().__init__()
        self._case = case
        self._opened = opened
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER)
        self._timer.timeout.connect(self.due)

    @property
    def opened(self) -> Answers:
        """The answers the form was opened with."""
        return self._opened

    def soon(self) -> None:
        """Let it be `due` soon, if it is not already."""
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Let nothing be `due` any more."""
        self._timer.stop()

    def is_kept(self, entry: Entry) -> bool:
        """Return whether the case knows *entry* as it is."""
        if entry.is_signed:
            return True
        kept = self._case.case.entry(entry.id)
        return (kept.answers if kept else self._opened) == entry.answers

    def keep(self, entry: Entry) -> bool:
        """Hand *entry* to the register now; return whether it could be."""
        self.stop()
        try:
            self._case.keep(entry)
        except RegisterError as error:
            self.problem.emit(str(error))
            return False
        return True

    def sign(self, entry: Entry) -> Entry | None:
        """Return *entry* signed, None when the register could not take it."""
        try:
            return self._case.sign(entry)
        except RegisterError as error:
            self.problem.emit(str(error))
            return None
