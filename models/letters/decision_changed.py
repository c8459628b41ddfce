"""The decision that changes or stops what the citizen was granted (serviceloven § 3, stk. 2)."""

from models.course import Course
from models.decision import Decision, Result
from models.letters import decision_grant, decision_rights
from models.letters.addressing import addressing, references
from models.letters.appealing import appeal_section, deadline_by
from models.letters.basis import Basis, facts, law_extract, length_in_words
from models.letters.contents import (
    Lack,
    LetterDraft,
    Section,
    blocks_of,
    lacks_of,
    named_lacks,
    part,
    present_in,
)
from models.letters.decision_reasons import (
    basis_provisions,
    concrete,
    legal_basis_only,
    reasons,
)
from models.letters.drafting import framed
from models.letters.letter import Heading, Letter, Paragraph
from models.letters.letter import Result as ResultSentence
from models.letters.pieces import dated, on_weekday, plain, said

_NOT_OF_A_CHANGE = frozenset({"applied_for", "not_granted", "matches_request", "heard"})
"""Musts of a decision on a request that a change has no use for, or says in its own way."""


def is_changed(course: Course) -> bool:
    """Return whether the decision changes or stops what the citizen had."""
    return course.decision.change.is_one


def is_first(course: Course) -> bool:
    """Return whether the decision answers a request, and changes nothing granted before."""
    return not is_changed(course)


def decision_changed(basis: Basis) -> LetterDraft:
    """Return the decision on the change as it stands, and what it still lacks."""
    course, contents, law = basis.course, basis.musts.contents, basis.law
    drawn = _legal(course.decision)
    sections = _sections(basis, drawn)
    extract = tuple(
        dict.fromkeys((*contents.extract[_kind(course.decision)], *course.decision.provisions))
    )
    heading = Heading(basis.speech.say("heading.law"))
    letter = Letter(
        title=basis.speech.say(f"title.{_kind(course.decision)}"),
        day=basis.day,
        sender=basis.sender,
        receiver=addressing(course, course.decision.delivery).receiver,
        reference=references(course),
        blocks=(*blocks_of(sections), heading, *law_extract(extract, law, basis.day)),
    )
    law_used = (*basis_provisions(basis, contents), *extract)
    return LetterDraft(basis.row.kind, letter, _lacks(basis, drawn, sections), law_used)


def _legal(decision: Decision) -> Result:
    """Return the result the law sees: full only when the citizen asked for just this change."""
    is_wished = decision.chosen is Result.FULL and decision.is_exactly_as_asked
    if decision.change.is_stop:
        return Result.FULL if is_wished else Result.REFUSAL
    return Result.FULL if is_wished and not decision.limits_free_choice else Result.PARTIAL


def _kind(decision: Decision) -> str:
    return "stopped" if decision.change.is_stop else "changed"


def _sections(basis: Basis, drawn: Result) -> tuple[Section, ...]:
    rights = decision_rights
    after = (_appeal(basis), rights.rights(basis), rights.greeting(basis))
    before = (_result(basis), _before(basis))
    why = _why(basis, drawn)
    if basis.course.decision.change.is_stop:
        return (*before, why, rights.other_help(basis), _again(basis), *after)
    grant = decision_grant
    now = (grant.granted(basis), grant.not_granted(basis), grant.purpose(basis), why)
    offers = (rights.other_help(basis), rights.free_choice(basis))
    return (*before, *now, *offers, grant.next_steps(basis), *after)


def _result(basis: Basis) -> Section:
    say, decision = basis.speech.say, basis.course.decision
    starts, measure = decision.change.starts, decision.measure
    kind = decision_grant.kind_in_words(basis)
    is_known = decision.change.is_stop or (kind and measure.provider)
    if starts is None or decision.chosen is None or not is_known:
        return Section("", ())
    sentence = say(
        f"result.{_kind(decision)}",
        date=on_weekday(starts),
        kind=kind,
        provider=measure.provider,
    )
    return Section("", (plain(ResultSentence(sentence)),))


def _before(basis: Basis) -> Section:
    say, change = basis.speech.say, basis.course.decision.change
    row = facts((say("field.decided"), dated(change.decided)))
    looking = plain(Paragraph(say("text.looking")))
    parts = (part("change_before", *said(change.before)), part("change_decided", *row), looking)
    return Section(say("heading.before"), parts)


def _why(basis: Basis, drawn: Result) -> Section:
    contents = basis.musts.contents
    return legal_basis_only(basis, contents) if drawn is Result.FULL else reasons(basis, contents)


def _again(basis: Basis) -> Section:
    """Return that one who is stopped may ask for treatment again, with the time it then has."""
    length = length_in_words(basis.law.length("treatment_guarantee", basis.day))
    again = Paragraph(basis.speech.say("again.again", length=length))
    return Section(basis.speech.say("heading.again"), (plain(again),))


def _appeal(basis: Basis) -> Section:
    deadline = deadline_by(basis, basis.course.decision.delivery)
    return appeal_section(basis, deadline, "appeal.meanwhile")


def _lacks(basis: Basis, drawn: Result, sections: tuple[Section, ...]) -> tuple[Lack, ...]:
    course, decision, law, day = basis.course, basis.course.decision, basis.law, basis.day
    to = addressing(course, decision.delivery)
    said_so = present_in(sections) | to.present | framed(basis) | concrete(basis)
    present = said_so | _NOT_OF_A_CHANGE | _of_the_change(basis, drawn)
    kind, known = basis.row.kind, basis.musts.lacks
    matrix = lacks_of(basis.musts.contents, drawn, present, law, day)
    return (*matrix, *named_lacks(kind, known, present, law, day))


def _of_the_change(basis: Basis, drawn: Result) -> frozenset[str]:
    """Return which elements are there that stand in no part of the letter."""
    decision, day = basis.course.decision, basis.day
    change, measure = decision.change, decision.measure
    fits = decision.chosen is not None and decision.grants_something is not change.is_stop
    wished = drawn is Result.FULL
    named = change.is_stop or (measure.kind and measure.provider)
    present = {
        "result": bool(decision.chosen and named),
        "change_starts": change.starts is not None,
        "change_matches": fits or (change.is_stop and wished),
        "change_ahead": change.starts is None or change.starts >= day,
        "hearing": wished,
        "sender": bool(basis.writer and decision.day),
        "start_passed": True,
        "start": measure.start is not None or change.starts is not None,
        "free_choice_by_passed": (
            decision.limits_free_choice
            or decision.free_choice_by is None
            or decision.free_choice_by >= day
        ),
        "medical_interview": True,
    }
    of_a_grant = {"measure_kind", "provider", "content", "volume", "duration", "contact"}
    stopped = (
        of_a_grant | {"start", "purpose", "free_choice", "plan_141"} if change.is_stop else set()
    )
    held = frozenset(element for element, is_there in present.items() if is_there)
    return held | stopped
