"""The program as a screen reader meets it on Linux: from outside, through the real tree."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journeys.real_keys import PATIENCE, RealKeys, lacking

PYTHON = "/usr/bin/python3"
"""The computer's own: what reads the tree belongs to it and is not to be had for ours."""
READER = (PYTHON, "-W", "ignore", str(Path(__file__).with_name("screen_reader.py")))
READS_THE_TREE = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
BUS_OF_THE_TREE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")

TODO = "Det, der skal gøres"
TICK = "Bolig"
SCALE = "Hvor godt føler borgeren sig hørt? (0–10)"
EMPTY_SCALE = f"{SCALE} Ikke besvaret endnu"
TWO_ANSWERS = "Afsnit 1 af 4 · 2 af 4 besvaret"
THREE_ANSWERS = "Afsnit 1 af 4 · 3 af 4 besvaret"
CELL = "table cell"
"""An empty cell has nothing to be called by."""

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(os.name == "nt", reason="the tree and the screen are those of X11"),
    pytest.mark.skipif(bool(lacking()), reason=f"not on this computer: {lacking()}"),
    pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="no dbus-daemon here"),
    pytest.mark.skipif(not Path(PYTHON).exists(), reason=f"no {PYTHON} here"),
    pytest.mark.skipif(not BUS_OF_THE_TREE.exists(), reason="no at-spi2-core here"),
]


@dataclass(frozen=True)
class Told:
    """What a screen reader is told of one thing on the screen."""

    role: str
    name: str
    labels: tuple[str, ...]
    states: frozenset[str]
    value: float | None

    @property
    def called(self) -> str:
        """What it is called; a drop-down list's own name is only what is chosen in it."""
        return " ".join(self.labels) if self.role == "combo box" else self.name


@dataclass(frozen=True)
class Page:
    """All that shows."""

    told: tuple[Told, ...]

    def names(self) -> set[str]:
        return {one.name for one in self.told}

    def controls(self) -> list[Told]:
        """Return what the keyboard can come to."""
        return [one for one in self.told if "focusable" in one.states and one.role != CELL]

    def control(self, name: str) -> Told:
        (found,) = (one for one in self.controls() if one.name == name)
        return found

    def slider(self) -> Told:
        (found,) = (one for one in self.told if one.role == "slider")
        return found


@dataclass(frozen=True)
class Walk:
    """What was told on the way."""

    today: Page
    citizens: Page
    form: Page
    focused: Told
    ticked: Page
    scale: Page
    pointed: Page


class Reader:
    """A screen reader that sits at the same screen as *keys*."""

    def __init__(self, keys: RealKeys) -> None:
        self._keys = keys

    def page(self) -> Page:
        return Page(tuple(_told(one) for one in json.loads(self._do("hear"))))

    def page_with(self, name: str) -> Page:
        """Return the page as soon as *name* shows on it."""
        return self._page_when(lambda page: name in page.names())

    def page_without(self, name: str) -> Page:
        return self._page_when(lambda page: name not in page.names())

    def press(self, name: str) -> None:
        self._do("press", name)

    def set(self, name: str, value: int) -> None:
        self._do("set", name, str(value))

    def focused_by(self, key: str) -> Told:
        """Press *key*, and return what is told, unasked, to have the focus now."""
        with subprocess.Popen([*READER, "listen"], stdout=subprocess.PIPE, text=True) as listening:
            assert listening.stdout is not None
            assert listening.stdout.readline() == "listening\n"
            self._keys.press(key)
            try:
                told, _ = listening.communicate(timeout=PATIENCE)
            finally:
                listening.kill()
        return _told(json.loads(told))

    def _page_when(self, happened: Callable[[Page], bool]) -> Page:
        pages: list[Page] = []

        def has_happened() -> bool:
            pages.append(self.page())
            return happened(pages[-1])

        self._keys.wait_until(has_happened)
        return pages[-1]

    def _do(self, *deed: str) -> str:
        ran = subprocess.run(
            [*READER, *deed], check=True, stdout=subprocess.PIPE, text=True, timeout=PATIENCE
        )
        return ran.stdout


def _told(one: dict[str, object]) -> Told:
    labels, states, value = one["labels"], one["states"], one["value"]
    assert isinstance(labels, list)
    assert isinstance(states, list)
    assert value is None or isinstance(value, float)
    return Told(str(one["role"]), str(one["name"]), tuple(labels), frozenset(states), value)


