"""What lies between request and start: the assessment (afdækning) and the decision (afgørelse)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from models.course import Course, Form
from models.deadlines.rule import Rule, Scope, Shown, Span
from models.deadlines.seen import Seen
from models.deadlines.several import first_of
from models.deadlines.term import Deadline, DeadlineState, Whose, term_of
from models.decision import Result, legal_result
from models.decisions import signed_ones
from models.law_tables import LawTables, NoRuleInForceError

_ASSESSMENT = Rule(
    id="assessment",
    title="Afdækning",
    form=Form.ASSESSMENT,
    waits="Fristen begynder, når borgeren anmoder om behandling.",
    duty="Afdækningen skal være færdig",
    missed="Afdækningen skulle være færdig",
    done="Afdækningen blev færdig",
    since="anmodningen",
    closes="Fristen er holdt, når afdækningen er underskrevet.",
    scope=Scope.REQUEST,
)
_DECISION = Rule(
    id="decision",
    title="Afgørelse",
    form=Form.DECISION,
    waits="Fristen begynder, når borgeren anmoder om behandling.",
    duty="Afgørelsen skal være truffet",
    missed="Afgørelsen skulle være truffet",
    done="Afgørelsen blev truffet",
    since="anmodningen",
    closes="Fristen er holdt, når afgørelsen er underskrevet.",
    scope=Scope.REQUEST,
)
_REASONS = Rule(
    id="written_reasons_request",
    title="Skriftlig begrundelse",
    form=None,
    waits="Fristen begynder, når borgeren får et mundtligt nej.",
    duty="Er svaret kun givet mundtligt, kan borgeren bede om en skriftlig begrundelse",
    missed="Borgeren kunne bede om en skriftlig begrundelse",
    done="Borgeren bad om en skriftlig begrundelse",
    since="svaret om frit valg",
    closes="Beder borgeren om den, skal den gives så hurtigt som muligt.",
    whose=Whose.CITIZENS,
    lapses=True,
    by="til og med",
)
_ANSWER = Rule(
    id="written_reasons",
    title="Svar på ønske om begrundelse",
    form=None,
    waits="Fristen begynder, når borgeren beder om begrundelsen på skrift.",
    duty="Borgeren skal have begrundelsen på skrift",
    missed="Borgeren skulle have begrundelsen på skrift",
    done="Borgeren fik begrundelsen på skrift",
    since="den dag, borgeren bad om den,",
    closes="Fristen er holdt, når afgørelsens brev eller en skriftlig begrundelse er godkendt.",
)
_SINCE_TOLD = "den dag, afgørelsen blev sagt,"
_UNFINISHED = (
    "Noget er ikke afdækket endnu, men afgørelsen skal træffes inden for fristen alligevel."
)
_TELL_WHEN = "Giv borgeren besked om grunden, og om hvornår begrundelsen kommer."
_TELL = "Giv borgeren skriftlig besked om, hvornår afgørelsen kommer."


@dataclass(frozen=True, slots=True)
class _Step:
    """What begins a time for reasons on a `day`, in words `since`, and the day it was `met`."""

    day: date | None
    met: date | None
    since: str


def assessment(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the deadline for the assessment, inside the guarantee (bekendtgørelse 1477, § 1).

    An assessment that is signed unfinished meets it: the decision cannot wait (§ 1, stk. 6).
    """
    seen, found = Seen(course, law, today), course.assessment
    shown = Shown(found.day, course.is_signed(Form.ASSESSMENT))
    deadline = seen.count(_ASSESSMENT, course.request.received, shown)
    if found.is_unfinished and deadline.state in {DeadlineState.MET, DeadlineState.MET_LATE}:
        return replace(deadline, sentence=f"{deadline.sentence} {_UNFINISHED}")
    return deadline


def decision(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the deadline for the decision (serviceloven § 101, stk. 4).

    The deadline the council has set itself binds when it is the shorter (retssikkerhedsloven § 3,
    stk. 2); past it the citizen must be told when the decision comes.
    """
    seen = Seen(course, law, today)
    span = seen.span(_DECISION, course.request.received)
    if isinstance(span, Deadline):
        return span
    span = _no_later_than_promised(span, law)
    late = (_TELL,) if today > span.due else ()
    # The first decision answers the request; those after it change what it granted.
    first = next(iter(course.decisions), course.decision)
    return seen.judge(span, Shown(first.day, first.is_signed), *late)


def _no_later_than_promised(span: Span, law: LawTables) -> Span:
    try:
        promised = law.length("case_handling", span.start)
    except NoRuleInForceError:
        return span
    term = term_of(span.start, promised, law.calendar)
    if term.due >= span.due:
        return span
    return replace(span.until(term.due), length=promised, confidence=promised.confidence)


def written_reasons(course: Course, law: LawTables, today: date) -> tuple[Deadline, ...]:
    """Return the citizen's times to ask for the reasons of a spoken no (forvaltningsloven § 23).

    A decision may have been told before its letter was written, and a no to the free choice too.
    Before any was, it is one deadline that nothing has begun.
    """
    seen = Seen(course, law, today)
    told = first_of(_REASONS, (*_told(course), *_refused(course)))
    counted = tuple(
        seen.count(replace(rule, since=one.since), one.day, Shown(one.met, is_signed=True))
        for rule, one in told
    )
    return counted or (_REASONS.not_started(),)


def answers_with_reasons(course: Course, law: LawTables, today: date) -> tuple[Deadline, ...]:
    """Return our times to give the reasons that were asked for (forvaltningsloven § 23, stk. 2).

    Past it the citizen must be told why, and when they come.
    """
    asked = tuple(
        _Step(one.reasons_asked, one.reasons_given, _ANSWER.since)
        for one in signed_ones(course.decisions)
        if one.told and one.reasons_asked and legal_result(one, course.request) is not Result.FULL
    )
    return tuple(
        _answered(Seen(course, law, today), rule, one) for rule, one in first_of(_ANSWER, asked)
    )


def _answered(seen: Seen, rule: Rule, asked: _Step) -> Deadline:
    span = seen.span(rule, asked.day)
    if isinstance(span, Deadline):
        return span
    late = (_TELL_WHEN,) if seen.today > span.due else ()
    return seen.judge(span, Shown(asked.met, is_signed=True), *late)


def _told(course: Course) -> Iterator[_Step]:
    for one in signed_ones(course.decisions):
        if one.told and legal_result(one, course.request) is not Result.FULL:
            yield _Step(one.told, one.reasons_asked, _SINCE_TOLD)


def _refused(course: Course) -> Iterator[_Step]:
    for one in signed_ones(course.free_choices):
        if one.answer == "no":
            yield _Step(one.answered, None, _REASONS.since)
