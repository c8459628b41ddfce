"""The instruments that are shipped: valid FHIR, readable here, and true to the table of scales."""

import re
import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire as FhirQuestionnaire

import resources
from forms.checking import problems
from forms.questionnaire import Item, ItemType, Questionnaire, Voice
from forms.reader import read_questionnaire
from models.answers import Answers, Place
from models.instruments import read_instruments

FORMS = (
    "asi",
    "audit",
    "dass_21",
    "dast_10",
    "dudit",
    "europasi",
    "k10",
    "mate",
    "ors",
    "sapas",
    "srs",
    "tem",
    "ung_map",
    "voksen_map",
    "who_5",
)
WHO_5 = (
    "I de sidste 2 uger har jeg været glad og i godt humør",
    "I de sidste 2 uger har jeg følt mig rolig og afslappet",
    "I de sidste 2 uger har jeg følt mig aktiv og energisk",
    "I de sidste 2 uger er jeg vågnet frisk og udhvilet",
    "I de sidste 2 uger har min dagligdag været fyldt med ting, der interesserer mig",
)
WHO_5_SOURCE = (
    "World Health Organization. The World Health Organization-Five Well-Being Index (WHO-5). "
    "Geneva: World Health Organization; 2024. Licence: CC BY-NC-SA 3.0 IGO"
)
FORMAL_WORDS = re.compile(
    r"\b(vedrørende|såfremt|endvidere|ligeledes|herunder|hvorvidt|dersom|pågældende)\b",
    re.IGNORECASE,
)
SCALES = read_instruments(resources.text("instruments.toml")).scales


@cache
def questionnaire(form: str) -> Questionnaire:
    return read_questionnaire(resources.text(f"questionnaires/instruments/{form}.json"))


def items(form: str) -> list[Item]:
    return list(questionnaire(form).by_link_id.values())


def texts(item: Item) -> list[str]:
    shown = [option.coding.display for option in item.options]
    return [text for text in (item.text, item.help, item.citizen_wording, *shown) if text]


