"""Makes a register in the folder named on the command line and dies while it is open.

Its last writings then lie in the WAL alone. Prints what the register holds.
"""

import json
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path

from tests.drills.chores import after
from tests.drills.day import Day
from tests.drills.scenes import SCENES, make_before


def main() -> None:
    """Make the register, print its world, and die."""
    folder = Path(sys.argv[1])
    world = make_before(folder)
    day = Day(folder, world, _hear_nothing, _hear_nothing)
    for chore in SCENES["writing"]:
        day.do(chore)
        world = after(world, chore)
    day.opened(chore.at).flush()
    print(json.dumps(asdict(world)), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


def _hear_nothing(*_: object) -> None:
    """Hear nothing."""


if __name__ == "__main__":
    main()
