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
_NOT_HERE = (
    "Computeren kan ikke længere finde den printer, der er valgt. Vælg en anden, og prøv igen. "
    "Du kan også gemme som PDF."
)
_OPTIONS = ("-s", "-t", "brev", "-o", "media=A4", "-")
_LANGUAGE = "LC_ALL"
_SAYS_NO_PRINTER = b"no default destination"
_SAYS_NOT_HERE = b"does not exist"
_SECONDS_TO_LIST = 5


class PrintingError(Exception):
    """Nothing was printed; the text says why and what to do."""


def print_pdf(content: bytes, parent: QWidget, printer: str = "") -> bool:
    """Print a PDF, and return whether it was: False when the person changed their mind.

    On Linux the bytes themselves go through standard input (`lp -`) to the *printer* of that name,
    the standard one when it is empty: printing through Qt would draw pictures of the pages, lose
    their text and write them to temporary files. Elsewhere the person chooses a printer. The job's
    title names nobody. Raises `PrintingError`.
    """
    if not has_spooler():
        return _print_by_dialog(content, parent)
    environment = {**os.environ, **spooling_environment()}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, and the letter only on its standard input
            spooling(printer),
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


def can_list_printers() -> bool:
    """Return whether `printers` has anything to ask."""
    return has_spooler() and shutil.which("lpstat") is not None


def printers() -> tuple[str, ...]:
    """Return the names of the printers that can be reached; none where nobody can say.

    It may take seconds.
    """
    lpstat = shutil.which("lpstat")
    if lpstat is None:
        return ()
    try:
        listed = subprocess.run(  # noqa: S603 - a fixed command that is given nothing
            [lpstat, "-e"], check=False, capture_output=True, timeout=_SECONDS_TO_LIST
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(listed.stdout.decode("utf-8", errors="replace").split())


def spooling(printer: str = "") -> list[str]:
    """Return the command that prints what it is given; raises `PrintingError` without one."""
    lp = shutil.which("lp")
    if lp is None:
        raise PrintingError(_NO_PRINTER)
    return [lp, *(("-d", printer) if printer else ()), *_OPTIONS]


def spooling_environment() -> dict[str, str]:
    """Return what is to be set around the command, so that `refusal` can read what it says."""
    return {_LANGUAGE: "C"}


def refusal(said: bytes) -> str:
    """Return the sentence for what the spooler *said* when it did not take a letter."""
    if _SAYS_NOT_HERE in said:
        return _NOT_HERE
    return _NO_STANDARD_PRINTER if _SAYS_NO_PRINTER in said else NOT_TAKEN


def _print_by_dialog(content: bytes, parent: QWidget) -> bool:
    try:
        return ask_and_print(content, parent)
    except PrinterRefusedError:
        raise PrintingError(NOT_TAKEN) from None
