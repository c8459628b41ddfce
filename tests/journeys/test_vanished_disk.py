"""The register's disk goes while one types, and comes back: nothing is lost, and one is told."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from app.preferences import Appearance, Preferences
from forms.reply import Reply
from models.answers import Place
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import make_register, words_kept_in
from tests.journeys.seeing import said, wait_for

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let go of an open folder"),
]

NAME, BOX = Place("citizen.name"), Place("contact.words")
WORDS = "Jeg er træt af det hele, og jeg vil gerne kunne se min datter igen."
GONE = "kartoteket er væk fra mappen. Sæt drevet til igen"
NOT_YET = "Ikke gemt endnu"


class Drive:
    """The drive that the register lies on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawer = folder.with_name("i skuffen")

    def pull_out(self) -> None:
        """Take the drive away; its place stays empty."""
        self._folder.rename(self._drawer)
        self._folder.mkdir()

    def put_back(self) -> None:
        """Bring the drive back."""
        self._folder.rmdir()
        self._drawer.rename(self._folder)


class MountedDrive(Drive):
    """A drive that the system mounts, and lets go of while files on it are open."""

    @override
    def pull_out(self) -> None:
        run("umount", "-l", str(self._folder))

    @override
    def put_back(self) -> None:
        run("mount", "--bind", str(self._drawer), str(self._folder))

    def prepare(self) -> bool:
        """Put what is in the folder on the drive, and mount it; return whether that can be."""
        shutil.copytree(self._folder, self._drawer)
        mounting = ["mount", "--bind", str(self._drawer), str(self._folder)]
        return (
            shutil.which("mount") is not None
            and subprocess.run(mounting, check=False, capture_output=True).returncode == 0
        )


def run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def begin_contact(journey: Journey) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(NAME, Reply("Bo Øvemann"))
    wait_for(journey, "Gemt kl.")


def test_a_drive_pulled_out_while_one_types_is_said_and_typing_goes_on(journey: Journey) -> None:
    begin_contact(journey)
    drive = Drive(journey.folder / "kartotek")

    drive.pull_out()
    journey.hands.answer(BOX, Reply(WORDS[:20]))
    wait_for(journey, GONE)
    journey.hands.answer(BOX, Reply(WORDS))

    assert NOT_YET in said(journey)
    assert "Gemt kl." not in said(journey)
    drive.put_back()
    wait_for(journey, "Gemt kl.")
    assert GONE not in said(journey)
    journey.close()
    assert words_kept_in(journey.folder / "kartotek") == WORDS


def test_the_banner_comes_back_when_it_is_closed_or_another_room_is_shown(
    journey: Journey,
) -> None:
    begin_contact(journey)
    drive = Drive(journey.folder / "kartotek")
    drive.pull_out()
    journey.hands.answer(BOX, Reply(WORDS))
    wait_for(journey, GONE)

    journey.hands.click("Luk beskeden")
    wait_for(journey, GONE)
    journey.hands.click("Retningslinjer")
    wait_for(journey, GONE)

    drive.put_back()
    wait_for(journey, "Gemt kl.")


def test_locking_while_the_drive_is_out_keeps_what_was_typed_until_it_is_back(
    journey: Journey,
) -> None:
    begin_contact(journey)
    drive = Drive(journey.folder / "kartotek")
    drive.pull_out()
    journey.hands.answer(BOX, Reply(WORDS))

    journey.hands.click("Lås")
    assert GONE in said(journey)
    assert "Øvemann" not in said(journey)
    drive.put_back()
    journey.hands.wait_until(lambda: GONE not in said(journey))

    journey.unlock(PASSPHRASE)
    journey.close()
    assert words_kept_in(journey.folder / "kartotek") == WORDS


def test_unlocking_while_the_drive_is_out_says_so_and_works_when_it_is_back(
    journey: Journey,
) -> None:
    begin_contact(journey)
    drive = Drive(journey.folder / "kartotek")
    drive.pull_out()
    journey.hands.answer(BOX, Reply(WORDS))
    journey.hands.click("Lås")

    journey.unlock(PASSPHRASE)
    assert journey.hands.has_button("Lås op")
    drive.put_back()
    journey.unlock(PASSPHRASE)

    wait_for(journey, "Bo Øvemann")
    journey.close()
    assert words_kept_in(journey.folder / "kartotek") == WORDS


@pytest.fixture
def on_a_mounted_drive(tmp_path: Path, qapp: QApplication) -> Iterator[tuple[Journey, Drive]]:
    """Return a journey whose register lies on a drive of its own."""
    make_register(tmp_path / "kartotek")
    drive = MountedDrive(tmp_path / "kartotek")
    if not drive.prepare():
        pytest.skip("nothing can be mounted here")
    journey = Journey(tmp_path, Preferences(Appearance.LIGHT), print)
    journey.begin()
    journey.unlock(PASSPHRASE)
    yield journey, drive
    journey.close()
    subprocess.run(["umount", "-l", str(tmp_path / "kartotek")], check=False, capture_output=True)


def test_a_drive_that_the_system_let_go_of_is_written_to_again_when_it_is_back(
    on_a_mounted_drive: tuple[Journey, Drive],
) -> None:
    journey, drive = on_a_mounted_drive
    begin_contact(journey)

    drive.pull_out()
    journey.hands.answer(BOX, Reply(WORDS))
    wait_for(journey, NOT_YET)
    drive.put_back()
    wait_for(journey, "Gemt kl.")

    journey.close()
    assert words_kept_in(journey.folder / "kartotek") == WORDS
