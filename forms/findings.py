"""Everything that is worth saying about a form, or about a response to it; never an exception."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from forms.answered import given
from forms.calculation import calculation_faults
from forms.checking import Problem, problems
from forms.enablement import applicable_places
from forms.errors import Code, FormError
from forms.json_text import INVISIBLE, UNPRINTABLE, Json, write_json
from forms.questionnaire import Questionnaire
from forms.reader import BLEMISHES, FormReading, read_form
from forms.response_reading import ResponseReading, examine_response
from models.answers import Answers, Coding, Quantity, Unread, Value


class Severity(StrEnum):
    """How bad it is: an error cannot be used, a warning should be looked at."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say, and about which item (a link id, empty for the whole).

    The message is a Danish sentence that names the question and never an answer.
    """

    severity: Severity
    code: Code
    item: str
    message: str


def form_findings(text: str) -> tuple[Finding, ...]:
    """Return what is wrong with the form in *text*; none when the program can ask with it."""
    return findings_of(read_form(text))


def findings_of(reading: FormReading) -> tuple[Finding, ...]:
    """Return what was wrong with a form that has been read, in the order found."""
    return tuple(
        Finding(
            Severity.WARNING if refusal.code in BLEMISHES else Severity.ERROR,
            refusal.code,
            refusal.item,
            refusal.reason,
        )
        for refusal in reading.refusals
    )


def response_findings(questionnaire: Questionnaire, text: str, today: date) -> tuple[Finding, ...]:
    """Return what is wrong with the response in *text* to *questionnaire*.

    A day an expression asks for is the day the response was written, *today* if it does not say.
    What is missing in a response still in progress is only worth knowing.
    """
    reading = examine_response(questionnaire, text)
    found = [_error(fault.code, fault) for fault in reading.faults]
    if reading.head:
        day = _day_of(reading.head) or today
        for look in _LOOKS:
            found.extend(look(questionnaire, reading, day))
    # What names no row is the same for all of them, and worth saying once.
    return tuple(dict.fromkeys(found))


def findings_text(findings: tuple[Finding, ...]) -> str:
    """Return *findings* as JSON: ``{"findings": [{"severity", "code", "item", "message"}]}``."""
    written: list[Json] = [
        {
            "severity": str(finding.severity),
            "code": str(finding.code),
            "item": finding.item,
            "message": finding.message,
        }
        for finding in findings
    ]
    return write_json({"findings": written})


def _error(code: Code, fault: FormError) -> Finding:
    return Finding(Severity.ERROR, code, fault.item, fault.reason)


def _day_of(head: dict[str, Json]) -> date | None:
    written = head.get("authored")
    try:
        return date.fromisoformat(written[:10]) if isinstance(written, str) else None
    except ValueError:
        return None


def _looked_through(
    questionnaire: Questionnaire, reading: ResponseReading, day: date
) -> Iterator[Finding]:
    faulty = {fault.item for fault in reading.faults}
    for problem in problems(questionnaire, reading.answers, day):
        # An answer that could not be read has been named already; it is not missing too.
        if not (problem.is_missing and problem.place.link_id in faulty):
            yield _told(problem, is_done=reading.is_done)


def _told(problem: Problem, *, is_done: bool) -> Finding:
    code = Code.REQUIRED if problem.is_missing else Code.VALUE
    is_early = problem.is_missing and not is_done
    severity = Severity.INFO if is_early else Severity.ERROR
    return Finding(severity, code, problem.place.link_id, problem.sentence)


def _not_asked(
    questionnaire: Questionnaire, reading: ResponseReading, day: date
) -> Iterator[Finding]:
    """Yield answers to what is not asked: a draft keeps them, a finished response must not."""
    answers = reading.answers
    severity = Severity.ERROR if reading.is_done else Severity.INFO
    unasked = {
        place.link_id: None
        for place in sorted(answers.values.keys() - applicable_places(questionnaire, answers, day))
        if given(answers.at(place))
    }
    for link_id in unasked:
        message = "Her er svaret, selv om spørgsmålet ikke stilles efter de andre svar."
        yield Finding(severity, Code.NOT_ASKED, link_id, message)


def _calculated(
    questionnaire: Questionnaire, reading: ResponseReading, day: date
) -> Iterator[Finding]:
    faults = calculation_faults(questionnaire, reading.answers, day)
    for place, reason in sorted(faults.items()):
        yield Finding(Severity.WARNING, Code.CALCULATION, place.link_id, reason)


def _hidden_signs(_: Questionnaire, reading: ResponseReading, __: date) -> Iterator[Finding]:
    for link_id in dict.fromkeys(_oddly_written(reading.answers)):
        message = "I svaret står der tegn, som ikke kan ses på skærm og papir."
        yield Finding(Severity.WARNING, Code.INVISIBLE, link_id, message)


def _oddly_written(answers: Answers) -> Iterator[str]:
    for place, values in answers.values.items():
        text = "".join(_text(value) for value in values)
        if INVISIBLE.search(text) or UNPRINTABLE.search(text):
            yield place.link_id


def _text(value: Value) -> str:
    if isinstance(value, Coding):
        return value.display
    if isinstance(value, Quantity):
        return value.unit
    if isinstance(value, Unread):
        return value.typed
    return value if isinstance(value, str) else ""


_LOOKS: tuple[Callable[[Questionnaire, ResponseReading, date], Iterator[Finding]], ...] = (
    _looked_through,
    _not_asked,
    _calculated,
    _hidden_signs,
)
