"""A note about a conversation: what was said, what it means for the case, and what is agreed."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers, Place
from models.case import Entry
from models.chosen import chosen, whole


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who does what, and by which day."""

    what: str
    who: str
    day: date | None


@dataclass(frozen=True, slots=True)
class ConversationNote:
    """One conversation; `is_adverse` means that something new speaks against the citizen.

    `heard` tells from 0 to 10 how heard the citizen feels. `next_where` is where and how one meets
    on the `next_day`, `reminder` are codes of how the citizen is reminded of it.
    """

    entry_id: str
    is_signed: bool
    day: date | None
    about: frozenset[str]
    words: str
    new_facts: str
    is_adverse: bool
    is_acute: bool
    acute_action: str
    changes_plan: bool
    heard: int | None
    agreements: tuple[Agreement, ...]
    next_day: date | None
    is_read: bool | None
    next_where: str = ""
    reminder: frozenset[str] = frozenset()


def conversation_note_of(entry: Entry) -> ConversationNote:
    """Return what an entry of the form *conversation_note* tells; empty rows are left out."""
    answers = entry.answers
    rows = range(answers.rows(Place("conversation_note.agreement")))
    return ConversationNote(
        entry_id=entry.id,
        is_signed=entry.is_signed,
        day=answers.day("conversation_note.date"),
        about=chosen(answers, "conversation_note.about"),
        words=answers.text("conversation_note.words"),
        new_facts=answers.text("conversation_note.new_facts"),
        is_adverse=answers.yes("conversation_note.adverse") is True,
        is_acute=answers.yes("conversation_note.acute") is True,
        acute_action=answers.text("conversation_note.acute_action"),
        changes_plan=answers.yes("conversation_note.plan_change") is True,
        heard=whole(answers, "conversation_note.heard"),
        agreements=tuple(made for row in rows if (made := _agreement(answers, row)).what),
        next_day=answers.day("conversation_note.next"),
        is_read=answers.yes("conversation_note.read"),
        next_where=answers.text("conversation_note.next_where"),
        reminder=chosen(answers, "conversation_note.reminder"),
    )


def _agreement(answers: Answers, row: int) -> Agreement:
    return Agreement(
        what=answers.text("conversation_note.agreement.what", row),
        who=answers.text("conversation_note.agreement.who", row),
        day=answers.day("conversation_note.agreement.when", row),
    )
