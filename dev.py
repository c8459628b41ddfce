"""Starts, shows, tests and packs Rød Tråd from a bare Python: `python3 dev.py`.

Standard library only. What the program needs is fetched into `.venv` from the locks in
`requirements/`, where every package has one version and its checksums.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCKS = ROOT / "requirements"
RECIPES = ROOT / "packaging"
VENV = ROOT / ".venv"
PACKAGE_VENV = ROOT / ".venv-package"
ON_WINDOWS = os.name == "nt"
OLDEST_PYTHON = (3, 11)
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"

USAGE = """\
Brug:  python3 dev.py run                 start programmet
       python3 dev.py run --practice      start med et øvekartotek og opdigtede borgere
       python3 dev.py run verify          se kartoteket efter, også backup, restore og rebuild
       python3 dev.py demo --out MAPPE    vis programmet uden skærm: billeder og breve i MAPPE
       python3 dev.py contact-sheet --out MAPPE   hvert skærmbillede, lyst og mørkt, småt og stort
       python3 dev.py test                alle kontroller; med argumenter kun pytest med dem
       python3 dev.py package             byg mappen dist/roedtraad, som kan køre uden Python
       python3 dev.py lock [--upgrade]    skriv requirements/ igen efter pyproject.toml"""

# What each lock holds, as options to uv; later locks agree with the first on what they share.
LOCK_CONTENTS: dict[str, tuple[str, ...]] = {
    "run": ("pyproject.toml",),
    "dev": ("pyproject.toml", "--group", "dev", "--constraint", "requirements/run.txt"),
    "package": ("pyproject.toml", "--group", "package", "--constraint", "requirements/run.txt"),
    "lock": ("--group", "lock"),
}
LOCK_OPTIONS = (
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--quiet"),
    # A lock names packages, never the index or the disk they were found on.
    *("--no-config", "--no-emit-index-url", "--no-emit-find-links"),
    *("--custom-compile-command", "python3 dev.py lock"),
)

LINTERS = {
    "Form (ruff format)": ("ruff", "format", "--check", "."),
    "Stil (ruff check)": ("ruff", "check", "."),
    "Typer (mypy)": ("mypy",),
    "Rum (lint-imports)": ("lint-imports",),
    "Død kode (vulture)": ("vulture",),
}
ALL_TESTS = (
    "--cov",
    "--cov-report=term:skip-covered",
    "-q",
    "--numprocesses=auto",
    "--dist=worksteal",
)
# What the program can be asked without a window; app/command_line.py says what each does.
WITHOUT_WINDOW = {
    *("verify", "backup", "restore", "rebuild", "check-form", "check-response", "-h", "--help"),
}


class StoppedError(Exception):
    """The command cannot go on; the sentence says what happened and what to do."""


def say(words: str) -> None:
    """Print *words* at once, also when the output is a file."""
    print(words, flush=True)


def program(name: str, venv: Path = VENV) -> str:
    """Return the path of the program *name* in *venv*."""
    return str(venv / "Scripts" / f"{name}.exe" if ON_WINDOWS else venv / "bin" / name)


def status_of(command: Sequence[str], **extra: str) -> int:
    """Run *command* and return its exit status; *extra* is added to its environment."""
    return subprocess.run(command, env=surroundings(extra), check=False).returncode


def surroundings(extra: dict[str, str]) -> dict[str, str]:
    """Return this process's environment with *extra*, without what would mix other Pythons in."""
    mixing = {"PYTHONPATH", "PYTHONHOME"}
    inherited = {name: value for name, value in os.environ.items() if name not in mixing}
    return {**inherited, "PYTHONUTF8": "1", **extra}


def hand_over(command: Sequence[str], **extra: str) -> int:
    """Become *command*; on Windows, where that is impossible, run it and return its status."""
    if not ON_WINDOWS:
        os.execve(command[0], list(command), surroundings(extra))  # noqa: S606 - no shell is meant
    return status_of(command, **extra)


def provide(lock: str, window: str, venv: Path = VENV) -> str:
    """Return the Python of *venv* when it and the system hold all that is needed, or stop.

    *lock* is a file in `requirements/`; *window* is ``offscreen``, ``x11``, ``build`` or ``none``.
    """
    python = program("python", venv)
    fingerprint = hashlib.sha256((LOCKS / f"{lock}.txt").read_bytes()).hexdigest()
    wanted = {f"system-{window}": VERSION, f"packages-{lock}": f"{VERSION} {fingerprint}"}
    lacking = [step for step in wanted if read_stamp(venv, step) != wanted[step]]
    if not Path(python).exists():
        lacking = list(wanted)
    if lacking:
        status = status_of([sys.executable, str(RECIPES / "prepare.py"), python, *lacking])
        if status != 0:
            sys.exit(status)
    for step in lacking:
        (venv / f"{step}.stamp").write_text(wanted[step], encoding="ascii")
    return python


def read_stamp(venv: Path, step: str) -> str:
    """Return what was noted when *step* last succeeded in *venv*, or nothing."""
    try:
        return (venv / f"{step}.stamp").read_text(encoding="ascii")
    except FileNotFoundError:
        return ""


