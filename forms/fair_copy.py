"""A filled form for reading: what was asked and what was answered, in the order asked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from forms.answered import given, is_declined
from forms.calculation import is_following
from forms.checking import problems
from forms.enablement import enabled_places
from forms.outline import rows_inside, sections
from forms.privacy import private_items
from forms.questionnaire import Control, Item, ItemType, Questionnaire, Voice
from forms.reading import DECLINED, shown_text
from models.answers import Answers, Place, Unread, Value
from models.filled_form import Answered, FilledBlock
from models.letters.letter import Heading, Paragraph

_MISSING = "Mangler svar"
_DECLINED = (DECLINED, "Du ønskede ikke at svare")
_UNREAD = "kan ikke læses endnu"
_CALCULATED = "regnet ud"
_REPLACED = "rettet i hånden"
_NOTHING = "Her er ikke skrevet noget endnu."
_CITIZEN = ("Borgerens egne ord og svar", "Dine egne ord og svar")
_AUTHORITY = "Myndighedens vurdering"
_COUNSELLOR_ONLY = "Kun for behandleren"
_FIRST_LEVEL = 2


@dataclass(frozen=True)
class Filling:
    """A form and what was answered; *today* is the day expressions ask for, of signed the day then.

    `notes` are what stands below an answer, such as what a score means.
    """

    questionnaire: Questionnaire
    answers: Answers
    today: date
    notes: Mapping[Place, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


def has_two_editions(questionnaire: Questionnaire) -> bool:
    """Return whether there is a citizen's edition of the form that differs from the counsellor's.

    There is none when all of it is the counsellor's alone.
    """
    items, private = questionnaire.by_link_id, private_items(questionnaire.items)
    questions = {link_id for link_id, item in items.items() if item.is_question}
    if questions <= private:
        return False
    return bool(private) or any(
        item.citizen_wording or item.voice is Voice.CITIZEN for item in items.values()
    )


def fair_copy(filling: Filling, *, for_citizen: bool) -> tuple[FilledBlock, ...]:
    """Return what was asked and answered, and what still has to be.

    A question that need not be answered and is not leaves no trace, nor does one that is not
    asked. The citizen's edition has the citizen's wording, and nothing that is the counsellor's
    alone.
    """
    copy = _Copy(filling, for_citizen=for_citizen)
    blocks = tuple(block for section in sections(copy.form) for block in copy.section(section))
    if any(isinstance(block, Answered) for block in blocks):
        return blocks
    return (*blocks, Paragraph(_NOTHING))


class _Copy:
    def __init__(self, filling: Filling, *, for_citizen: bool) -> None:
        self.form = filling.questionnaire
        self._answers = filling.answers
        self._notes = filling.notes
        self._for_citizen = for_citizen
        self._private = private_items(self.form.items)
        self._shown = enabled_places(self.form, self._answers, filling.today)
        found = problems(self.form, self._answers, filling.today)
        self._missing = frozenset(problem.place for problem in found if problem.is_missing)

    def section(self, section: Item) -> tuple[FilledBlock, ...]:
        if self._is_left_out(section):
            return ()
        items = (section,) if section.is_repeating_group else section.items
        heading = "" if section.text == self.form.title else self._wording(section)
        inside = tuple(self._parts(items, (), _FIRST_LEVEL + bool(heading)))
        if not section.is_repeating_group:
            inside = self._with_lack(section, Place(section.link_id), inside)
        return _headed(heading, _FIRST_LEVEL, section, inside)

    def _wording(self, item: Item) -> str:
        return (self._for_citizen and item.citizen_wording) or item.text

    def _is_left_out(self, item: Item) -> bool:
        return self._for_citizen and item.link_id in self._private

    def _parts(
        self, items: Iterable[Item], rows: tuple[int, ...], level: int
    ) -> Iterator[FilledBlock]:
        for item in items:
            place = Place(item.link_id, rows)
            if place not in self._shown or self._is_left_out(item):
                continue
            if item.type is ItemType.GROUP:
                yield from self._group(item, place, level)
            elif item.is_question:
                yield from self._question(item, place)
            elif item.control is not Control.HELP:
                yield Paragraph(item.text)

    def _group(self, item: Item, place: Place, level: int) -> tuple[FilledBlock, ...]:
        blocks: tuple[FilledBlock, ...] = ()
        for number, rows in enumerate(rows_inside(item, place, self._answers), start=1):
            named = self._wording(item)
            heading = f"{named} {number}".lstrip() if item.is_repeating_group else named
            deeper = level + bool(heading)
            inside = tuple(self._parts(item.items, rows, deeper))
            if not item.is_repeating_group:
                inside = self._with_lack(item, place, inside)
            blocks += _headed(heading, level, item, inside)
        return self._with_lack(item, place, blocks) if item.is_repeating_group else blocks

    def _with_lack(
        self, item: Item, place: Place, blocks: tuple[FilledBlock, ...]
    ) -> tuple[FilledBlock, ...]:
        """Say so when a group has to hold something, and nothing more exact is missing in it."""
        is_said = any(isinstance(block, Answered) and block.is_missing for block in blocks)
        if place not in self._missing or is_said:
            return blocks
        named = self._wording(item) or self.form.title
        return (*blocks, Answered(named, (_MISSING,), is_missing=True))

    def _question(self, item: Item, place: Place) -> Iterator[Answered]:
        values = self._answers.at(place)
        speaker = self._speaker(item)
        question = self._wording(item)
        lines = tuple(line for value in values if (line := _line(item, value)))
        if lines:
            lines = (
                *lines[:-1],
                f"{lines[-1]}{self._source(item, place)}",
                *self._notes.get(place, ()),
            )
            is_text = item.type is ItemType.TEXT
            yield Answered(question, lines, speaker, is_text, link_id=item.link_id)
        elif is_declined(values):
            said = (_DECLINED[self._for_citizen],)
            yield Answered(question, said, speaker, link_id=item.link_id)
        elif place in self._missing:
            yield Answered(question, (_MISSING,), speaker, is_missing=True)

    def _source(self, item: Item, place: Place) -> str:
        if item.calculated is None:
            return ""
        follows = is_following(self.form, self._answers, place)
        return f" ({_CALCULATED if follows else _REPLACED})"

    def _speaker(self, item: Item) -> str:
        """Return whose the answer to *item* is, in words; empty when it is the writer's own."""
        if item.link_id in self._private:
            return _COUNSELLOR_ONLY
        if item.voice is Voice.CITIZEN:
            return _CITIZEN[self._for_citizen]
        is_judgement = item.voice is Voice.AUTHORITY and item.type is ItemType.TEXT
        return _AUTHORITY if is_judgement else ""


def _headed(
    heading: str, level: int, item: Item, inside: tuple[FilledBlock, ...]
) -> tuple[FilledBlock, ...]:
    """Return *inside* below its heading; text alone is left out where questions were asked."""
    asks = any(inner.is_question for inner in item.walk())
    if not any(isinstance(block, Answered) for block in inside) and asks:
        return ()
    return (Heading(heading, level), *inside) if heading and inside else inside


def _line(item: Item, value: Value) -> str:
    if isinstance(value, Unread):
        return f"»{value.typed.strip()}« ({_UNREAD})" if value.typed.strip() else ""
    text = shown_text((value,)) if given((value,)) else ""
    is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return f"{text} {item.unit}".rstrip() if text and is_number else text
