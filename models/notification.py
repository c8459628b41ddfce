"""A notification about a child (underretning): the concern, what was said, sent and answered."""

from dataclasses import dataclass, replace
from datetime import date

from models.answers import Answers, Place
from models.case import Entry
from models.chosen import chosen


@dataclass(frozen=True, slots=True)
class NotifiedChild:
    """A child one is worried about; `age` is what was typed, also the date a birth is expected.

    `by_day` is where the child is by day, `protects` what is good for it.
    """

    name: str
    age: str
    words: str
    cpr: str = ""
    lives: str = ""
    by_day: str = ""
    protects: str = ""


@dataclass(frozen=True, slots=True)
class NotifiedParent:
    """A grown-up who answers for a child; `custody` is "yes", "no", "unknown" or empty."""

    name: str
    relation: str
    is_citizen: bool
    address: str
    custody: str
    language: str


@dataclass(frozen=True, slots=True)
class Notification:
    """One concern; `day` is when it arose, `told` the code of whether the citizen knows.

    `sent` and `receipt` are the days it was sent and acknowledged. `observed` is what the writer
    saw, `heard` what others told, `judgement` what it means for the child.
    """

    entry_id: str
    is_signed: bool
    day: date | None
    is_acute: bool
    grounds: frozenset[str]
    children: tuple[NotifiedChild, ...]
    told: str
    told_day: date | None
    words: str
    receiver: str
    way: str
    sent: date | None
    receipt: date | None
    answer: str
    is_still_worried: bool | None
    next_day: date | None
    observed: str = ""
    heard: str = ""
    judgement: str = ""
    tried: str = ""
    parents: tuple[NotifiedParent, ...] = ()
    not_told_reason: str = ""
    support: str = ""
    sender: str = ""


def notification_of(entry: Entry) -> Notification:
    """Return what an entry of the form *notification* tells."""
    answers = entry.answers
    rows = range(answers.rows(Place("notification.parent")))
    return replace(
        _concern(entry),
        observed=answers.text("notification.observed"),
        heard=answers.text("notification.heard"),
        judgement=answers.text("notification.judgement"),
        tried=answers.text("notification.tried"),
        parents=tuple(_parent(answers, row) for row in rows),
        not_told_reason=answers.text("notification.not_told_reason"),
        support=answers.text("notification.support"),
        sender=answers.text("notification.sender"),
    )


def _concern(entry: Entry) -> Notification:
    answers = entry.answers
    rows = range(answers.rows(Place("notification.child")))
    return Notification(
        entry_id=entry.id,
        is_signed=entry.is_signed,
        day=answers.day("notification.date"),
        is_acute=answers.yes("notification.acute") is True,
        grounds=chosen(answers, "notification.ground"),
        children=tuple(_child(answers, row) for row in rows),
        told=answers.code("notification.told"),
        told_day=answers.day("notification.told_date"),
        words=answers.text("notification.citizen_words"),
        receiver=answers.text("notification.receiver"),
        way=answers.code("notification.way"),
        sent=answers.day("notification.sent"),
        receipt=answers.day("notification.receipt"),
        answer=answers.text("notification.answer"),
        is_still_worried=answers.yes("notification.still_worried"),
        next_day=answers.day("notification.next"),
    )


def _child(answers: Answers, row: int) -> NotifiedChild:
    return NotifiedChild(
        name=answers.text("notification.child.name", row),
        age=answers.text("notification.child.age", row),
        words=answers.text("notification.child.words", row),
        cpr=answers.text("notification.child.cpr", row),
        lives=answers.text("notification.child.lives", row),
        by_day=answers.text("notification.child.day", row),
        protects=answers.text("notification.child.protects", row),
    )


def _parent(answers: Answers, row: int) -> NotifiedParent:
    relation = answers.choices("notification.parent.relation", row)
    return NotifiedParent(
        name=answers.text("notification.parent.name", row),
        relation=next((choice.display for choice in relation), ""),
        is_citizen=answers.yes("notification.parent.citizen", row) is True,
        address=answers.text("notification.parent.address", row),
        custody=answers.code("notification.parent.custody", row),
        language=answers.text("notification.parent.language", row),
    )
