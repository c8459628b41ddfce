"""Free choice: the citizen wants the treatment at another place than the one found."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers


@dataclass(frozen=True, slots=True)
class FreeChoice:
    """The place the citizen chose, whether it was granted, and when treatment begins there."""

    place: str
    is_granted: bool
    start: date | None


def free_choice_of(answers: Answers) -> FreeChoice:
    """Return the choice that the answers to the form *free_choice* tell."""
    return FreeChoice(
        place=answers.text("free_choice.place"),
        is_granted=answers.code("free_choice.answer") == "yes",
        start=answers.day("free_choice.start"),
    )
