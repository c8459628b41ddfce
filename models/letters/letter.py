"""A letter as a value: who writes to whom, and the blocks it consists of, before any paper."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias


class LetterKind(StrEnum):
    """The letters the program writes."""

    REQUEST_RECEIPT = "request_receipt"
    MEDICAL_INTERVIEW_OFFER = "medical_interview_offer"
    CONSENT = "consent"
    MANDATE = "mandate"
    FEEDBACK = "feedback"
    HEARING = "hearing"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    FREE_CHOICE_LIMITED = "free_choice_limited"
    DECISION_CHANGED = "decision_changed"
    FREE_CHOICE_REPLY = "free_choice_reply"
    WRITTEN_REASONS = "written_reasons"
    TREATMENT_PLAN = "treatment_plan"
    TREATMENT_PLAN_FULL = "treatment_plan_full"
    LAPSE_CARD = "lapse_card"
    MEETING = "meeting"
    MEETING_REMINDER = "meeting_reminder"
    NO_SHOW = "no_show"
    STATUS = "status"
    DISCHARGE_STATUS = "discharge_status"
    FOLLOW_UP_ONE_MONTH = "follow_up_one_month"
    FOLLOW_UP_SIX_MONTHS = "follow_up_six_months"
    APPEAL_RECEIPT = "appeal_receipt"
    REASSESSMENT = "reassessment"
    APPEAL_FORWARDED = "appeal_forwarded"
    NOTIFICATION = "notification"
    GIFT_CARD_RECEIPT = "gift_card_receipt"
    STATEMENT = "statement"
    RECORD_COPY = "record_copy"


@dataclass(frozen=True, slots=True)
class LetterOf:
    """Which letter of a course: its kind, and the entry it is about where each has its own."""

    kind: LetterKind
    entry_id: str = ""

    @property
    def key(self) -> str:
        """The letter as one text, read again by `letter_of`."""
        return f"{self.kind}:{self.entry_id}" if self.entry_id else self.kind


def letter_of(key: str) -> LetterOf | None:
    """Return the letter that has this *key*; None when it is no such key."""
    kind, _, entry_id = key.partition(":")
    return LetterOf(LetterKind(kind), entry_id) if kind in set(LetterKind) else None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the letter; level 2 for a part of it, 3 for a part of a part."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a newline in it is a new line on paper."""

    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """The one sentence the letter is about, set so that it is read first."""

    text: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words said before, the citizen's most often, set apart from what the letter says itself."""

    text: str
    speaker: str


@dataclass(frozen=True, slots=True)
class BulletList:
    """Things in no order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a label and what it holds, one to a line."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header row; all rows are as long as `columns`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class LawText:
    """What one provision says, at the end of a letter, smaller than the letter itself."""

    citation: str
    text: str


@dataclass(frozen=True, slots=True)
class SignatureLines:
    """Places to sign, each with the role of the one who signs."""

    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignatureColumns:
    """Places to sign side by side, two to a row, each with the role of the one who signs."""

    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """One red thread of a plan: what was found, the goal, who does what how often, and the sign.

    `goal` is in the citizen's own words, `deeds` hold one thing that is done each, and `sign` is
    how one sees that it works. What nobody has said is empty.
    """

    finding: str
    goal: str
    deeds: tuple[str, ...]
    sign: str


@dataclass(frozen=True, slots=True)
class RedThread:
    """The threads of a plan below the four `columns` that name their parts."""

    columns: tuple[str, str, str, str]
    threads: tuple[Thread, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A number followed over time as a small line; with fewer than two points nothing is drawn.

    `lowest` and `highest` are the ends of its scale; `models.letters.chart` says it in words.
    """

    title: str
    points: tuple[tuple[date, Decimal], ...]
    lowest: Decimal
    highest: Decimal


CardBlock: TypeAlias = Heading | Paragraph | Result | Quotation | BulletList | Facts


@dataclass(frozen=True, slots=True)
class PocketCard:
    """A card for the pocket: a sheet of its own, folded twice, printed on one side only.

    The letter's title stands on its front. `front` and `back` fill a quarter of the sheet each,
    `inside` the two between them; nobody but the one who opens it sees those.
    """

    front: tuple[CardBlock, ...]
    inside: tuple[CardBlock, ...]
    back: tuple[CardBlock, ...]


Block: TypeAlias = (
    CardBlock | Table | LawText | SignatureLines | SignatureColumns | RedThread | Chart | PocketCard
)


@dataclass(frozen=True, slots=True)
class Sender:
    """The office that writes; `lines` are its address, `contact` how to reach the person in it."""

    name: str
    unit: str
    lines: tuple[str, ...]
    contact: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Receiver:
    """The lines that show in the envelope's window, the name first."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, complete: what it says and to whom, on which day.

    `title` is the heading the citizen reads first. `reference` holds pairs such as the case
    number, printed beside the date and never where the envelope's window could show them.
    """

    title: str
    day: date
    sender: Sender
    receiver: Receiver
    reference: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
