"""The decision on treatment: what is granted, what is not, and why."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.answers import Answers, Coding
from models.chosen import chosen
from models.request import Request

_NO_WISH = {"", "no-wish"}
_STAY = "residential"


class Result(StrEnum):
    """What the citizen gets of what was asked for."""

    FULL = "full"
    PARTIAL = "partial"
    REFUSAL = "refusal"


class Delivery(StrEnum):
    """How the letter reaches the citizen; the appeal deadline counts from it."""

    DIGITAL_POST = "digital-post"
    LETTER = "letter"
    HANDED_OVER = "handed-over"


@dataclass(frozen=True, slots=True)
class Delivered:
    """When a letter left the office or was handed over, and which way it went."""

    day: date
    way: Delivery


@dataclass(frozen=True, slots=True)
class Change:
    """What a decision does to the help the citizen has: it `what` "changed" or "stopped".

    `before` is the help until now, granted on the day `decided`; `starts` is when the change comes
    about. An empty `what` means that nothing was granted before.
    """

    what: str = ""
    before: str = ""
    decided: date | None = None
    starts: date | None = None

    @property
    def is_one(self) -> bool:
        """Whether the decision changes or stops what the citizen has."""
        return self.what in {"changed", "stopped"}

    @property
    def is_stop(self) -> bool:
        """Whether the help stops."""
        return self.what == "stopped"


_NOTHING_BEFORE = Change()


@dataclass(frozen=True, slots=True)
class Measure:
    """The treatment that is granted."""

    kind: Coding | None
    provider: str
    content: str
    volume: str
    start: date | None
    duration: str
    contact: str
    purpose: str
    payment: str


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why not all was granted: facts, weighing, and the citizen's view of it."""

    not_granted: str
    facts: str
    sources: tuple[str, ...]
    considerations: str
    citizen_view: str
    view_answer: str
    hearing: str
    hearing_date: date | None
    hearing_about: str
    hearing_answer: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision as it was entered; `chosen` is the result the authority ticked.

    `other_help` is the other help there is, in words, and `offered` are the codes of it. `delivery`
    is how its letter is to go, `delivered` how it went as far as that is noted. `told` is the day
    it was told orally, `reasons_asked` the one on which its reasons were asked for, and
    `reasons_given` that of the letter with them. `entry_id` is the entry that tells it.
    """

    day: date | None
    chosen: Result | None
    is_exactly_as_asked: bool
    measure: Measure
    reasons: Reasons
    other_help: tuple[str, ...]
    other_help_text: str
    provisions: tuple[str, ...]
    free_choice_by: date | None
    limits_free_choice: bool
    free_choice_reason: str
    plan_141: str
    delivery: Delivery | None
    caseworker: str
    caseworker_phone: str
    delivered: Delivered | None = None
    change: Change = _NOTHING_BEFORE
    told: date | None = None
    reasons_asked: date | None = None
    offered: frozenset[str] = frozenset()
    reasons_given: date | None = None
    entry_id: str = ""
    is_signed: bool = False

    @property
    def grants_something(self) -> bool:
        """Whether any treatment is granted."""
        return self.chosen in {Result.FULL, Result.PARTIAL}

    @property
    def grants_stay(self) -> bool:
        """Whether residential treatment (døgnbehandling) is granted."""
        kind = self.measure.kind
        return self.grants_something and kind is not None and kind.code == _STAY


def decision_of(answers: Answers) -> Decision:
    """Return what the answers to the form *decision* say."""
    result, delivery = answers.code("decision.result"), answers.code("decision.delivery")
    return Decision(
        day=answers.day("decision.date"),
        chosen=Result(result) if result else None,
        is_exactly_as_asked=answers.yes("decision.exactly") is True,
        measure=_measure(answers),
        reasons=_reasons(answers),
        other_help=_displays(answers, "decision.other_help"),
        other_help_text=answers.text("decision.other_help_text"),
        provisions=tuple(choice.code for choice in answers.choices("decision.provisions")),
        free_choice_by=answers.day("decision.free_choice_by"),
        limits_free_choice=answers.yes("decision.free_choice_limited") is True,
        free_choice_reason=answers.text("decision.free_choice_limited_reason"),
        plan_141=answers.code("decision.plan_141"),
        delivery=Delivery(delivery) if delivery else None,
        caseworker=answers.text("decision.caseworker"),
        caseworker_phone=answers.text("decision.caseworker_phone"),
        change=_change(answers),
        told=answers.day("decision.told"),
        reasons_asked=answers.day("decision.reasons_asked"),
        offered=chosen(answers, "decision.other_help"),
    )


def departures(decision: Decision, request: Request) -> tuple[str, ...]:
    """Return what in the grant differs from what was asked for: "kind", "provider".

    A grant that differs in any respect is not a full grant, whatever was ticked
    (forvaltningsloven § 22 speaks of full consent only).
    """
    asked, measure = request.wished_kind, decision.measure
    differs: list[str] = []
    wished = asked.code if asked else ""
    if wished not in _NO_WISH and measure.kind and measure.kind.code != wished:
        differs.append("kind")
    if (
        request.wished_provider
        and measure.provider.casefold() != request.wished_provider.casefold()
    ):
        differs.append("provider")
    return tuple(differs)


def legal_result(decision: Decision, request: Request) -> Result | None:
    """Return the result the law sees: full only when it is exactly what was asked for.

    Taking away the free choice is a decision against the citizen too (serviceloven § 101, stk. 7).
    """
    if decision.chosen is not Result.FULL:
        return decision.chosen
    takes_away = decision.limits_free_choice or departures(decision, request)
    is_full = decision.is_exactly_as_asked and not takes_away
    return Result.FULL if is_full else Result.PARTIAL


def _measure(answers: Answers) -> Measure:
    return Measure(
        kind=next(iter(answers.choices("decision.measure")), None),
        provider=answers.text("decision.provider"),
        content=answers.text("decision.content"),
        volume=answers.text("decision.volume"),
        start=answers.day("decision.start"),
        duration=answers.text("decision.duration"),
        contact=answers.text("decision.contact"),
        purpose=answers.text("decision.purpose"),
        payment=answers.text("decision.payment"),
    )


def _reasons(answers: Answers) -> Reasons:
    return Reasons(
        not_granted=answers.text("decision.not_granted"),
        facts=answers.text("decision.facts"),
        sources=_displays(answers, "decision.sources"),
        considerations=answers.text("decision.considerations"),
        citizen_view=answers.text("decision.citizen_view"),
        view_answer=answers.text("decision.view_answer"),
        hearing=answers.code("decision.hearing"),
        hearing_date=answers.day("decision.hearing_date"),
        hearing_about=answers.text("decision.hearing_about"),
        hearing_answer=answers.text("decision.hearing_answer"),
    )


def _change(answers: Answers) -> Change:
    return Change(
        what=answers.code("decision.change"),
        before=answers.text("decision.change_before"),
        decided=answers.day("decision.change_decided"),
        starts=answers.day("decision.change_starts"),
    )


def _displays(answers: Answers, link_id: str) -> tuple[str, ...]:
    return tuple(choice.display for choice in answers.choices(link_id))
