"""The time to the first window, against a bare PySide6 window, as a ratio in one run.

    xvfb-run -a .venv/bin/python tests/bench/bench_first_window.py [RUNS]

Each run is a whole process, from its start until the first window is painted and it has ended. The
two take turns, so that a machine that grows slower slows both.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOUSE = Path(__file__).parents[2]
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.show()
QTimer.singleShot(0, application.quit)
application.exec()
"""


def seconds_of(command: list[str], home: str) -> float:
    """Return how long a whole process takes."""
    environment = {**os.environ, "PYTHONPATH": str(HOUSE), "XDG_DATA_HOME": home, "HOME": home}
    began = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    """Print both medians and their ratio."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    ours = [sys.executable, "-m", "app.main", "--first-window-test"]
    bare = [sys.executable, "-c", BARE]
    with tempfile.TemporaryDirectory() as home:
        make_register(Path(home))
        seconds_of(ours, home), seconds_of(bare, home)
        pairs = [(seconds_of(ours, home), seconds_of(bare, home)) for _ in range(runs)]
    our_median = statistics.median(pair[0] for pair in pairs)
    bare_median = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"ours {our_median:.3f} s, bare {bare_median:.3f} s, ratio {ratio:.2f} ({runs} pairs)")


def make_register(home: Path) -> None:
    """Make a register, so that the first window is the door."""
    sys.path.insert(0, str(HOUSE))
    from tests.journeys.people import make_register as make  # noqa: PLC0415 - after the path is set

    make(home / "roedtraad" / "Kartotek")


if __name__ == "__main__":
    main()
