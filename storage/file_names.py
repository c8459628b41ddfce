"""What the files of a register are called; light, for the program asks before its first window."""

from pathlib import Path
from typing import Final

REGISTER_FILE: Final = "kartotek.roedtraad"
UNFINISHED_REGISTER: Final = "kartotek.roedtraad.ny"
KEY_FILE: Final = "kartotek.noegle"
KEY_FILE_COPY: Final = "kartotek.noegle-kopi"
LOCK_FILE: Final = "kartotek.laas"
WITNESS_FILE: Final = "kartotek.vidne"


def has_register(folder: Path) -> bool:
    """Return whether a register, or the key of one, lies in *folder*."""
    names = (REGISTER_FILE, KEY_FILE, KEY_FILE_COPY)
    return any((folder / name).exists() for name in names)
