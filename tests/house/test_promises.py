"""What the program promises of itself as a whole, seen from outside while it runs."""

import gc
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.preferences import Appearance, Preferences
from forms.reply import Reply
from models.answers import Place
from models.course import Form
from storage.register import Register
from tests.builders import CONTACT, REQUEST
from tests.demo.journey import PASSPHRASE, Journey
from tests.house.visitor import Visit
from tests.journeys.people import add_citizen, make_register
from tests.journeys.seeing import said
from tests.views.screen.accessible import unnamed

HOUSE = Path(__file__).parents[2]
VISITOR = HOUSE / "tests" / "house" / "visitor.py"
RECEIPT = "Kvittering for anmodning"
CLOSED = "Kartoteket er lukket."


def test_every_control_in_every_room_has_a_name(tmp_path: Path, qapp: QApplication) -> None:
    visit = Visit(qapp, tmp_path / "indstillinger.json")

    rooms = {room: unnamed(visit.window) for room in visit.rooms()}

    assert len(rooms) > 20
    assert {room: nameless for room, nameless in rooms.items() if nameless} == {}


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Return the home of a visitor, and what the visit asked of the system."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("nobody here can watch what a program asks of the system")
    home = tmp_path_factory.mktemp("home")
    (home / "tmp").mkdir()
    log = tmp_path_factory.mktemp("log") / "asked"
    watching = [strace, "-f", "-qq", "-e", "trace=network,open,openat,creat", "-o", str(log)]
    ran = subprocess.run(
        [*watching, sys.executable, str(VISITOR)],
        cwd=HOUSE,
        env=surroundings(home),
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    if not log.exists() or "ptrace" in ran.stderr:
        pytest.skip("watching is not allowed here")
    assert ran.returncode == 0, ran.stderr
    return home, log.read_text(encoding="utf-8", errors="replace").splitlines()


def surroundings(home: Path) -> dict[str, str]:
    places = {"HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home, "TMPDIR": home / "tmp"}
    return {
        **{name: str(place) for name, place in places.items()},
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(HOUSE),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }


def test_a_visit_to_every_room_asks_for_no_network(watched: tuple[Path, list[str]]) -> None:
    _, asked = watched

    assert any("kartotek.roedtraad" in line for line in asked)
    assert [line for line in asked if re.search(r"AF_INET6?|AF_PACKET", line)] == []


def test_a_visit_to_every_room_writes_in_no_folder_but_its_own(
    watched: tuple[Path, list[str]],
) -> None:
    home, asked = watched
    opened = [re.search(r'"([^"]*)", ([A-Z_|]+)', line) for line in asked]
    written = {one[1] for one in opened if one and re.search("O_WRONLY|O_RDWR|O_CREAT", one[2])}

    own = {path for path in written if Path(path).is_relative_to(home)}

    assert {Path(path).name for path in own} >= {"kartotek.roedtraad", "kartotek.noegle.ny"}
    assert {path for path in written - own if not path.startswith(("/dev/", "/proc/"))} == set()


@pytest.fixture
def journey(tmp_path: Path, qapp: QApplication) -> Iterator[Journey]:
    """Return a journey among the citizens, whose register has stopped answering."""
    make_register(tmp_path / "kartotek")
    add_citizen(tmp_path / "kartotek", {Form.CONTACT: CONTACT, Form.REQUEST: REQUEST}, {})
    walking = Journey(tmp_path, Preferences(Appearance.LIGHT), print)
    walking.begin()
    walking.unlock(PASSPHRASE)
    walking.hands.click("Borgere")
    yield walking
    walking.close()


def stop_answering() -> None:
    for register in [thing for thing in gc.get_objects() if isinstance(thing, Register)]:
        register.close(even_unsaved=True)


@pytest.mark.parametrize("room", ["I dag", "Borgere"])
def test_a_room_says_so_when_the_register_does_not_answer(journey: Journey, room: str) -> None:
    stop_answering()

    journey.hands.click(room)

    assert CLOSED in said(journey)


def test_a_search_and_a_citizen_say_so_when_the_register_does_not_answer(journey: Journey) -> None:
    stop_answering()

    journey.hands.choose_row("Borgere", "Łukasz Øvelund")

    assert CLOSED in said(journey)
    journey.hands.click("Luk beskeden")
    journey.hands.type_into("Søg efter en borger", "ø")
    assert CLOSED in said(journey)


def test_a_draft_and_a_signature_say_so_when_the_register_does_not_answer(
    journey: Journey,
) -> None:
    journey.hands.click("Ny henvendelse")
    stop_answering()

    journey.hands.answer(Place("citizen.name"), Reply("Bo Øvemann"))

    journey.hands.wait_until(lambda: CLOSED in said(journey))
    assert "Gemt kl." not in said(journey)
    journey.hands.choose_row("Forløbets trin", "Anmodning")
    assert CLOSED in said(journey)


def test_a_letter_is_not_called_approved_when_the_register_does_not_answer(
    journey: Journey,
) -> None:
    journey.hands.choose_row("Borgere", "Łukasz Øvelund")
    journey.hands.choose_row("Breve", RECEIPT)
    stop_answering()

    journey.hands.click("Godkend brevet")

    assert CLOSED in said(journey)
    assert "Godkendt" not in journey.hands.row("Breve", RECEIPT)


def test_an_issued_letter_says_so_when_the_register_does_not_answer(journey: Journey) -> None:
    journey.hands.choose_row("Borgere", "Łukasz Øvelund")
    journey.hands.choose_row("Breve", RECEIPT)
    journey.hands.click("Godkend brevet")
    stop_answering()

    journey.hands.choose_row("Breve", RECEIPT)

    assert CLOSED in said(journey)


@pytest.mark.parametrize("deed", ["Ret oplysninger om jeres sted", "Mørk"])
def test_the_settings_say_so_when_the_register_does_not_answer(journey: Journey, deed: str) -> None:
    journey.hands.click("Indstillinger")
    stop_answering()

    journey.hands.click(deed)

    assert CLOSED in said(journey)


def test_locking_locks_when_the_register_does_not_answer(journey: Journey) -> None:
    journey.hands.choose_row("Borgere", "Łukasz Øvelund")
    stop_answering()

    journey.hands.click("Lås")

    assert journey.hands.has_button("Lås op")
    assert "Øvelund" not in said(journey)
    journey.unlock(PASSPHRASE)
    assert "Łukasz Øvelund" in said(journey)