def test_every_instrument_that_is_shipped_is_known_here() -> None:
    shipped = resources.names("questionnaires/instruments")

    assert shipped == tuple(f"questionnaires/instruments/{form}.json" for form in FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_an_instrument_is_valid_fhir(form: str) -> None:
    text = resources.data(f"questionnaires/instruments/{form}.json")

    assert FhirQuestionnaire.model_validate_json(text).name == form


@pytest.mark.parametrize("form", FORMS)
def test_an_instrument_is_read_under_its_own_name(form: str) -> None:
    read = questionnaire(form)

    assert (read.url, read.name, read.version) == (f"urn:roedtraad:questionnaire:{form}", form, "1")
    assert all(item.link_id.startswith(f"{form}.") for item in items(form))


@pytest.mark.parametrize("form", FORMS)
def test_an_instrument_is_dated_and_talked_about(form: str) -> None:
    asked = questionnaire(form).by_link_id

    assert asked[f"{form}.date"].required
    assert asked[f"{form}.words"].voice is Voice.CITIZEN
    assert asked[f"{form}.note"].voice is Voice.COUNSELLOR


@pytest.mark.parametrize("form", sorted(set(FORMS) - {"asi", "mate"}))
def test_an_instrument_with_nothing_but_a_date_is_not_finished(form: str) -> None:
    dated = Answers().with_answer(Place(f"{form}.date"), date(2026, 11, 2))

    (lacking,) = problems(questionnaire(form), dated)

    assert lacking.is_missing


@pytest.mark.parametrize("form", FORMS)
def test_an_instrument_is_a_row_of_titled_sections(form: str) -> None:
    sections = questionnaire(form).items

    assert all(section.type is ItemType.GROUP and section.text for section in sections)


@pytest.mark.parametrize("form", [form for form in FORMS if form not in {"who_5", "asi"}])
def test_a_form_for_the_result_alone_says_where_the_questions_come_from(form: str) -> None:
    read = questionnaire(form)

    source = read.by_link_id[f"{form}.source"]
    assert source.text.startswith("Her skriver du kun resultatet. ")
    assert source.counsellor_only
    assert "Her skrives kun resultatet. " in read.description


def test_who_5_keeps_its_words_and_names_its_source() -> None:
    asked = questionnaire("who_5").by_link_id
    statements = [item for item in asked.values() if item.options]

    assert tuple(item.text for item in statements) == WHO_5
    assert tuple(item.citizen_wording for item in statements) == WHO_5
    assert [
        [(option.coding.display, option.ordinal) for option in item.options] for item in statements
    ] == 5 * [
        [
            ("Hele tiden", Decimal(5)),
            ("Det meste af tiden", Decimal(4)),
            ("Lidt mere end halvdelen af tiden", Decimal(3)),
            ("Lidt mindre end halvdelen af tiden", Decimal(2)),
            ("Lidt af tiden", Decimal(1)),
            ("På intet tidspunkt", Decimal(0)),
        ]
    ]
    assert asked["who_5.credit"].text.startswith(WHO_5_SOURCE)
    assert not asked["who_5.credit"].counsellor_only


def test_the_source_of_who_5_stands_with_the_licences_of_the_program() -> None:
    readme = " ".join((Path(__file__).parents[2] / "README.md").read_text("utf-8").split())

    assert WHO_5_SOURCE.rpartition(" CC")[0] in readme
    assert "CC BY-NC-SA 3.0 IGO" in readme


@pytest.mark.parametrize("scale_id", SCALES)
def test_a_scale_ends_where_its_question_ends(scale_id: str) -> None:
    scale = SCALES[scale_id]
    item = questionnaire(scale_id.split(".", maxsplit=1)[0]).by_link_id[scale_id]

    assert item.type in {ItemType.INTEGER, ItemType.DECIMAL}
    assert (item.minimum, item.maximum) == (scale.minimum, scale.maximum)


@pytest.mark.parametrize("form", FORMS)
def test_a_score_that_is_worked_out_is_a_known_scale(form: str) -> None:
    calculated = {item.link_id for item in items(form) if item.calculated}

    assert calculated <= set(SCALES)


@pytest.mark.parametrize("scale_id", SCALES)
def test_the_limits_of_a_scale_lie_on_it(scale_id: str) -> None:
    scale = SCALES[scale_id]

    assert all(scale.holds(limit.start) for limit in (*scale.bands, *scale.marks))
    assert not scale.bands or scale.bands[0].start == scale.minimum
    assert all(limit.source and limit.text for limit in (*scale.bands, *scale.marks))


def test_every_limit_belongs_to_a_scale() -> None:
    table = tomllib.loads(resources.text("instruments.toml"))

    named = {row["scale"] for kind in ("band", "mark", "change") for row in table[kind]}

    assert named <= set(SCALES)
    assert len(SCALES) == len(table["scale"])


@pytest.mark.parametrize("form", FORMS)
def test_every_instruction_an_instrument_names_is_in_the_guideline_table(form: str) -> None:
    rows = tomllib.loads(resources.text("guidelines/instructions.toml"))["instruction"]
    known = {f"{row['edition']}/{row['id']}" for row in rows}

    assert {number for item in items(form) for number in item.instructions} <= known


@pytest.mark.parametrize("form", FORMS)
def test_what_the_citizen_says_is_asked_in_the_citizens_direction(form: str) -> None:
    said = [item for item in items(form) if item.is_question and item.voice is Voice.CITIZEN]

    assert [item.link_id for item in said if not item.citizen_wording] == []


@pytest.mark.parametrize("form", FORMS)
def test_an_instrument_speaks_plainly_and_tidily(form: str) -> None:
    shown = [text for item in items(form) for text in texts(item)]

    assert [text for text in shown if FORMAL_WORDS.search(text) or "§" in text] == []
    assert [text for text in shown if text != text.strip() or "  " in text or "..." in text] == []
