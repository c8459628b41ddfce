"""Erasing a citizen everywhere the register can reach, as work for a thread of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from storage.backups import Backup, Reason
from storage.errors import RegisterError
from storage.register import Register
from storage.upkeep_errors import RestsRemainError


@dataclass(frozen=True, slots=True)
class Erased:
    """The citizen is erased: `holding` still have them, `problem` is what went wrong after it."""

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
    problem = ""
    for backup in backups:
        try:
            register.backups.rewrite_without_erased(backup)
        except RegisterError as error:
            problem = str(error)
    return _left(register, case_id, problem)


def take_away(register: Register, case_id: str, backup: Backup) -> Erased:
    """Take a whole backup away."""
    try:
        register.backups.remove(backup)
    except RegisterError as error:
        return _left(register, case_id, str(error))
    return _left(register, case_id)


def _left(register: Register, case_id: str, problem: str = "") -> Erased:
    """Return where the citizen still is; called only when they are erased from the register."""
    try:
        holding = register.backups.holding(case_id)
    except RegisterError as error:
        return Erased((), (), problem or str(error))
    return Erased(holding.backups, holding.unseen, problem)
