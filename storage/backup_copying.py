"""Putting one more copy of a backup somewhere, without the register's key."""

from hashlib import file_digest
from pathlib import Path

from storage.backup_errors import BackupPlaceMissingError, CopyDamagedError, backup_errors
from storage.backup_folders import Label, require_room
from storage.backups import Backup, put_backup
from storage.copies import copy_file
from storage.file_names import KEY_FILE


def copy_backup(backup: Backup, place: Path) -> Backup:
    """Put *backup* in the folder for backups in *place*, too, byte for byte as it is.

    Raises BackupPlaceMissingError, CopyDamagedError when the disk gives back something else than
    was written, or another BackupError; then there is no copy.
    """

    def fill(target: Path) -> None:
        require_room(place, backup.register.stat().st_size)
        copy_file(backup.register, target)
        if _digest(target) != _digest(backup.register):
            raise CopyDamagedError

    if not place.is_dir():
        raise BackupPlaceMissingError
    with backup_errors():
        key_file = (backup.folder / KEY_FILE).read_bytes()
    return put_backup(place, Label(backup.made, backup.reason), key_file, fill)


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return file_digest(file, "sha256").digest()
