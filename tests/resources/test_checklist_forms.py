"""The checklists that are shipped: valid, readable, and serving all that asks about the clinic."""

import re
import tomllib
from pathlib import Path

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire as FhirQuestionnaire

import resources
from app.checklists_shown import head_of
from forms.questionnaire import Item, ItemType, Questionnaire
from forms.reader import read_questionnaire
from models.checklists import Checklist, Standing

FOLDER = "questionnaires/checklists"
FORMS = tuple(Path(name).stem for name in resources.names(FOLDER))
FORMAL_WORDS = re.compile(
    r"\b(vedrørende|såfremt|endvidere|ligeledes|herunder|hvorvidt|dersom|pågældende)\b",
    re.IGNORECASE,
)
STANDARDS_POINTS = 15
# The parts of chapter 2 of the guideline of 2020, with the number of instructions in each, and
# those of the pages of 2016 about service.
CHAPTER_2 = {1: 5, 2: 7, 3: 14, 4: 7, 5: 6, 6: 14, 7: 6, 8: 4}
SERVICE_2016 = 6


def questionnaire(form: str) -> Questionnaire:
    return read_questionnaire(resources.text(f"{FOLDER}/{form}.json"))


def items() -> list[Item]:
    return [item for form in FORMS for item in questionnaire(form).by_link_id.values()]


def texts(item: Item) -> list[str]:
    shown = [option.coding.display for option in item.options]
    return [text for text in (item.text, item.help, *shown) if text]


def about_the_clinic() -> set[str]:
    chapter = {
        f"2020/2.{part}.{last}" for part, ends in CHAPTER_2.items() for last in range(1, ends + 1)
    }
    return chapter | {f"2016/3.1.{last}" for last in range(1, SERVICE_2016 + 1)}


def test_each_checklist_is_shipped() -> None:
    assert set(FORMS) == set(Checklist)


@pytest.mark.parametrize("form", FORMS)
def test_a_checklist_is_valid_fhir_under_its_own_name(form: str) -> None:
    judged = FhirQuestionnaire.model_validate_json(resources.data(f"{FOLDER}/{form}.json"))
    read = questionnaire(form)

    assert judged.name == read.name == form
    assert read.url == f"urn:roedtraad:questionnaire:{form}"
    assert read.description


@pytest.mark.parametrize("form", FORMS)
def test_a_checklist_is_a_row_of_titled_sections_and_needs_only_its_day(form: str) -> None:
    read = questionnaire(form)

    assert all(section.type is ItemType.GROUP and section.text for section in read.items)
    required = {item.link_id for item in read.by_link_id.values() if item.required}
    assert required == {f"{form}.date"}


@pytest.mark.parametrize("form", FORMS)
def test_a_point_says_how_it_stands_where_it_is_written_who_sees_to_it_and_when(form: str) -> None:
    asked = questionnaire(form).by_link_id

    for point in head_of(questionnaire(form)).points:
        parts = {item.link_id for item in asked[point.id].walk() if item.is_question}
        assert parts == {f"{point.id}.{p}" for p in ("in_place", "note", "responsible", "next")}
        codes = [option.coding.code for option in asked[f"{point.id}.in_place"].options]
        assert codes == list(Standing)
        assert asked[f"{point.id}.next"].type is ItemType.DATE


@pytest.mark.parametrize("form", FORMS)
def test_the_questions_about_a_whole_list_are_there(form: str) -> None:
    asked = questionnaire(form).by_link_id

    assert asked[f"{form}.date"].type is asked[f"{form}.next"].type is ItemType.DATE
    assert asked[f"{form}.responsible"].type is ItemType.STRING


def test_no_point_of_a_list_has_gone_missing() -> None:
    counts = {form: len(head_of(questionnaire(form)).points) for form in FORMS}

    assert counts == {
        Checklist.QUALITY_STANDARD: 18,
        Checklist.METHODS: 8,
        Checklist.OFFERS: 14,
        Checklist.COMPETENCES: 8,
        Checklist.ACCESS: 7,
        Checklist.COOPERATION: 24,
        Checklist.QUALITY_DATA: 9,
        Checklist.APPROVAL: 6,
    }


def test_the_fifteen_points_of_the_quality_standard_are_asked_each_once() -> None:
    titles = [point.title for point in head_of(questionnaire("quality_standard")).points]

    numbers = [int(title.partition(".")[0]) for title in titles if title[0].isdigit()]
    assert numbers == list(range(1, STANDARDS_POINTS + 1))


def test_all_that_the_guideline_asks_of_the_organisation_is_served_by_a_question() -> None:
    served = {number for item in items() if item.is_question for number in item.instructions}

    assert len(about_the_clinic()) == 69
    assert about_the_clinic() - served == set()


def test_every_question_serves_an_instruction_and_names_only_law_of_today() -> None:
    rows = tomllib.loads(resources.text("law/provisions.toml"))["provision"]
    known = {row["id"] for row in rows if "gyldig_til" not in row}

    assert [item.link_id for item in items() if item.is_question and not item.instructions] == []
    assert {provision for item in items() for provision in item.provisions} <= known


def test_the_checklists_speak_plainly_and_cite_no_law() -> None:
    said = [text for item in items() for text in texts(item)]

    assert [text for text in said if FORMAL_WORDS.search(text) or "§" in text] == []
    assert [text for text in said if text != text.strip() or "  " in text] == []


def test_no_link_id_is_used_in_two_checklists() -> None:
    link_ids = [item.link_id for item in items()]

    assert len(set(link_ids)) == len(link_ids)
