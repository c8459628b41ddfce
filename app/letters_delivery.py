"""Noting how a letter was delivered: what is offered, what was typed, and what follows from it."""

from datetime import date

from app.letters_at import LetterAt
from app.work import Work
from forms.danish_typing import read_date
from models.case import Document
from models.danish import short_date
from models.deadlines.appealable import appealable
from models.deadlines.appeals import appeal_about
from models.deadlines.printed import printed_otherwise
from models.decision import Delivered, Delivery
from models.delivery import delivery_of
from models.letters.alone import TELLING, alone, planned_way
from models.letters.catalogue import LetterRow
from models.letters.letter import LetterKind, LetterOf
from storage.records import DocumentStep
from views.screen.letter_delivery import DeliveryShown, WayShown

WAYS = {
    Delivery.DIGITAL_POST: "Digital Post",
    Delivery.LETTER: "Brev med posten",
    Delivery.HANDED_OVER: "Udleveret personligt",
}
"""What each way a letter can go is called."""

_OF_THE_DECISION = {LetterKind.DECISION, LetterKind.DECISION_CHANGED}
"""The kinds that bear the day of the decision; the others bear that of their approval."""

_NO_WAY = "Vælg, hvordan modtageren fik brevet."
_NO_DAY = "Skriv dagen som dag.måned.år, fx 9.11.2026."
_AHEAD = "Dagen ligger ude i fremtiden. Notér det, når brevet er sendt eller givet."
_TOO_EARLY = "Brevet blev godkendt {day}, så det kan ikke være sendt eller givet før."


class DeliveryError(Exception):
    """What was chosen and typed is no delivery of the letter; the text says what to mend."""


def read_delivery(way: str, typed: str, issued: Document, today: date) -> Delivered:
    """Return the delivery that was chosen and typed; raises `DeliveryError`."""
    if way not in set(Delivery):
        raise DeliveryError(_NO_WAY)
    day, approved = read_date(typed), issued.approved.date()
    if day is None:
        raise DeliveryError(_NO_DAY)
    if day > today:
        raise DeliveryError(_AHEAD)
    if day < approved:
        raise DeliveryError(_TOO_EARLY.format(day=short_date(approved)))
    return Delivered(day, Delivery(way))


def step_of_delivery(delivered: Delivered) -> DocumentStep:
    """Return what happened to a letter that was so delivered."""
    is_given = delivered.way is Delivery.HANDED_OVER
    return DocumentStep.HANDED_OVER if is_given else DocumentStep.SENT


def delivery_shown(at: LetterAt, row: LetterRow, work: Work) -> DeliveryShown:
    """Return what the screen offers for noting the delivery of a letter that is issued."""
    ways = tuple(WayShown(way, said) for way, said in WAYS.items())
    course = alone(at.told.course, LetterOf(row.kind, _about(at, row)))
    planned = planned_way(row.kind, course)
    likely = planned or next(iter(row.ways), "")
    said = (_follows(at, row, work), _differs(at, row, work))
    return DeliveryShown(ways, likely, short_date(work.today), *said)


def _follows(at: LetterAt, row: LetterRow, work: Work) -> str:
    is_the_decision = row.kind in TELLING and at.letter is not None
    if not is_the_decision or at.issued is None or delivery_of(at.issued) is None:
        return ""
    return appeal_about(at.told.course, _about(at, row), work.supplies.law, work.today).brief


def _differs(at: LetterAt, row: LetterRow, work: Work) -> str:
    """Return that the letter names another last day for an appeal than its delivery gave."""
    about = _about(at, row)
    planned = planned_way(row.kind, alone(at.told.course, LetterOf(row.kind, about)))
    went = delivery_of(at.issued) if at.issued else None
    decided = (one for one in appealable(at.told.course) if one.entry_id == about)
    found = next(decided, None) if at.letter and row.kind in TELLING else None
    if not (found and planned and went and at.issued):
        return ""
    printed = found.day if row.kind in _OF_THE_DECISION else at.issued.approved.date()
    return printed_otherwise(Delivered(printed, planned), went, work.supplies.law)


def _about(at: LetterAt, row: LetterRow) -> str:
    """Return the id of the entry that a letter is about; empty when it is about none."""
    if at.letter:
        return at.letter.entry_id
    made_from = at.issued.entries if at.issued else frozenset[str]()
    of_form = (entry.id for entry in at.told.part.all(row.form) if entry.id in made_from)
    return next(of_form, "")
