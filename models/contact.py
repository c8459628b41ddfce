"""The first contact (henvendelse): what the citizen came with, before anything is asked for."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers
from models.chosen import chosen


@dataclass(frozen=True, slots=True)
class Contact:
    """How the citizen turned to us; `wish` and `told` are codes of the form's options.

    `is_acute` means that something could not wait, and `acute_note` says what was done.
    """

    day: date | None
    way: str
    words: str
    wish: str
    other_help: str
    is_acute: bool
    acute_note: str
    is_anonymous: bool
    told: frozenset[str]


def contact_of(answers: Answers) -> Contact:
    """Return the first contact that the answers to the form *contact* tell."""
    return Contact(
        day=answers.day("contact.date"),
        way=answers.code("contact.way"),
        words=answers.text("contact.words"),
        wish=answers.code("contact.wish"),
        other_help=answers.text("contact.other_help"),
        is_acute=answers.yes("contact.acute") is True,
        acute_note=answers.text("contact.acute_note"),
        is_anonymous=answers.yes("contact.anonymous") is True,
        told=chosen(answers, "contact.told"),
    )
