"""The list that lies on top of a batch of letters: what there is, to whom, and by which way."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CoveredLetter:
    """One letter of a batch: to whom, what it is, how it leaves, and how many pages it has."""

    receiver: str
    title: str
    way: str
    pages: int


@dataclass(frozen=True, slots=True)
class CoveringList:
    """A batch of letters printed on `day` by `person`, in the order they came from the printer."""

    office: str
    person: str
    day: date
    letters: tuple[CoveredLetter, ...]
