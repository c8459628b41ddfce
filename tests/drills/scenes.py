"""An hour of work in scenes, so that every call of each can fail once in a reasonable time."""

from datetime import timedelta
from pathlib import Path

from storage.register import create_register
from tests.drills.chores import Chore, Kind, after
from tests.drills.day import Day
from tests.drills.world import PERSON_FACT, World, backup_name
from tests.storage.samples import CHEAP, NOW, PASSPHRASE, PERSON, an_id

_FIRST, _SECOND = an_id(901), an_id(902)
_BEGUN, _SIGNED, _OTHER, _LETTER = (an_id(number) for number in (11, 12, 13, 21))

_LEAVER = "Vikar Prøve"


def _chores(*told: tuple[Kind, str, str, int], begins: int) -> tuple[Chore, ...]:
    return tuple(
        Chore(kind, NOW + timedelta(minutes=begins + minute), subject, case, number)
        for minute, (kind, subject, case, number) in enumerate(told)
    )


BEFORE = _chores(
    (Kind.DRAFT, _BEGUN, _FIRST, 10),
    (Kind.SIGN, _SIGNED, _FIRST, 11),
    (Kind.DRAFT, _OTHER, _SECOND, 34),
    (Kind.DOCUMENT, _LETTER, _SECOND, 13),
    (Kind.PROFILE, "", "", 14),
    (Kind.ADD_PERSON, _LEAVER, "", 2),
    (Kind.BACKUP, "", "", 0),
    begins=1,
)
SCENES: dict[str, tuple[Chore, ...]] = {
    "writing": _chores(
        (Kind.DRAFT, _BEGUN, _FIRST, 20),
        (Kind.DRAFT, an_id(14), an_id(903), 21),
        (Kind.SIGN, an_id(15), an_id(903), 22),
        (Kind.DOCUMENT, an_id(22), an_id(903), 24),
        (Kind.EVENT, an_id(22), an_id(903), 0),
        (Kind.DISCARD, _BEGUN, _FIRST, 25),
        (Kind.PROFILE, "", "", 26),
        (Kind.DRAFT, an_id(16), an_id(904), 27),
        (Kind.REOPEN, "", "", 0),
        (Kind.DRAFT, an_id(16), an_id(904), 28),
        begins=60,
    ),
    "erasing": _chores((Kind.ERASE, "", _SECOND, 0), begins=60),
    "backing-up": _chores(
        (Kind.DRAFT, _BEGUN, _FIRST, 20),
        (Kind.BACKUP, "", "", 0),
        begins=60,
    ),
    "changing-access": _chores(
        (Kind.ADD_PERSON, "Kollega Prøve", "", 3),
        (Kind.CHANGE_PASSPHRASE, PERSON, "", 4),
        (Kind.REOPEN, "", "", 0),
        begins=60,
    ),
    "restoring": _chores(
        (Kind.DRAFT, _BEGUN, _FIRST, 20),
        (Kind.RESTORE, backup_name(BEFORE[-1].at), "", 0),
        (Kind.DRAFT, _BEGUN, _FIRST, 21),
        begins=60,
    ),
    "removing-a-person": _chores(
        (Kind.DRAFT, _BEGUN, _FIRST, 20),
        (Kind.REMOVE_PERSON, _LEAVER, "", 0),
        (Kind.DRAFT, _BEGUN, _FIRST, 21),
        begins=60,
    ),
}


def make_before(folder: Path) -> World:
    """Make a register as it is before every scene, and return what it holds."""
    register, _ = create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)
    register.close()
    world = World({f"{PERSON_FACT}{PERSON}": 0})
    day = Day(folder, world, _hear_nothing, _hear_nothing)
    for chore in BEFORE:
        day.do(chore)
        world = after(world, chore)
    day.close()
    return world


def _hear_nothing(*_: object) -> None:
    """Hear nothing."""
