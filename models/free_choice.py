"""Free choice: the citizen wants the treatment at another place than the one found."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers
from models.decision import Delivered, Delivery


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
    help while one waits. `delivery` is how the letter with the answer is to go, `delivered` how it
    went as far as that is noted, `written` the day of the letter. `entry_id` is the entry that
    tells it.
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
    delivery: Delivery | None = None
    delivered: Delivered | None = None
    written: date | None = None
    entry_id: str = ""
    is_signed: bool = False

    @property
    def is_against(self) -> bool:
        """Whether the answer is a decision that can be appealed: a no, or a limitation."""
        return self.is_limited or self.answer == "no"

    @property
    def is_answered(self) -> bool:
        """Whether the choice calls for a reply of its own: a limitation says its no itself."""
        return self.is_granted or (self.answer == "no" and not self.is_limited)


def free_choice_of(answers: Answers) -> FreeChoice:
    """Return the choice that the answers to the form *free_choice* tell."""
    delivery = answers.code("free_choice.delivery")
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
        delivery=Delivery(delivery) if delivery else None,
    )


def _limit(answers: Answers) -> Limit:
    return Limit(
        reason=answers.text("free_choice.limit_reason"),
        is_heard=answers.yes("free_choice.limit_heard"),
        view=answers.text("free_choice.limit_view"),
        still_open=answers.text("free_choice.limit_open"),
    )
