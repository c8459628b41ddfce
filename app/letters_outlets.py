"""Where a letter of a batch can go: to the printer, into a folder, or only into its story."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from app.letter_files import LetterFileError, write_letter_file
from app.letters_delivery import step_of_delivery
from app.letters_waiting import WaitingLetter
from app.work import Work
from models.decision import Delivered
from models.delivery import way_noted
from storage.records import DocumentStep


class Outlet(QObject):
    """Takes one letter at a time, and says what is to be noted of it or why it was not taken.

    `taken` names a `DocumentStep` and its way. After `refused` the next letter would be refused
    too.
    """

    taken = Signal(str, str)
    refused = Signal(str)
    concluded = Signal(str)
    """After `conclude`: what went wrong, or nothing."""

    def take(self, letter: WaitingLetter) -> None:
        """Begin with *letter*; raises `RegisterError` or an error of this letter alone."""
        raise NotImplementedError

    def take_back(self) -> None:
        """Undo, where it can be, what was taken last: it could not be noted."""

    def conclude(self) -> None:
        """Do what comes after the last letter."""
        self.concluded.emit("")

    def settle(self) -> None:
        """Wait for the letter that is on its way, so that what became of it can be noted."""


class FolderOutlet(Outlet):
    """Saves each letter as a file of its own, under a name that tells nothing of anybody."""

    def __init__(self, folder: Path, work: Work) -> None:
        super().__init__()
        self._folder = folder
        self._work = work
        self._number = 0
        self._last: Path | None = None

    @override
    def take(self, letter: WaitingLetter) -> None:
        """Write *letter* beside what the folder holds already."""
        content = self._work.register.document_content(letter.id)
        file = self._free_name(letter.file_name)
        try:
            write_letter_file(file, content)
        except LetterFileError as error:
            self.refused.emit(str(error))
            return
        self._last = file
        self.taken.emit(DocumentStep.SAVED, file.name)

    @override
    def take_back(self) -> None:
        """Take the file away: no copy lies outside the register without a word of it inside."""
        if self._last:
            self._last.unlink(missing_ok=True)

    def _free_name(self, name: str) -> Path:
        while True:
            self._number += 1
            # By their numbers, for two of a kind would else have the same name.
            file = self._folder / f"{self._number:03}-{name}.pdf"
            if not any(self._folder.glob(f"{self._number:03}-*")):
                return file


class StoryOutlet(Outlet):
    """Notes each letter as sent today by its way, or as handed over."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today

    @override
    def take(self, letter: WaitingLetter) -> None:
        """Let *letter* be noted."""
        delivered = Delivered(self._today, letter.way)
        self.taken.emit(step_of_delivery(delivered), way_noted(delivered))