def window_of_a_start() -> str:
    """Return the kind of window that Qt would open here, or stop when there is no screen."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    shown = {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()
    if sys.platform.startswith("linux") and not chosen and not shown:
        raise StoppedError(
            "Her er ingen skærm at vise programmet på: brug en maskine med skærm, eller se "
            "programmet som billeder med  python3 dev.py demo --out MAPPE"
        )
    by_default = "DISPLAY" in shown and os.environ.get("XDG_SESSION_TYPE") != "wayland"
    return "x11" if "xcb" in chosen or (by_default and not chosen) else "offscreen"


def run(arguments: Sequence[str]) -> int:
    """Start the program with *arguments*, or carry out the command they begin with."""
    is_shown = WITHOUT_WINDOW.isdisjoint(arguments)
    python = provide("run", window_of_a_start() if is_shown else "none")
    return hand_over([python, "-P", "-m", "app.main", *arguments], PYTHONPATH=str(ROOT))


def demo(arguments: Sequence[str]) -> int:
    """Walk through the program without a screen; *arguments* are ``--out`` and a folder."""
    if len(arguments) != 2 or arguments[0] != "--out":  # noqa: PLR2004 - an option and its folder
        raise StoppedError("Skriv, hvor billederne skal ligge:  python3 dev.py demo --out MAPPE")
    python = provide("run", "offscreen")
    walk = [python, str(ROOT / "tests" / "demo" / "run_demo.py")]
    walk += ["--out", str(Path(arguments[1]).resolve())]
    return hand_over(walk, PYTHONPATH=str(ROOT), QT_QPA_PLATFORM="offscreen")


def contact_sheet(arguments: Sequence[str]) -> int:
    """Take a picture of every screen in every look; *arguments* are ``--out`` and a folder."""
    if len(arguments) != 2 or arguments[0] != "--out":  # noqa: PLR2004 - an option and its folder
        raise StoppedError("Skriv, hvor de skal ligge:  python3 dev.py contact-sheet --out MAPPE")
    python = provide("dev", "offscreen")
    look = [python, str(ROOT / "tests" / "demo" / "contact_sheet.py")]
    look += ["--out", str(Path(arguments[1]).resolve())]
    return hand_over(look, PYTHONPATH=str(ROOT), QT_QPA_PLATFORM="offscreen")


def test(arguments: Sequence[str]) -> int:
    """Check everything, or, with *arguments*, only what pytest is told to."""
    python = provide("dev", "offscreen")
    os.chdir(ROOT)
    status = 0 if arguments else lint(LINTERS)
    if status != 0:
        return status
    say("== Prøver (pytest)")
    pytest = [python, "-m", "pytest", *(arguments or ALL_TESTS)]
    return hand_over(pytest, QT_QPA_PLATFORM="offscreen")


def lint(linters: Mapping[str, Sequence[str]]) -> int:
    """Run *linters* side by side, tell what each says in turn, and return the first bad status."""
    with ThreadPoolExecutor() as side_by_side:
        started = {title: side_by_side.submit(heard, command) for title, command in linters.items()}
        for title, running in started.items():
            say(f"== {title}")
            ran = running.result()
            say(ran.stdout.rstrip())
            if ran.returncode != 0:
                say(f"== Stoppet ved: {title}")
                return ran.returncode
    return 0


def heard(linter: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a *linter*, and return its status with all it says."""
    name, *options = linter
    return subprocess.run(
        [program(name), *options],
        env=surroundings({}),
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def package(arguments: Sequence[str]) -> int:
    """Build ``dist/roedtraad`` and start it once; takes no *arguments*."""
    if arguments:
        raise StoppedError(USAGE)
    python = provide("package", "build", PACKAGE_VENV)
    return hand_over([python, str(RECIPES / "build.py")])


def lock(arguments: Sequence[str]) -> int:
    """Write the locks again; *arguments* may hold ``--upgrade`` for the newest of everything."""
    provide("lock", "none")
    os.chdir(ROOT)
    for name, contents in LOCK_CONTENTS.items():
        say(f"Skriver requirements/{name}.txt …")
        into = ("--output-file", f"requirements/{name}.txt")
        options = (*contents, *LOCK_OPTIONS, *into, *arguments)
        if status_of([program("uv"), "pip", "compile", *options]) != 0:
            raise StoppedError("Låsefilerne kunne ikke skrives: se beskeden fra uv ovenfor.")
    return 0


def explain(arguments: Sequence[str]) -> int:
    """Refuse *arguments* that are no command, and say which there are."""
    del arguments
    raise StoppedError(USAGE)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "demo": demo,
    "contact-sheet": contact_sheet,
    "test": test,
    "package": package,
    "lock": lock,
}


def main(arguments: Sequence[str]) -> int:
    """Carry out the command in *arguments* and return its exit status."""
    if sys.version_info[:2] < OLDEST_PYTHON:
        say(f"Rød Tråd skal bruge Python 3.11 eller nyere, og dette er Python {VERSION}.")
        return 1
    command = COMMANDS.get("".join(arguments[:1]), explain)
    try:
        return command(arguments[1:])
    except StoppedError as stopped:
        say(str(stopped))
        return 1
    except KeyboardInterrupt:
        say("\nAfbrudt.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
