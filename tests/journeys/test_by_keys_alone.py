"""The counsellor's day without a mouse: from a new citizen to a printed decision and a plan."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from app.open_case import read_case
from app.supplies import supplies
from app.work import Work
from models.case import Case
from models.course import Form
from models.letters.letter import LetterKind
from storage.records import DocumentStep
from storage.register import Register, open_register
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import make_register
from tests.journeys.real_keys import RealKeys, lacking

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(os.name == "nt", reason="the screen and the keyboard are those of X11"),
    pytest.mark.skipif(bool(lacking()), reason=f"not on this computer: {lacking()}"),
]

MOST = 120
"""So many keys that are no answer may the whole of it take."""
ON, OUT_OF_TEXT, TO_THE_END, SIGN = "Return", "ctrl+Return", "ctrl+shift+Return", "space"
FIND, NEXT_SECTION = "ctrl+k", "ctrl+Next"
FORMS = {Form.CONTACT, Form.REQUEST, Form.ASSESSMENT, Form.DECISION, Form.TREATMENT_PLAN}


@dataclass(frozen=True)
class Day:
    """What the day left behind."""

    register: Register
    case: Case
    printed: tuple[str, ...]
    pressed: int


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """Return what is left when everything was done by keys, and the program was locked."""
    folder = tmp_path_factory.mktemp("keys")
    make_register(folder / "kartotek")
    with_a_printer(folder)
    with RealKeys(folder, "--folder", str(folder / "kartotek")) as keys:
        work_through_the_day(keys)
    # The program went by the real clock, and the register would wonder at an earlier day.
    now = datetime.fromtimestamp(time.time()).astimezone()
    register = open_register(folder / "kartotek", PERSON, PASSPHRASE, now)
    (citizen,) = register.citizens("", 10)
    case = read_case(citizen.case_id, Work(register, supplies(), lambda: now, PERSON))
    printed = tuple(pages(pdf) for pdf in sorted(folder.glob("printed-*.pdf")))
    yield Day(register, case, printed, keys.pressed)
    register.close()


def work_through_the_day(keys: RealKeys) -> None:
    with keys.until_new_page():
        keys.type(PASSPHRASE)
        keys.press(ON)
    begin(keys)
    request(keys)
    assess(keys)
    decide(keys)
    send(keys)
    plan(keys)
    with keys.until_new_page():
        keys.press("ctrl+l")


def begin(keys: RealKeys) -> None:
    """A new citizen rings: how, who, where."""
    keys.press("ctrl+2")
    with keys.until_new_page():
        keys.press("ctrl+n")
    keys.press("1", TO_THE_END)
    for answer in ("Pia Ærø Prøvesen", "300279-0012", "Prøvevej 12", "0000"):
        keys.type(answer)
        keys.press(ON)
    keys.type("Prøveby")
    keys.press(TO_THE_END, SIGN)


def request(keys: RealKeys) -> None:
    """The request, which the program leads on to."""
    keys.type("i dag")
    keys.press(ON, "1", ON)
    keys.type("Jeg vil gerne holde op, mens jeg passer mit arbejde.")
    keys.press(TO_THE_END, "1", TO_THE_END, SIGN)


def assess(keys: RealKeys) -> None:
    """The assessment, short: what she wants, and what it comes to."""
    find(keys, "afd")
    keys.press("1", NEXT_SECTION)
    keys.type("At komme hjem fra arbejde og have ro.")
    keys.press(TO_THE_END)
    keys.type("Pia kan nå sit mål med samtaler. Hun har bolig, arbejde og en søster.")
    keys.press(TO_THE_END, SIGN)


def decide(keys: RealKeys) -> None:
    """A full grant: just what was asked for."""
    find(keys, "afg")
    keys.press("1", ON, "1", NEXT_SECTION, NEXT_SECTION, "1", ON)
    keys.type("Rusmiddelcenter Åløkke, Prøveby")
    keys.press(ON)
    keys.type("Samtaler alene med din behandler.")
    keys.press(OUT_OF_TEXT)
    for answer in ("En time om ugen", "i morgen", "Foreløbig seks måneder", "Bo Test, 00 00 00 21"):
        keys.type(answer)
        keys.press(ON)
    keys.type("Formålet er, at du holder op.")
    find(keys, "tilbudt h")
    keys.press("1", TO_THE_END, "1", TO_THE_END, SIGN)


def send(keys: RealKeys) -> None:
    """The letter: approved, and printed where the cursor is led to."""
    find(keys, "afg brev")
    keys.press(TO_THE_END, ON)
    keys.read()
    keys.press(ON)


def plan(keys: RealKeys) -> None:
    """The plan, with one goal in her own words; what was decided stands there already."""
    find(keys, "beh")
    keys.press(TO_THE_END)
    keys.type("Jeg vil være fri af kokain.")
    keys.press(TO_THE_END, SIGN)


def find(keys: RealKeys, words: str) -> None:
    """Go where *words* lead; they are no answer, so each letter counts as a key."""
    keys.press(FIND)
    keys.type(words)
    keys.pressed += len(words)
    keys.press(ON)


def with_a_printer(folder: Path) -> None:
    """Put a spooler into *folder* that keeps what it is given."""
    lp = folder / "bin" / "lp"
    lp.parent.mkdir()
    lp.write_text(f'#!/bin/sh\ncat > "{folder}/printed-$$.pdf"\n', encoding="utf-8")
    lp.chmod(0o755)


def pages(pdf: Path) -> str:
    """Return what the pages of *pdf* say, in one line."""
    drawn = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in drawn).split())


def test_every_step_of_the_day_is_signed(day: Day) -> None:
    assert {entry.form for entry in day.case.entries if entry.is_signed} == FORMS
    assert [entry.form for entry in day.case.entries if not entry.is_signed] == []


def test_what_was_typed_stands_as_it_was_typed(day: Day) -> None:
    contact, assessment = (day.case.answers(form) for form in (Form.CONTACT, Form.ASSESSMENT))

    assert contact.text("citizen.name") == "Pia Ærø Prøvesen"
    assert contact.text("citizen.town") == "Prøveby"
    assert assessment.text("assessment.wishes") == "At komme hjem fra arbejde og have ro."


def test_the_decision_was_approved_and_came_out_of_the_printer(day: Day) -> None:
    (heading,) = day.register.documents(day.case.id)
    (letter,) = day.printed

    assert heading.kind == LetterKind.DECISION
    told = [event.what for event in day.register.document_events(heading.id)]
    assert told == [DocumentStep.APPROVED, DocumentStep.PRINTED]
    assert "Pia Ærø Prøvesen" in letter
    assert "Rusmiddelcenter Åløkke, Prøveby" in letter


def test_the_day_takes_few_keys_that_are_no_answers(
    day: Day, record_property: Callable[[str, object], None]
) -> None:
    record_property("keys that are no answer", day.pressed)
    sys.stdout.write(f"{day.pressed} keys that are no answer\n")

    assert day.pressed < MOST
