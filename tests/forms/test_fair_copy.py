from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.calculation import with_calculated, with_typed
from forms.checking import problems
from forms.enablement import enabled_places
from forms.fair_copy import Filling, fair_copy, has_two_editions
from forms.json_text import Json
from forms.outline import starting_answers
from forms.questionnaire import Questionnaire
from models.answers import Answers, Coding, Place, Unread, Value
from models.filled_form import Answered, FilledBlock
from models.letters.letter import Heading, Paragraph
from tests.forms.everything import (
    OURS,
    everything,
    extension,
    fillings,
    item,
    read_form,
)

TODAY = date(2026, 11, 2)
FORM = everything()
CALCULATED = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"


def copied(
    questionnaire: Questionnaire, answers: Answers, *, for_citizen: bool = False
) -> tuple[FilledBlock, ...]:
    return fair_copy(Filling(questionnaire, answers, TODAY), for_citizen=for_citizen)


def answered(blocks: Sequence[FilledBlock]) -> list[Answered]:
    return [block for block in blocks if isinstance(block, Answered)]


def said(questionnaire: Questionnaire, values: dict[str, tuple[Value, ...]]) -> dict[str, Answered]:
    """Return what stands for each question when *values* are answered, by link id."""
    answers = Answers()
    for link_id, given_values in values.items():
        answers = answers.with_answer(Place(link_id), *given_values)
    return {block.question: block for block in answered(copied(questionnaire, answers))}


def test_every_kind_of_answer_stands_as_it_is_read() -> None:
    found = said(
        FORM,
        {
            "asks": (True,),
            "day": (date(2026, 11, 2),),
            "visits": (3,),
            "grams": (Decimal("2.50"),),
            "way": (Coding("phone", "Telefon", "urn:x"),),
            "drugs": (Coding("hash", "Hash", "urn:x"), "Lattergas"),
        },
    )

    assert found["asks"].lines == ("Ja",)
    assert found["day"].lines == ("2. november 2026",)
    assert found["visits"].lines == ("3 dage",)
    assert found["grams"].lines == ("2,50",)
    assert found["way"].lines == ("Telefon",)
    assert found["drugs"].lines == ("Hash", "Lattergas")


def test_running_text_is_told_from_a_line() -> None:
    found = said(FORM, {"why": ("Først.\n\nSå.",), "name": ("Åse",)})

    assert found["why"].is_running_text
    assert found["why"].lines == ("Først.\n\nSå.",)
    assert not found["name"].is_running_text


def test_whose_words_they_are_is_said_unless_they_are_the_writers_own() -> None:
    voices = [
        item("c", "text", extension=[extension(f"{OURS}voice", "citizen", "Code")]),
        item("a", "text", extension=[extension(f"{OURS}voice", "authority", "Code")]),
        item("n", "date", extension=[extension(f"{OURS}voice", "authority", "Code")]),
        item("w", "text"),
        item(
            "p", "text", extension=[extension(f"{OURS}counsellor-only", value=True, kind="Boolean")]
        ),
    ]

    found = said(
        read_form(*voices),
        {"c": ("c",), "a": ("a",), "n": (TODAY,), "w": ("w",), "p": ("p",)},
    )

    assert {name: block.speaker for name, block in found.items()} == {
        "c": "Borgerens egne ord og svar",
        "a": "Myndighedens vurdering",
        "n": "",
        "w": "",
        "p": "Kun for behandleren",
    }


def test_the_citizens_edition_asks_the_citizen_and_leaves_out_what_is_the_counsellors() -> None:
    answers = Answers().with_answer(Place("asks"), True).with_answer(Place("judgement"), "Nej.")

    whole, citizens = copied(FORM, answers), copied(FORM, answers, for_citizen=True)

    assert "judgement" in {block.question for block in answered(whole)}
    assert "judgement" not in {block.question for block in answered(citizens)}
    assert Heading("own", 2) in whole
    assert Heading("own", 2) not in citizens
    assert answered(citizens)[0].question == "Vil du gerne have hjælp?"
    assert answered(citizens)[0].speaker == "Dine egne ord og svar"
    assert has_two_editions(FORM)
    assert not has_two_editions(read_form(item("q", "string")))


def test_there_is_no_citizens_edition_of_what_is_the_counsellors_alone() -> None:
    private = [extension(f"{OURS}counsellor-only", value=True, kind="Boolean")]
    asked = item("why", "string")

    assert not has_two_editions(read_form(item("own", "group", item=[asked], extension=private)))


def test_the_citizens_edition_has_the_citizens_headings() -> None:
    yours = [extension(f"{OURS}citizen-wording", "Dine mål", "String")]
    inner = item("goals", "group", item=[item("why", "string")], extension=yours)
    form = read_form(item("yours", "group", item=[inner], extension=yours))

    blocks = copied(form, Answers().with_answer(Place("why"), "Fordi"), for_citizen=True)

    assert [b.text for b in blocks if isinstance(b, Heading)] == ["Dine mål", "Dine mål"]


def test_what_must_be_answered_and_is_not_is_said() -> None:
    blocks = copied(FORM, Answers().with_answer(Place("asks"), True))

    missing = {block.question for block in answered(blocks) if block.is_missing}
    assert missing == {"visits", "children"}


