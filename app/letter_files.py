"""Letters and forms saved outside the register, because the person asked for it."""

import errno
import os
from contextlib import suppress
from pathlib import Path


class LetterFileError(Exception):
    """The file was not written; the text says why and what to do."""


def write_letter_file(path: Path, content: bytes) -> None:
    """Write *content* for its owner's eyes only, whole or not at all.

    Raises `LetterFileError`; a file that was there before is then still there.
    """
    unfinished = path.with_name(f"{path.name}.ny")
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise LetterFileError(_sentence(error)) from None


def _sentence(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return "Filen blev ikke gemt: disken er fuld. Vælg et andet sted."
    return "Filen kunne ikke gemmes dér. Vælg en mappe, du må skrive i."
