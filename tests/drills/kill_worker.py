"""Works in a register until it is killed, and says on stdout what is done: for `kill_loop`."""

import os
import signal
import sys
from datetime import datetime
from pathlib import Path

from storage.errors import RegisterError
from tests.drills.day import Day
from tests.drills.kill_loop import PATIENCE, Round, planned


def main() -> None:
    """Carry out the round that is told on the command line."""
    signal.alarm(PATIENCE)
    folder = Path(sys.argv[1])
    round_ = Round.read(folder)
    day = Day(folder, round_.world, _saved, _failed)
    for number, chore in enumerate(planned(round_)):
        _say(f"begin {number}")
        day.do(chore)
        _say(f"done {number} {chore.kind}")
    day.close()
    _say("end")


def _saved(entry_id: str, at: datetime) -> None:
    _say(f"saved {entry_id} {at.isoformat()}")


def _failed(error: RegisterError) -> None:
    _say(f"failed {type(error).__name__}")


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    main()
