"""Backups in Danish: their lines, what each holds, and what would be lost by putting it back."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from app.wording import counted, lately_in_words, listed, moment_in_words
from storage.backup_places import BackupPlan
from storage.backup_reading import Loss
from storage.backups import Backup, Reason
from storage.contents import Contents
from storage.file_names import BACKUP_FOLDER
from views.screen.line_list import Line

_REASONS = {
    Reason.AUTOMATIC: "Automatisk",
    Reason.MANUAL: "Lavet af jer",
    Reason.BEFORE_UPGRADE: "Før en ny udgave af programmet",
    Reason.BEFORE_RESTORE: "Før kartoteket blev gendannet",
    Reason.BEFORE_NEW_KEY: "Før en ny nøgle",
    Reason.BEFORE_ERASING: "Før en borger blev slettet",
    Reason.BEFORE_IMPORT: "Før noget blev hentet ind",
    Reason.REPLACED: "Det, en gendannelse trådte i stedet for",
}
_SAME_DISK = (
    "Mappen ligger på samme disk som kartoteket. Går disken i stykker, ryger begge dele: vælg "
    "hellere et andet drev."
)
_BESIDE = "ved siden af kartoteket"
_ERASED_STAY_AWAY = "Borgere, der er slettet, kommer ikke med tilbage."


def lines_of(backups: Iterable[Backup], register: Path, today: date) -> tuple[Line, ...]:
    """Return a line for each of *backups*, seen from the folder of the *register*."""
    shown = tuple(backups)
    times = Counter(lately_in_words(backup.made, today) for backup in shown)
    return tuple(_line(backup, register, today, times) for backup in shown)


def state_of(backups: Iterable[Backup], today: date) -> str:
    """Return in a sentence when the newest of *backups* was made."""
    newest = max((backup.made for backup in backups), default=None)
    if newest is None:
        return "Der er ingen sikkerhedskopi endnu."
    return f"Den nyeste kopi er fra {lately_in_words(newest, today)}."


def place_of(plan: BackupPlan, today: date, *, is_same_disk: bool = False) -> str:
    """Return the second place, and when a backup was last put there; empty when there is none.

    It says so when the place *is_same_disk* as the register's.
    """
    if plan.second_place is None:
        return ""
    made = "Der er ikke lagt nogen kopi dér endnu."
    if plan.second_made is not None:
        made = f"Sidst lagt en kopi dér {lately_in_words(plan.second_made, today)}."
    return "\n".join((str(plan.second_place), made, *([_SAME_DISK] if is_same_disk else [])))


def are_on_one_disk(register: Path, second_place: Path | None) -> bool:
    """Return whether both lie on the same disk, as far as that can be seen now."""
    if second_place is None:
        return False
    try:
        return register.stat().st_dev == second_place.stat().st_dev
    except OSError:
        return False


def title_of(backup: Backup, today: date) -> str:
    """Return what *backup* is called, e.g. ``"Kopien fra i dag kl. 14.32"``."""
    return f"Kopien fra {lately_in_words(backup.made, today)}"


def contents_in_words(contents: Contents) -> str:
    """Return in a sentence how much a backup holds."""
    held = listed(
        (
            counted(contents.cases, "borger", "borgere"),
            counted(contents.entries, "skema", "skemaer"),
            counted(contents.documents, "brev", "breve"),
        )
    )
    last = contents.last_change
    return f"Her er {held}." + (f" Sidst ændret {moment_in_words(last)}." if last else "")


def loss_in_words(loss: Loss) -> str:
    """Return in a sentence what would be missing if the backup were put back."""
    missing = [
        counted(number, one, several)
        for number, one, several in (
            (loss.entries, "skema", "skemaer"),
            (loss.documents, "brev", "breve"),
        )
        if number
    ]
    if not missing:
        return f"Gendanner du den, går intet tabt. {_ERASED_STAY_AWAY}"
    whose = counted(loss.citizens, "borger", "borgere")
    return (
        "Gendanner du den, går det tabt, der er skrevet eller ændret siden: "
        f"{listed(missing)} hos {whose}. {_ERASED_STAY_AWAY}"
    )


def _line(backup: Backup, register: Path, today: date, times: Counter[str]) -> Line:
    place = backup.folder.parent
    if place.name == BACKUP_FOLDER:
        place = place.parent
    where = _BESIDE if place == register else str(place)
    when = lately_in_words(backup.made, today)
    if times[when] > 1:
        # Of several in a minute, as when one locks again and again, one must know which is which.
        when = f"{when}.{backup.made:%S}"
    return Line(str(backup.folder), when.capitalize(), f"{_REASONS[backup.reason]} · {where}")
