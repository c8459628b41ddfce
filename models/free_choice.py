"""Free choice: the citizen wants the treatment at another place than the one found."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers


@dataclass(frozen=True, slots=True)
class Limit:
    """That the choice is limited out of regard for the citizen, why, and what is left of it.

    `view` is what the citizen says to it; `is_heard` None when nobody answered.
    """

    reason: str
    is_heard: bool | None
    view: str
    still_open: str


@dataclass(frozen=True, slots=True)
class FreeChoice:
    """The place the citizen chose, whether it was granted, and when treatment begins there.

    `part`, `room` and `answer` are codes of the form's options; `earliest` is the first day that
    the place can receive the citizen. `has_guidance` is None when nobody answered. `words` are the
    citizen's reasons, `declined_reason` the place's, `reasons` ours for a no. `meanwhile` is the
    help while one waits.
    """

    day: date | None
    place: str
    words: str
    part: str
    room: str
    declined_reason: str
    earliest: date | None
    meanwhile: str
    is_limited: bool
    limit: Limit
    answer: str
    answered: date | None
    reasons: str
    has_guidance: bool | None
    is_granted: bool
    start: date | None

    @property
    def is_answered(self) -> bool:
        """Whether the choice calls for a reply of its own: a limitation says its no itself."""
        return self.is_granted or (self.answer == "no" and not self.is_limited)


def free_choice_of(answers: Answers) -> FreeChoice:
    """Return the choice that the answers to the form *free_choice* tell."""
    return FreeChoice(
        day=answers.day("free_choice.date"),
        place=answers.text("free_choice.place"),
        words=answers.text("free_choice.words"),
        part=answers.code("free_choice.part"),
        room=answers.code("free_choice.room"),
        declined_reason=answers.text("free_choice.declined_reason"),
        earliest=answers.day("free_choice.earliest"),
        meanwhile=answers.text("free_choice.meanwhile"),
        is_limited=answers.yes("free_choice.limited") is True,
        limit=_limit(answers),
        answer=answers.code("free_choice.answer"),
        answered=answers.day("free_choice.answer_date"),
        reasons=answers.text("free_choice.reasons"),
        has_guidance=answers.yes("free_choice.guidance"),
        is_granted=answers.code("free_choice.answer") == "yes",
        start=answers.day("free_choice.start"),
    )


def _limit(answers: Answers) -> Limit:
    return Limit(
        reason=answers.text("free_choice.limit_reason"),
        is_heard=answers.yes("free_choice.limit_heard"),
        view=answers.text("free_choice.limit_view"),
        still_open=answers.text("free_choice.limit_open"),
    )
