"""A statement (udtalelse) somebody else asked for: to whom, by what right, and what it says."""

from dataclasses import dataclass
from datetime import date

from models.case import Entry


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement to one receiver; `right` is "consent" or "law", `rule` the rule that allows it.

    `address` holds the receiver's lines below the name. `seen` says how the citizen knows it:
    "together", "read", "told" or "not".
    """

    entry_id: str
    is_signed: bool
    day: date | None
    to: str
    address: str
    asked: date | None
    purpose: str
    right: str
    rule: str
    happened: str
    now: str
    attendance: str
    judgement: str
    unknown: str
    words: str
    seen: str
    seen_words: str


def statement_of(entry: Entry) -> Statement:
    """Return what an entry of the form *statement* tells."""
    answers = entry.answers
    return Statement(
        entry_id=entry.id,
        is_signed=entry.is_signed,
        day=answers.day("statement.date"),
        to=answers.text("statement.to"),
        address=answers.text("statement.address"),
        asked=answers.day("statement.asked"),
        purpose=answers.text("statement.purpose"),
        right=answers.code("statement.right"),
        rule=answers.text("statement.rule"),
        happened=answers.text("statement.happened"),
        now=answers.text("statement.now"),
        attendance=answers.text("statement.attendance"),
        judgement=answers.text("statement.judgement"),
        unknown=answers.text("statement.unknown"),
        words=answers.text("statement.words"),
        seen=answers.code("statement.seen"),
        seen_words=answers.text("statement.seen_words"),
    )
