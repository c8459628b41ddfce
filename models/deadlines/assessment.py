"""What lies between request and start: the assessment (afdækning) and the decision (afgørelse)."""

from dataclasses import replace
from datetime import date

from models.course import Course, Form
from models.deadlines.rule import NOTHING, Rule, Scope, Shown, Span
from models.deadlines.seen import Seen
from models.deadlines.term import Deadline, DeadlineState, Whose, term_of
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
_UNFINISHED = (
    "Noget er ikke afdækket endnu, men afgørelsen skal træffes inden for fristen alligevel."
)
_TELL = "Giv borgeren skriftlig besked om, hvornår afgørelsen kommer."


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
    return seen.judge(span, Shown(course.decision.day, course.is_signed(Form.DECISION)), *late)


def _no_later_than_promised(span: Span, law: LawTables) -> Span:
    try:
        promised = law.length("case_handling", span.start)
    except NoRuleInForceError:
        return span
    term = term_of(span.start, promised, law.calendar)
    if term.due >= span.due:
        return span
    return replace(span.until(term.due), length=promised, confidence=promised.confidence)


def written_reasons(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the citizen's time to ask for the reasons of a spoken no (forvaltningsloven § 23).

    A decision made here is always a letter with its reasons; only a no to the free choice may have
    been given orally.
    """
    choice = course.free_choice
    was_refused = choice.answer == "no" and course.is_signed(Form.FREE_CHOICE)
    start = choice.answered if was_refused else None
    return Seen(course, law, today).count(_REASONS, start, NOTHING)
