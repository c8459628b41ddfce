"""The questionnaires that are shipped: valid FHIR, readable here, and true to the tables beside."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire as FhirQuestionnaire

import resources
from forms.enablement import enabled_places
from forms.questionnaire import Item, ItemType, Questionnaire, Voice
from forms.reader import read_questionnaire
from models.answers import Answers, Coding, Place
from models.course import Form

FORMS = tuple(Path(name).stem for name in resources.names("questionnaires"))
EARLIER = tuple(Path(name).stem for name in resources.names("questionnaires/earlier"))

# What must be answered before a form can be signed. A decision letter itself names what the law
# still wants, so the form asks for no more than makes it a decision.
REQUIRED: Mapping[str, set[str]] = {
    "after_care": {"after_care.which", "after_care.reached"},
    "appeal": {"appeal.received", "appeal.way", "appeal.words"},
    "assessment": {"assessment.date", "assessment.conclusion"},
    "attendance": {"attendance.date", "attendance.outcome"},
    "clinic": {
        "clinic.name",
        "clinic.role",
        "clinic.street",
        "clinic.postal_code",
        "clinic.town",
    },
    "consent": {
        "consent.direction",
        "consent.party",
        "consent.purpose",
        "consent.information",
        "consent.answer",
        "consent.date",
    },
    "contact": {"contact.date", "contact.way", "citizen.name"},
    "conversation_note": {"conversation_note.date", "conversation_note.summary"},
    "coordinated_plan": {"coordinated_plan.date"},
    "counselling": {"counselling.date", "counselling.choice"},
    "decision": {"decision.date", "decision.result", "decision.delivery", "decision.caseworker"},
    "discharge": {"discharge.date", "discharge.reason", "discharge.status"},
    "feedback": {"feedback.date", "feedback.needs"},
    "follow_up": {"follow_up.date"},
    "free_choice": {"free_choice.date", "free_choice.place", "free_choice.answer"},
    "gift_card": {"gift_card.step", "gift_card.given", "gift_card.given_amount"},
    "hearing": {
        "hearing.about",
        "hearing.fact",
        "hearing.fact.what",
        "hearing.way",
        "hearing.date",
    },
    "lapse": {"lapse.date"},
    "letter_wording": {"wording.letter", "wording.key"},
    "medical_interview": set(),
    "network": {"network.date"},
    "notification": {"notification.date", "notification.observed"},
    "own_rule": {
        "rule.kind",
        "rule.strength",
        "rule.reference",
        "rule.title",
        "rule.text",
        "rule.amount",
        "rule.unit",
        "rule.valid_from",
        "rule.source",
        "rule.confidence",
    },
    "recommendation": {
        "recommendation.date",
        "recommendation.occasion",
        "recommendation.words",
        "recommendation.proposal",
        "recommendation.reasons",
    },
    "record_access": {"record_access.received", "record_access.words"},
    "request": {"request.received", "request.way", "request.words", "request.regional"},
    "screening": {"screening.date"},
    "start": {"start.date", "start.provider"},
    "statement": {
        "statement.date",
        "statement.to",
        "statement.purpose",
        "statement.right",
        "statement.rule",
    },
    "task_note": {"task.outcome", "task.date", "task.reason"},
    "treatment_plan": {"plan.date", "goal", "goal.words", "plan.duration", "plan.intensity"},
}

CODES: Mapping[str, tuple[str, ...]] = {
    "contact.wish": ("counselling", "treatment", "unsure"),
    "citizen.digital_post": ("reads", "does-not-read", "exempt", "unknown"),
    "request.wished_kind": ("outpatient", "day", "residential", "no-wish"),
    "request.regional": ("neither", "integrated", "hospital", "unknown"),
    "request.representation": ("none", "companion", "representative", "guardian"),
    "medical.result": ("booked", "held", "declined", "not-reached"),
    "decision.result": ("full", "partial", "refusal"),
    "decision.measure": ("outpatient", "day", "residential"),
    "decision.hearing": ("not-needed", "done", "oral"),
    "decision.plan_141": ("offered", "wished", "declined", "not-relevant"),
    "decision.delivery": ("digital-post", "letter", "handed-over"),
    "goal.area": ("drugs", "social", "health", "work", "housing", "other"),
    "start.delay": ("none", "free-choice", "citizen", "away", "no-place", "other"),
    "children.home": ("no", "yes", "sometimes", "elsewhere", "unknown"),
    "pregnancy": ("no", "yes", "unknown", "not-relevant"),
    "network.children": ("no", "home", "sometimes", "elsewhere", "expecting", "unknown"),
    "plan.family": ("no", "home", "sometimes", "elsewhere", "expecting", "unknown"),
    "hearing.way": ("digital-post", "letter", "handed-over", "oral"),
    "free_choice.answer": ("yes", "no", "withdrawn"),
    "discharge.reason": (
        "completed",
        "other-offer",
        "hospital",
        "other",
        "dropped-out",
        "expelled",
        "moved",
        "prison",
        "dead",
    ),
    "plan.agreed": ("signed", "oral", "partly", "no"),
    "follow_up.goal.status": ("reached", "on-way", "unchanged", "given-up"),
    "follow_up.change": ("continue", "adjust", "new-decision", "end"),
    "clinic.role": ("authority", "provider", "both"),
} | {
    f"{area}.level": ("0", "1", "2", "3", "4")
    for area in ("drugs", "social", "health", "work", "housing", "other")
}

FORMAL_WORDS = re.compile(
    r"\b(vedrørende|såfremt|endvidere|ligeledes|herunder|hvorvidt|dersom|pågældende)\b",
    re.IGNORECASE,
)


def questionnaire(form: str) -> Questionnaire:
    return read_questionnaire(resources.text(f"questionnaires/{form}.json"))


def items(form: str) -> list[Item]:
    return list(questionnaire(form).by_link_id.values())


def texts(item: Item) -> list[str]:
    shown = [option.coding.display for option in item.options]
    return [text for text in (item.text, item.help, item.citizen_wording, *shown) if text]


def provision_rows() -> dict[str, str]:
    rows = tomllib.loads(resources.text("law/provisions.toml"))["provision"]
    return {row["id"]: row["citation"] for row in rows if "gyldig_til" not in row}


def instruction_numbers() -> set[str]:
    rows = tomllib.loads(resources.text("guidelines/instructions.toml"))["instruction"]
    return {f"{row['edition']}/{row['id']}" for row in rows}


def test_each_form_of_the_course_is_shipped() -> None:
    assert {*Form, "clinic", "letter_wording", "own_rule"} == set(FORMS) == set(REQUIRED)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_valid_fhir(form: str) -> None:
    judged = FhirQuestionnaire.model_validate_json(resources.data(f"questionnaires/{form}.json"))

    assert judged.name == form


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_read_by_the_program_under_its_own_name(form: str) -> None:
    read = questionnaire(form)

    assert (read.url, read.name) == (f"urn:roedtraad:questionnaire:{form}", form)
    assert read.description


@pytest.mark.parametrize("form", FORMS)
def test_every_version_of_a_form_before_this_one_is_kept(form: str) -> None:
    kept = {name for name in EARLIER if name.rpartition("-")[0] == form}

    assert kept == {f"{form}-{number}" for number in range(1, int(questionnaire(form).version))}


@pytest.mark.parametrize("name", EARLIER)
def test_an_earlier_form_can_still_be_read_as_what_it_was(name: str) -> None:
    form, _, version = name.rpartition("-")

    read = questionnaire(f"earlier/{name}")

    assert (read.url, read.name, read.version) == (
        f"urn:roedtraad:questionnaire:{form}",
        form,
        version,
    )


@pytest.mark.parametrize("name", EARLIER)
def test_a_question_that_stayed_is_answered_as_it_was(name: str) -> None:
    """An answer is carried from the earlier form to this one by its link id."""
    was = questionnaire(f"earlier/{name}").by_link_id
    now = questionnaire(name.rpartition("-")[0]).by_link_id

    for link_id in was.keys() & now.keys():
        codes = {option.coding.code for option in was[link_id].options}
        assert now[link_id].type is was[link_id].type
        assert codes <= {option.coding.code for option in now[link_id].options}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_a_row_of_titled_sections(form: str) -> None:
    sections = questionnaire(form).items

    assert all(section.type is ItemType.GROUP and section.text for section in sections)


@pytest.mark.parametrize("form", REQUIRED)
def test_only_what_makes_the_form_what_it_is_is_required(form: str) -> None:
    assert {item.link_id for item in items(form) if item.required} == REQUIRED[form]


@pytest.mark.parametrize(("link_id", "codes"), CODES.items())
def test_a_choice_offers_the_codes_the_rules_know(link_id: str, codes: tuple[str, ...]) -> None:
    (item,) = (found for form in REQUIRED for found in items(form) if found.link_id == link_id)

    assert tuple(option.coding.code for option in item.options) == codes


@pytest.mark.parametrize("form", FORMS)
def test_every_instruction_a_form_names_is_in_the_guideline_table(form: str) -> None:
    named = {number for item in items(form) for number in item.instructions}

    assert named <= instruction_numbers()


@pytest.mark.parametrize("form", FORMS)
def test_every_provision_a_form_names_is_law_today(form: str) -> None:
    named = {provision for item in items(form) for provision in item.provisions}

    assert named <= set(provision_rows())


def test_a_further_legal_basis_is_chosen_by_how_it_is_cited() -> None:
    citations = provision_rows()

    for option in questionnaire("decision").by_link_id["decision.provisions"].options:
        citation = citations[option.coding.code]
        assert option.coding.display.casefold().startswith(citation.casefold())


@pytest.mark.parametrize("form", FORMS)
def test_what_the_citizen_says_is_asked_in_the_citizens_direction(form: str) -> None:
    said = [item for item in items(form) if item.is_question and item.voice is Voice.CITIZEN]

    assert [item.link_id for item in said if not item.citizen_wording] == []


@pytest.mark.parametrize("form", FORMS)
def test_a_form_speaks_plainly(form: str) -> None:
    official = [text for item in items(form) for text in texts(item) if FORMAL_WORDS.search(text)]

    assert official == []


@pytest.mark.parametrize("form", FORMS)
def test_a_text_has_no_stray_blanks(form: str) -> None:
    untidy = [
        text
        for item in items(form)
        for text in texts(item)
        if text != text.strip() or "  " in text or "..." in text
    ]

    assert untidy == []


@pytest.mark.parametrize("form", FORMS)
def test_the_law_is_cited_in_the_tables_and_not_in_the_questions(form: str) -> None:
    citing = {item.link_id for item in items(form) if any("§" in text for text in texts(item))}

    assert citing <= {"decision.provisions"}


def test_the_six_areas_of_the_assessment_are_asked_alike() -> None:
    asked = questionnaire("assessment").by_link_id

    for area in ("drugs", "social", "health", "work", "housing", "other"):
        inside = {item.link_id for item in asked[f"area.{area}"].walk()}
        assert {f"{area}.{part}" for part in ("words", "problem", "resources", "need")} <= inside


def test_the_counsellors_private_notes_are_hidden_from_the_citizen() -> None:
    shared = REQUIRED.keys() - {"notification"}
    private = {item.link_id for form in shared for item in items(form) if item.counsellor_only}

    assert private == {
        "attendance.worry_note",
        "children.note",
        "contact.acute_note",
        "conversation_note.private",
        "network.children_note",
        "record_access.exceptions_what",
        "record_access.judged",
        "record_access.withheld",
        "screening.violence_note",
    }


def test_nothing_of_a_notification_about_a_child_is_shown_to_the_citizen() -> None:
    assert all(item.counsellor_only for item in items("notification"))


@pytest.mark.parametrize("form", sorted(set(Form) - {Form.DECISION}))
def test_whoever_reads_along_is_spoken_to_and_not_about(form: str) -> None:
    shown = [item for item in items(form) if not item.counsellor_only]
    asked = [item for item in shown if item.is_question]

    assert [item.link_id for item in asked if not item.citizen_wording] == []
    assert [i.link_id for i in shown if "borgeren" in i.citizen_wording.casefold()] == []
    named = [item for item in shown if "borgeren" in item.text.casefold()]
    assert [item.link_id for item in named if not item.citizen_wording] == []


def test_every_instruction_about_the_course_is_served_by_a_question() -> None:
    rows = tomllib.loads(resources.text("guidelines/instructions.toml"))["instruction"]
    course = {
        f"{row['edition']}/{row['id']}"
        for row in rows
        if (row["edition"], row["id"].partition(".")[0]) in {("2020", "3"), ("2016", "2")}
    }

    served = {number for form in FORMS for item in items(form) for number in item.instructions}
    assert course - served == set()


@pytest.mark.parametrize(
    ("result", "exactly", "asked"),
    [
        ("full", True, False),
        ("full", False, True),
        ("full", None, True),
        ("partial", None, True),
        ("refusal", None, True),
    ],
)
def test_reasons_are_asked_for_unless_the_citizen_got_exactly_what_was_asked_for(
    *, result: str, exactly: bool | None, asked: bool
) -> None:
    answers = Answers().with_answer(Place("decision.result"), Coding(result, result))
    if exactly is not None:
        answers = answers.with_answer(Place("decision.exactly"), exactly)

    shown = enabled_places(questionnaire("decision"), answers)

    assert (Place("decision.facts") in shown) is asked


def test_the_window_of_the_envelope_starts_where_it_may_stand() -> None:
    clinic = questionnaire("clinic").by_link_id

    for link_id, millimetres in (("clinic.window_left_mm", 15), ("clinic.window_top_mm", 44)):
        assert clinic[link_id].initial == (millimetres,)
