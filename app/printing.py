"""Printing: the very bytes that were approved go to the spooler, and no file is left behind."""

import os
import shutil
import subprocess
import sys
from typing import Final

from PySide6.QtWidgets import QWidget

from views.screen.page_printer import PrinterRefusedError, ask_and_print

SECONDS: Final = 30
"""How long the spooler may take over one letter."""
NOT_TAKEN: Final = (
    "Printeren tog ikke imod udskriften. Se efter, om den er tændt, og prøv igen. "
    "Du kan også gemme som PDF."
)
NO_ANSWER: Final = (
    "Printeren svarede ikke. Se efter, om brevet kom ud alligevel, før du prøver igen."
)
_NO_PRINTER = (
    "Computeren har ingen printer, som programmet kan nå. Gem som PDF, "
    "skriv ud fra et andet program, og slet filen bagefter."
)
_NO_STANDARD_PRINTER = (
    "Computeren har ingen standardprinter. Vælg en i computerens indstillinger, og prøv igen. "
    "Du kan også gemme som PDF."
)
_OPTIONS = ("-s", "-t", "brev", "-o", "media=A4", "-")
_LANGUAGE = "LC_ALL"
_SAYS_NO_PRINTER = b"no default destination"


class PrintingError(Exception):
    """Nothing was printed; the text says why and what to do."""


def print_pdf(content: bytes, parent: QWidget) -> bool:
    """Print a PDF, and return whether it was: False when the person changed their mind.

    On Linux the bytes themselves go to the standard printer through standard input (`lp -`):
    printing through Qt would draw pictures of the pages, lose their text and write them to
    temporary files. Elsewhere the person chooses a printer. The job's title names nobody. Raises
    `PrintingError`.
    """
    if not has_spooler():
        return _print_by_dialog(content, parent)
    environment = {**os.environ, **spooling_environment()}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, and the letter only on its standard input
            spooling(),
            input=content,
            check=False,
            capture_output=True,
            timeout=SECONDS,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        raise PrintingError(NO_ANSWER) from None
    except OSError:
        raise PrintingError(NOT_TAKEN) from None
    if done.returncode:
        raise PrintingError(refusal(done.stderr))
    return True


def has_spooler() -> bool:
    """Return whether a letter's own bytes are to be handed to a spooler here."""
    return sys.platform == "linux"


def spooling() -> list[str]:
    """Return the command that prints what it is given; raises `PrintingError` without one."""
    lp = shutil.which("lp")
    if lp is None:
        raise PrintingError(_NO_PRINTER)
    return [lp, *_OPTIONS]


def spooling_environment() -> dict[str, str]:
    """Return what is to be set around the command, so that `refusal` can read what it says."""
    return {_LANGUAGE: "C"}


def refusal(said: bytes) -> str:
    """Return the sentence for what the spooler *said* when it did not take a letter."""
    return _NO_STANDARD_PRINTER if _SAYS_NO_PRINTER in said else NOT_TAKEN


def _print_by_dialog(content: bytes, parent: QWidget) -> bool:
    try:
        return ask_and_print(content, parent)
    except PrinterRefusedError:
        raise PrintingError(NOT_TAKEN) from None
