"""A slip or relapse (slip, tilbagefald): that it was told, its dangers, and what is agreed."""

from dataclasses import dataclass
from datetime import date

from models.case import Entry
from models.chosen import chosen, whole


@dataclass(frozen=True, slots=True)
class Lapse:
    """One talk about a slip; `day` is that of the talk, `happened` that of the slip.

    `safe` tells from 0 to 10 how safe it was to say it.
    """

    entry_id: str
    is_signed: bool
    day: date | None
    happened: date | None
    words: str
    kind: str
    ongoing: str
    danger: frozenset[str]
    danger_done: str
    opioids: str
    naloxone: str
    advice: frozenset[str]
    children: str
    change: frozenset[str]
    agreed: str
    safe: int | None
    next_day: date | None


def lapse_of(entry: Entry) -> Lapse:
    """Return the talk that an entry of the form *lapse* tells."""
    answers = entry.answers
    return Lapse(
        entry_id=entry.id,
        is_signed=entry.is_signed,
        day=answers.day("lapse.date"),
        happened=answers.day("lapse.happened"),
        words=answers.text("lapse.citizen_words"),
        kind=answers.code("lapse.kind"),
        ongoing=answers.code("lapse.ongoing"),
        danger=chosen(answers, "lapse.danger"),
        danger_done=answers.text("lapse.danger_done"),
        opioids=answers.code("lapse.opioids"),
        naloxone=answers.code("lapse.naloxone"),
        advice=chosen(answers, "lapse.advice"),
        children=answers.code("lapse.children"),
        change=chosen(answers, "lapse.change"),
        agreed=answers.text("lapse.agreed"),
        safe=whole(answers, "lapse.safe"),
        next_day=answers.day("lapse.next"),
    )
