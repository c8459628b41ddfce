"""Erasing a citizen everywhere the register can reach, as work for a thread of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from storage.backups import Backup, Reason
from storage.errors import RegisterError
from storage.open_backups import Backups
from storage.register import Register
from storage.upkeep_errors import RestsRemainError


@dataclass(frozen=True, slots=True)
class Erased:
    """Who is erased: `holding` still have them, `problem` is what went wrong after it."""

    holding: tuple[Backup, ...]
    unseen: tuple[str, ...]
    problem: str = ""


def erase(register: Register, case_id: str, by: str, at: datetime) -> Erased:
    """Erase the case, after a last backup; raises `RegisterError` when it was not erased."""
    register.backups.make(Reason.BEFORE_ERASING, at)
    try:
        register.upkeep.erase(case_id, by, at)
    except RestsRemainError as error:
        return _left(register, case_id, str(error))
    return _left(register, case_id)


def clean(register: Register, case_id: str, backups: Iterable[Backup]) -> Erased:
    """Write each of *backups* anew without what was erased."""
    return _left(register, case_id, _rewrite(register.backups, backups))


def clean_of_all(backups: Backups, holding: Iterable[Backup]) -> Erased:
    """Write each of *holding* anew without anybody who was erased, and look where they still are.

    Raises `RegisterError` when that cannot be looked for.
    """
    problem = _rewrite(backups, holding)
    left = backups.holding_erased()
    return Erased(left.backups, left.unseen, problem)


def take_away(register: Register, case_id: str, backup: Backup) -> Erased:
    """Take a whole backup away."""
    try:
        register.backups.remove(backup)
    except RegisterError as error:
        return _left(register, case_id, str(error))
    return _left(register, case_id)


def _rewrite(backups: Backups, holding: Iterable[Backup]) -> str:
    """Take what was erased out of each of *holding*, and return what went wrong with the last."""
    problem = ""
    for backup in holding:
        try:
            backups.rewrite_without_erased(backup)
        except RegisterError as error:
            problem = str(error)
    return problem


def _left(register: Register, case_id: str, problem: str = "") -> Erased:
    """Return where the citizen still is; called only when they are erased from the register."""
    try:
        holding = register.backups.holding(case_id)
    except RegisterError as error:
        return Erased((), (), problem or str(error))
    return Erased(holding.backups, holding.unseen, problem)
