import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.open_case import read_case
from app.supplies import supplies
from app.work import Work
from models.citizen import citizen_of
from models.course import Form
from storage.register import open_register
from tests.builders import NOON
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import make_register

pytestmark = pytest.mark.journey

HOUSE = Path(__file__).parents[2]
PERSON_WHO_TYPES = HOUSE / "tests" / "journeys" / "typing_person.py"
NAME = "Şükrü Ærøskøbing-Demo"


def names_in(folder: Path) -> list[str]:
    register = open_register(folder, PERSON, PASSPHRASE, NOON)
    work = Work(register, supplies(), lambda: NOON, PERSON)
    cases = [read_case(row.case_id, work) for row in register.citizens("", 10)]
    names = [citizen_of(case.answers(Form.CONTACT)).name for case in cases]
    register.close()
    return names


def test_what_the_window_calls_saved_survives_a_kill_in_the_same_moment(tmp_path: Path) -> None:
    make_register(tmp_path / "kartotek")
    command = [sys.executable, str(PERSON_WHO_TYPES), str(tmp_path), NAME]
    with subprocess.Popen(
        command, cwd=HOUSE, env=environment(), stdout=subprocess.PIPE, text=True
    ) as typing:
        assert typing.stdout is not None

        said = typing.stdout.readline()
        typing.send_signal(signal.SIGKILL)

    assert said == "GEMT\n"
    assert names_in(tmp_path / "kartotek") == [NAME]


def environment() -> dict[str, str]:
    return {"PYTHONPATH": str(HOUSE), "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
