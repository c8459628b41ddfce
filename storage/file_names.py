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
REKEYED_RESTORED: Final = "kartotek.roedtraad.gendannes-ny"

SMALL_FILES: Final = (KEY_FILE, KEY_FILE_COPY, LOCK_FILE, WITNESS_FILE, ATTEMPTS_FILE, BACKUP_PLAN)
# All that is ours in the folder of a register, and nothing that a person may have put there.
OWN_FILES: Final = (
    *(REGISTER_FILE, f"{REGISTER_FILE}-wal", f"{REGISTER_FILE}-shm"),
    *SMALL_FILES,
    BACKUP_FOLDER,
)
# What a power cut may leave behind: registers that had not got their own name yet.
UNFINISHED_REGISTERS: Final = (
    *(UNFINISHED_REGISTER, REKEYED_REGISTER),
    *(RESTORED_REGISTER, REKEYED_RESTORED),
)


def has_register(folder: Path) -> bool:
    """Return whether a register, or the key of one, lies in *folder*."""
    names = (REGISTER_FILE, KEY_FILE, KEY_FILE_COPY)
    return any((folder / name).exists() for name in names)
