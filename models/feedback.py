"""The feedback on the assessment (tilbagemelding): what was found, and what the citizen says."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers, Coding
from models.chosen import chosen


@dataclass(frozen=True, slots=True)
class Seen:
    """What the assessment showed, as it was said to the citizen; what nobody said is empty."""

    resources: str
    challenges: str
    needs: str
    other_needs: str
    unknown: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What the citizen sees otherwise and finds missing, what was mended, and what comes first."""

    disagreement: str
    corrected: str
    missing: str
    begin_with: str
    agreement: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """How the citizen was told what the assessment found, and the citizen's reply.

    `is_against` means that something speaks against what the citizen wishes; `written` is the day
    it was given in writing. `seen` is what the citizen was told, `reply` what the citizen said.
    """

    day: date | None
    way: str
    recognises: str
    words: str
    wishes: str
    wished_kind: Coding | None
    wished_provider: str
    is_against: bool
    told: frozenset[str]
    written: date | None
    seen: Seen
    reply: Reply


def feedback_of(answers: Answers) -> Feedback:
    """Return the feedback that the answers to the form *feedback* tell."""
    return Feedback(
        day=answers.day("feedback.date"),
        way=answers.code("feedback.way"),
        recognises=answers.code("feedback.recognises"),
        words=answers.text("feedback.words"),
        wishes=answers.text("feedback.wishes"),
        wished_kind=next(iter(answers.choices("feedback.wished_kind")), None),
        wished_provider=answers.text("feedback.wished_provider"),
        is_against=answers.yes("feedback.against") is True,
        told=chosen(answers, "feedback.told"),
        written=answers.day("feedback.written"),
        seen=_seen(answers),
        reply=_reply(answers),
    )


def _seen(answers: Answers) -> Seen:
    return Seen(
        resources=answers.text("feedback.resources"),
        challenges=answers.text("feedback.challenges"),
        needs=answers.text("feedback.needs"),
        other_needs=answers.text("feedback.other_needs"),
        unknown=answers.text("feedback.unknown"),
    )


def _reply(answers: Answers) -> Reply:
    return Reply(
        disagreement=answers.text("feedback.disagreement"),
        corrected=answers.text("feedback.corrected"),
        missing=answers.text("feedback.missing"),
        begin_with=answers.text("feedback.begin_with"),
        agreement=answers.text("feedback.agreement"),
    )
