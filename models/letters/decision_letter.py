"""The decision letter: full grant, partial refusal or refusal, with all that the law asks."""

from datetime import date

from models.course import Form
from models.decision import Result, departures, legal_result
from models.letters.addressing import addressing, references
from models.letters.basis import Basis, law_extract
from models.letters.contents import (
    LetterContents,
    LetterDraft,
    Section,
    blocks_of,
    lacks_of,
    present_in,
)
from models.letters.decision_grant import (
    application,
    granted,
    next_steps,
    not_granted,
    purpose,
    result,
)
from models.letters.decision_reasons import (
    basis_provisions,
    concrete,
    legal_basis_only,
    reasons,
    says_hearing,
)
from models.letters.decision_rights import (
    appeal,
    free_choice,
    greeting,
    medical_interview,
    other_help,
    rights,
)
from models.letters.drafting import framed
from models.letters.letter import Heading, Letter, LetterKind

_AHEAD = frozenset({"free_choice_by_passed", "start_passed"})
"""What is lacking when a day that the letter gives the citizen has passed."""


def decision_letter(basis: Basis) -> LetterDraft:
    """Return the decision letter as it stands, and what it still lacks.

    Until a result is chosen it is drawn as a refusal, the result with the most to say, and it
    lacks its result.
    """
    course, law, day = basis.course, basis.law, basis.day
    contents = basis.musts.contents
    legal = legal_result(course.decision, course.request)
    drawn = legal or Result.REFUSAL
    sections = _sections(basis, drawn, contents)
    to = addressing(course, course.decision.delivery)
    said = present_in(sections) | to.present | _framed(basis) | (_AHEAD - _passed(basis))
    extract = tuple(dict.fromkeys((*contents.extract[drawn], *course.decision.provisions)))
    heading = Heading(basis.speech.say("heading.law"))
    letter = Letter(
        title=basis.speech.say(f"title.{_title(basis, drawn)}"),
        day=day,
        sender=basis.sender,
        receiver=to.receiver,
        reference=references(course),
        blocks=(*blocks_of(sections), heading, *law_extract(extract, law, day)),
    )
    present = said if legal else said - {"result"}
    law_used = (*basis_provisions(basis, contents), *extract)
    lacks = lacks_of(contents, drawn, present, law, day)
    return LetterDraft(LetterKind.DECISION, letter, lacks, law_used)


def _title(basis: Basis, drawn: Result) -> str:
    """Return the key of the title: a treatment of another kind is no part of what was asked for."""
    differs = departures(basis.course.decision, basis.course.request)
    return "other_kind" if drawn is Result.PARTIAL and "kind" in differs else drawn


def _framed(basis: Basis) -> frozenset[str]:
    """Return the elements that stand around the text: who writes, when, and that they may."""
    decision = basis.course.decision
    present = {
        "sender": bool(basis.writer and decision.day),
        "heard": not basis.course.has_adverse_facts or says_hearing(basis),
        "matches_request": not (
            decision.chosen is Result.FULL
            and decision.is_exactly_as_asked
            and legal_result(decision, basis.course.request) is not Result.FULL
        ),
    }
    held = frozenset(element for element, is_there in present.items() if is_there)
    return (framed(basis) - {"sender"}) | held | concrete(basis)


def _passed(basis: Basis) -> frozenset[str]:
    """Return which days that should lie ahead had passed on the letter's day.

    A start may have passed when treatment is known to have begun on it.
    """
    course, decision = basis.course, basis.course.decision
    has_begun = course.is_signed(Form.START) and course.start.day == decision.measure.start
    passed: set[str] = set()
    if not decision.limits_free_choice and _is_before(decision.free_choice_by, basis.day):
        passed.add("free_choice_by_passed")
    if not has_begun and _is_before(decision.measure.start, basis.day):
        passed.add("start_passed")
    return frozenset(passed)


def _is_before(day: date | None, other: date) -> bool:
    return day is not None and day < other


def _sections(basis: Basis, legal: Result, contents: LetterContents) -> tuple[Section, ...]:
    before = (result(basis, legal), application(basis))
    after = (appeal(basis), rights(basis), greeting(basis))
    if legal is Result.REFUSAL:
        refused = (not_granted(basis), reasons(basis, contents), other_help(basis))
        return (*before, *refused, medical_interview(basis), *after)
    offers = (free_choice(basis), medical_interview(basis), next_steps(basis))
    if legal is Result.FULL:
        full = (granted(basis), purpose(basis), legal_basis_only(basis, contents))
        return (*before, *full, other_help(basis), *offers, *after)
    partly = (granted(basis), not_granted(basis), purpose(basis), reasons(basis, contents))
    return (*before, *partly, other_help(basis), *offers, *after)
