"""What the rules read exists: a link id that no form has would be an answer nobody ever gave."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.supplies import supplies
from forms.questionnaire import Item
from models.assessment import Area
from models.checklists import Checklist
from models.course import Form
from models.instruments import Instruments
from models.reminders.reminder import Reminder

HOUSE = Path(__file__).parents[2]
# Letters also name pieces of their wording like that; what they read is looked at below.
READERS = sorted(
    path
    for room in ("models", "app")
    for path in (HOUSE / room).rglob("*.py")
    if path.parent.name != "letters"
)
LINK_ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
READING = {"text", "day", "yes", "number", "quantity", "choices", "code", "rows"}


def known_items() -> dict[str, Item]:
    ours = ("clinic", "letter_wording", "own_rule")
    shipped = (supplies().newest(name) for name in (*Form, *ours, *Checklist))
    return {link_id: item for form in shipped for link_id, item in form.by_link_id.items()}


KNOWN = known_items()
BEGINNINGS = {link_id.partition(".")[0] for link_id in KNOWN}


def texts(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def named(path: Path) -> set[str]:
    """Return the texts in a module that can only be meant as link ids."""
    return {
        text
        for text in texts(path)
        if LINK_ID.fullmatch(text)
        and text.partition(".")[0] in BEGINNINGS
        and not text.endswith((".json", ".toml", ".pdf"))
    }


@pytest.mark.parametrize(
    "path", [p for p in READERS if named(p)], ids=lambda path: path.relative_to(HOUSE).as_posix()
)
def test_every_link_id_that_is_read_is_in_a_form(path: Path) -> None:
    assert named(path) - KNOWN.keys() == set()


def asked_for(path: Path) -> set[str]:
    """Return the first argument of every call that reads an answer."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    firsts = [
        c.args[0] for c in calls if isinstance(c.func, ast.Attribute) and c.func.attr in READING
    ]
    return {
        first.value
        for first in firsts
        if isinstance(first, ast.Constant) and isinstance(first.value, str) and "." in first.value
    }


def test_the_models_read_link_ids_and_all_of_them_exist() -> None:
    asked = {link_id for path in (HOUSE / "models").rglob("*.py") for link_id in asked_for(path)}

    assert len(asked) > 100
    assert asked - KNOWN.keys() == set()


def test_the_six_areas_are_read_under_link_ids_that_exist() -> None:
    parts = ("problem", "resources", "need", "words", "level")

    assert {f"{area}.{part}" for area in Area for part in parts} <= KNOWN.keys()


def test_every_scale_belongs_to_a_question_of_an_instrument() -> None:
    instruments: Instruments = supplies().instruments
    shipped = (supplies().newest(name) for name, _ in supplies().instrument_titles)
    asked = {link_id for form in shipped for link_id in form.by_link_id}

    assert instruments.scales.keys() <= asked


def leads_to_a_question(row: Reminder) -> bool:
    item = supplies().newest(row.form).by_link_id.get(row.question)
    return item is not None and (item.is_question or item.is_repeating_group)


def test_the_question_a_reminder_leads_to_is_asked_in_its_form() -> None:
    leading = [row for row in supplies().reminders if row.question]

    assert len(leading) > 100
    assert [row.id for row in leading if not leads_to_a_question(row)] == []


def test_the_letter_that_does_what_a_reminder_asks_for_rests_on_its_form() -> None:
    catalogue = supplies().book.catalogue
    rests_on = {
        row.id: (row.form, catalogue[row.letter].form) for row in supplies().reminders if row.letter
    }

    assert rests_on
    assert {name for name, (ours, letters) in rests_on.items() if ours is not letters} == set()
