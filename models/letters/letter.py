"""A letter as a value: who writes to whom, and the blocks it consists of, before any paper."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias


class LetterKind(StrEnum):
    """The letters the program writes."""

    REQUEST_RECEIPT = "request_receipt"
    DECISION = "decision"
    TREATMENT_PLAN = "treatment_plan"


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
    """The citizen's own words, set apart from the writer's."""

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


Block: TypeAlias = (
    Heading | Paragraph | Result | Quotation | BulletList | Facts | Table | LawText | SignatureLines
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
