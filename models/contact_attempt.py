"""An attempt to get in touch with a citizen who stayed away."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ContactAttempt:
    """One attempt; `way` and `result` are codes of the form it stands in."""

    day: date | None
    way: str
    result: str
