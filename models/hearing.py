"""The hearing: what speaks against the citizen, told in time, and the citizen's reply."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers, Place
from models.decision import Delivery


@dataclass(frozen=True, slots=True)
class HeardFact:
    """Something that speaks against the citizen: what, from whom, since when, and what it means."""

    what: str
    source: str
    day: date | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Hearing:
    """What the citizen was heard about, when and how, and what the reply was.

    `about` is what is to be decided. `due` is the last day for a reply, with more time given;
    `delivery` the way the letter goes, None when the hearing `is_oral` or nobody chose.
    `is_needed_again` means that something new came up.
    """

    day: date | None
    about: str
    is_oral: bool
    delivery: Delivery | None
    heard: tuple[HeardFact, ...]
    enclosed: str
    due: date | None
    answered: str
    replied: date | None
    reply: str
    is_needed_again: bool

    @property
    def facts(self) -> tuple[str, ...]:
        """What speaks against the citizen, without where it is from."""
        return tuple(fact.what for fact in self.heard)


def hearing_of(answers: Answers) -> Hearing:
    """Return the hearing that the answers to the form *hearing* tell; empty rows are left out."""
    rows = range(answers.rows(Place("hearing.fact")))
    way = answers.code("hearing.way")
    return Hearing(
        day=answers.day("hearing.date"),
        about=answers.text("hearing.about"),
        is_oral=way == "oral",
        delivery=Delivery(way) if way in set(Delivery) else None,
        heard=tuple(fact for row in rows if (fact := _fact(answers, row)).what),
        enclosed=answers.text("hearing.enclosed"),
        due=answers.day("hearing.new_due") or answers.day("hearing.due"),
        answered=answers.code("hearing.answered"),
        replied=answers.day("hearing.reply_date"),
        reply=answers.text("hearing.reply"),
        is_needed_again=answers.yes("hearing.again") is True,
    )


def _fact(answers: Answers, row: int) -> HeardFact:
    return HeardFact(
        what=answers.text("hearing.fact.what", row),
        source=answers.text("hearing.fact.source", row),
        day=answers.day("hearing.fact.date", row),
        meaning=answers.text("hearing.fact.meaning", row),
    )
