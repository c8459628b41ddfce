"""Reads a file that is said to hold a form, or a response to one; nothing of it is trusted."""

from pathlib import Path

from forms.errors import Code
from forms.reader import LONGEST

_MOST_BYTES = 4 * LONGEST
"""No character takes more than four bytes."""


class FormFileError(Exception):
    """The file cannot be read as text; the message is a Danish sentence."""

    def __init__(self, sentence: str, code: Code = Code.MALFORMED) -> None:
        self.code = code
        super().__init__(sentence)


def read_form_file(path: Path) -> str:
    """Return the text in the file at *path*, at most a little more than a form can have."""
    try:
        if path.exists() and not path.is_file():
            raise FormFileError("Det er ikke en fil. Vælg en fil med et skema.")
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 4)
    except FileNotFoundError:
        raise FormFileError("Filen er der ikke. Se efter, om navnet er rigtigt.") from None
    except (OSError, ValueError):
        raise FormFileError("Filen kan ikke læses. Se efter, om du har lov til det.") from None
    if len(content) > _MOST_BYTES:
        raise FormFileError("Filen er for stor til at være et skema.", Code.TOO_LARGE)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FormFileError("Filen er ikke tekst i UTF-8, som et skema skal være.") from None
