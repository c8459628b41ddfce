"""Screening and referral (undersøgelse og henvisning): what was offered, and what came of it."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers, Place
from models.case import Entry
from models.chosen import chosen


@dataclass(frozen=True, slots=True)
class Examination:
    """One examination that was suggested; `answer` and `state` are codes, `told` a day."""

    kind: str
    answer: str
    referred: date | None
    day: date | None
    needs_company: bool
    state: str
    told: date | None


@dataclass(frozen=True, slots=True)
class Screening:
    """One talk about health, mind and safety; all but the days are codes of the form's options."""

    entry_id: str
    is_signed: bool
    day: date | None
    occasion: str
    opioids: str
    naloxone: str
    hepatitis: str
    vaccination: str
    contraception: str
    pregnancy: str
    pregnancy_referral: str
    signs: frozenset[str]
    suicide: str
    violence: str
    examinations: tuple[Examination, ...]
    coordinated: str
    viso: str
    next_day: date | None


def screening_of(entry: Entry) -> Screening:
    """Return what an entry of the form *screening* tells."""
    answers = entry.answers
    rows = range(answers.rows(Place("screening.examination")))
    return Screening(
        entry_id=entry.id,
        is_signed=entry.is_signed,
        day=answers.day("screening.date"),
        occasion=answers.code("screening.occasion"),
        opioids=answers.code("screening.opioids"),
        naloxone=answers.code("screening.naloxone"),
        hepatitis=answers.code("screening.hepatitis"),
        vaccination=answers.code("screening.vaccination"),
        contraception=answers.code("screening.contraception"),
        pregnancy=answers.code("screening.pregnancy"),
        pregnancy_referral=answers.code("screening.pregnancy_referral"),
        signs=chosen(answers, "screening.signs"),
        suicide=answers.code("screening.suicide"),
        violence=answers.code("screening.violence"),
        examinations=tuple(_examination(answers, row) for row in rows),
        coordinated=answers.code("screening.coordinated"),
        viso=answers.code("screening.viso"),
        next_day=answers.day("screening.next"),
    )


def _examination(answers: Answers, row: int) -> Examination:
    return Examination(
        kind=answers.code("screening.examination.kind", row),
        answer=answers.code("screening.examination.answer", row),
        referred=answers.day("screening.examination.referred", row),
        day=answers.day("screening.examination.date", row),
        needs_company=answers.yes("screening.examination.support", row) is True,
        state=answers.code("screening.examination.state", row),
        told=answers.day("screening.examination.told", row),
    )
