"""Reads a stored `QuestionnaireResponse` back into the answers it was written from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from types import MappingProxyType

from forms.answered import is_fitting
from forms.element import Element
from forms.errors import UnreadableResponseError
from forms.extensions import ON_ANSWER, UNREAD, read_extensions
from forms.fhir_values import read_value
from forms.json_text import MalformedJsonError, read_json
from forms.questionnaire import Item, ItemType, Questionnaire
from models.answers import Answers, Place, Unread, Value

_RESPONSE_MEMBERS = frozenset({"resourceType", "questionnaire", "status", "authored", "item"})
_ITEM_MEMBERS = frozenset({"linkId", "text", "item", "answer"})
_VALUE_MEMBERS = frozenset(
    {
        "valueBoolean",
        "valueInteger",
        "valueDecimal",
        "valueDate",
        "valueString",
        "valueCoding",
        "extension",
    }
)
_STATUSES = frozenset({"in-progress", "completed"})


def canonical(questionnaire: Questionnaire) -> str:
    """Return what a response calls the form it answers: its url and version."""
    return f"{questionnaire.url}|{questionnaire.version}"


def read_response(questionnaire: Questionnaire, text: str) -> Answers:
    """Return the answers in *text*, a response to this very version of *questionnaire*.

    Raises `UnreadableResponseError`, naming the item, for anything that does not fit the form.
    """
    try:
        tree = read_json(text)
    except MalformedJsonError as error:
        raise UnreadableResponseError("", str(error)) from None
    if not isinstance(tree, dict):
        raise UnreadableResponseError("", "Teksten er ikke en besvarelse.")
    response = Element(tree, "", UnreadableResponseError)
    _check_head(response, questionnaire)
    reading = _Reading()
    reading.items(questionnaire.items, response, ())
    return Answers(MappingProxyType(reading.values), MappingProxyType(reading.counts))


def _check_head(response: Element, questionnaire: Questionnaire) -> None:
    response.only(_RESPONSE_MEMBERS)
    if response.text("resourceType") != "QuestionnaireResponse":
        raise response.refusal("Teksten er ikke en besvarelse.")
    if response.text("questionnaire") != canonical(questionnaire):
        raise response.refusal("Besvarelsen hører til en anden udgave af skemaet.")
    if response.text("status") not in _STATUSES:
        raise response.refusal("Besvarelsens status er ukendt.")


@dataclass(frozen=True)
class _Reading:
    values: dict[Place, tuple[Value, ...]] = field(default_factory=dict)
    counts: dict[Place, int] = field(default_factory=dict)

    def items(self, items: Iterable[Item], element: Element, rows: tuple[int, ...]) -> None:
        known = {item.link_id: item for item in items}
        seen: set[str] = set()
        for part in element.elements("item"):
            link_id = part.needed_text("linkId")
            found = part.named(link_id)
            found.only(_ITEM_MEMBERS)
            item = known.get(link_id)
            if item is None or (link_id in seen and not item.is_repeating_group):
                raise found.refusal("Punktet hører ikke til her i skemaet.")
            seen.add(link_id)
            self._item(item, found, Place(link_id, rows))

    def _item(self, item: Item, element: Element, place: Place) -> None:
        misplaced = "answer" if item.type is ItemType.GROUP else "item"
        if misplaced in element.members:
            raise element.refusal(f"»{misplaced}« hører ikke til her.")
        if not item.is_repeating_group:
            self._inside(item, element, place)
            return
        row = self.counts.get(place, 0)
        self.counts[place] = row + 1
        self.items(item.items, element, (*place.rows, row))

    def _inside(self, item: Item, element: Element, place: Place) -> None:
        if item.type is ItemType.GROUP:
            self.items(item.items, element, place.rows)
        elif answers := element.elements("answer"):
            self.values[place] = tuple(_answer(item, answer) for answer in answers)


def _answer(item: Item, element: Element) -> Value:
    element.only(_VALUE_MEMBERS)
    value = read_value(element, "value")
    if read_extensions(element, ON_ANSWER).flag(UNREAD) and isinstance(value, str):
        return Unread(value)
    if not is_fitting(item, value):
        raise element.refusal("Svaret passer ikke til spørgsmålet.")
    return value
