"""The backups of an open register: made beside the work, listed, looked into, taken away."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from operator import attrgetter
from pathlib import Path
from threading import Lock

from storage.backup_errors import (
    BackupError,
    BackupPlaceMissingError,
    BackupPlanUnreadableError,
)
from storage.backup_folders import Label, remove_folder
from storage.backup_places import BackupPlan, check_place, read_plan, write_plan
from storage.backup_reading import Loss, key_of_backup, loss_between, reading
from storage.backup_work import (
    Made,
    is_lately,
    make_backup,
    make_unless_lately,
    newest_own,
    own_backups,
    repeat_backup,
    thin,
)
from storage.backups import Backup, Reason, backup_at
from storage.case_ids import holds_case
from storage.connection import Connection
from storage.contents import ChangeMark, Contents, change_mark, contents_of
from storage.core import Core
from storage.erased import erased_marks
from storage.errors import NotSavedError
from storage.holding import Holding, holds_erased, look_through
from storage.purging import purge_as_here, rewrite_without_erased


class Backups:
    """The backups beside an open register, and those at its second place.

    Every method may raise a RegisterError, whose text is what to show. Those that read or write
    whole files are slow, so not for the window's thread; closing the register ends them.
    """

    def __init__(self, core: Core) -> None:
        self._core = core
        self._register_id = core.key_file.register_id
        self._one_at_a_time = Lock()
        self._one_plan = Lock()
        self._last: tuple[Path, ChangeMark] | None = None
        self._trouble = ""
        self._refused = False

    @property
    def plan(self) -> BackupPlan:
        """Where backups go, and whether old ones are thinned."""
        return read_plan(self._core.folder)

    @property
    def trouble(self) -> str:
        """Why the last backup is not at the second place, too, or old ones were not thinned."""
        return self._trouble

    def set_second_place(self, place: Path | None) -> None:
        """Put each backup in this folder, too, or in none; raises as `check_place` does."""
        if place is not None:
            self.check_place(place)
        with self._one_plan:
            plan = replace(self.plan, second_place=place, second_made=None)
            write_plan(self._core.folder, plan)
        self._trouble, self._refused = "", False

    def check_place(self, place: Path) -> None:
        """Return when backups can be put in *place*; raises a BackupError that says why not."""
        check_place(place, self._core.folder)

    def resume_thinning(self) -> None:
        """Let old backups be thinned again."""
        with self._one_plan:
            write_plan(self._core.folder, replace(self.plan, paused=None))

    def make(self, reason: Reason, now: datetime) -> tuple[Backup, ...]:
        """Make a checked backup beside the register and at the second place; thin old ones.

        When there is none at the second place, `trouble` says why. Raises a BackupError when there
        is none beside the register, RegisterClosedError when it is closed meanwhile.
        """
        with self._one_at_a_time:
            self._trouble = ""
            label = Label(now, reason)
            try:
                made = make_backup(self._core, self._core.folder, label)
            except BackupError:
                self._make_elsewhere(label)
                raise
            self._last = made.backup.folder, made.mark
            repeated = self._repeat(made)
            self._thin(now)
        return (made.backup, *repeated)

    def is_due(self, now: datetime, *, is_leaving: bool = False) -> bool:
        """Return whether a backup should be made now, or before the register is left.

        So it is when something was changed since the last one, or that is not at the second place
        though this is there; half an hour after the last one at the earliest, unless one leaves.
        """
        newest = self._newest(now)
        if newest is None:
            return True
        if not is_leaving and is_lately(newest, now):
            return False
        return self._is_changed_since(newest) or self._is_missing_elsewhere(newest, now)

    def listed(self) -> tuple[Backup, ...]:
        """Return all backups of this register that can be reached now, newest first."""
        found, _ = self._reached()
        return found

    def contents(self, backup: Backup) -> Contents:
        """Return what *backup* holds; raises a BackupError when it cannot be read."""
        with reading(backup, self._core.folder, self._core.key) as connection:
            return contents_of(connection)

    def loss(self, backup: Backup) -> Loss:
        """Return what would be lost by restoring *backup*; a BackupError when it cannot be read."""
        self._core.writer.flush()
        with (
            reading(backup, self._core.folder, self._core.key) as then,
            self._core.read_at_length() as now,
        ):
            return loss_between(now, then, backup.made)

    def holding(self, case_id: str) -> Holding:
        """Return the backups that hold anything of the case, one being made now included."""
        return self._look_through(partial(holds_case, case_id=case_id))

    def holding_erased(self) -> Holding:
        """Return the backups that hold anybody who was erased from the register, as `holding`."""
        with self._core.read() as connection:
            marks = erased_marks(connection)
        if not marks:
            return Holding((), ())
        return self._look_through(partial(holds_erased, marks=marks))

    def rewrite_without_erased(self, backup: Backup) -> None:
        """Take out of *backup* all citizens that were erased from the register.

        Raises a BackupError; then it is as it was.
        """
        key = key_of_backup(backup, self._core.folder, self._core.key)
        with self._core.read() as connection:
            purge = purge_as_here(connection)
        if purge is not None:
            with self._one_at_a_time:
                rewrite_without_erased(backup.register, key, purge)

    def remove(self, backup: Backup) -> None:
        """Take *backup* away for good; raises a BackupError."""
        with self._one_at_a_time:
            remove_folder(backup.folder)

    def _look_through(self, finds: Callable[[Connection], bool]) -> Holding:
        def is_held(backup: Backup) -> bool:
            # Given back after each, so that nobody who wants another thing waits for all of them.
            with self._one_at_a_time:
                self._core.require_open()
                with reading(backup, self._core.folder, self._core.key) as connection:
                    return finds(connection)

        with self._one_at_a_time:
            backups, unreached = self._reached()
        return look_through(backups, unreached, is_held)

    def _make_elsewhere(self, label: Label) -> None:
        """Where there is no room beside the register, there may be some at the second place."""
        if place := self.plan.second_place:
            with suppress(BackupError):
                make_unless_lately(self._core, place, label)

    def _repeat(self, made: Made) -> tuple[Backup, ...]:
        place = self.plan.second_place
        if self.plan.is_unreadable:
            self._trouble = str(BackupPlanUnreadableError())
        if place is None:
            return ()
        try:
            repeated = repeat_backup(self._core, made, place)
            with self._one_plan:
                plan = replace(self.plan, second_made=made.backup.made)
                write_plan(self._core.folder, plan)
        except (BackupError, NotSavedError) as error:
            self._trouble = str(error)
            self._refused = not isinstance(error, BackupPlaceMissingError)
            return ()
        self._refused = False
        return (repeated,)

    def _thin(self, now: datetime) -> None:
        # What is known to be missing from the register may be in an old backup alone.
        if self.plan.paused or self._core.opening_fault:
            return
        try:
            for place in self._places():
                thin(place, self._register_id, now)
        except BackupError as error:
            self._trouble = self._trouble or str(error)

    def _places(self) -> tuple[Path, ...]:
        """Return the folders that can be reached now."""
        second = self.plan.second_place
        others = (second,) if second and second.is_dir() else ()
        return (self._core.folder, *others)

    def _reached(self) -> tuple[tuple[Backup, ...], tuple[str, ...]]:
        """Return all backups that can be reached, newest first, and the place that cannot be."""
        places = self._places()
        found = [b for place in places for b in own_backups(place, self._register_id)]
        second = self.plan.second_place
        unreached = (str(second),) if second and second not in places else ()
        return tuple(sorted(found, key=attrgetter("made"), reverse=True)), unreached

    def _newest(self, now: datetime) -> Backup | None:
        """Return the last backup; one from a time to come was made by a clock that was wrong."""
        last = backup_at(self._last[0]) if self._last else None
        return last or newest_own(self._core.folder, self._register_id, now)

    def _is_changed_since(self, newest: Backup) -> bool:
        if self._last is None or self._last[0] != newest.folder:
            try:
                with reading(newest, self._core.folder, self._core.key) as connection:
                    self._last = newest.folder, change_mark(connection)
            except BackupError:
                return True
        with self._core.read() as connection:
            return change_mark(connection) != self._last[1]

    def _is_missing_elsewhere(self, newest: Backup, now: datetime) -> bool:
        _, *others = self._places()
        if self._refused or not others:
            return False
        there = newest_own(others[0], self._register_id, max(now, newest.made))
        return there is None or there.made < newest.made
