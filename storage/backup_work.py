"""How backups of an open register are made and thinned in one place."""

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from storage.backup_errors import BackupPlaceMissingError
from storage.backup_folders import (
    Label,
    clear_unfinished,
    register_id_in,
    remove_folder,
    require_room,
)
from storage.backups import Backup, Reason, backups_in, put_backup
from storage.contents import ChangeMark, Contents, change_mark, contents_of
from storage.copies import check_copy, copy_file, copy_from, require_same
from storage.core import Core
from storage.file_names import BACKUP_FOLDER
from storage.key_file import read_key_file
from storage.key_format import encoded
from storage.thinning import may_go

# So much work is bearable to lose; copies made more often would only wear out disks.
_OFTEN_ENOUGH: Final = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Made:
    """A backup just made, and the state of the register that is in it."""

    backup: Backup
    contents: Contents
    mark: ChangeMark


def make_backup(core: Core, place: Path, label: Label) -> Made:
    """Make a checked backup in *place* while the work goes on; raises a BackupError.

    Raises RegisterClosedError when the register is closed meanwhile. Then there is no backup.
    """
    states: list[tuple[Contents, ChangeMark]] = []

    def fill(target: Path) -> None:
        with core.hold_still() as still:
            require_room(place, os.fstat(still.descriptor).st_size)
            copy_from(still.descriptor, target, core.require_open)
            states.append((contents_of(still.snapshot), change_mark(still.snapshot)))
        core.require_open()
        require_same(check_copy(target, core.key), states[0][0])

    _prepare(core, place)
    key_file = encoded(core.key_file)
    return Made(put_backup(place, label, key_file, fill), *states[0])


def make_unless_lately(core: Core, place: Path, label: Label) -> None:
    """As `make_backup`, unless there is one in *place* from the last half an hour."""
    newest = newest_own(place, core.key_file.register_id, label.made)
    if newest is None or not is_lately(newest, label.made):
        make_backup(core, place, label)


def repeat_backup(core: Core, made: Made, place: Path) -> Backup:
    """Put the backup *made* in *place*, too, checked there; raises a BackupError."""

    def fill(target: Path) -> None:
        require_room(place, made.backup.register.stat().st_size)
        copy_file(made.backup.register, target)
        core.require_open()
        require_same(check_copy(target, core.key), made.contents)

    _prepare(core, place)
    key_file = encoded(read_key_file(made.backup.folder))
    return put_backup(place, Label(made.backup.made, made.backup.reason), key_file, fill)


def own_backups(place: Path, register_id: str) -> tuple[Backup, ...]:
    """Return the backups in *place* of the register with this id, or of none that can be told.

    Newest first; raises BackupPlaceMissingError.
    """
    found = backups_in(place)
    return tuple(b for b in found if register_id_in(b.folder) in {register_id, ""})


def is_lately(newest: Backup, now: datetime) -> bool:
    """Return whether *newest* was made in the half hour before *now*."""
    return timedelta(0) <= now - newest.made < _OFTEN_ENOUGH


def newest_own(place: Path, register_id: str, until: datetime) -> Backup | None:
    """Return the newest backup of this register in *place* that was made until then, if any was.

    What a restored backup took the place of is none. Raises BackupPlaceMissingError.
    """
    own = {register_id, ""}
    for backup in backups_in(place):
        is_one = backup.made <= until and backup.reason is not Reason.REPLACED
        if is_one and register_id_in(backup.folder) in own:
            return backup
    return None


def thin(place: Path, register_id: str, now: datetime) -> None:
    """Take away the backups of this register in *place* that need not be kept.

    What a restored backup took the place of stays. Raises a BackupError.
    """
    backups = [
        backup
        for backup in backups_in(place)
        if backup.reason is not Reason.REPLACED and register_id_in(backup.folder) == register_id
    ]
    going = may_go((backup.made for backup in backups), now)
    for backup in backups:
        if backup.made in going:
            remove_folder(backup.folder)


def _prepare(core: Core, place: Path) -> None:
    core.mend_key_file()
    if not place.is_dir():
        raise BackupPlaceMissingError
    clear_unfinished(place / BACKUP_FOLDER, core.key_file.register_id)
