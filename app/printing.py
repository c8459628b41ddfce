"""Printing: the very bytes that were approved go to the spooler, and no file is left behind."""

import shutil
import subprocess
import sys

from PySide6.QtWidgets import QWidget

from views.screen.page_printer import PrinterRefusedError, ask_and_print

_SECONDS = 30
_NO_PRINTER = (
    "Computeren har ingen printer, som programmet kan nå. Gem som PDF, "
    "skriv ud fra et andet program, og slet filen bagefter."
)
_NOT_TAKEN = (
    "Printeren tog ikke imod udskriften. Se efter, om den er tændt, og prøv igen. "
    "Du kan også gemme som PDF."
)


class PrintingError(Exception):
    """Nothing was printed; the text says why and what to do."""


def print_pdf(content: bytes, parent: QWidget) -> bool:
    """Print a PDF, and return whether it was: False when the person changed their mind.

    On Linux the bytes themselves go to the standard printer through standard input (`lp -`):
    printing through Qt would draw pictures of the pages, lose their text and write them to
    temporary files. Elsewhere the person chooses a printer. The job's title names nobody. Raises
    `PrintingError`.
    """
    if sys.platform != "linux":
        return _print_by_dialog(content, parent)
    lp = shutil.which("lp")
    if lp is None:
        raise PrintingError(_NO_PRINTER)
    job = [lp, "-s", "-t", "brev", "-o", "media=A4", "-"]
    try:
        subprocess.run(job, input=content, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603 - a fixed command, and the letter only on its standard input
    except (subprocess.SubprocessError, OSError):
        raise PrintingError(_NOT_TAKEN) from None
    return True


def _print_by_dialog(content: bytes, parent: QWidget) -> bool:
    try:
        return ask_and_print(content, parent)
    except PrinterRefusedError:
        raise PrintingError(_NOT_TAKEN) from None
