"""Reminders as dated data: what to do when the answers call for it, and on what ground."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.course import Form
from models.law_tables import Confidence
from models.letters.letter import LetterKind
from models.toml_rows import Row, day_of, rows, text_of, texts_of


class ReminderKind(StrEnum):
    """A gate must be there before a step; a reminder is only good to think of."""

    GATE = "gate"
    REMINDER = "reminder"


class Before(StrEnum):
    """The step that something is thought of before; approval is that of a letter."""

    NOTHING = ""
    DECISION = "decision"
    APPROVAL = "approval"
    DISCHARGE = "discharge"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One row of guidelines/reminders.toml, as it holds from `valid_from` until `valid_until`.

    `text` says what to do now, and `form` is where it is done or written down; `question` is the
    link id at which it is answered there, empty when it is at no one question. An approved letter
    of the kind `letter` about the entry does it, too. `instructions` are numbers of the guideline,
    ``"2020/3.5.1"``, `provisions` ids of the law tables.
    """

    id: str
    kind: ReminderKind
    before: Before
    title: str
    text: str
    form: Form
    instructions: tuple[str, ...]
    provisions: tuple[str, ...]
    valid_from: date
    valid_until: date | None
    source: str
    confidence: Confidence
    question: str = ""
    letter: LetterKind | None = None


def read_reminders(toml: str) -> tuple[Reminder, ...]:
    """Return the reminders from the text of guidelines/reminders.toml, in its order."""
    return tuple(_reminder(row) for row in rows(toml, "reminder"))


def _reminder(row: Row) -> Reminder:
    return Reminder(
        id=text_of(row, "id"),
        kind=ReminderKind(text_of(row, "kind")),
        before=Before(text_of(row, "before")),
        title=text_of(row, "title"),
        text=text_of(row, "text"),
        form=Form(text_of(row, "form")),
        instructions=texts_of(row, "instructions"),
        provisions=texts_of(row, "provisions"),
        valid_from=day_of(row, "gyldig_fra") or date.min,
        valid_until=day_of(row, "gyldig_til"),
        source=text_of(row, "kilde"),
        confidence=Confidence(text_of(row, "confidence")),
        question=text_of(row, "question"),
        letter=LetterKind(letter) if (letter := text_of(row, "letter")) else None,
    )