def test_a_row_that_is_begun_says_what_it_lacks_itself() -> None:
    answers = Answers().with_answer(Place("asks"), True).with_row(Place("children"))

    blocks = copied(FORM, answers)

    assert Heading("children 1", 3) in blocks
    assert [b.question for b in answered(blocks) if b.is_missing] == ["visits", "child.name"]


def test_a_question_that_need_not_be_answered_leaves_no_trace() -> None:
    assert "name" not in said(FORM, {"visits": (3,)})


def test_what_is_not_asked_or_is_hidden_is_not_told() -> None:
    found = said(FORM, {"alone": ("x",), "secret": (7,), "visits": (2,)})

    assert found.keys() == {"asks", "visits"}


def test_rows_stand_under_headings_with_their_numbers() -> None:
    answers = (
        Answers()
        .with_answer(Place("asks"), True)
        .with_row(Place("children"))
        .with_row(Place("children"))
        .with_row(Place("child.contacts", (1,)))
        .with_answer(Place("child.name", (0,)), "Bo")
        .with_answer(Place("child.name", (1,)), "Åse")
        .with_answer(Place("contact.name", (1, 0)), "Mormor")
    )

    blocks = copied(FORM, answers)

    headings = [block for block in blocks if isinstance(block, Heading)]
    assert headings == [
        Heading("about", 2),
        Heading("children", 2),
        Heading("children 1", 3),
        Heading("children 2", 3),
        Heading("child.contacts 1", 4),
    ]


def test_unread_text_of_a_draft_is_told_as_it_was_typed() -> None:
    assert said(FORM, {"day": (Unread("31.2.2026"),)})["day"].lines == (
        "»31.2.2026« (kan ikke læses endnu)",
    )


def test_text_stands_where_something_is_said_around_it_and_help_does_not() -> None:
    nothing, something = copied(FORM, Answers()), copied(FORM, starting_answers(FORM))
    only_text = copied(read_form(item("intro", "display", text="Velkommen.")), Answers())

    assert Paragraph("Velkommen.") in nothing  # what is missing stands there
    assert Paragraph("Velkommen.") in something
    assert Paragraph("Spørg roligt.") not in something
    assert Paragraph("Velkommen.") in only_text


def test_an_empty_form_says_so() -> None:
    empty = read_form(item("g", "group", item("d", "display"), item("q", "string")))

    assert copied(empty, Answers()) == (Paragraph("Her er ikke skrevet noget endnu."),)


def test_a_section_that_is_the_whole_form_has_no_heading_of_its_own() -> None:
    blocks = copied(read_form(item("q", "string")), Answers().with_answer(Place("q"), "Åh"))

    assert blocks == (Answered("q", ("Åh",)),)


def calculated() -> Questionnaire:
    expression: Json = {
        "language": "text/fhirpath",
        "expression": "%resource.item.where(linkId = 'a').answer.value * 2",
    }
    return read_form(
        item("a", "integer"),
        item("b", "integer", extension=[extension(CALCULATED, expression, "Expression")]),
    )


def test_a_calculated_answer_says_whether_it_was_calculated() -> None:
    doubled = calculated()
    answers = with_calculated(doubled, Answers().with_answer(Place("a"), 2), TODAY)

    followed = answered(copied(doubled, answers))[1]
    edited = answered(copied(doubled, with_typed(doubled, answers, Place("b"), 5)))[1]

    assert followed.lines == ("4 (regnet ud)",)
    assert edited.lines == ("5 (rettet i hånden)",)


def test_a_note_stands_below_its_answer() -> None:
    doubled = calculated()
    answers = with_calculated(doubled, Answers().with_answer(Place("a"), 2), TODAY)
    filling = Filling(doubled, answers, TODAY, {Place("b"): ("Det er lidt.",)})

    (_, score) = answered(fair_copy(filling, for_citizen=False))

    assert score.lines == ("4 (regnet ud)", "Det er lidt.")


def test_what_depends_on_the_day_follows_the_day_given() -> None:
    conditional: Json = {"language": "text/fhirpath", "expression": "today() < @2026-12-01"}
    url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression"
    seasonal = read_form(item("q", "string", extension=[extension(url, conditional, "Expression")]))
    answers = Answers().with_answer(Place("q"), "Åh")

    then = fair_copy(Filling(seasonal, answers, date(2026, 12, 24)), for_citizen=False)

    assert answered(copied(seasonal, answers))
    assert not answered(then)


@pytest.mark.parametrize("for_citizen", [False, True])
@given(data=st.data())
def test_any_draft_is_copied_with_all_that_is_shown_and_nothing_else(
    data: st.DataObject, *, for_citizen: bool
) -> None:
    answers = data.draw(fillings(FORM))

    blocks = answered(copied(FORM, answers, for_citizen=for_citizen))

    shown = enabled_places(FORM, answers, TODAY)
    missing = {p.place for p in problems(FORM, answers, TODAY) if p.is_missing}
    wordings = {
        i.citizen_wording if for_citizen and i.citizen_wording else i.text
        for p in shown
        for i in [FORM.by_link_id[p.link_id]]
    }
    assert {block.question for block in blocks} <= wordings
    assert any(block.is_missing for block in blocks) == bool(missing)
    assert all(line.strip() for block in blocks for line in block.lines)
