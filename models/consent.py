"""Consent (samtykke): who may be told or asked what, for which purpose, and for how long."""

from dataclasses import dataclass, replace
from datetime import date

from models.case import Entry
from models.chosen import chosen


@dataclass(frozen=True, slots=True)
class Consent:
    """One answer to the question of consent; `direction` is "fetch", "share" or "both".

    `entry_id` and `is_signed` are those of the entry; `information` are the kinds it covers, and
    `detail` says more exactly which. `withdrawn_told` is who was told of a withdrawal, in words.
    """

    entry_id: str
    is_signed: bool
    day: date | None
    is_given: bool
    direction: str
    party: str
    party_kind: str
    purpose: str
    information: frozenset[str]
    excluded: str
    told: frozenset[str]
    given_by: str
    valid_until: date | None
    is_withdrawn: bool
    withdrawn_day: date | None
    detail: str = ""
    is_refused: bool = False
    withdrawn_told: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the consent is signed, given, and neither expired nor withdrawn on *day*."""
        if not (self.is_signed and self.is_given and self.day and self.day <= day):
            return False
        return not (self._is_over_on(day) or self._was_withdrawn_by(day))

    def _is_over_on(self, day: date) -> bool:
        return self.valid_until is not None and self.valid_until < day

    def _was_withdrawn_by(self, day: date) -> bool:
        # Without a day it counts as withdrawn at once: to share by mistake cannot be undone.
        return self.is_withdrawn and (self.withdrawn_day is None or self.withdrawn_day <= day)


def consent_of(entry: Entry) -> Consent:
    """Return the consent that an entry of the form *consent* tells."""
    return replace(
        _consent(entry),
        detail=entry.answers.text("consent.detail"),
        is_refused=entry.answers.code("consent.answer") == "refused",
        withdrawn_told=entry.answers.text("consent.withdrawn_told"),
    )


def _consent(entry: Entry) -> Consent:
    answers = entry.answers
    return Consent(
        entry_id=entry.id,
        is_signed=entry.is_signed,
        day=answers.day("consent.date"),
        is_given=answers.code("consent.answer") == "given",
        direction=answers.code("consent.direction"),
        party=answers.text("consent.party"),
        party_kind=answers.code("consent.party_kind"),
        purpose=answers.text("consent.purpose"),
        information=chosen(answers, "consent.information"),
        excluded=answers.text("consent.excluded"),
        told=chosen(answers, "consent.told"),
        given_by=answers.code("consent.given_by"),
        valid_until=answers.day("consent.valid_until"),
        is_withdrawn=answers.yes("consent.withdrawn") is True,
        withdrawn_day=answers.day("consent.withdrawn_date"),
    )
