"""The commands as a person types them, each a process of its own that cannot even import Qt."""

import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from models.course import Form
from storage.file_names import BACKUP_FOLDER, KEY_FILE, REGISTER_FILE
from storage.register import open_register
from tests.builders import CONTACT, NOON
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import add_citizen, make_register

if sys.platform != "win32":
    import pty

HOUSE = Path(__file__).parents[2]
COMMANDS = ("verify", "rebuild", "backup")
CITIZEN = str(CONTACT["citizen.name"])
# Qt's libraries may not be there at all, on a server say.
WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None
from app.main import main
sys.exit(main(sys.argv[1:]))
"""
OWN_TERMINAL = """
import fcntl, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
"""


@dataclass(frozen=True)
class Ran:
    """What a command did, said and complained of."""

    status: int
    said: str
    complained: str


def run(*arguments: str | Path, typed: str = PASSPHRASE) -> Ran:
    """Run a command with *typed* on its standard input, where it is told to read it."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, *map(str, arguments)],
        cwd=HOUSE,
        env={**environment, "PYTHONPATH": str(HOUSE), "PYTHONUTF8": "1"},
        input=f"{typed}\n",
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        start_new_session=True,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def run_in_terminal(*arguments: str | Path, typed: str) -> tuple[int, str]:
    """Run a command in a terminal of its own; return its status and all that could be seen."""
    ours, its = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", OWN_TERMINAL + WITHOUT_QT, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(HOUSE), "PYTHONUTF8": "1"},
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
    ) as process:
        os.close(its)
        seen = b""
        while b": " not in seen:
            seen += os.read(ours, 1000)
        os.write(ours, f"{typed}\n".encode())
        # It ends with an error when nobody is left at its other end.
        with suppress(OSError):
            while more := os.read(ours, 1000):
                seen += more
    os.close(ours)
    return process.returncode, seen.decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a register with one citizen."""
    folder = tmp_path / "kartotek"
    make_register(folder)
    add_citizen(folder, {}, {Form.CONTACT: CONTACT})
    return folder


def only_backup(place: Path) -> Path:
    (backup,) = (place / BACKUP_FOLDER).iterdir()
    return backup


def names_in(folder: Path) -> list[str]:
    register = open_register(folder, PERSON, PASSPHRASE, NOON)
    names = [row.name for row in register.citizens("", 10)]
    register.close()
    return names


def flip_one_byte(file: Path, position: int) -> None:
    content = bytearray(file.read_bytes())
    content[position] ^= 0xFF
    file.write_bytes(content)


def test_a_whole_register_is_found_to_be_whole(folder: Path) -> None:
    ran = run("verify", "--folder", folder, "--passphrase-stdin")

    assert (ran.status, ran.complained) == (0, "")
    assert ran.said == "Kartoteket er set efter, og alt er, som det skal være.\n"


def test_a_damaged_page_is_found_and_told(folder: Path) -> None:
    flip_one_byte(folder / REGISTER_FILE, (folder / REGISTER_FILE).stat().st_size - 2000)

    ran = run("verify", "--folder", folder, "--passphrase-stdin", "--json")

    found = json.loads(ran.said)
    assert (ran.status, ran.complained) == (1, "")
    assert found["findings"][0]["part"] == "pages"
    assert found["findings"][0]["sentence"] in found["sentences"]


def test_a_machine_can_read_what_was_found(folder: Path) -> None:
    ran = run("verify", "--folder", folder, "--passphrase-stdin", "--json")

    assert ran.status == 0
    assert json.loads(ran.said) == {
        "status": 0,
        "sentences": ["Kartoteket er set efter, og alt er, som det skal være."],
        "findings": [],
    }


def test_a_wrong_passphrase_is_said_and_opens_nothing(folder: Path) -> None:
    ran = run("verify", "--folder", folder, "--passphrase-stdin", typed="noget helt andet")

    assert (ran.status, ran.said) == (2, "")
    assert ran.complained.startswith("Adgangssætningen passer ikke.")
    assert "noget helt andet" not in ran.complained


def test_without_a_terminal_nobody_is_asked(folder: Path) -> None:
    ran = run("verify", "--folder", folder)

    assert (ran.status, ran.said) == (2, "")
    assert ran.complained.startswith("Der er ingen terminal at spørge i.")


@pytest.mark.skipif(sys.platform == "win32", reason="terminals are made otherwise there")
def test_what_is_typed_in_a_terminal_is_not_shown(folder: Path) -> None:
    status, seen = run_in_terminal("verify", "--folder", folder, typed=PASSPHRASE)

    assert status == 0
    assert f"Adgangssætning for {PERSON}:" in seen
    assert PASSPHRASE not in seen


def test_an_empty_line_is_no_passphrase(folder: Path) -> None:
    ran = run("verify", "--folder", folder, "--passphrase-stdin", typed="")

    assert (ran.status, ran.complained) == (2, "Der blev ikke skrevet noget. Prøv igen.\n")


def test_an_empty_folder_holds_no_register(tmp_path: Path) -> None:
    ran = run("rebuild", "--folder", tmp_path, "--passphrase-stdin", "--person", "Ida")

    assert (ran.status, ran.said) == (2, "")
    assert ran.complained.startswith("Der er intet kartotek i mappen.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [("verify",), ("restore", "x" * 300)])
def test_a_folder_that_no_disk_can_have_is_no_fault_of_ours(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    ran = run(*command, "--folder", tmp_path / ("x" * 300), "--passphrase-stdin")

    assert (ran.status, ran.said) == (2, "")
    assert ran.complained.startswith("Disken med kartoteket svarer ikke")


def test_a_register_that_is_open_is_left_alone(folder: Path) -> None:
    register = open_register(folder, PERSON, PASSPHRASE, NOON)

    ran = run("backup", "--folder", folder, "--passphrase-stdin")

    register.close()
    assert ran.status == 2
    assert ran.complained.startswith("Kartoteket er åbent")


def test_the_recovery_key_opens_as_well_as_a_passphrase(tmp_path: Path) -> None:
    key = make_register(tmp_path / "kartotek")

    ran = run(
        *("verify", "--folder", tmp_path / "kartotek", "--recovery-key", "--passphrase-stdin"),
        typed=key,
    )

    assert ran.status == 0


def test_a_backup_lies_beside_the_register_and_holds_all(folder: Path) -> None:
    ran = run("backup", "--folder", folder, "--passphrase-stdin")

    backup = only_backup(folder)
    assert (ran.status, ran.complained) == (0, "")
    assert str(backup) in ran.said
    assert names_in(backup) == [CITIZEN]


def test_a_backup_can_also_be_put_elsewhere(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "drev"
    elsewhere.mkdir()

    ran = run("backup", "--folder", folder, "--passphrase-stdin", "--to", elsewhere)

    backup = only_backup(elsewhere)
    assert ran.status == 0
    assert str(backup) in ran.said
    assert {path.name for path in backup.iterdir()} == {REGISTER_FILE, KEY_FILE}
    assert names_in(backup) == [CITIZEN]


def test_a_drive_that_is_not_there_gets_no_backup(folder: Path, tmp_path: Path) -> None:
    ran = run("backup", "--folder", folder, "--passphrase-stdin", "--to", tmp_path / "drev")

    assert (ran.status, ran.said) == (2, "")
    assert ran.complained.startswith("Stedet til sikkerhedskopier er der ikke")


def test_a_backup_is_put_back_on_a_new_computer(folder: Path, tmp_path: Path) -> None:
    run("backup", "--folder", folder, "--passphrase-stdin")
    new = tmp_path / "ny computer"

    ran = run("restore", only_backup(folder), "--folder", new, "--passphrase-stdin")

    # Whoever was erased since is known to the lost register alone: that is to be looked at.
    assert (ran.status, ran.complained) == (1, "")
    assert ran.said.startswith("Kartoteket er hentet tilbage")
    assert names_in(new) == [CITIZEN]


def test_what_a_backup_takes_the_place_of_is_kept(folder: Path) -> None:
    run("backup", "--folder", folder, "--passphrase-stdin")
    backup = only_backup(folder)

    ran = run("restore", backup, "--folder", folder, "--passphrase-stdin")

    assert (ran.status, ran.complained) == (0, "")
    assert "Det, der lå der før, ligger nu i " in ran.said
    assert names_in(folder) == [CITIZEN]


def test_of_several_backups_one_must_be_chosen(folder: Path) -> None:
    run("backup", "--folder", folder, "--passphrase-stdin")

    ran = run("restore", folder / BACKUP_FOLDER, "--folder", folder, "--passphrase-stdin")

    assert (ran.status, ran.said) == (2, "")
    assert ran.complained.startswith("Skriv, hvilken af kopierne")
    assert str(only_backup(folder)) in ran.complained


def test_a_folder_without_a_backup_is_not_put_back(folder: Path, tmp_path: Path) -> None:
    ran = run("restore", tmp_path, "--folder", folder, "--passphrase-stdin")

    assert (ran.status, ran.said) == (2, "")
    assert ran.complained.startswith("Der er ingen sikkerhedskopi i den mappe.")
    assert names_in(folder) == [CITIZEN]


def test_the_lists_are_made_anew(folder: Path) -> None:
    ran = run("rebuild", "--folder", folder, "--passphrase-stdin")

    assert (ran.status, ran.complained) == (0, "")
    assert ran.said == "Listerne er lavet igen. Borgere i alt: 1.\n"


def test_no_command_says_who_the_citizens_are(folder: Path) -> None:
    asked = [run(command, "--folder", folder, "--passphrase-stdin") for command in COMMANDS]

    said = "".join(ran.said + ran.complained for ran in asked)
    assert [ran.status for ran in asked] == [0, 0, 0]
    assert CITIZEN not in said
