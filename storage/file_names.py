"""What the files of a register are called; light, for the program asks before its first window."""

from pathlib import Path
from typing import Final

REGISTER_FILE: Final = "kartotek.roedtraad"
UNFINISHED_REGISTER: Final = "kartotek.roedtraad.ny"
REKEYED_REGISTER: Final = "kartotek.roedtraad.ny-noegle"
KEY_FILE: Final = "kartotek.noegle"
KEY_FILE_COPY: Final = "kartotek.noegle-kopi"
LOCK_FILE: Final = "kartotek.laas"
WITNESS_FILE: Final = "kartotek.vidne"
ATTEMPTS_FILE: Final = "kartotek.forsoeg"
BACKUP_PLAN: Final = "kartotek.kopier"
BACKUP_FOLDER: Final = "Sikkerhedskopier"
RESTORED_REGISTER: Final = "kartotek.roedtraad.gendannes"

# What a power cut may leave behind: files that had not got their own name yet.
UNFINISHED_FILES: Final = ("kartotek.*.ny*", f"{RESTORED_REGISTER}*")


def has_register(folder: Path) -> bool:
    """Return whether a register, or the key of one, lies in *folder*."""
    names = (REGISTER_FILE, KEY_FILE, KEY_FILE_COPY)
    return any((folder / name).exists() for name in names)
