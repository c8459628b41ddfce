"""A filled form as FHIR R4 `QuestionnaireResponse` text, written and read back without loss."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from forms.answered import given, is_fitting
from forms.enablement import applicable_places
from forms.errors import MisplacedAnswerError, UnreadAnswerError
from forms.extensions import ABSENT, DECLINED, EDITED, UNREAD
from forms.fhir_values import write_value
from forms.json_text import Json, write_json
from forms.outline import rows_inside, walk_places
from forms.questionnaire import Item, ItemType, Questionnaire
from forms.response_reading import canonical, read_response
from models.answers import Answers, Declined, Place, Unread, Value

__all__ = ["read_response", "write_response"]


def write_response(
    questionnaire: Questionnaire, answers: Answers, authored: datetime, *, signed: bool
) -> str:
    """Return *answers* as QuestionnaireResponse JSON; *authored* must know its time zone.

    A draft keeps everything: answers to questions no longer asked, and unread text. A signed
    response keeps only the answers and rows, empty ones too, of what applies. Raises
    `UnreadAnswerError` when unread text would be signed, `MisplacedAnswerError` when an answer
    has no place in the form.
    """
    if authored.tzinfo is None:
        raise ValueError("FHIR wants the time zone of every time of day")
    _check_places(questionnaire, answers)
    kept = applicable_places(questionnaire, answers, authored.date()) if signed else None
    response: dict[str, Json] = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": canonical(questionnaire),
        "status": "completed" if signed else "in-progress",
        "authored": authored.isoformat(timespec="seconds"),
    }
    items = _Writing(answers, kept).items(questionnaire.items, ())
    return write_json({**response, "item": items} if items else response)


def _check_places(questionnaire: Questionnaire, answers: Answers) -> None:
    found = tuple(walk_places(questionnaire.items, answers))
    questions = {place for item, place in found if item.is_question}
    groups = {place for item, place in found if item.is_repeating_group}
    lost = (answers.values.keys() | answers.edited) - questions
    lost |= {group for group, count in answers.counts.items() if count} - groups
    for place in sorted(lost):
        raise MisplacedAnswerError(place.link_id, "Svaret har ingen plads i skemaet.")


@dataclass(frozen=True)
class _Writing:
    """Writes all of a draft, or of a signed response only what is *kept*."""

    answers: Answers
    kept: frozenset[Place] | None

    def items(self, items: Iterable[Item], rows: tuple[int, ...]) -> list[Json]:
        return [
            written
            for item in items
            if self.kept is None or Place(item.link_id, rows) in self.kept
            for written in self._item(item, Place(item.link_id, rows))
        ]

    def _item(self, item: Item, place: Place) -> Iterator[Json]:
        head = _head(item)
        if item.type is ItemType.GROUP:
            yield from self._rows(item, place, head)
            return
        if answers := [self._answer(item, value) for value in self._values(place)]:
            head["answer"] = answers
        if place in self.answers.edited:
            head["extension"] = [{"url": EDITED, "valueBoolean": True}]
        if len(head) > len(_head(item)):
            yield head

    def _rows(self, item: Item, place: Place, head: dict[str, Json]) -> Iterator[Json]:
        for inside in rows_inside(item, place, self.answers):
            children = self.items(item.items, inside)
            if children:
                yield {**head, "item": children}
            elif item.is_repeating_group:
                # Without its empty rows the others would get other numbers when read back.
                yield head

    def _values(self, place: Place) -> tuple[Value, ...]:
        values = self.answers.at(place)
        if self.kept is None:
            return values
        if any(isinstance(value, Unread) and value.typed.strip() for value in values):
            raise UnreadAnswerError(place.link_id, "Svaret kan ikke læses. Ret det først.")
        return given(values) or tuple(v for v in values if isinstance(v, Declined))

    def _answer(self, item: Item, value: Value) -> Json:
        if not is_fitting(item, value):
            raise MisplacedAnswerError(item.link_id, "Svaret passer ikke til spørgsmålet.")
        written = write_value(value)
        if isinstance(value, Unread):
            written["extension"] = [{"url": UNREAD, "valueBoolean": True}]
        elif isinstance(value, Declined):
            written["extension"] = [{"url": ABSENT, "valueCode": DECLINED}]
        return written


def _head(item: Item) -> dict[str, Json]:
    return {"linkId": item.link_id, **({"text": item.text} if item.text else {})}
