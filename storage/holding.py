"""Which backups hold what was erased, and which of them nobody could look into."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from storage.backup_errors import BackupError
from storage.backups import Backup
from storage.case_ids import case_ids_in
from storage.connection import Connection
from storage.erased import mark_of
from storage.erasing import has_rests
from storage.migrate import version_of


@dataclass(frozen=True, slots=True)
class Holding:
    """The backups that hold a case, and the folders that could not be looked into."""

    backups: tuple[Backup, ...]
    unseen: tuple[str, ...]


def look_through(
    backups: Iterable[Backup], unreached: Iterable[str], is_held: Callable[[Backup], bool]
) -> Holding:
    """Return those of *backups* that *is_held* finds; *unreached* could not even be listed.

    A BackupError of *is_held* makes a backup one that could not be looked into.
    """
    holding: list[Backup] = []
    unseen = list(unreached)
    for backup in backups:
        try:
            if is_held(backup):
                holding.append(backup)
        except BackupError:
            unseen.append(str(backup.folder))
    return Holding(tuple(holding), tuple(unseen))


def holds_erased(connection: Connection, marks: Collection[str]) -> bool:
    """Return whether *connection* reads anything of a case with one of *marks*, or rests of one."""
    if any(mark_of(case_id) in marks for case_id in case_ids_in(connection)):
        return True
    # The first version could not erase.
    return version_of(connection) > 1 and has_rests(connection)
