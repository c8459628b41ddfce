"""A questionnaire with a bit of everything, and arbitrary answers to it."""

import json
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from hypothesis import strategies as st

from forms.amounts import in_unit
from forms.json_text import Json
from forms.outline import walk_places
from forms.questionnaire import Item, ItemType, Questionnaire
from forms.reader import read_questionnaire
from models.answers import Answers, Coding, Place, Quantity, Unread, Value

HL7 = "http://hl7.org/fhir/StructureDefinition/"
OURS = "urn:roedtraad:fhir:"

Members = dict[str, Json]


def extension(url: str, value: Json, kind: str) -> Json:
    return {"url": url, f"value{kind}": value}


def control(code: str, system: str = "http://hl7.org/fhir/questionnaire-item-control") -> Json:
    concept: Json = {"coding": [{"system": system, "code": code}]}
    return extension(f"{HL7}questionnaire-itemControl", concept, "CodeableConcept")


def item(link_id: str, kind: str, *inside: Json, **members: Json) -> Members:
    """Return an item; its text is its link id unless *members* say another."""
    made: Members = {"linkId": link_id, "type": kind, "text": link_id, **members}
    return {**made, "item": list(inside)} if inside else made


def option(code: str, **members: Json) -> Json:
    coding: Json = {"system": "urn:x", "code": code, "display": code.upper()}
    return {"valueCoding": coding, **members}


def when(question: str, operator: str, kind: str, answer: Json) -> Json:
    return {"question": question, "operator": operator, f"answer{kind}": answer}


def form(*items: Json, **members: Json) -> Members:
    return {
        "resourceType": "Questionnaire",
        "url": "urn:test:form",
        "version": "1",
        "title": "Prøveskema",
        "status": "active",
        "language": "da",
        "item": list(items),
        **members,
    }


def read_form(*items: Json) -> Questionnaire:
    return read_questionnaire(json.dumps(form(*items)))


EVERYTHING = form(
    item(
        "about",
        "group",
        item("intro", "display", text="Velkommen."),
        item(
            "asks",
            "boolean",
            item("asks.help", "display", text="Spørg roligt.", extension=[control("help")]),
            required=True,
            extension=[
                extension(f"{OURS}instruction", "2020/3.5.1", "String"),
                extension(f"{OURS}instruction", "2020/3.5.2", "String"),
                extension(f"{OURS}provision", "sel-101-1", "String"),
                extension(f"{OURS}voice", "citizen", "Code"),
                extension(f"{OURS}citizen-wording", "Vil du gerne have hjælp?", "String"),
            ],
        ),
        item("why", "text", maxLength=200, extension=[control("text-area")]),
        item("name", "string", initial=[{"valueString": "Æble"}]),
        item(
            "day",
            "date",
            extension=[
                extension(f"{HL7}minValue", "2020-01-01", "Date"),
                extension(f"{HL7}maxValue", "2030-12-31", "Date"),
                extension(f"{HL7}entryFormat", "dd.mm.åååå", "String"),
            ],
        ),
        item(
            "visits",
            "integer",
            required=True,
            extension=[
                extension(f"{HL7}minValue", 0, "Integer"),
                extension(f"{HL7}maxValue", 31, "Integer"),
                extension(f"{HL7}questionnaire-unit", {"code": "d", "display": "dage"}, "Coding"),
            ],
        ),
        item("grams", "decimal", extension=[extension(f"{HL7}maxDecimalPlaces", 1, "Integer")]),
    ),
    item(
        "choices",
        "group",
        item(
            "way",
            "choice",
            answerOption=[option("post", initialSelected=True), option("phone")],
            extension=[
                control("radio-button"),
                extension(f"{HL7}questionnaire-choiceOrientation", "horizontal", "Code"),
            ],
        ),
        item(
            "drugs",
            "open-choice",
            repeats=True,
            answerOption=[
                option("hash"),
                option("alcohol"),
                option(
                    "none",
                    extension=[
                        extension(f"{HL7}questionnaire-optionExclusive", value=True, kind="Boolean")
                    ],
                ),
            ],
            extension=[control("check-box")],
        ),
        item(
            "alone",
            "string",
            enableBehavior="any",
            enableWhen=[
                when("asks", "=", "Boolean", answer=True),
                when("visits", ">", "Integer", 3),
            ],
        ),
        item(
            "secret",
            "integer",
            initial=[{"valueInteger": 7}],
            extension=[extension(f"{HL7}questionnaire-hidden", value=True, kind="Boolean")],
        ),
    ),
    item(
        "children",
        "group",
        item("child.name", "string", required=True),
        item("child.home", "boolean"),
        item("child.note", "text", enableWhen=[when("child.home", "=", "Boolean", answer=False)]),
        item(
            "child.contacts",
            "group",
            item("contact.name", "string"),
            item("contact.day", "date"),
            repeats=True,
        ),
        repeats=True,
        required=True,
        enableWhen=[when("asks", "=", "Boolean", answer=True)],
        extension=[control("cards")],
    ),
    item(
        "own",
        "group",
        item("judgement", "text"),
        extension=[extension(f"{OURS}counsellor-only", value=True, kind="Boolean")],
    ),
)


def everything() -> Questionnaire:
    return read_questionnaire(json.dumps(EVERYTHING))


def values_of(question: Item) -> st.SearchStrategy[Value]:
    text: st.SearchStrategy[Value] = st.text()
    codings: st.SearchStrategy[Value] = st.sampled_from(
        [option.coding for option in question.options] or [Coding("", "")]
    )
    by_type: dict[ItemType, st.SearchStrategy[Value]] = {
        ItemType.BOOLEAN: st.booleans(),
        ItemType.INTEGER: st.integers(-(2**31), 2**31 - 1),
        ItemType.DECIMAL: st.decimals(-(10**9), 10**9, places=3),
        ItemType.DATE: st.dates(date(1800, 1, 1), date(2199, 12, 31)),
        ItemType.CHOICE: codings,
        ItemType.OPEN_CHOICE: codings | text,
        ItemType.QUANTITY: _amounts(question),
    }
    return by_type.get(question.type, text) | st.text().map(Unread)


def _amounts(question: Item) -> st.SearchStrategy[Value]:
    units = [in_unit(unit) for unit in question.unit_options] or [Quantity(None, "glas")]
    numbers = st.none() | st.decimals(-(10**9), 10**9, places=3)
    return st.builds(replace, st.sampled_from(units), value=numbers)


@st.composite
def fillings(draw: st.DrawFn, questionnaire: Questionnaire) -> Answers:
    """Draw answers as a draft can hold them: any rows, any values, unread and unwanted ones too."""
    values: dict[Place, tuple[Value, ...]] = {}
    counts: dict[Place, int] = {}
    edited: set[Place] = set()
    answers = Answers(MappingProxyType(values), MappingProxyType(counts))
    # The walk asks for the rows of a group after it has named the group: in time to draw them.
    for found, place in walk_places(questionnaire.items, answers):
        if found.is_repeating_group and (count := draw(st.integers(0, 3))):
            counts[place] = count
        if found.is_question and (drawn := draw(st.lists(values_of(found), max_size=2))):
            values[place] = tuple(drawn)
        if found.calculated and draw(st.booleans()):
            edited.add(place)
    return replace(answers, edited=frozenset(edited))
