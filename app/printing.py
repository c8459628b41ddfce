"""Printing: the very bytes that were approved go to the spooler, and no file is left behind."""

import shutil
import subprocess

_SECONDS = 30


class PrintingError(Exception):
    """The letter was not printed; the text says why and what to do."""


def print_pdf(content: bytes) -> None:
    """Hand a PDF to the computer's standard printer; raises `PrintingError`.

    The bytes go through standard input (`lp -`): printing through Qt would draw pictures of the
    pages, lose their text and write them to temporary files. The job's title names nobody.
    """
    lp = shutil.which("lp")
    if lp is None:
        raise PrintingError(
            "Computeren har ingen printer, som programmet kan nå. Gem brevet som PDF, "
            "skriv det ud fra et andet program, og slet filen bagefter."
        )
    job = [lp, "-s", "-t", "brev", "-o", "media=A4", "-"]
    try:
        subprocess.run(job, input=content, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603 - a fixed command, and the letter only on its standard input
    except (subprocess.SubprocessError, OSError):
        raise PrintingError(
            "Printeren tog ikke imod brevet. Se efter, om den er tændt, og prøv igen. "
            "Du kan også gemme brevet som PDF."
        ) from None
