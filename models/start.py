"""The start of treatment (iværksættelse), with which the guarantee is met."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers


@dataclass(frozen=True, slots=True)
class Start:
    """When and with whom treatment began, and whether the citizen chose the place.

    `delay` is the code of why it began after the deadline, "none" or empty when it did not.
    """

    day: date | None
    provider: str
    therapist: str
    by_free_choice: bool
    delay: str
    delay_reason: str


def start_of(answers: Answers) -> Start:
    """Return the start that the answers to the form *start* tell."""
    return Start(
        day=answers.day("start.date"),
        provider=answers.text("start.provider"),
        therapist=answers.text("start.therapist"),
        by_free_choice=answers.yes("start.free_choice") is True,
        delay=answers.code("start.delay"),
        delay_reason=answers.text("start.delay_reason"),
    )
