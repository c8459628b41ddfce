"""Starts the built program in an empty home and waits for its first window.

    python packaging/smoke_test.py dist/roedtraad

Uses a screen of its own (Xvfb) where there is one, and Qt's screenless platform elsewhere.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE_S = 60
KEPT_FROM_HERE = ("PATH", "LANG", "SYSTEMROOT", "TEMP", "TMP")


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Give the environment variables of a screen that exists as long as the block."""
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    read_end, write_end = os.pipe()
    command = [xvfb, "-displayfd", str(write_end), "-screen", "0", "1366x768x24"]
    with subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL) as server:
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        try:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        finally:
            server.terminate()


def start(program: Path, home: str, shown_on: dict[str, str]) -> tuple[int, float]:
    """Return *program*'s exit status and the seconds until it had shown a window and ended."""
    kept = {name: os.environ[name] for name in KEPT_FROM_HERE if name in os.environ}
    own_home = {"HOME": home, "USERPROFILE": home, "LOCALAPPDATA": home, "APPDATA": home}
    started = time.monotonic()
    ended = subprocess.run(
        [program, "--first-window-test"],
        env={"LANG": "C.UTF-8", **kept, **own_home, **shown_on},
        timeout=PATIENCE_S,
        check=False,
    )
    return ended.returncode, time.monotonic() - started


def main(folder: Path) -> int:
    """Start the program in *folder* twice, print the times and return its exit status."""
    program = folder / ("roedtraad.exe" if os.name == "nt" else "roedtraad")
    with screen() as shown_on, tempfile.TemporaryDirectory() as home:
        for turn in ("første", "anden"):
            try:
                status, seconds = start(program, home, shown_on)
            except subprocess.TimeoutExpired:
                print(f"Programmet viste intet vindue på {PATIENCE_S} sekunder.")
                return 1
            if status != 0:
                print(f"Programmet sluttede med fejl {status} før sit første vindue.")
                return 1
            platform = shown_on["QT_QPA_PLATFORM"]
            print(f"  {turn} start: vindue vist på {seconds:.2f} s ({platform})", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
