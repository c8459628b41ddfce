"""Forms and responses looked over on the command line, without a register or a window."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TypedDict

import pytest

import resources
from app.command_line import read_arguments
from app.form_commands import Checked, check
from app.supplies import supplies
from forms.reader import LONGEST
from forms.response import write_response
from models.course import Form
from tests.builders import CONTACT, NOON, TODAY, entry

HOUSE = Path(__file__).parents[2]
WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None
from app.main import main
sys.exit(main(sys.argv[1:]))
"""


class Found(TypedDict):
    """A finding as a machine reads it."""

    severity: str
    code: str
    item: str
    message: str


def run(*arguments: str | Path) -> tuple[int, str, str]:
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, *map(str, arguments)],
        cwd=HOUSE,
        env={**os.environ, "PYTHONPATH": str(HOUSE), "PYTHONUTF8": "1"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    return ran.returncode, ran.stdout, ran.stderr


def checked(*arguments: str | Path) -> Checked:
    return check(read_arguments([*map(str, arguments)]), TODAY)


def found(*arguments: str | Path) -> tuple[int, list[Found]]:
    done = checked(*arguments, "--json")
    table: dict[str, list[Found]] = json.loads(done.text)
    assert list(table) == ["findings"]
    assert all(set(one) == {"severity", "code", "item", "message"} for one in table["findings"])
    return done.status, table["findings"]


def file(folder: Path, text: str | bytes, name: str = "skema.json") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.fixture
def contact(tmp_path: Path) -> Path:
    return file(tmp_path, resources.text("questionnaires/contact.json"))


def response(*, signed: bool = True) -> str:
    filled = entry(Form.CONTACT, CONTACT).answers
    return write_response(supplies().newest("contact"), filled, NOON, signed=signed)


def test_a_form_without_faults_is_told_so(contact: Path, tmp_path: Path) -> None:
    assert run("check-form", contact) == (0, "Der er ingen fejl.\n", "")
    assert run("check-form", contact, "--json") == (0, '{"findings":[]}\n', "")
    assert [path.name for path in tmp_path.iterdir()] == ["skema.json"]


def test_what_lies_outside_the_subset_is_named_with_its_item(tmp_path: Path) -> None:
    form = json.loads(resources.text("questionnaires/contact.json"))
    form["item"][0]["item"][0]["type"] = "attachment"

    status, findings = found("check-form", file(tmp_path, json.dumps(form)))

    assert status == 1
    assert [one["code"] for one in findings if one["severity"] == "error"] == ["outside-subset"]
    assert findings[0]["item"] == form["item"][0]["item"][0]["linkId"]


def test_a_warning_alone_is_no_error(tmp_path: Path) -> None:
    form = json.loads(resources.text("questionnaires/contact.json"))
    del form["title"]
    path = file(tmp_path, json.dumps(form))

    status, findings = found("check-form", path)
    said = checked("check-form", path).text

    assert (status, [one["severity"] for one in findings]) == (0, ["warning"])
    assert said.startswith("Advarsel: ")
    assert said.endswith("Der er ingen fejl, men noget at se på.")


@pytest.mark.parametrize("signed", [True, False])
def test_a_good_response_has_no_errors(contact: Path, tmp_path: Path, *, signed: bool) -> None:
    status, _ = found("check-response", contact, file(tmp_path, response(signed=signed), "svar"))

    assert status == 0


def test_a_missing_answer_is_found_in_the_response(contact: Path, tmp_path: Path) -> None:
    form = supplies().newest("contact")
    empty = write_response(form, entry(Form.CONTACT, {}).answers, NOON, signed=True)

    status, findings = found("check-response", contact, file(tmp_path, empty, "svar"))

    assert status == 1
    assert "required" in {one["code"] for one in findings}


def test_a_form_that_cannot_be_read_cannot_be_answered(tmp_path: Path) -> None:
    broken = file(tmp_path, "{")

    status, findings = found("check-response", broken, file(tmp_path, response(), "svar"))

    assert status == 1
    assert [one["code"] for one in findings] == ["malformed"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "malformed"),
        (b"\xff\xfe\x00{", "malformed"),
        (b"[" * 100_000, "malformed"),
        (b'{"resourceType": "Questionnaire", "title": "\\ud800"}', "invalid"),
        (b" " * (LONGEST + 1), "too-large"),
        (b" " * (4 * LONGEST + 1), "too-large"),
    ],
)
def test_what_is_no_form_gives_a_finding(tmp_path: Path, content: bytes, code: str) -> None:
    status, findings = found("check-form", file(tmp_path, content))

    assert status == 1
    assert findings[0]["code"] == code


@pytest.mark.parametrize("name", ["ingen", "", "x" * 300, "a\0b"])
def test_a_file_that_is_not_there_gives_a_finding(tmp_path: Path, name: str) -> None:
    status, findings = found("check-form", tmp_path / name)

    assert status == 1
    assert str(tmp_path) not in findings[0]["message"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such file there")
def test_a_file_without_an_end_is_not_read() -> None:
    assert found("check-form", "/dev/zero")[0] == 1


def test_a_mark_of_the_byte_order_does_no_harm(tmp_path: Path) -> None:
    text = "\ufeff" + resources.text("questionnaires/contact.json")

    assert found("check-form", file(tmp_path, text)) == (0, [])


def test_a_terminal_without_the_letters_gets_what_it_can(tmp_path: Path) -> None:
    path = file(tmp_path, '{"resourceType": "Questionnaire", "item": [{"linkId": "\\ud800"}]}')

    status, said, complained = run("check-form", path, "--json")

    assert (status, complained) == (1, "")
    assert json.loads(said)["findings"][0]["severity"] == "error"
