"""Reads a `QuestionnaireResponse` back into the answers it was written from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from types import MappingProxyType

from forms.answer_reading import read_answer
from forms.element import Element
from forms.errors import Code, FormError, UnreadableResponseError
from forms.extensions import EDITED, ON_ANSWERED_ITEM, read_extensions
from forms.json_text import Json, MalformedJsonError, read_json
from forms.questionnaire import Item, ItemType, Questionnaire
from models.answers import Answers, Place, Value

MOST_ROWS = 1_000
"""In all repeating groups together; more than anybody types."""

MOST_PLACES = 20_000
"""Items in all rows together: each must be decided, and that takes time."""

LONGEST = 5_000_000
"""Characters; the answers to a long form with a page in every field have about 500,000."""

_RESPONSE_MEMBERS = frozenset({"resourceType", "questionnaire", "status", "authored", "item"})
# Who was asked, by whom and where: nothing of it changes what was answered.
_ABOUT = frozenset(
    {
        "id",
        "meta",
        "text",
        "language",
        "identifier",
        "basedOn",
        "partOf",
        "subject",
        "encounter",
        "author",
        "source",
    }
)
_ITEM_MEMBERS = frozenset({"id", "extension", "linkId", "definition", "text", "item", "answer"})
_STATUSES = frozenset({"in-progress", "completed", "amended", "entered-in-error", "stopped"})

_OUR_STATUSES = frozenset({"in-progress", "completed"})


@dataclass(frozen=True, slots=True)
class ResponseReading:
    """What could be read of a response, and all that could not, in the order found.

    `head` are the members of the response; empty when it was not even JSON.
    """

    answers: Answers
    head: dict[str, Json]
    faults: tuple[FormError, ...]

    @property
    def is_done(self) -> bool:
        """Whether somebody has said that the response is finished."""
        return self.head.get("status") in ("completed", "amended")


def canonical(questionnaire: Questionnaire) -> str:
    """Return what a response calls the form it answers: its url and version."""
    return f"{questionnaire.url}|{questionnaire.version}"


def read_response(questionnaire: Questionnaire, text: str) -> Answers:
    """Return the answers in *text*, a response to this very version of *questionnaire*.

    However long it is: what this program has written, it reads back.

    Raises `UnreadableResponseError`, naming the item, for anything that does not fit the form.
    """
    reading = _examined(questionnaire, text, _Reading(is_foreign=False))
    _check_own(reading, questionnaire)
    for fault in reading.faults:
        raise fault
    return reading.answers


def _check_own(reading: ResponseReading, questionnaire: Questionnaire) -> None:
    """Refuse a response that this program has not written: of it, something would be lost."""
    if not reading.head:
        return
    head = Element(reading.head, "", UnreadableResponseError)
    head.only(_RESPONSE_MEMBERS)
    if head.text("questionnaire") != canonical(questionnaire):
        raise _other_form()
    if head.text("status") not in _OUR_STATUSES:
        raise head.refusal("Besvarelsens status er ukendt.")


def examine_response(questionnaire: Questionnaire, text: str) -> ResponseReading:
    """Return what *text* answers of *questionnaire*, and what in it does not fit; never raises.

    A response that names no version of its form is taken to answer this one. One too large to look
    through soon is refused whole.
    """
    if len(text) > LONGEST:
        fault = UnreadableResponseError("", "Besvarelsen er for stor.", Code.TOO_LARGE)
        return ResponseReading(Answers(), {}, (fault,))
    return _examined(questionnaire, text, _Reading())


def _examined(questionnaire: Questionnaire, text: str, reading: "_Reading") -> ResponseReading:
    try:
        response = Element(_tree(text), "", UnreadableResponseError)
    except FormError as fault:
        return ResponseReading(Answers(), {}, (fault,))
    reading.look_at_head(response, questionnaire)
    if not reading.faults:
        reading.items(questionnaire.items, response, ())
    if reading.is_too_large:
        reading = _Reading(faults=[response.refusal("Der er for mange rækker.", Code.TOO_LARGE)])
    answers = Answers(
        MappingProxyType(reading.values),
        MappingProxyType(reading.counts),
        frozenset(reading.edited),
    )
    return ResponseReading(answers, dict(response.members), tuple(reading.faults))


def _tree(text: str) -> dict[str, Json]:
    try:
        tree = read_json(text)
    except MalformedJsonError as error:
        raise UnreadableResponseError("", str(error), Code.MALFORMED) from None
    if not isinstance(tree, dict) or tree.get("resourceType") != "QuestionnaireResponse":
        raise UnreadableResponseError("", "Teksten er ikke en besvarelse.", Code.MALFORMED)
    return tree


def _other_form() -> FormError:
    reason = "Besvarelsen hører til en anden udgave af skemaet."
    return UnreadableResponseError("", reason, Code.OTHER_FORM)


@dataclass
class _Reading:
    values: dict[Place, tuple[Value, ...]] = field(default_factory=dict)
    counts: dict[Place, int] = field(default_factory=dict)
    edited: set[Place] = field(default_factory=set)
    faults: list[FormError] = field(default_factory=list)
    is_foreign: bool = True
    rows: int = 0
    places: int = 0

    @property
    def is_too_large(self) -> bool:
        """Whether there is more in the rows of a foreign response than can be looked through."""
        return self.is_foreign and (self.rows > MOST_ROWS or self.places > MOST_PLACES)

    def look_at_head(self, response: Element, questionnaire: Questionnaire) -> None:
        try:
            response.only(_RESPONSE_MEMBERS | _ABOUT)
            named = response.text("questionnaire")
            response.text("authored")
            if named not in {canonical(questionnaire), questionnaire.url}:
                raise _other_form()
            if response.text("status") not in _STATUSES:
                raise response.refusal("Besvarelsens status er ukendt.")
        except FormError as fault:
            self.faults.append(fault)

    def items(self, items: Iterable[Item], element: Element, rows: tuple[int, ...]) -> None:
        known = {item.link_id: item for item in items}
        seen: set[str] = set()
        try:
            parts = element.elements("item")
        except FormError as fault:
            self.faults.append(fault)
            return
        for part in parts:
            if self.is_too_large:
                return
            try:
                self._part(known, seen, part, rows)
            except FormError as fault:
                self.faults.append(fault)

    def _part(
        self, known: dict[str, Item], seen: set[str], part: Element, rows: tuple[int, ...]
    ) -> None:
        link_id = part.needed_text("linkId")
        found = part.named(link_id)
        found.only(_ITEM_MEMBERS)
        item = known.get(link_id)
        if item is None or (link_id in seen and not item.is_repeating_group):
            reason = "Punktet hører ikke til her i skemaet."
            raise found.refusal(reason, Code.UNKNOWN_ITEM)
        seen.add(link_id)
        self._item(item, found, Place(link_id, rows))

    def _item(self, item: Item, element: Element, place: Place) -> None:
        for misplaced in ("answer", "item"):
            if misplaced in element.members and not _holds(item, misplaced):
                raise element.refusal(f"»{misplaced}« hører ikke til her.", Code.WRONG_TYPE)
        if read_extensions(element, ON_ANSWERED_ITEM).flag(EDITED):
            if item.calculated is None:
                raise element.refusal("Kun et udregnet svar kan være rettet af et menneske.")
            self.edited.add(place)
        if not item.is_repeating_group:
            self._inside(item, element, place)
            return
        row = self.counts.get(place, 0)
        self.counts[place] = row + 1
        self._count(item)
        self.items(item.items, element, (*place.rows, row))

    def _count(self, group: Item) -> None:
        if self.is_foreign:
            self.rows += 1
            self.places += sum(1 for _ in group.walk())

    def _inside(self, item: Item, element: Element, place: Place) -> None:
        if item.type is ItemType.GROUP:
            self.items(item.items, element, place.rows)
            return
        read = []
        for answer in element.elements("answer"):
            try:
                read.append(read_answer(item, answer))
            except FormError as fault:
                self.faults.append(fault)
        if read:
            self.values[place] = tuple(read)


def _holds(item: Item, member: str) -> bool:
    if member == "item":
        return item.type is ItemType.GROUP
    return item.is_question
