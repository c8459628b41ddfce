"""Says what is missing or cannot be right in a filled form, in Danish, before it is signed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from forms.answered import is_settled
from forms.enablement import enabled_places
from forms.outline import least_rows, rows_inside, walk_places
from forms.questionnaire import Item, ItemType, Questionnaire
from forms.value_checks import value_faults
from models.answers import Answers, Place, Unread, Value


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right, and where; the sentence names the question, never the answer."""

    place: Place
    sentence: str
    is_missing: bool = False


def problems(
    questionnaire: Questionnaire, answers: Answers, today: date | None = None
) -> tuple[Problem, ...]:
    """Return what is missing or wrong in the shown questions, in the order they are asked.

    Without *today* an expression that asks for the day finds nothing.
    """
    check = _Check(questionnaire, answers, enabled_places(questionnaire, answers, today))
    return tuple(
        problem
        for item, place in walk_places(questionnaire.items, answers)
        if place in check.shown
        for problem in check.faults(item, place)
    )


def problem_at(item: Item, values: tuple[Value, ...]) -> str:
    """Return the first thing wrong with *values* as the answer to *item*; empty when all is well.

    That nothing is answered yet is no problem here.
    """
    return next((f"Svaret på {_name(item)} {fault}" for fault in value_faults(item, values)), "")


def sentences_at(found: Iterable[Problem]) -> dict[Place, str]:
    """Return what is wrong at each place of *found*, in one line where that is several things."""
    sentences: dict[Place, str] = {}
    for problem in found:
        said = sentences.get(problem.place)
        sentences[problem.place] = f"{said} {problem.sentence}" if said else problem.sentence
    return sentences


@dataclass(frozen=True)
class _Check:
    questionnaire: Questionnaire
    answers: Answers
    shown: frozenset[Place]

    def faults(self, item: Item, place: Place) -> Iterator[Problem]:
        name = f"{_name(item)}{self._row_words(place)}"
        if item.type is ItemType.GROUP:
            return self._group_faults(item, place, name)
        return self._question_faults(item, place, name)

    def _question_faults(self, item: Item, place: Place, name: str) -> Iterator[Problem]:
        values = self.answers.at(place)
        if item.required and not item.read_only and not _is_begun(values):
            yield Problem(place, f"Der mangler et svar på {name}.", is_missing=True)
        for fault in value_faults(item, values):
            yield Problem(place, f"Svaret på {name} {fault}")

    def _group_faults(self, item: Item, place: Place, name: str) -> Iterator[Problem]:
        rows = rows_inside(item, place, self.answers)
        least = least_rows(item) if item.is_repeating_group else 0
        if len(rows) < least:
            yield Problem(place, f"Der skal stå mindst {least} under {name}.", is_missing=True)
        elif item.required and self._is_empty(item, rows):
            yield Problem(place, f"Der mangler svar under {name}.", is_missing=True)
        if item.max_occurs is not None and len(rows) > item.max_occurs:
            yield Problem(place, f"Der kan højst stå {item.max_occurs} under {name}.")

    def _is_empty(self, item: Item, rows: tuple[tuple[int, ...], ...]) -> bool:
        """Whether questions are shown inside, but none of them has an answer."""
        asked = [
            place
            for inside in rows
            for question, place in walk_places(item.items, self.answers, inside)
            if question.is_question and place in self.shown
        ]
        return bool(asked) and not any(_is_begun(self.answers.at(place)) for place in asked)

    def _row_words(self, place: Place) -> str:
        groups = self.questionnaire.groups_around[place.link_id]
        return "".join(
            f" i {_name(self.questionnaire.by_link_id[group])} nr. {row + 1}"
            for group, row in zip(groups, place.rows, strict=True)
        )


def _is_begun(values: tuple[Value, ...]) -> bool:
    """Whether something stands there; text that cannot be read is not missing, it is unread.

    Nor is it missing when the citizen does not wish to say it.
    """
    return is_settled(values) or any(
        isinstance(value, Unread) and value.typed.strip() for value in values
    )


def _name(item: Item) -> str:
    return f"»{item.text.strip().rstrip(':') or item.link_id}«"
