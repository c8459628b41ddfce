"""Makes a machine ready for Rød Tråd: `dev.py` calls it when something is lacking.

Standard library only. The first argument is the Python that shall exist in a virtual
environment; the others are steps: ``system-<window>`` and ``packages-<lock>``.
"""

import ctypes
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

LOCKS = Path(__file__).resolve().parent.parent / "requirements"
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"

# pip says "Processing" and a path when a package lies on the disk already.
PACKAGE_BEGUN = re.compile(r"(?:Collecting |Processing (?:\S*/)?)([\w.-]+?)(?:==|-)(\d[\w.]*)")

# A library and the Debian package that brings it, found by trying in a bare Debian 12.
OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11 = OFFSCREEN | {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
LIBRARIES: Mapping[str, Mapping[str, str]] = {
    "offscreen": OFFSCREEN,
    "x11": X11,
    "build": X11,  # the folder that is built takes these libraries along
    "none": {},
}


class StoppedError(Exception):
    """The machine cannot be made ready; the sentence says what happened and what to do."""


def say(words: str) -> None:
    """Print *words* at once, also when the output is a file."""
    print(words, flush=True)


# ------------------------------------------------------------------ what the system must bring


def is_missing(library: str) -> bool:
    """Tell whether the system cannot load *library*."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


def prepare_system(window: str, python: Path) -> None:
    """Make sure that Linux has what a *window* and the making of *python* need, or stop."""
    if not sys.platform.startswith("linux"):
        return
    needed = {name: brings for name, brings in LIBRARIES[window].items() if is_missing(name)}
    # Debian takes ensurepip out of Python, and without it a virtual environment has no pip.
    if not python.with_name("pip").exists() and find_spec("ensurepip") is None:
        needed["ensurepip"] = f"python{VERSION}-venv"
    if window == "build":
        needed |= missing_for_a_build()
    if needed:
        install_from_the_system(needed)


def missing_for_a_build() -> dict[str, str]:
    """Return what PyInstaller needs and the system lacks, with the Debian packages."""
    needed = {}
    if shutil.which("objdump") is None:
        needed["objdump"] = "binutils"
    # Only the system's own Python leaves its library to a package of its own.
    if sys.base_prefix == "/usr" and is_missing(f"libpython{VERSION}.so.1.0"):
        needed["libpython"] = f"libpython{VERSION}"
    return needed


def install_from_the_system(needed: Mapping[str, str]) -> None:
    """Install the Debian packages that bring what is *needed*, or stop and say how."""
    if not Path("/etc/debian_version").exists():
        raise StoppedError(
            f"Systemet mangler {', '.join(needed)}: installér det med systemets egen "
            "pakkestyring, og kør kommandoen igen."
        )
    install = ["apt-get", "install", "-y", "--no-install-recommends", *sorted(needed.values())]
    if os.geteuid() != 0:
        say("Systemet mangler nogle biblioteker. Kør denne kommando, og prøv så igen:\n")
        raise StoppedError(f"sudo {' '.join(install)}")
    say(f"Systemet mangler {', '.join(sorted(needed.values()))}; de installeres nu.")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install):
        if subprocess.run(command, env=environment, check=False).returncode != 0:
            raise StoppedError(
                "Systembibliotekerne kunne ikke installeres: se beskeden fra apt-get ovenfor, "
                "tjek at maskinen er på nettet, og kør kommandoen igen."
            )


# ------------------------------------------------------------------ what the locks must bring


def prepare_packages(lock: str, python: Path) -> None:
    """Install what *lock* names beside *python*, which is made when it is not there, or stop."""
    started = time.monotonic()
    make_environment(python)
    # An installation that is cut off can leave half a package that pip takes for a whole one.
    begun_mark(python).touch()
    install(lock, python, started)
    say(f"  {time.monotonic() - started:4.0f} s  færdig")


def begun_mark(python: Path) -> Path:
    """Return the file that exists while packages are being installed beside *python*."""
    return python.parent.parent / "installation-begun"


def make_environment(python: Path) -> None:
    """Make the virtual environment of *python* anew, unless a whole one is there."""
    if python.exists() and not begun_mark(python).exists():
        probe = [str(python), "-c", "import pip"]
        if subprocess.run(probe, stderr=subprocess.DEVNULL, check=False).returncode == 0:
            return
    folder = python.parent.parent
    say(f"Laver {folder.name} …")
    command = [sys.executable, "-m", "venv", "--clear", str(folder)]
    if subprocess.run(command, check=False).returncode != 0:
        raise StoppedError(
            f"Mappen {folder.name} kunne ikke laves: se Pythons besked ovenfor, og tjek at der "
            "er plads på disken."
        )


def install(lock: str, python: Path, started: float) -> None:
    """Install what *lock* names, a line for each package, or stop with pip's own words."""
    say(f"Henter pakkerne i requirements/{lock}.txt …")
    command = [str(python), "-u", "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--require-hashes", "--only-binary", ":all:"]
    command += ["--requirement", str(LOCKS / f"{lock}.txt")]
    heard: list[str] = []
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        for line in pip.stdout or ():
            heard.append(line)
            retell(line, time.monotonic() - started)
    begun_mark(python).unlink()
    if pip.returncode != 0:
        say("".join(heard))
        raise StoppedError(
            "Pakkerne kunne ikke installeres: se pips besked ovenfor, tjek at maskinen er på "
            "nettet, og kør kommandoen igen."
        )


def retell(line: str, seconds: float) -> None:
    """Say in a few words what *line* from pip begins, *seconds* after the start."""
    begun = PACKAGE_BEGUN.match(line)
    if begun:
        say(f"  {seconds:4.0f} s  henter {begun[1]} {begun[2]}")
    if line.startswith("Installing collected packages:"):
        say(f"  {seconds:4.0f} s  lægger {line.count(',') + 1} pakker på plads …")


STEPS = {"system": prepare_system, "packages": prepare_packages}


def main(arguments: Sequence[str]) -> int:
    """Carry out the steps in *arguments* and return the exit status."""
    python = Path(arguments[0])
    try:
        for step in arguments[1:]:
            kind, _, name = step.partition("-")
            STEPS[kind](name, python)
    except StoppedError as stopped:
        say(str(stopped))
        return 1
    except KeyboardInterrupt:
        return 130  # dev.py, interrupted by the same keys, says so
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
