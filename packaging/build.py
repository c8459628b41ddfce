"""Builds `dist/roedtraad` and starts it once; `dev.py package` calls it.

Runs in the Python of the packaging environment, beside PyInstaller.
"""

import subprocess
import sys
import time
from pathlib import Path

RECIPES = Path(__file__).resolve().parent
ROOT = RECIPES.parent
BUILT = ROOT / "dist" / "roedtraad"


def build() -> int:
    """Build the folder as the recipe says and return PyInstaller's exit status."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean"]
    # Its warnings name libraries of Qt's plug-ins that the recipe leaves out afterwards.
    command += ["--log-level", "ERROR"]
    command += ["--distpath", str(BUILT.parent), "--workpath", str(ROOT / "build")]
    command.append(str(RECIPES / "roedtraad.spec"))
    return subprocess.run(command, check=False).returncode


def main() -> int:
    """Build, say how large and how long, start what was built, and return the exit status."""
    print("Bygger dist/roedtraad …", flush=True)
    started = time.monotonic()
    if build() != 0:
        print("Programmet kunne ikke bygges: se beskeden fra PyInstaller ovenfor.")
        return 1
    size = sum(file.lstat().st_size for file in BUILT.rglob("*") if not file.is_dir())
    seconds = time.monotonic() - started
    print(f"  bygget på {seconds:.0f} s: {size / 1e6:.0f} MB", flush=True)
    smoke_test = [sys.executable, str(RECIPES / "smoke_test.py"), str(BUILT)]
    return subprocess.run(smoke_test, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
