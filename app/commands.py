"""What the program does without a window: look a register over, copy it, put it back, list anew."""

import json
import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from app.command_line import NEED_NO_REGISTER, Asked, Command
from app.faults import answer_faults_with
from app.form_commands import check
from app.rules_at_hand import know_own_rules
from app.supplies import supplies_with
from app.terminal import NotAskedError, ask_credential
from app.trouble import READING_TROUBLE
from app.upkeep import rebuild_lists
from app.wording import MAY_HOLD_ERASED
from app.work import Clock, Work
from storage.backup_copying import copy_backup
from storage.backup_errors import BackupError, NoSuchBackupError
from storage.backups import Backup, Reason, backups_in
from storage.connection import named_errors
from storage.credentials import ByPassphrase, Credential
from storage.errors import RegisterMissingError
from storage.file_names import REGISTER_FILE, has_register
from storage.register import Register, open_register, open_with_recovery_key
from storage.restoring import restore
from storage.verifying import Finding

_WELL, _TO_LOOK_AT, _NOT_DONE, _STOPPED = 0, 1, 2, 130
_BY_RECOVERY_KEY = "Gendannelsesnøgle"
_SORRY = "Der skete en fejl i programmet. Alt, der stod som gemt i kartoteket, er gemt."


@dataclass(frozen=True, slots=True)
class Errand:
    """What a command needs; `folder` is where the register lies."""

    asked: Asked
    folder: Path
    clock: Clock


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a command: the exit status, and the sentences that say it."""

    status: int
    sentences: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


def carry_out(command: Command, asked: Asked, folder: Path, clock: Clock) -> int:
    """Carry out *command* as it was *asked*, say what came of it, and return the exit status.

    *folder* is where the register lies. The status is 0 when all is well, 1 when there is something
    to look at, 2 when it could not be done.
    """
    answer_faults_with(_say_sorry)
    if command in NEED_NO_REGISTER:
        checked = check(asked, clock().date())
        _write(checked.text, sys.stdout)
        return checked.status
    errand = Errand(asked, folder, clock)
    try:
        outcome = _COMMANDS[command](errand)
    except (*READING_TROUBLE, NotAskedError) as error:
        outcome = Outcome(_NOT_DONE, (str(error),))
    except KeyboardInterrupt:
        outcome = Outcome(_STOPPED, ("Afbrudt.",))
    _tell(outcome, as_json=asked.json)
    return outcome.status


def _verify(errand: Errand) -> Outcome:
    with _opened(errand) as work:
        fault = work.register.opening_fault()
        findings = work.register.upkeep.verify()
    said = tuple(finding.sentence for finding in findings)
    if fault is not None and fault.sentence not in said:
        said = (fault.sentence, *said)
    if said:
        return Outcome(_TO_LOOK_AT, said, findings)
    return Outcome(_WELL, ("Kartoteket er set efter, og alt er, som det skal være.",))


def _back_up(errand: Errand) -> Outcome:
    with _opened(errand) as work:
        backups, place = work.register.backups, errand.asked.to
        if place is not None:
            backups.check_place(place)
        made = backups.make(Reason.MANUAL, errand.clock())
        trouble = backups.trouble
    said = tuple(_lies_in(backup) for backup in made)
    try:
        more = () if place is None else (_lies_in(copy_backup(made[0], place)),)
    except BackupError as error:
        return Outcome(_NOT_DONE, (*said, str(error)))
    return Outcome(_TO_LOOK_AT if trouble else _WELL, (*said, *more, *filter(None, [trouble])))


def _lies_in(backup: Backup) -> str:
    return f"Sikkerhedskopien er lavet og prøvet. Den ligger i {backup.folder}"


def _restore(errand: Errand) -> Outcome:
    backup = errand.asked.backup
    with named_errors(backup):
        is_backup = (backup / REGISTER_FILE).is_file()
    if not is_backup:
        return _choice_in(backup)
    # On a new computer there is no key file yet but the one in the backup.
    who = ask_credential(errand.asked, errand.folder, backup)
    restored = restore(errand.folder, backup, who, errand.clock())
    said = ["Kartoteket er hentet tilbage fra sikkerhedskopien og prøvet."]
    if restored.kept is not None:
        said.append(f"Det, der lå der før, ligger nu i {restored.kept}")
    if restored.may_hold_erased:
        said.append(MAY_HOLD_ERASED)
    return Outcome(_TO_LOOK_AT if restored.may_hold_erased else _WELL, tuple(said))


def _choice_in(place: Path) -> Outcome:
    """Name the backups in *place*, one of which must be chosen; raises a BackupError."""
    found = backups_in(place)
    if not found:
        raise NoSuchBackupError
    folders = (str(backup.folder) for backup in found)
    return Outcome(_NOT_DONE, ("Skriv, hvilken af kopierne det skal være, nyeste først:", *folders))


def _rebuild(errand: Errand) -> Outcome:
    with _opened(errand) as work:
        rebuilt = rebuild_lists(work)
    said = f"Listerne er lavet igen. Borgere i alt: {rebuilt.derived + rebuilt.kept}."
    if not rebuilt.kept:
        return Outcome(_WELL, (said,))
    kept = (
        f"{rebuilt.kept} af dem står som før, for et skema kan ikke læses. Hent den nyeste udgave "
        "af Rød Tråd, og prøv igen."
    )
    return Outcome(_TO_LOOK_AT, (said, kept))


_COMMANDS: dict[Command, Callable[[Errand], Outcome]] = {
    Command.VERIFY: _verify,
    Command.BACKUP: _back_up,
    Command.RESTORE: _restore,
    Command.REBUILD: _rebuild,
}


@contextmanager
def _opened(errand: Errand) -> Generator[Work]:
    """Open the register, and close it whatever happens."""
    with named_errors(errand.folder):
        is_there = has_register(errand.folder)
    if not is_there:
        raise RegisterMissingError
    who = ask_credential(errand.asked, errand.folder)
    register, person = _open(errand.folder, who, errand.clock())
    try:
        work = Work(register, supplies_with(register), errand.clock, person)
        know_own_rules(work)
        yield work
    finally:
        register.close()


def _open(folder: Path, who: Credential, now: datetime) -> tuple[Register, str]:
    if isinstance(who, ByPassphrase):
        return open_register(folder, who.person, who.passphrase, now), who.person
    return open_with_recovery_key(folder, who.typed, now), _BY_RECOVERY_KEY


def _tell(outcome: Outcome, *, as_json: bool) -> None:
    stream = sys.stderr if outcome.status in {_NOT_DONE, _STOPPED} and not as_json else sys.stdout
    _write(_as_json(outcome) if as_json else "\n".join(outcome.sentences), stream)


def _write(text: str, stream: TextIO) -> None:
    # The path of a folder, or a form, can hold what the terminal has no letters for.
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    stream.flush()


def _as_json(outcome: Outcome) -> str:
    table = {
        "status": outcome.status,
        "sentences": outcome.sentences,
        "findings": [
            {"part": found.part, "sentence": found.sentence} for found in outcome.findings
        ],
    }
    return json.dumps(table, ensure_ascii=False, indent=1)


def _say_sorry() -> None:
    sys.stderr.write(f"{_SORRY}\n")
    sys.stderr.flush()
    # Else Python would end with 1, which says that the command was carried out.
    os._exit(_NOT_DONE)
