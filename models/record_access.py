"""Access to the case (aktindsigt, indsigt): what was asked for, and when it was answered."""

from dataclasses import dataclass, replace
from datetime import date

from models.case import Entry
from models.chosen import chosen


@dataclass(frozen=True, slots=True)
class RecordAccess:
    """One request to see the case; `kind` is "party", "data" or "both".

    `answered` is the day of the answer, `sent` the one the papers were handed over or sent.
    `has_guidance` is None when nobody said whether an appeal guidance was given. `only` and
    `withheld` are the numbers, as typed, of what is asked for and of what is left out of the copy.
    """

    entry_id: str
    is_signed: bool
    received: date | None
    words: str
    kind: str
    by: str
    has_mandate: bool | None
    is_decision_pending: bool
    is_medical: bool
    exceptions: frozenset[str]
    is_delayed: bool
    delay_told: str
    result: str
    has_guidance: bool | None
    answered: date | None
    data_told: frozenset[str]
    sent: date | None
    reasons: str = ""
    scope: str = ""
    only: str = ""
    withheld: str = ""
    is_judged: bool = False

    @property
    def day(self) -> date | None:
        """The day the request was received."""
        return self.received


def record_access_of(entry: Entry) -> RecordAccess:
    """Return the request that an entry of the form *record_access* tells."""
    answers = entry.answers
    return replace(
        _asked(entry),
        reasons=answers.text("record_access.reasons"),
        scope=answers.code("record_access.scope"),
        only=answers.text("record_access.only"),
        withheld=answers.text("record_access.withheld"),
        is_judged=answers.yes("record_access.judged") is True,
    )


def _asked(entry: Entry) -> RecordAccess:
    answers = entry.answers
    return RecordAccess(
        entry_id=entry.id,
        is_signed=entry.is_signed,
        received=answers.day("record_access.received"),
        words=answers.text("record_access.words"),
        kind=answers.code("record_access.kind"),
        by=answers.code("record_access.by"),
        has_mandate=answers.yes("record_access.mandate"),
        is_decision_pending=answers.yes("record_access.pending") is True,
        is_medical=answers.yes("record_access.medical") is True,
        exceptions=chosen(answers, "record_access.exceptions"),
        is_delayed=answers.yes("record_access.delayed") is True,
        delay_told=answers.text("record_access.delay_told"),
        result=answers.code("record_access.result"),
        has_guidance=answers.yes("record_access.guidance"),
        answered=answers.day("record_access.date"),
        data_told=chosen(answers, "record_access.data_told"),
        sent=answers.day("record_access.sent"),
    )
