"""What goes wrong before and at the door: one sentence, and nothing is touched."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.preferences import Appearance, Preferences
from storage.connection import connect
from storage.file_names import KEY_FILE, KEY_FILE_COPY, REGISTER_FILE, has_register
from tests.builders import CLINIC
from tests.demo.journey import PASSPHRASE, PERSON, Journey
from tests.journeys.people import key_in, make_register
from tests.journeys.seeing import said as shown_in

pytestmark = pytest.mark.journey

HOUSE = Path(__file__).parents[2]
DEMO = HOUSE / "tests" / "demo" / "run_demo.py"
FOLDER_LINE = "Her kommer kartoteket til at ligge"
MAKE = "Opret et nyt kartotek"
SOMEBODY_ELSE = """
import sys
from pathlib import Path
from storage.register import open_register
from tests.builders import NOON
from tests.demo.journey import PASSPHRASE, PERSON
register = open_register(Path(sys.argv[1]), PERSON, PASSPHRASE, NOON)
register.flush()
print("open", flush=True)
sys.stdin.read()
register.close()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a register that is there already."""
    make_register(tmp_path / "kartotek")
    return tmp_path / "kartotek"


@pytest.fixture
def at_the_door(folder: Path, qapp: QApplication) -> Iterator[Callable[[], Journey]]:
    """Return what begins a journey at whatever lies in the register's folder by then."""
    begun: list[Journey] = []

    def begin() -> Journey:
        begun.append(Journey(folder.parent, Preferences(Appearance.LIGHT), print))
        begun[-1].begin()
        return begun[-1]

    yield begin
    for journey in begun:
        journey.close()


