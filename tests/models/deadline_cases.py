"""Courses told in a line for each form, as the table of worked cases and its tests tell them."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.supplies import supplies
from forms.questionnaire import ItemType
from models.case import Case, Entry
from models.course import Course, Form, course_of
from models.courses import present_course
from models.cpr import CprReading
from tests.builders import entry

DRAFT = "(kladde) "
CHOSEN = {ItemType.CHOICE, ItemType.OPEN_CHOICE, ItemType.BOOLEAN}


@dataclass(frozen=True)
class Told:
    """One case of deadline_cases.toml; the file says what each key means."""

    navn: str
    skemaer: tuple[str, ...]
    i_dag: date
    frist: str
    tilstand: str
    foedt: date | None = None
    sidste_dag: date | None = None
    siger: str = ""
    siger_ikke: str | None = None
    saetning: str | None = None
    kort: str | None = None
    regnet: str = ""
    kilde: str | None = None
    sikkerhed: str | None = None


def table() -> list[Told]:
    text = Path(__file__).with_name("deadline_cases.toml").read_text("utf-8")
    return [Told(**case) for case in tomllib.loads(text)["case"]]


def course_told(skemaer: Iterable[str], born: date | None = None) -> Course:
    """Return the present course that the lines *skemaer* tell."""
    entries = (entry_told(text, number) for number, text in enumerate(skemaer, start=1))
    course = course_of(present_course(Case("case", tuple(entries))))
    if born is None:
        return course
    return replace(course, citizen=replace(course.citizen, cpr=CprReading("", born, "")))


def entry_told(text: str, number: int) -> Entry:
    """Return the entry that *text* tells, begun as the *number*th."""
    form, _, said = text.removeprefix(DRAFT).partition(":")
    asked = supplies().newest(form).by_link_id
    facts: dict[str, str | list[str]] = {}
    for part in said.split(";"):
        name, _, answer = part.strip().partition("=")
        link_id = name if name in asked else f"{form}.{name}"
        link_id = link_id if link_id in asked else f"medical.{name}"
        facts[link_id] = [answer] if asked[link_id].type in CHOSEN else answer
    return entry(Form(form), facts, signed=not text.startswith(DRAFT), number=number)
