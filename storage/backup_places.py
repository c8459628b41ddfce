"""Where backups go, and whether old ones are thinned: a small file beside the register."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from storage.backup_errors import (
    BackupPlaceIsOwnError,
    BackupPlaceMissingError,
    backup_errors,
)
from storage.connection import named_errors
from storage.durable_file import make_private_file, write_durably
from storage.file_names import BACKUP_PLAN, has_register
from storage.moments import moment, moment_text
from storage.small_json import json_in

_TRIAL_FILE = "roedtraad-proeve"


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """The second place for backups, when one was last put there, and since when none is thinned.

    `is_unreadable` says that there is a plan but none can tell what it says: none is thinned then.
    """

    second_place: Path | None = None
    second_made: datetime | None = None
    paused: datetime | None = None
    is_unreadable: bool = False


# It may have been restored since, so that older backups hold what the register does not.
_UNREADABLE: Final = BackupPlan(paused=datetime.min.replace(tzinfo=UTC), is_unreadable=True)


def read_plan(folder: Path) -> BackupPlan:
    """Return the plan of the register in *folder*, that of a new one when none was written yet."""
    try:
        written = json_in((folder / BACKUP_PLAN).read_bytes())
        return BackupPlan(
            Path(str(written["second_place"])) if written["second_place"] else None,
            _moment(written["second_made"]),
            _moment(written["paused"]),
        )
    except FileNotFoundError:
        return BackupPlan()
    except (OSError, ValueError, KeyError, TypeError):
        return _UNREADABLE


def write_plan(folder: Path, plan: BackupPlan) -> None:
    """Keep *plan* for the register in *folder*; raises a named error of the disk.

    One that could not be read goes; so somebody must have said what is to be kept instead.
    """
    written = {
        "second_place": str(plan.second_place) if plan.second_place else "",
        "second_made": moment_text(plan.second_made) if plan.second_made else "",
        "paused": moment_text(plan.paused) if plan.paused else "",
    }
    path = folder / BACKUP_PLAN
    with named_errors(path, while_writing=True):
        write_durably(path, json.dumps(written).encode())


def check_place(place: Path, folder: Path) -> None:
    """Return when *place* can take backups of the register in *folder*.

    Raises BackupPlaceMissingError, BackupPlaceIsOwnError, or a BackupError when it takes no files.
    """
    if not place.is_dir():
        raise BackupPlaceMissingError
    if place.resolve().is_relative_to(folder.resolve()) or has_register(place):
        raise BackupPlaceIsOwnError
    trial = place / _TRIAL_FILE
    with backup_errors():
        trial.unlink(missing_ok=True)
        make_private_file(trial)
        trial.unlink()


def _moment(written: object) -> datetime | None:
    return moment(moment_text(moment(str(written)))) if written else None
