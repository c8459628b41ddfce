"""Kills a working program at random moments and looks whether anything it had kept is lost.

``python -m tests.drills.kill_loop --count 1000``
"""

import argparse
import json
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from storage.errors import RegisterError
from storage.register import create_register
from tests.drills.chores import Chore, after
from tests.drills.looking import differences, found_world, people_among
from tests.drills.planning import plan
from tests.drills.world import PERSON_FACT, Fact, World
from tests.storage.samples import CHEAP, NOW, PASSPHRASE, PERSON

ROOT = Path(__file__).absolute().parents[2]
RELEASED = ROOT / "tests" / "storage" / "released" / "0.1.0"
_CHORES = 24
# Minutes from one round to the next on the register's clock; one chore takes a minute.
_GAP = 2 * _CHORES
# So many kills hit the same register before a new one is taken.
_KILLS_IN_A_LIFE = 8
# How long, in seconds, a worker may at most go on with the chore in which it is killed: some chores
# take a millisecond, some a hundred.
_PAUSES = (0.003, 0.02, 0.15)
# A worker that is not done in so many seconds hangs, and ends itself.
PATIENCE = 60


@dataclass(frozen=True)
class Round:
    """What one worker is to do: a plan from *world* by *seed*, its times from minute *begins*."""

    world: World
    seed: int
    begins: int

    def write(self, folder: Path) -> None:
        """Leave the round beside *folder* for the worker."""
        _file(folder).write_text(json.dumps(asdict(self)))

    @classmethod
    def read(cls, folder: Path) -> "Round":
        """Return the round that lies beside *folder*."""
        told = json.loads(_file(folder).read_text())
        return cls(World(**told["world"]), told["seed"], told["begins"])


@dataclass
class Tally:
    """What came of all kills."""

    kills: int = 0
    acknowledged: int = 0
    at: Counter[str] = field(default_factory=Counter)
    ills: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Heard:
    """What a worker said: chores begun, chores surely done, and which drafts were saved."""

    begun: int
    done: int
    saved: dict[str, datetime]
    complaint: str


def planned(round_: Round) -> list[Chore]:
    """Return what the worker of this round does."""
    return plan(round_.world, Random(round_.seed), _CHORES, round_.begins)  # noqa: S311 - a drill


def run(count: int, seed: int, place: Path) -> Tally:
    """Kill *count* workers in registers below *place*."""
    tally = Tally()
    chance = Random(seed)  # noqa: S311 - a drill
    life = 0
    while tally.kills < count:
        folder = place / f"{'old' if life % 2 else 'new'}-{life}"
        world = _new_register(folder, is_old=bool(life % 2))
        for number in range(min(_KILLS_IN_A_LIFE, count - tally.kills)):
            round_ = Round(world, chance.randrange(1 << 30), (number + 1) * _GAP)
            ills = len(tally.ills)
            world = _one_round(folder, round_, chance, tally)
            if len(tally.ills) > ills:
                break
        life += 1
    return tally


def _new_register(folder: Path, *, is_old: bool) -> World:
    """Make a register, or put one there that an older program left, to be brought up to date."""
    if is_old:
        shutil.copytree(RELEASED, folder)
        other = Path(shutil.copytree(RELEASED, folder.with_name(f"{folder.name}-read")))
        return found_world(other, {(PERSON, 0)}, NOW)[0]
    register, _ = create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)
    register.close()
    return World({f"{PERSON_FACT}{PERSON}": 0})


def _one_round(folder: Path, round_: Round, chance: Random, tally: Tally) -> World:
    chores = planned(round_)
    # The first to open an old register brings it up to date.
    is_upgrade = "old" in folder.name and round_.begins == _GAP
    targets = (0,) if is_upgrade else range(len(chores))
    heard = _killed(folder, round_, chance, targets)
    tally.kills += 1
    tally.at["upgrade" if is_upgrade else str(chores[heard.begun].kind)] += 1
    tally.acknowledged += heard.done + len(heard.saved)
    worlds = [round_.world]
    for chore in chores[: heard.begun + 1]:
        worlds.append(after(worlds[-1], chore))
    where = f"{folder.name} seed {round_.seed} begun {heard.begun} done {heard.done}"
    if heard.complaint:
        tally.ills.append(f"{where}: the worker said {heard.complaint}")
    at = NOW + timedelta(minutes=round_.begins + _CHORES)
    possible = _possible(worlds, chores, heard)
    try:
        found, ills = found_world(folder, people_among(possible), at)
    except RegisterError as error:
        tally.ills.append(f"{where}: it does not open: {type(error).__name__}")
        return round_.world
    ills += differences(found.facts, possible)
    tally.ills += [f"{where}: {ill}" for ill in ills]
    return found


def _possible(
    worlds: Sequence[World], chores: Sequence[Chore], heard: Heard
) -> dict[str, set[Fact]]:
    """Return for each fact what it may be, when so much was acknowledged and so much begun."""
    names = {name for world in worlds for name in world.facts}
    return {
        name: {world.facts.get(name) for world in worlds[_floor(name, chores, heard) :]}
        for name in names
    }


def _floor(name: str, chores: Sequence[Chore], heard: Heard) -> int:
    """Return after how many chores the fact *name* is surely on the disk."""
    saved = [
        number + 1
        for number, chore in enumerate(chores)
        if heard.saved.get(chore.subject, NOW) >= chore.at
        and name in {f"entry {chore.subject} {chore.case}", f"case {chore.case}"}
    ]
    return max(heard.done, *saved, 0)


def _killed(folder: Path, round_: Round, chance: Random, targets: Sequence[int]) -> Heard:
    """Let a worker begin, kill it in the middle of some chore, and return what it said."""
    round_.write(folder)
    wait_for = f"begin {chance.choice(targets)}\n"
    command = [sys.executable, "-m", "tests.drills.kill_worker", str(folder)]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as worker:
        assert worker.stdout is not None
        assert worker.stderr is not None
        lines = []
        for line in worker.stdout:
            lines.append(line)
            if line == wait_for:
                break
        time.sleep(chance.uniform(0, chance.choice(_PAUSES)))
        worker.kill()
        # Not `communicate`, which passes by what the lines before have read ahead.
        rest, complaint = worker.stdout.read(), worker.stderr.read()
    if worker.returncode == -signal.SIGALRM:
        complaint += "that it hung"
    # The last line may have been cut by the kill.
    whole = "".join([*lines, rest]).rpartition("\n")[0].splitlines()
    return _heard(whole, complaint)


def _heard(lines: Sequence[str], complaint: str) -> Heard:
    begun = done = 0
    saved: dict[str, datetime] = {}
    for words in map(str.split, lines):
        match words:
            case ["begin", number]:
                begun = int(number)
            case ["done", number, kind] if kind != "draft":
                done = int(number) + 1
            case ["saved", entry, at]:
                saved[entry] = datetime.fromisoformat(at)
            case ["failed", error]:
                complaint += error
            case _:
                pass
    return Heard(begun, done, saved, complaint)


def _file(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.round.json")


def main() -> int:
    """Run the drill as told on the command line; return 1 when something was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    with TemporaryDirectory() as place:
        tally = run(told.count, told.seed, Path(place))
    print(f"{tally.kills} kills, {tally.acknowledged} chores acknowledged")
    print("killed in the middle of", dict(tally.at.most_common()))
    print(f"{len(tally.ills)} ills", *tally.ills, sep="\n")
    return 1 if tally.ills else 0


if __name__ == "__main__":
    sys.exit(main())
