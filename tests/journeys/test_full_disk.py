"""Work on a full disk: nothing is called saved, nothing is shown, nothing is lost unasked."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.people import make_register, words_kept_in

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(sys.platform == "win32", reason="limits are of POSIX"),
]

HOUSE = Path(__file__).parents[2]
PERSON_AT_WORK = HOUSE / "tests" / "journeys" / "full_disk_person.py"
WORDS = "Jeg er træt af det hele, og jeg vil gerne kunne se min datter igen."
NOT_SAVED = "Det sidste er ikke gemt: disken er fuld"
WAYS = ("lock", "wait", "leave", "stay")

Seen = dict[str, Any]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a folder for each way a person goes on from a full disk."""
    return {way: tmp_path_factory.mktemp(way) for way in WAYS}


@pytest.fixture(scope="module")
def seen(folders: dict[str, Path]) -> dict[str, Seen]:
    """Return what each person saw; they work at the same time, for most of it is waiting."""
    at_work = {way: begin(folder, way) for way, folder in folders.items()}
    said = {way: process.communicate(timeout=60) for way, process in at_work.items()}
    assert {way: process.returncode for way, process in at_work.items()} == dict.fromkeys(WAYS, 0)
    return {way: json.loads(out.splitlines()[-1]) for way, (out, _) in said.items()}


def begin(folder: Path, way: str) -> subprocess.Popen[str]:
    recovery_key = make_register(folder / "kartotek")
    surroundings = {"PYTHONPATH": str(HOUSE), "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    return subprocess.Popen(
        [sys.executable, str(PERSON_AT_WORK), str(folder), way, recovery_key],
        cwd=HOUSE,
        env={**surroundings, "HOME": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("way", WAYS)
def test_on_a_full_disk_the_window_never_says_saved_and_says_why(
    seen: dict[str, Seen], way: str
) -> None:
    assert set(seen[way]["said"]) <= {"Gemmer …", "Ikke gemt endnu"}
    assert seen[way]["said"][-1] == "Ikke gemt endnu"
    assert NOT_SAVED in seen[way]["while full"]


def test_on_a_full_disk_locking_locks_and_leaves_nothing_of_the_case(
    seen: dict[str, Seen],
) -> None:
    locked = seen["lock"]

    assert NOT_SAVED in locked["at the door"]
    assert locked["can unlock"]
    assert locked["left in a widget"] == []
    assert not locked["case lives"]
    assert "passer ikke" in locked["after a wrong passphrase"]


def test_when_there_is_room_again_unlocking_shows_the_text_and_it_is_saved(
    seen: dict[str, Seen], folders: dict[str, Path]
) -> None:
    assert seen["lock"]["text after unlocking"] == WORDS
    assert seen["lock"]["asked at the end"] == []
    assert not seen["lock"]["is open"]
    assert words_kept_in(folders["lock"] / "kartotek") == WORDS


def test_behind_a_locked_door_the_register_is_let_go_of_as_soon_as_all_is_saved(
    seen: dict[str, Seen], folders: dict[str, Path]
) -> None:
    assert NOT_SAVED not in seen["wait"]["at the door"]
    assert words_kept_in(folders["wait"] / "kartotek") == WORDS


def test_a_recovery_key_is_tried_too_while_something_is_not_saved(seen: dict[str, Seen]) -> None:
    (mistyped, right) = (seen["wait"][key] for key in seen["wait"] if key.startswith("after "))

    assert "tastefejl" in mistyped
    assert "Gendannelsesnøglen låste kartoteket op." in right


@pytest.mark.parametrize("way", ["leave", "stay"])
def test_closing_asks_before_anything_is_lost(seen: dict[str, Seen], way: str) -> None:
    sentence, question = seen[way]["asked"]

    assert sentence.startswith(NOT_SAVED)
    assert question == "Lukker du nu, mister du det, der endnu ikke er gemt."
    assert seen[way]["is open"] is (way == "stay")


def test_one_who_stays_finds_a_locked_door_and_then_the_text(
    seen: dict[str, Seen], folders: dict[str, Path]
) -> None:
    assert NOT_SAVED in seen["stay"]["at the door"]
    assert seen["stay"]["text after unlocking"] == WORDS
    assert seen["stay"]["asked at the end"] == []
    assert words_kept_in(folders["stay"] / "kartotek") == WORDS


def test_one_who_leaves_loses_only_what_was_never_called_saved(
    seen: dict[str, Seen], folders: dict[str, Path]
) -> None:
    assert not seen["leave"]["is open"]
    assert words_kept_in(folders["leave"] / "kartotek") == ""