@contextmanager
def own_bus(folder: Path) -> Iterator[None]:
    """Give all that is started here a bus of its own, so that no desktop here is disturbed."""
    with pytest.MonkeyPatch.context() as surroundings:
        for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"):
            surroundings.setenv(name, str(folder))
        surroundings.delenv("DISPLAY", raising=False)
        surroundings.delenv("AT_SPI_BUS_ADDRESS", raising=False)
        surroundings.setenv("QT_ACCESSIBILITY", "1")
        surroundings.setenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
        command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
        bus = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        with bus:
            assert bus.stdout is not None
            surroundings.setenv("DBUS_SESSION_BUS_ADDRESS", bus.stdout.readline().strip())
            try:
                yield
            finally:
                bus.terminate()


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """Return what a screen reader is told from the first screen to a form in a case."""
    can_read = subprocess.run([PYTHON, "-c", READS_THE_TREE], check=False, capture_output=True)
    if can_read.returncode:
        pytest.skip("no python3-gi with gir1.2-atspi-2.0 here")
    folder = tmp_path_factory.mktemp("tree")
    with own_bus(folder), RealKeys(folder, "--practice") as keys:
        return walk_through(keys, Reader(keys))


def walk_through(keys: RealKeys, reader: Reader) -> Walk:
    reader.page_with("Ikke nu")
    reader.press("Ikke nu")
    today = reader.page_without("Ikke nu")
    keys.press("ctrl+2")
    citizens = reader.page_with("Ny henvendelse")
    # The last thing of today is a note about a conversation, begun and not signed.
    keys.press("ctrl+1")
    reader.page_with(TODO)
    keys.press("End", "Return")
    form = reader.page_with(TICK)
    focused = reader.focused_by("Tab")
    reader.press(TICK)
    ticked = reader.page_with(THREE_ANSWERS)
    reader.press("Afsnit 3 af 4: Vurderingen")
    scale = reader.page_with(EMPTY_SCALE)
    reader.set(EMPTY_SCALE, 7)
    pointed = reader.page_without(progress_in(scale))
    return Walk(today, citizens, form, focused, ticked, scale, pointed)


def progress_in(page: Page) -> str:
    """Return the words that tell how much of a section is answered."""
    (words,) = (name for name in page.names() if name.endswith("besvaret"))
    return words


def test_the_program_is_found_by_its_name_and_so_is_its_window(walk: Walk) -> None:
    program, window = walk.today.told[:2]

    assert (program.role, program.name) == ("application", "Rød Tråd")
    assert (window.role, window.name) == ("frame", "Rød Tråd")


@pytest.mark.parametrize(
    ("room", "known"),
    [("today", TODO), ("citizens", "Søg efter en borger"), ("form", TICK)],
)
def test_everything_the_keyboard_comes_to_has_a_role_and_a_name(
    walk: Walk, room: str, known: str
) -> None:
    controls: list[Told] = getattr(walk, room).controls()

    assert known in {one.called for one in controls}
    assert [one for one in controls if not one.called.strip()] == []
    assert [one for one in controls if one.role in {"", "unknown", "invalid"}] == []


def test_what_must_be_done_today_is_a_list_whose_lines_are_read_whole(walk: Walk) -> None:
    lines = [one.name for one in walk.today.controls() if one.role == "list item"]

    assert walk.today.control(TODO).role == "list"
    assert lines[0].startswith("Behandlingsgaranti, Kjeld Ærø-Testmann, Dag ")


def test_the_citizens_are_a_table_with_headings(walk: Walk) -> None:
    headings = {one.name for one in walk.citizens.told if one.role == "table column header"}

    assert "Borgere" in {one.name for one in walk.citizens.controls() if one.role == "table"}
    assert {"Navn", "CPR", "Næste frist"} <= headings
    assert "Solsort (dæknavn)" in walk.citizens.names()


def test_a_question_names_the_line_it_is_answered_on(walk: Walk) -> None:
    assert walk.form.control("Hvornår talte I sammen?").role == "text"
    assert walk.form.control("Hvem var med?").role == "text"


def test_tab_tells_what_has_the_focus_now(walk: Walk) -> None:
    assert "focused" in walk.form.control("Hvem var med?").states
    assert (walk.focused.role, walk.focused.name) == ("check box", "Rusmidler")
    assert "focused" in walk.focused.states


def test_a_tick_box_tells_whether_it_is_ticked_and_what_is_ticked_is_an_answer(walk: Walk) -> None:
    before, after = walk.form.control(TICK), walk.ticked.control(TICK)

    assert before.role == after.role == "check box"
    assert "checkable" in before.states
    assert "checked" not in before.states
    assert "checked" in after.states
    assert (progress_in(walk.form), progress_in(walk.ticked)) == (TWO_ANSWERS, THREE_ANSWERS)


def test_a_scale_tells_that_it_is_empty_and_takes_a_value_from_outside(walk: Walk) -> None:
    before, after = walk.scale.slider(), walk.pointed.slider()

    assert before.name == EMPTY_SCALE
    assert (after.name, after.value) == (f"{SCALE} 7", 7)
    assert progress_in(walk.pointed) == "Afsnit 3 af 4 · 1 af 5 besvaret"
