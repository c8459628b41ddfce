"""A form as it is asked: each answer sets off what follows from it, on the day it is asked."""

from dataclasses import replace
from datetime import date, timedelta

from app.asking import Asking
from app.facts import answers_from
from forms.json_text import Json
from forms.outline import sections
from forms.questionnaire import Questionnaire
from forms.reply import Reply
from models.answers import Answers, Place, Unread
from tests.builders import TODAY
from tests.forms.everything import extension, item, read_form

SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"


def worked_out(kind: str, expression: str) -> list[Json]:
    value: dict[str, Json] = {"language": "text/fhirpath", "expression": expression}
    return [extension(f"{SDC}{kind}", value, "Expression")]


def answer(link_id: str) -> str:
    return f"%resource.descendants().where(linkId = '{link_id}').answer.value"


TOTAL = worked_out("calculatedExpression", f"{answer('a')} + {answer('b')}")
MUCH = worked_out("enableWhenExpression", f"{answer('sum')} > 10")
LATE = worked_out("enableWhenExpression", f"{answer('due')} < today()")
FORM: Questionnaire = read_form(
    item(
        "first",
        "group",
        item("a", "integer"),
        item("b", "integer"),
        item("sum", "integer", extension=TOTAL),
        item("alarm", "string", extension=MUCH),
    ),
    item(
        "second",
        "group",
        item("due", "date"),
        item("why", "string", extension=LATE),
        item("person", "group", item("name", "string"), repeats=True),
    ),
)
ASKING = Asking(FORM, Answers(), TODAY)


def answered(**typed: str) -> Asking:
    asking = ASKING
    for link_id, text in typed.items():
        asking = asking.with_reply(Place(link_id), Reply(text))
    return asking


def test_what_is_calculated_follows_before_it_is_asked_what_is_enabled() -> None:
    asking = answered(a="4", b="9")

    assert asking.answers.number("sum") == 13
    assert Place("alarm") in asking.enabled


def test_a_persons_own_answer_stands_until_it_shall_follow_again() -> None:
    asking = answered(a="4", b="9", sum="5").with_reply(Place("a"), Reply("5"))

    again = asking.following(Place("sum"))

    assert asking.answers.number("sum") == 5
    assert again.answers.number("sum") == 14


def test_what_is_asked_depends_on_the_day() -> None:
    asking = answered(due="2.11.2026")

    tomorrow = replace(asking, today=TODAY + timedelta(days=1))

    assert Place("why") not in asking.enabled
    assert Place("why") in tomorrow.enabled


def test_a_year_half_typed_waits() -> None:
    assert answered(due="2.11.20").answers.at(Place("due")) == (Unread("2.11.20"),)


def test_rows_come_and_go() -> None:
    two = ASKING.with_row(Place("person")).with_row(Place("person"))

    named = two.with_reply(Place("name", (1,)), Reply("Bo"))
    one = named.without_row(Place("person"), 0)

    assert not two.holds_something(Place("person"), 1)
    assert named.holds_something(Place("person"), 1)
    assert one.answers.text("name", 0) == "Bo"


def test_the_first_question_that_waits_is_found_and_the_section_of_any() -> None:
    asking = answered(a="4")

    assert asking.first_waiting(0) == Place("b")
    assert asking.first_waiting(1) == Place("due")
    assert asking.section_of("name", 7) == 1
    assert asking.section_of(sections(FORM)[1].link_id, 7) == 1
    assert asking.section_of("elsewhere", 7) == 7


def test_what_is_missing_is_told_for_the_day() -> None:
    assert ASKING.problems == ()


def test_facts_written_beforehand_are_worked_out_too() -> None:
    calculated = answers_from(FORM, {"a": "4", "b": "9"}, TODAY)
    given = answers_from(FORM, {"a": "4", "b": "9", "sum": "5"}, TODAY)

    assert calculated.number("sum") == 13
    assert given.number("sum") == 5
    assert given.edited == {Place("sum")}


def test_a_form_without_calculations_is_asked_as_it_is() -> None:
    plain = Asking(read_form(item("q", "date")), Answers(), date(2026, 11, 2))

    asking = plain.with_reply(Place("q"), Reply("2.11.2026"))

    assert asking.answers.day("q") == date(2026, 11, 2)
    assert asking.up_to_date().answers is asking.answers
