"""What counsellor and citizen read together: the citizen's edition of a form, a few at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from forms.answered import given, is_declined
from forms.outline import link_ids_inside, places_of, sections
from forms.privacy import private_items
from forms.questionnaire import Control, Item, ItemType, Questionnaire, Voice
from forms.reading import shown_text
from models.answers import Answers, Place, Value

_DECLINED = "Det ønsker du ikke at svare på."
_TYPED = 3.5
_WRITTEN = 5.5
_CHOSEN = 2.5
_LISTED = 4.0
_ROWS = 8.0
_HEADING = 1.5
_SAID = 1.0
_LISTS = frozenset({Control.DROP_DOWN, Control.AUTOCOMPLETE})
_CHOICES = frozenset({ItemType.CHOICE, ItemType.OPEN_CHOICE, ItemType.BOOLEAN})


@dataclass(frozen=True)
class Turn:
    """What is asked at one time: some questions of section number `section`, in a group."""

    section: int
    title: str
    item: Item

    @property
    def link_ids(self) -> frozenset[str]:
        """The link ids of all that may be asked."""
        return link_ids_inside(self.item)


@dataclass(frozen=True, slots=True)
class Said:
    """What the citizen answered to one question, or that it was not to be answered."""

    place: Place
    question: str
    answer: str


def is_asked_together(questionnaire: Questionnaire, link_id: str) -> bool:
    """Return whether the citizen reads the question *link_id*, and may answer it."""
    item = questionnaire.by_link_id[link_id]
    return _is_for_citizen(item) and link_id not in private_items(questionnaire.items)


def can_be_asked_together(questionnaire: Questionnaire) -> bool:
    """Return whether anything in the form is asked of the citizen."""
    private = private_items(questionnaire.items)
    items = questionnaire.by_link_id.values()
    return any(_is_for_citizen(item) and item.link_id not in private for item in items)


def may_decline(questionnaire: Questionnaire, link_id: str) -> bool:
    """Return whether the citizen can leave *link_id* with the wish not to answer.

    Not what the form requires and the counsellor knows, such as the day of the request.
    """
    item = questionnaire.by_link_id[link_id]
    is_own = item.voice is Voice.CITIZEN or not item.required
    return is_own and is_asked_together(questionnaire, link_id)


def turns(questionnaire: Questionnaire, room: float) -> tuple[Turn, ...]:
    """Return the form a little at a time, about *room* lines of text and answers each.

    Only the citizen's wording is left in it: no help, guidance, score or note of the counsellor's.
    """
    private = private_items(questionnaire.items)
    return tuple(
        Turn(number, edition.text, part)
        for number, section in enumerate(sections(questionnaire))
        if (edition := _edition(section, private)) is not None
        for part in _parts(edition, room)
    )


def is_asked(turn: Turn, answers: Answers, enabled: frozenset[Place]) -> bool:
    """Return whether anything of *turn* is asked, or can be added, among the places *enabled*."""
    around = ((turn.item, Place(turn.item.link_id)), *places_of(turn.item, answers))
    return any(
        place in enabled and (item.is_question or item.is_repeating_group) for item, place in around
    )


def asked_in(turn: Turn, answers: Answers, enabled: frozenset[Place]) -> tuple[Place, ...]:
    """Return the places of the questions of *turn* that are asked, in order."""
    places = places_of(turn.item, answers)
    return tuple(place for item, place in places if item.is_question and place in enabled)


def said_together(
    questionnaire: Questionnaire, answers: Answers, enabled: frozenset[Place]
) -> tuple[Said, ...]:
    """Return what was said in the citizen's own voice; where a form has none, all that was."""
    private = private_items(questionnaire.items)
    editions = (_edition(section, private) for section in sections(questionnaire))
    asked = [
        (item, place)
        for edition in editions
        if edition is not None
        for item, place in places_of(edition, answers)
        if item.is_question and place in enabled
    ]
    own = [(item, place) for item, place in asked if item.voice is Voice.CITIZEN]
    return tuple(
        Said(place, item.text, answer)
        for item, place in own or asked
        if (answer := _answer(item, answers.at(place)))
    )


def wording(questionnaire: Questionnaire, link_id: str) -> str:
    """Return the question *link_id* as the citizen reads it."""
    item = questionnaire.by_link_id[link_id]
    return item.citizen_wording or item.text


def _is_for_citizen(item: Item) -> bool:
    if not item.is_question or item.hidden or item.read_only or item.calculated is not None:
        return False
    return bool(item.citizen_wording) or item.voice is Voice.CITIZEN


def _edition(item: Item, private: frozenset[str]) -> Item | None:
    """Return *item* with nothing in it but what the citizen reads; None when that is nothing."""
    if item.link_id in private or item.hidden:
        return None
    if item.type is not ItemType.GROUP:
        is_read = _is_for_citizen(item) or (item.type is ItemType.DISPLAY and item.citizen_wording)
        return _bare(item, ()) if is_read else None
    inside = tuple(kept for one in item.items if (kept := _edition(one, private)) is not None)
    asks = any(one.is_question for part in inside for one in part.walk())
    return _bare(item, inside) if asks else None


def _bare(item: Item, inside: tuple[Item, ...]) -> Item:
    # What must be answered is the counsellor's care too: to the citizen it would be a demand.
    return replace(
        item,
        text=item.citizen_wording or item.text,
        citizen_wording="",
        items=inside,
        help="",
        required=False,
        min_occurs=0,
        support_links=(),
        instructions=(),
        provisions=(),
    )


def _parts(group: Item, room: float) -> Iterator[Item]:
    """Yield *group* in parts of about *room* lines."""
    if group.is_repeating_group or _lines(group) <= room:
        yield group
        return
    batch: list[Item] = []
    for piece in _pieces(group.items, room):
        if batch and sum(map(_lines, batch)) + _lines(piece) > room:
            yield replace(group, items=tuple(batch))
            batch = []
        batch.append(piece)
    yield replace(group, items=tuple(batch))


def _pieces(items: tuple[Item, ...], room: float) -> Iterator[Item]:
    for item in items:
        if item.type is ItemType.GROUP and not item.is_repeating_group:
            yield from _parts(item, room)
        else:
            yield item


def _lines(item: Item) -> float:
    """Return about how many lines of an answer *item* takes, half when it may not be asked."""
    if item.type is ItemType.DISPLAY:
        return _SAID
    if item.is_repeating_group:
        return _ROWS
    if item.type is ItemType.GROUP:
        return _HEADING * bool(item.text) + sum(map(_lines, item.items))
    whole = _lines_of_question(item)
    return whole / 2 if item.enable_when or item.enabled_if else whole


def _lines_of_question(item: Item) -> float:
    if item.control in _LISTS and not item.repeats:
        return _LISTED
    if item.type in _CHOICES:
        return _CHOSEN + max(1, len(item.options))
    return _WRITTEN if item.type is ItemType.TEXT else _TYPED


def _answer(item: Item, values: tuple[Value, ...]) -> str:
    if is_declined(values):
        return _DECLINED
    said = shown_text(given(values))
    is_number = said and item.type in {ItemType.INTEGER, ItemType.DECIMAL}
    return f"{said} {item.unit}".strip() if is_number else said
