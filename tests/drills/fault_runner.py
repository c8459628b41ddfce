"""Plays scenes on a disk that fails, one process for each failure: the inner part of `fault_sweep`.

Reads lines ``scene nth error stays`` and answers each with a line of JSON.
"""

import ctypes
import json
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

from storage.errors import RegisterError
from tests.drills.day import Day
from tests.drills.looking import differences, found_world, people_among
from tests.drills.promises import Promises
from tests.drills.scenes import SCENES, make_before
from tests.drills.world import Fact, World
from tests.storage.samples import NOW

_PATIENCE = 60
_LATER = timedelta(days=1)


@dataclass
class Outcome:
    """What came of one failure: what each chore said, where the disk failed, and what is wrong."""

    seen: int = 0
    where: str = ""
    refused: list[str] = field(default_factory=list)
    possible: dict[str, list[Fact]] = field(default_factory=dict)
    ills: list[str] = field(default_factory=list)


def read_outcome(told: str) -> Outcome:
    """Return the outcome that another process wrote down as *told*."""
    return Outcome(**json.loads(told))


class FailingDisk:
    """The preloaded shim."""

    def __init__(self) -> None:
        self._shim = ctypes.CDLL(None)
        self._shim.drill_seen.restype = ctypes.c_long
        self._shim.drill_call.restype = ctypes.c_char_p
        self._shim.drill_path.restype = ctypes.c_char_p

    def arm(self, place: Path, nth: int, error: int, stays: int) -> None:
        """Let the *nth* write-like call below *place* fail, and all after it if it *stays* so."""
        path = os.fsencode(place.resolve())
        self._shim.drill_arm(path, ctypes.c_long(nth), error, stays)

    def disarm(self) -> tuple[int, str]:
        """Let no call fail any more; return how many were seen, and which one failed."""
        self._shim.drill_disarm()
        where = b" ".join((self._shim.drill_call(), self._shim.drill_path()))
        return self._shim.drill_seen(), where.decode()


def main() -> None:
    """Play what is asked for on stdin, in registers below the folder named on the command line."""
    place = Path(sys.argv[1])
    world = make_before(place / "before")
    for line in sys.stdin:
        scene, nth, error, stays = line.split()
        failure = int(nth), int(error), int(stays)
        outcome = _in_another_process(partial(_played, place, world, scene, failure))
        looked = _in_another_process(partial(_looked_at, place / "work" / "kartotek", outcome))
        outcome.ills += looked.ills
        print(json.dumps(asdict(outcome)), flush=True)


def _in_another_process(act: Callable[[], Outcome]) -> Outcome:
    receiving, sending = os.pipe()
    child = os.fork()
    if not child:
        signal.alarm(_PATIENCE)
        try:
            told = act()
        except BaseException:  # noqa: BLE001 - told to the parent, and nobody else is there
            told = Outcome(ills=[_brief(traceback.format_exc())])
        with os.fdopen(sending, "w") as file:
            file.write(json.dumps(asdict(told)))
        os._exit(0)
    os.close(sending)
    with os.fdopen(receiving) as file:
        text = file.read()
    _, status = os.waitpid(child, 0)
    return read_outcome(text) if text else Outcome(ills=[f"died with status {status}"])


def _played(place: Path, world: World, scene: str, failure: tuple[int, int, int]) -> Outcome:
    work = place / "work"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(place / "before", work / "kartotek")
    outcome = Outcome()
    promises = Promises(world)
    disk = FailingDisk()
    disk.arm(work, *failure)
    day = Day(work / "kartotek", world, _hear_nothing, _hear_nothing)
    try:
        _play(day, scene, promises, outcome)
    except Exception:  # noqa: BLE001 - which is just what is looked for
        outcome.ills.append(_brief(traceback.format_exc()))
    outcome.seen, outcome.where = disk.disarm()
    outcome.possible = {name: list(facts) for name, facts in promises.possible.items()}
    return outcome


def _play(day: Day, scene: str, promises: Promises, outcome: Outcome) -> None:
    for chore in SCENES[scene]:
        promises.begin(chore)
        try:
            day.do(chore)
        except RegisterError as error:
            outcome.refused.append(f"{chore.kind}: {type(error).__name__}")
            promises.refused(chore)
        else:
            promises.done(chore)
    try:
        day.close()
    except RegisterError as error:
        outcome.refused.append(f"close: {type(error).__name__}")
        day.drop()
    else:
        promises.closed()


def _looked_at(folder: Path, outcome: Outcome) -> Outcome:
    found, ills = found_world(folder, people_among(outcome.possible), NOW + _LATER)
    return Outcome(ills=[*ills, *differences(found.facts, outcome.possible)])


def _brief(trace: str) -> str:
    """Return the places and the last line of a trace."""
    lines = trace.strip().splitlines()
    places = [line.split("/")[-1] for line in lines if line.startswith("  File")]
    return " < ".join([*places[-4:], lines[-1]])


def _hear_nothing(*_: object) -> None:
    """Hear nothing: what is acknowledged is what the chores return."""


if __name__ == "__main__":
    main()
