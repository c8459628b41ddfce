"""Lets every write-like call in an hour of work fail once, and looks what the register makes of it.

``python -m tests.drills.fault_sweep`` (Linux, with a C compiler)
"""

import argparse
import errno
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.drills.fault_runner import Outcome, read_outcome
from tests.drills.scenes import SCENES

ROOT = Path(__file__).absolute().parents[2]
_SHIM = Path(__file__).with_name("failing_disk.c")
ERRORS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO}


@dataclass
class Tally:
    """What came of all failures; each ill with where it was met."""

    failures: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    ills: dict[str, list[str]] = field(default_factory=dict)

    def note(self, ill: str, where: str) -> None:
        """Note an ill, and tell at once of one that was not met before."""
        if ill not in self.ills:
            print(f"{ill}\n    {where}", flush=True)
        self.ills.setdefault(ill, []).append(where)


class Runner:
    """A process on a failing disk that plays scenes."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def play(self, scene: str, nth: int, error: int, *, stays: bool) -> Outcome:
        """Play *scene* with its *nth* write-like call failing; 0 is none."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{scene} {nth} {error} {int(stays)}\n")
        self._process.stdin.flush()
        return read_outcome(self._process.stdout.readline())


def why_not() -> str:
    """Return why the drill cannot be held here; empty when it can."""
    if sys.platform != "linux":
        return "the failing disk is made for Linux"
    return "" if shutil.which("cc") else "there is no C compiler (cc)"


@contextmanager
def runner(place: Path) -> Iterator[Runner]:
    """Lend a runner that works below *place*."""
    shim = place / "failing_disk.so"
    command = ["cc", "-shared", "-fPIC", "-O1", "-o", str(shim), str(_SHIM), "-ldl"]
    subprocess.run(command, check=True)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.drills.fault_runner", str(place)],
        cwd=ROOT,
        env=os.environ | {"LD_PRELOAD": str(shim)},
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        yield Runner(process)


def sweep(player: Runner, scene: str, step: int, tally: Tally) -> int:
    """Let every *step*-th call of *scene* fail in every way; return how many calls it has."""
    calls = player.play(scene, 0, 0, stays=False)
    for ill in [*calls.ills, *calls.refused]:
        tally.note(ill, f"{scene} without a failure")
    for nth in range(1, calls.seen + 1, step):
        for name, error in ERRORS.items():
            for stays in (False, True):
                outcome = player.play(scene, nth, error, stays=stays)
                tally.failures += 1
                tally.refused.update(outcome.refused)
                how = f"{scene} {nth} {name}{' for good' if stays else ''} at {outcome.where}"
                for ill in outcome.ills:
                    tally.note(ill, f"{how} after {outcome.refused}")
    return calls.seen


def main() -> int:
    """Hold the drill as told on the command line; return 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenes", nargs="*", default=list(SCENES))
    parser.add_argument("--step", type=int, default=1, help="let only every so many calls fail")
    told = parser.parse_args()
    tally = Tally()
    with TemporaryDirectory() as place, runner(Path(place)) as player:
        for scene in told.scenes:
            calls = sweep(player, scene, told.step, tally)
            print(f"{scene}: {calls} calls; {len(tally.ills)} ills up to now", flush=True)
    print(f"{tally.failures} failures; refused: {dict(tally.refused.most_common())}")
    print(f"{len(tally.ills)} ills")
    for ill, met in tally.ills.items():
        print(f"{len(met)} times {ill}\n    first: {met[0]}")
    return 1 if tally.ills else 0


if __name__ == "__main__":
    sys.exit(main())
