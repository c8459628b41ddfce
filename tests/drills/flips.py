"""Damages a register byte by byte, and looks whether it ever shows wrong answers as right ones.

``python -m tests.drills.flips --step 1 --place /dev/shm``
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from storage.credentials import ByPassphrase
from storage.errors import RegisterError
from storage.file_names import BACKUP_FOLDER
from storage.register import open_register
from storage.restoring import restore
from tests.drills.chores import passphrase_of
from tests.drills.kill_loop import ROOT
from tests.drills.world import Facts, World, inner_facts, read_facts
from tests.storage.samples import NOW, PERSON

_LATER = NOW + timedelta(days=1)
_PIECE = 200
WAYS = ("bit", "byte", "cut")


@dataclass(frozen=True)
class Damage:
    """One thing done to one file: a bit or a byte turned over at *place*, or the end cut there."""

    file: str
    place: int
    way: str

    def apply(self, folder: Path) -> None:
        """Do it to the file in *folder*."""
        path = folder / self.file
        with path.open("r+b") as file:
            file.seek(self.place)
            if self.way == "cut":
                file.truncate()
                return
            (byte,) = file.read(1)
            chance = random.Random(f"{self.file} {self.place}")  # noqa: S311 - a drill
            file.seek(self.place)
            file.write(bytes([byte ^ (0xFF if self.way == "byte" else 1 << chance.randrange(8))]))


def make_template(folder: Path) -> World:
    """Make a register whose program died, and return what it holds."""
    command = [sys.executable, "-m", "tests.drills.left_open", str(folder)]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return World(**json.loads(made.stdout))


def damages(folder: Path, step: int, only: str = "") -> Iterator[Damage]:
    """Yield all damages to every *step*-th byte of the files in *folder*."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and only in path.name):
        for place in range(0, path.stat().st_size, step):
            for way in WAYS:
                yield Damage(str(path.relative_to(folder)), place, way)


def verdict(template: Path, world: World, damage: Damage, work: Path) -> str:
    """Open a damaged copy of *template*; return ``harmless``, ``told``, ``refused`` or the ill."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(template, work)
    damage.apply(work)
    look = _look_at_backup if damage.file.startswith(BACKUP_FOLDER) else _look_at_register
    try:
        return look(work, world)
    except RegisterError as error:
        return f"refused {type(error).__name__}"
    except Exception:  # noqa: BLE001 - which is just what is looked for
        return f"CRASH {traceback.format_exc()}"


def _look_at_register(folder: Path, world: World) -> str:
    """Read all there is; whatever was read before an error was met must be right, too."""
    passphrase = passphrase_of(world.people[PERSON])
    register = open_register(folder, PERSON, passphrase, _LATER)
    read: Facts = {}
    try:
        for name, fact in read_facts(register):
            read[name] = fact
        lost = world.inner_facts().keys() - read.keys()
        findings = register.upkeep.verify()
    except RegisterError:
        lost, findings = set(), ()
        if _is_right(read, world):
            raise
    finally:
        fault = register.opening_fault()
        register.close(even_unsaved=True)
    # Only what is told at opening warns who reads; what an inspection would find does not.
    if fault:
        return f"told at opening: {fault.sentence[:24]}"
    if lost or not _is_right(read, world):
        return "WRONG"
    return f"told when verified: {findings[0].part}" if findings else "harmless"


def _is_right(read: Facts, world: World) -> bool:
    return read.items() <= world.facts.items()


def _look_at_backup(folder: Path, world: World) -> str:
    """Restore the only backup; the register must then be as in it, or as it was before."""
    (name,) = world.kept
    (backup,) = (folder / BACKUP_FOLDER).iterdir()
    passphrase = passphrase_of(world.people[PERSON])
    try:
        restore(folder, backup, ByPassphrase(PERSON, passphrase), _LATER)
    except RegisterError as error:
        came, expected = f"refused {type(error).__name__}", world.inner_facts()
    else:
        came, expected = "harmless", world.kept[name]
    register = open_register(folder, PERSON, passphrase, _LATER)
    try:
        return came if inner_facts(register) == expected else "WRONG"
    finally:
        register.close()


def _piece(template: Path, world: World, piece: Sequence[Damage]) -> list[tuple[Damage, str]]:
    work = Path(mkdtemp(dir=template.parent))
    try:
        return [(damage, verdict(template, world, damage, work)) for damage in piece]
    finally:
        shutil.rmtree(work)


def verdicts(place: Path, step: int, workers: int, only: str) -> Iterator[tuple[Damage, str]]:
    """Yield every damage and what came of it, in registers below *place*."""
    template = place / "template"
    world = make_template(template)
    todo = list(damages(template, step, only))
    pieces = [todo[start : start + _PIECE] for start in range(0, len(todo), _PIECE)]
    with ProcessPoolExecutor(workers) as pool:
        for piece in pool.map(partial(_piece, template, world), pieces):
            yield from piece


def main() -> int:
    """Hold the drill as told on the command line; return 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--step", type=int, default=1, help="damage only every so many bytes")
    parser.add_argument("--only", default="", help="damage only files with this in their name")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--place", help="a folder to work in, best in memory")
    told = parser.parse_args()
    tally: Counter[str] = Counter()
    ills = []
    with TemporaryDirectory(dir=told.place) as place:
        for damage, came in verdicts(Path(place), told.step, told.workers, told.only):
            tally[f"{damage.file} {damage.way}: {came}"] += 1
            if came.startswith(("CRASH", "WRONG")):
                ills.append(f"{damage}: {came}")
    for what, count in sorted(tally.items()):
        print(f"{count:8} {what}")
    print(f"{tally.total()} damages, {len(ills)} ills", *ills[:20], sep="\n")
    return 1 if ills else 0


if __name__ == "__main__":
    sys.exit(main())
