"""A person with a keyboard and nothing else: real key events, from outside, to the real program."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 20.0
STILL = 0.12
READING = 1.0
CHUNK = 4096
NEEDED = ("Xvfb", "xdotool", "setxkbmap")
SIZE = (1366, 768)


def lacking() -> str:
    """Return which programs are not here that stand for a screen and a keyboard; empty for none."""
    return ", ".join(name for name in NEEDED if shutil.which(name) is None)


class NeverCameError(AssertionError):
    """What a person waits for at the screen did not come."""


class RealKeys:
    """The program on a screen of its own, and hands at a Danish keyboard.

    `pressed` counts the keys that are no answer: all that `press` was given, a chord as one.
    """

    def __init__(self, folder: Path, *arguments: str) -> None:
        """*folder* takes all that the program writes; its ``bin`` comes first on the path."""
        self.pressed = 0
        self._folder = folder
        self._arguments = arguments
        self._processes: list[subprocess.Popen[bytes]] = []
        self._display = ""

    def __enter__(self) -> Self:
        """Switch the screen on, start the program and wait for its window."""
        with ExitStack() as ends:
            ends.callback(self._end)
            self._display = self._screen()
            self._run("setxkbmap", "dk")
            self._start()
            self.wait_until(lambda: bool(self._windows()))
            self._run("xdotool", "windowfocus", "--sync", self._windows()[-1])
            self.rest()
            ends.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End what was started here."""
        self._end()

    def _end(self) -> None:
        """End the program first, and then its screen."""
        for process in reversed(self._processes):
            process.terminate()
            process.wait(PATIENCE)

    def press(self, *keys: str) -> None:
        """Press keys that are no answer, e.g. ``"ctrl+Return"``, and let the screen rest."""
        self.pressed += len(keys)
        for key in keys:
            self._run("xdotool", "key", key)
        self.rest()

    def type(self, text: str) -> None:
        """Type an answer."""
        self._run("xdotool", "type", "--delay", "6", "--", text)

    @contextmanager
    def until_new_page(self) -> Iterator[None]:
        """Wait, when what is done here is done, until most of the screen has become another."""
        before = self._picture()
        yield
        self.wait_until(lambda: _unlike(before, self._picture()) > 1 / 5)
        self.rest()

    def read(self) -> None:
        """Take a moment to read what came, as a person does."""
        time.sleep(READING)
        self.rest()

    def rest(self) -> None:
        """Wait until nothing moves on the screen."""

        def is_still() -> bool:
            before = self._picture()
            time.sleep(STILL)
            return before == self._picture()

        self.wait_until(is_still)

    def wait_until(self, happened: Callable[[], bool]) -> None:
        """Wait until something has happened, but not for ever."""
        until = time.monotonic() + PATIENCE
        while not happened():
            if time.monotonic() > until:
                raise NeverCameError((self._folder / "said").read_text(encoding="utf-8"))
            time.sleep(0.02)

    def _screen(self) -> str:
        width, height = SIZE
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24"]
        xvfb = subprocess.Popen(
            [*command, "-noreset", "-nolisten", "tcp", "-fbdir", str(self._folder)],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        self._processes.append(xvfb)
        os.close(writing)
        with os.fdopen(reading, encoding="ascii") as told:
            return f":{told.readline().strip()}"

    def _surroundings(self) -> dict[str, str]:
        folder = str(self._folder)
        path = f"{self._folder / 'bin'}:{os.environ['PATH']}"
        names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR")
        own = dict.fromkeys(names, folder)
        screen = {"DISPLAY": self._display, "QT_QPA_PLATFORM": "xcb", "PATH": path}
        return {**os.environ, **own, **screen}

    def _start(self) -> None:
        command = [sys.executable, "-m", "app.main", *self._arguments]
        root = Path(__file__).parents[2]
        with (self._folder / "said").open("wb") as said:
            program = subprocess.Popen(
                command, cwd=root, env=self._surroundings(), stdout=said, stderr=said
            )
        self._processes.append(program)

    def _run(self, *command: str) -> str:
        env = {**os.environ, "DISPLAY": self._display}
        return subprocess.run(command, env=env, check=False, capture_output=True, text=True).stdout

    def _windows(self) -> list[str]:
        return self._run("xdotool", "search", "--onlyvisible", "--name", "Rød Tråd").split()

    def _picture(self) -> bytes:
        return (self._folder / "Xvfb_screen0").read_bytes()


def _unlike(one: bytes, other: bytes) -> float:
    """Return how much of two pictures of the screen is not alike, from 0 to 1."""
    places = range(0, len(one), CHUNK)
    return sum(one[n : n + CHUNK] != other[n : n + CHUNK] for n in places) / len(places)
