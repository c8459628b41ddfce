"""Whether what somebody wrote for a letter is about this case, and not a text for anybody.

The rule is simple so that it can be told: a text is about the case when it holds a day, a number or
a name that is known in the case, or a word of what was told and found in it. Words that our own
wording of the letter uses anyway do not count.
"""

import re
from collections.abc import Iterable
from datetime import date
from itertools import chain

from models.course import Course, Form
from models.danish import long_date, short_date
from models.letters.wording import Wording

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d[\d.,:/-]*\d|\d")
_SHORTEST_WORD = 5
_SHORTEST_NUMBER = 2
_STEM = 6
"""Danish inflects at the end: two words are the same when so many letters are."""


def is_standard(text: str, wording: Wording) -> bool:
    """Return whether *text* says no more than one of our own texts does."""
    said = _plain(text)
    return any(said == _plain(ours) for ours in wording.texts.values())


def is_about(text: str, course: Course, wording: Wording, more: Iterable[str] = ()) -> bool:
    """Return whether *text* holds a fact of the case; *more* are other texts that tell of it."""
    told = "\n".join((*_told(course), *more))
    if _numbers(told) & _numbers(text) or any(_is_in(day, text) for day in _days(course)):
        return True
    ours = _stems("\n".join(wording.texts.values()))
    named = {name for name in _names(course) if name.casefold()[:_STEM] not in ours}
    return bool(named & set(_WORD.findall(text)) or (_stems(told) - ours) & _stems(text))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _stems(text: str) -> set[str]:
    words = _WORD.findall(text.casefold())
    return {word[:_STEM] for word in words if len(word) >= _SHORTEST_WORD}


def _numbers(text: str) -> set[str]:
    return {found for found in _NUMBER.findall(text) if len(found) >= _SHORTEST_NUMBER}


def _days(course: Course) -> frozenset[str]:
    """Return the days told before the decision, as one writes them."""
    days = {told.day for told in course.days_told if told.form != Form.DECISION}
    return frozenset(chain.from_iterable((_without_year(day), short_date(day)) for day in days))


def _without_year(day: date) -> str:
    return long_date(day).removesuffix(f" {day.year}")


def _is_in(written: str, text: str) -> bool:
    return re.search(rf"(?<!\d){re.escape(written)}(?!\w)", text.casefold()) is not None


def _names(course: Course) -> frozenset[str]:
    """Return the words of the names in the case, as they are spelt."""
    request, decision = course.request, course.decision
    acting = request.acting.name if request.acting else ""
    names = (course.citizen.name, acting, request.wished_provider, decision.measure.provider)
    found = chain.from_iterable(_WORD.findall(name) for name in names)
    return frozenset(word for word in found if word[:1].isupper())


def _told(course: Course) -> tuple[str, ...]:
    """Return what was told and found in the case, in the words of whoever wrote it down."""
    assessment = course.assessment
    areas = ((f.problem, f.resources, f.need, f.words) for f in assessment.areas)
    notes = ((note.words, note.new_facts) for note in course.conversation_notes)
    return (
        course.contact.words,
        course.request.words,
        assessment.wishes,
        assessment.dream,
        assessment.conclusion,
        course.feedback.words,
        course.feedback.wishes,
        *course.hearing.facts,
        course.hearing.reply,
        course.recommendation.words,
        course.recommendation.proposal,
        course.recommendation.view,
        *chain.from_iterable(areas),
        *chain.from_iterable(notes),
    )
