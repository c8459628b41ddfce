"""The recommendation (indstilling) of a provider to the authority, and the authority's answer."""

from dataclasses import dataclass, replace
from datetime import date

from models.answers import Answers, Coding


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What the provider proposes and why.

    `requested` is the day the citizen asked, `consent` and `agrees` are codes of the citizen's
    answers, `answer` of the authority's. `is_against_known` is None when nobody answered. `sources`
    are where the facts come from, in the words of the options.
    """

    day: date | None
    occasion: str
    requested: date | None
    consent: str
    words: str
    measure: Coding | None
    provider: str
    proposal: str
    reasons: str
    is_against: bool
    is_against_known: bool | None
    agrees: str
    view: str
    copied: date | None
    sent: date | None
    answer: str
    answered: date | None
    to: str = ""
    wished_kind: Coding | None = None
    wished_provider: str = ""
    sources: tuple[str, ...] = ()
    facts: str = ""
    resources: str = ""
    barriers: str = ""
    so_far: str = ""
    volume: str = ""
    purpose: str = ""
    alternatives: str = ""
    risk: str = ""
    other_help: str = ""


def recommendation_of(answers: Answers) -> Recommendation:
    """Return what the answers to the form *recommendation* say."""
    return replace(
        _proposed(answers),
        to=answers.text("recommendation.to"),
        wished_kind=next(iter(answers.choices("recommendation.wished_kind")), None),
        wished_provider=answers.text("recommendation.wished_provider"),
        sources=tuple(choice.display for choice in answers.choices("recommendation.sources")),
        facts=answers.text("recommendation.facts"),
        resources=answers.text("recommendation.resources"),
        barriers=answers.text("recommendation.barriers"),
        so_far=answers.text("recommendation.so_far"),
        volume=answers.text("recommendation.volume"),
        purpose=answers.text("recommendation.purpose"),
        alternatives=answers.text("recommendation.alternatives"),
        risk=answers.text("recommendation.risk"),
        other_help=answers.text("recommendation.other_help"),
    )


def _proposed(answers: Answers) -> Recommendation:
    return Recommendation(
        day=answers.day("recommendation.date"),
        occasion=answers.code("recommendation.occasion"),
        requested=answers.day("recommendation.requested"),
        consent=answers.code("recommendation.consent"),
        words=answers.text("recommendation.words"),
        measure=next(iter(answers.choices("recommendation.measure")), None),
        provider=answers.text("recommendation.provider"),
        proposal=answers.text("recommendation.proposal"),
        reasons=answers.text("recommendation.reasons"),
        is_against=answers.yes("recommendation.against") is True,
        is_against_known=answers.yes("recommendation.against_known"),
        agrees=answers.code("recommendation.agrees"),
        view=answers.text("recommendation.view"),
        copied=answers.day("recommendation.copy"),
        sent=answers.day("recommendation.sent"),
        answer=answers.code("recommendation.answer"),
        answered=answers.day("recommendation.answer_date"),
    )
