"""Printers for many letters: chosen once, given one letter at a time, never holding the window."""

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.printing import (
    NO_ANSWER,
    NOT_TAKEN,
    SECONDS,
    has_spooler,
    refusal,
    spooling,
    spooling_environment,
)
from views.screen.page_printer import ask_printer, draw_pages

_PATIENCE = 3000
"""Milliseconds that locking waits for the letter on its way to the printer."""


class BatchPrinter(QObject):
    """Says of each PDF it is sent whether it was `taken` or `refused`, and why."""

    taken = Signal()
    refused = Signal(str)

    def send(self, content: bytes) -> None:
        """Print *content*; the one sent before must have been told of."""
        raise NotImplementedError

    def settle(self) -> None:
        """Return when what was sent last has been told of."""


class Spooler(BatchPrinter):
    """Hands each letter's own bytes to the spooler through its standard input; no file of ours."""

    def __init__(self, printer: str = "") -> None:
        """Print on *printer*, or the standard one; raises `PrintingError` without a spooler."""
        super().__init__()
        self._command = spooling(printer)
        self._has_waited = False
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        for name, value in spooling_environment().items():
            environment.insert(name, value)
        self._process.setProcessEnvironment(environment)
        self._process.finished.connect(self._tell)
        self._process.errorOccurred.connect(self._tell_not_started)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(SECONDS * 1000)
        self._limit.timeout.connect(self._give_up)

    @override
    def send(self, content: bytes) -> None:
        self._has_waited = False
        program, *options = self._command
        self._limit.start()
        self._process.start(program, options)
        self._process.write(content)
        self._process.closeWriteChannel()

    @override
    def settle(self) -> None:
        if self._process.state() is QProcess.ProcessState.NotRunning:
            return
        if not self._process.waitForFinished(_PATIENCE):
            self._give_up()
            self._process.waitForFinished(_PATIENCE)

    @Slot(int, QProcess.ExitStatus)
    def _tell(self, code: int, status: QProcess.ExitStatus) -> None:
        self._limit.stop()
        if self._has_waited:
            self.refused.emit(NO_ANSWER)
        elif code or status is QProcess.ExitStatus.CrashExit:
            self.refused.emit(refusal(bytes(self._process.readAllStandardError().data())))
        else:
            self.taken.emit()

    @Slot(QProcess.ProcessError)
    def _tell_not_started(self, error: QProcess.ProcessError) -> None:
        # After every other error the process finishes, and that is told of.
        if error is QProcess.ProcessError.FailedToStart:
            self._limit.stop()
            self.refused.emit(NOT_TAKEN)

    @Slot()
    def _give_up(self) -> None:
        self._has_waited = True
        self._process.kill()


class ChosenPrinter(BatchPrinter):
    """Draws each letter on the printer that the person chose, as a job of its own."""

    def __init__(self, printer: QPrinter) -> None:
        super().__init__()
        self._printer = printer

    @override
    def send(self, content: bytes) -> None:
        if draw_pages(content, self._printer):
            self.taken.emit()
        else:
            self.refused.emit(NOT_TAKEN)


def batch_printer(parent: QWidget, printer: str = "") -> BatchPrinter | None:
    """Return the printer for a batch; it is chosen now where there is no spooler.

    With a spooler it is the *printer* of that name, the standard one when it is empty. None when
    the person changed their mind. Raises `PrintingError`.
    """
    if has_spooler():
        return Spooler(printer)
    chosen = ask_printer(parent)
    return ChosenPrinter(chosen) if chosen else None
