"""A course as a letter about one decision sees it, when there are several beside each other."""

from dataclasses import replace

from models.course import Course
from models.decision import Delivery
from models.decisions import appealed, of_entry
from models.letters.addressing import addressed
from models.letters.letter import LetterKind, LetterOf

_TELLS_A_DECISION = frozenset({LetterKind.DECISION, LetterKind.DECISION_CHANGED})
_ABOUT_A_DECISION = _TELLS_A_DECISION | {LetterKind.WRITTEN_REASONS}
_ABOUT_A_CHOICE = frozenset({LetterKind.FREE_CHOICE_REPLY, LetterKind.FREE_CHOICE_LIMITED})
TELLING = _TELLS_A_DECISION | _ABOUT_A_CHOICE
"""The kinds of letters by which the citizen learns a decision, so that the time to appeal runs."""

_INSTEAD = (_TELLS_A_DECISION, _ABOUT_A_CHOICE)
_ABOUT_AN_APPEAL = frozenset(
    {LetterKind.APPEAL_RECEIPT, LetterKind.REASSESSMENT, LetterKind.APPEAL_FORWARDED}
)


def alone(course: Course, letter: LetterOf) -> Course:
    """Return *course* as if it held no decision but the one that *letter* is about.

    A letter about an appeal is about the decision that is appealed.
    """
    if letter.kind in _ABOUT_A_DECISION:
        return with_decision(course, letter.entry_id)
    if letter.kind in _ABOUT_A_CHOICE:
        return with_choice(course, letter.entry_id)
    if letter.kind in _ABOUT_AN_APPEAL:
        return _with_appealed(course, letter.entry_id)
    return addressed(course, letter)


def with_decision(course: Course, entry_id: str) -> Course:
    """Return *course* as if its decision were that of this entry; an empty id changes nothing."""
    return replace(course, decision=of_entry(course.decisions, entry_id) or course.decision)


def with_choice(course: Course, entry_id: str) -> Course:
    """Return *course* as if its free choice were that of this entry."""
    choice = of_entry(course.free_choices, entry_id) or course.free_choice
    return replace(course, free_choice=choice)


def kinds_instead(kind: LetterKind) -> frozenset[LetterKind]:
    """Return the kinds of letters that can take the place of one of *kind*, itself among them.

    A correction may make of a decision one that changes an earlier: then another letter tells it.
    """
    return next((kinds for kinds in _INSTEAD if kind in kinds), frozenset((kind,)))


def planned_way(kind: LetterKind, course: Course) -> Delivery | None:
    """Return how the letter that tells the decision of *course* is to go, as was said with it.

    Of other kinds of letters nobody said it.
    """
    if kind in _TELLS_A_DECISION:
        return course.decision.delivery
    return course.free_choice.delivery if kind in _ABOUT_A_CHOICE else None


def _with_appealed(course: Course, entry_id: str) -> Course:
    made = next((appeal for appeal in course.appeals if appeal.entry_id == entry_id), None)
    found = appealed(course.decisions, made.decided, made.received) if made else None
    return replace(course, decision=found or course.decision)