def run(*command: str, **extra: str) -> subprocess.CompletedProcess[str]:
    kept = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "PATH")
    inherited = {name: os.environ[name] for name in kept if name in os.environ}
    return subprocess.run(
        [sys.executable, *command],
        cwd=HOUSE,
        env={**inherited, "PYTHONPATH": str(HOUSE), "PYTHONUTF8": "1", **extra},
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


def contents(folder: Path) -> dict[str, str]:
    """Return what every file below *folder* holds, as hashes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in files}


def is_one_sentence_or_two(said: str) -> bool:
    """Whether *said* is a line for a person, with a full stop, and no trace of a fault."""
    return said.count("\n") == 1 and "Traceback" not in said and len(said) < 300


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
@pytest.mark.parametrize("screen", [{}, {"DISPLAY": ":7999"}], ids=["none", "gone"])
def test_without_a_screen_the_program_says_so_in_one_line(screen: dict[str, str]) -> None:
    ran = run("-m", "app.main", **screen)

    assert ran.returncode == 1
    assert ran.stdout == ""
    assert ran.stderr.startswith("Der er ingen skærm at vise vinduet på.")
    assert is_one_sentence_or_two(ran.stderr)


def test_the_demonstration_does_not_touch_a_register_that_is_there(folder: Path) -> None:
    before = contents(folder.parent)

    ran = run(str(DEMO), "--out", str(folder.parent), QT_QPA_PLATFORM="offscreen")

    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("Der ligger allerede et kartotek i ")
    assert is_one_sentence_or_two(ran.stderr)
    assert contents(folder.parent) == before


@pytest.mark.parametrize("inside", ["", "billeder"])
def test_the_demonstration_does_not_write_where_a_file_stands(tmp_path: Path, inside: str) -> None:
    (tmp_path / "fil").write_text("en andens", encoding="utf-8")

    ran = run(str(DEMO), "--out", str(tmp_path / "fil" / inside), QT_QPA_PLATFORM="offscreen")

    assert (ran.returncode, ran.stdout) == (1, "")
    assert "Vælg et sted, du må skrive." in ran.stderr
    assert is_one_sentence_or_two(ran.stderr)
    assert (tmp_path / "fil").read_text(encoding="utf-8") == "en andens"


def test_the_demonstration_does_not_write_where_it_may_not(tmp_path: Path) -> None:
    (tmp_path / "lukket").mkdir(mode=0o555)
    if os.access(tmp_path / "lukket", os.W_OK):
        pytest.skip("this person may write anywhere")

    ran = run(str(DEMO), "--out", str(tmp_path / "lukket"), QT_QPA_PLATFORM="offscreen")

    assert (ran.returncode, ran.stdout) == (1, "")
    assert "Vælg et sted, du må skrive." in ran.stderr
    assert is_one_sentence_or_two(ran.stderr)


def become_a_text(folder: Path) -> None:
    (folder / REGISTER_FILE).write_bytes(b"Et brev. " * 900)


def become_a_plain_database(folder: Path) -> None:
    (folder / REGISTER_FILE).write_bytes(b"SQLite format 3\x00" + bytes(8000))


def become_empty(folder: Path) -> None:
    (folder / REGISTER_FILE).write_bytes(b"")


def lose_its_end(folder: Path) -> None:
    whole = (folder / REGISTER_FILE).read_bytes()
    (folder / REGISTER_FILE).write_bytes(whole[: len(whole) // 4])


def go_missing(folder: Path) -> None:
    (folder / REGISTER_FILE).unlink()


def become_newer(folder: Path) -> None:
    connection = connect(folder / REGISTER_FILE, key_in(folder))
    connection.execute("PRAGMA user_version = 9999")
    connection.close()


def lose_the_keys(folder: Path) -> None:
    for name in (KEY_FILE, KEY_FILE_COPY):
        (folder / name).unlink()


def spoil_the_keys(folder: Path) -> None:
    for name in (KEY_FILE, KEY_FILE_COPY):
        (folder / name).write_bytes((folder / name).read_bytes()[:-30])


@pytest.mark.parametrize(
    ("happen", "sentence"),
    [
        (become_a_text, "er ikke et krypteret kartotek"),
        (become_a_plain_database, "er ikke et krypteret kartotek"),
        (become_empty, "Kartoteket er beskadiget"),
        (lose_its_end, "Kartoteket er beskadiget"),
        (go_missing, "Der er intet kartotek i mappen"),
        (become_newer, "skrevet af en nyere udgave af Rød Tråd"),
        (lose_the_keys, "Filen kartotek.noegle mangler"),
        (spoil_the_keys, "Nøglefilen er beskadiget eller ændret"),
    ],
)
def test_what_cannot_be_opened_is_named_at_the_door_and_left_as_it_is(
    folder: Path, at_the_door: Callable[[], Journey], happen: Callable[[Path], None], sentence: str
) -> None:
    happen(folder)
    before = contents(folder)

    journey = at_the_door()
    journey.unlock(PASSPHRASE)

    assert sentence in shown_in(journey)
    assert journey.hands.has_button("Lås op")
    assert contents(folder) == before


def test_keys_that_are_gone_are_missed_before_anybody_types(
    folder: Path, at_the_door: Callable[[], Journey]
) -> None:
    lose_the_keys(folder)

    journey = at_the_door()

    assert "Filen kartotek.noegle mangler" in shown_in(journey)


def test_a_register_open_in_another_window_is_said_and_opens_when_it_is_free(
    folder: Path, at_the_door: Callable[[], Journey]
) -> None:
    command = [sys.executable, "-c", SOMEBODY_ELSE, str(folder)]
    with subprocess.Popen(
        command, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        before = contents(folder)
        journey = at_the_door()

        journey.unlock(PASSPHRASE)

        assert "Kartoteket er åbent i et andet vindue på denne computer" in shown_in(journey)
        assert contents(folder) == before
        other.communicate("")

    journey.unlock(PASSPHRASE)

    assert "I dag" in shown_in(journey)


def give_a_person(journey: Journey) -> None:
    for name, text in (
        ("Dit navn", PERSON),
        ("Din adgangssætning", PASSPHRASE),
        ("Skriv den én gang til", PASSPHRASE),
    ):
        journey.hands.type_into(name, text)
    journey.hands.click("Videre")


def test_a_place_that_cannot_be_written_is_refused_and_another_one_taken(
    tmp_path: Path, qapp: QApplication
) -> None:
    (tmp_path / "fil").write_text("en andens", encoding="utf-8")
    journey = Journey(tmp_path, Preferences(Appearance.LIGHT), print)
    journey.begin()
    journey.hands.type_into(FOLDER_LINE, str(tmp_path / "fil" / "kartotek"))

    journey.hands.click(MAKE)

    assert "Vælg en anden mappe" in shown_in(journey)
    journey.hands.type_into(FOLDER_LINE, str(tmp_path / "nyt sted" / "kartotek"))
    journey.make_register(CLINIC)
    journey.close()
    assert has_register(tmp_path / "nyt sted" / "kartotek")
    assert (tmp_path / "fil").read_text(encoding="utf-8") == "en andens"


def test_a_new_register_is_not_made_over_one_that_is_there(
    tmp_path: Path, folder: Path, qapp: QApplication
) -> None:
    before = contents(folder)
    journey = Journey(tmp_path / "tom", Preferences(Appearance.LIGHT), print)
    journey.begin()
    journey.hands.type_into(FOLDER_LINE, str(folder))

    journey.hands.click(MAKE)

    assert "Der ligger allerede et kartotek" in shown_in(journey)
    assert journey.hands.has_button(MAKE)
    journey.close()
    assert contents(folder) == before


def test_a_place_that_is_lost_before_the_register_is_made_is_named_and_can_be_tried_again(
    tmp_path: Path, qapp: QApplication
) -> None:
    (tmp_path / "sted").mkdir()
    journey = Journey(tmp_path, Preferences(Appearance.LIGHT), print)
    journey.begin()
    journey.hands.type_into(FOLDER_LINE, str(tmp_path / "sted" / "kartotek"))
    journey.hands.click(MAKE)
    (tmp_path / "sted").rmdir()
    (tmp_path / "sted").write_text("i vejen", encoding="utf-8")
    journey._fill(CLINIC, "klinik")
    journey.hands.click("Videre")

    give_a_person(journey)

    assert "Disken med kartoteket svarer ikke" in shown_in(journey)
    (tmp_path / "sted").unlink()
    journey.hands.click("Videre")
    assert journey.hands.has_button("Jeg har nøglen på papir")
    assert has_register(tmp_path / "sted" / "kartotek")
    journey.close()
