"""Putting a backup in the place of the register, as work to be done while that is closed."""

from datetime import datetime
from functools import partial
from pathlib import Path

from app.backups_shown import title_of
from app.closed_task import ClosedTask
from app.wording import MAY_HOLD_ERASED
from storage.backups import Backup
from storage.credentials import Credential
from storage.restoring import restore


def restoring(folder: Path, backup: Backup, who: Credential, now: datetime) -> ClosedTask:
    """Return the work of putting *backup* in the place of the register in *folder*."""
    return ClosedTask("Kartoteket hentes fra kopien", partial(_restore, folder, backup, who, now))


def _restore(folder: Path, backup: Backup, who: Credential, now: datetime) -> str:
    restored = restore(folder, backup.folder, who, now)
    title = title_of(backup, now.date())
    said = [f"{title} er hentet frem."]
    if restored.kept is not None:
        said.append(f"Det, der lå her før, er i mappen »{restored.kept.name}«.")
    said.append("Lås op, og se efter, at alt er, som det skal være.")
    if restored.may_hold_erased:
        said.append(MAY_HOLD_ERASED)
    return " ".join(said)
