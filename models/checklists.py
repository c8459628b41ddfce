"""The checklists about the clinic itself: what is in place, what lacks, who sees to it, and when.

They serve the instructions about organisation and service (chapter 2 of the national guideline) and
the quality standard (bekendtgørelse 1477 §§ 3-7).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.answers import Answers, Place
from models.case import Case, Entry


class Checklist(StrEnum):
    """The checklists in the order they are shown; the values are the names of their forms."""

    QUALITY_STANDARD = "quality_standard"
    METHODS = "methods"
    OFFERS = "offers"
    COMPETENCES = "competences"
    ACCESS = "access"
    COOPERATION = "cooperation"
    QUALITY_DATA = "quality_data"
    APPROVAL = "approval"


class Standing(StrEnum):
    """Whether a point is in place; the values are the codes of the answers."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_RELEVANT = "not-relevant"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that should be in place; `id` is the link id of its group in the form."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ListHead:
    """What a checklist asks about, as its form has it; `form` is the name of the form."""

    form: str
    title: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class PointState:
    """How a point stands; `standing` is None while nobody has said."""

    point: Point
    standing: Standing | None
    note: str
    responsible: str
    next: date | None

    @property
    def is_missing(self) -> bool:
        """Whether somebody has said that it is not in place, or only in part."""
        return self.standing in {Standing.NO, Standing.PARTLY}


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement (samarbejdsaftale) with somebody the clinic works with."""

    row: int
    party: str
    about: str
    made: date | None
    responsible: str
    next: date | None


@dataclass(frozen=True, slots=True)
class QualityStandard:
    """The quality standard (kvalitetsstandard) of the authority, as the checklist tells of it."""

    approved: date | None
    revised: date | None
    published: str
    uses_gift_cards: bool | None
    has_gift_card_rules: bool

    @property
    def basis(self) -> date | None:
        """The day from which the time to the next revision runs."""
        return max((day for day in (self.approved, self.revised) if day), default=None)


@dataclass(frozen=True, slots=True)
class ListState:
    """How far a checklist is; `reviewed` is the day it was last gone through."""

    head: ListHead
    is_begun: bool
    reviewed: date | None
    responsible: str
    next: date | None
    points: tuple[PointState, ...]
    agreements: tuple[Agreement, ...]
    standard: QualityStandard | None

    @property
    def relevant(self) -> tuple[PointState, ...]:
        """The points that concern the clinic, or of which nobody has said that they do not."""
        return tuple(p for p in self.points if p.standing is not Standing.NOT_RELEVANT)

    @property
    def in_place(self) -> int:
        """How many points are in place."""
        return sum(point.standing is Standing.YES for point in self.points)

    @property
    def missing(self) -> tuple[PointState, ...]:
        """The points of which somebody has said that they are not in place."""
        return tuple(point for point in self.points if point.is_missing)


def standing_entry(case: Case, form: str) -> Entry | None:
    """Return the newest entry of *form* that is signed, else the newest draft.

    A new review that is only begun does not yet take the place of the last one.
    """
    signed = [entry for entry in case.all(form) if entry.is_signed]
    return max(signed, key=_begun) if signed else case.current(form)


def draft_of(case: Case, form: str) -> Entry | None:
    """Return the draft of *form* that is being worked on: a review, or a correction of one."""
    drafts = (entry for entry in case.entries if entry.form == form and not entry.is_signed)
    return max(drafts, key=_begun, default=None)


def list_state(head: ListHead, entry: Entry | None) -> ListState:
    """Return what *entry*, answers to the checklist with this *head*, says; or that there is none.

    Answers to questions that do not apply must have been left out.
    """
    answers, form = (entry.answers if entry else Answers()), head.form
    return ListState(
        head=head,
        is_begun=entry is not None,
        reviewed=answers.day(f"{form}.date"),
        responsible=answers.text(f"{form}.responsible"),
        next=answers.day(f"{form}.next"),
        points=tuple(_point_state(point, answers) for point in head.points),
        agreements=tuple(_agreements(answers, form)),
        standard=_standard(answers) if form == Checklist.QUALITY_STANDARD else None,
    )


def remarks_on(state: ListState, today: date) -> tuple[str, ...]:
    """Return the sentences about what does not fit together in a checklist."""
    said = _standard_remarks(state.standard, today) if state.standard else ()
    return (*said, *_day_remarks(state, today))


def _standard_remarks(standard: QualityStandard, today: date) -> Iterator[str]:
    if standard.uses_gift_cards and not standard.has_gift_card_rules:
        yield (
            "Kommunen bruger gavekort, men reglerne står ikke i kvalitetsstandarden. "
            "De skal ind, samtidig med at det bliver besluttet."
        )
    if standard.basis and standard.basis > today:
        yield (
            "Kvalitetsstandarden er vedtaget eller set efter på en dag, der ikke er kommet endnu. "
            "Se efter, om datoen er rigtig."
        )


def _day_remarks(state: ListState, today: date) -> Iterator[str]:
    if state.reviewed and state.reviewed > today:
        yield "Listen er gået igennem på en dag, der ikke er kommet. Se efter, om datoen er rigtig."
    if state.reviewed and state.next and state.next < state.reviewed:
        yield "Den næste gennemgang ligger før den sidste. Se efter, om datoerne er rigtige."


def _point_state(point: Point, answers: Answers) -> PointState:
    code = answers.code(f"{point.id}.in_place")
    return PointState(
        point=point,
        standing=Standing(code) if code in set(Standing) else None,
        note=answers.text(f"{point.id}.note"),
        responsible=answers.text(f"{point.id}.responsible"),
        next=answers.day(f"{point.id}.next"),
    )


def _agreements(answers: Answers, form: str) -> Iterator[Agreement]:
    if form != Checklist.COOPERATION:
        return
    for row in range(answers.rows(Place("cooperation.agreement"))):
        parties = answers.choices("cooperation.agreement.with", row)
        yield Agreement(
            row=row,
            party=next((party.display for party in parties), ""),
            about=answers.text("cooperation.agreement.about", row),
            made=answers.day("cooperation.agreement.made", row),
            responsible=answers.text("cooperation.agreement.responsible", row),
            next=answers.day("cooperation.agreement.next", row),
        )


def _standard(answers: Answers) -> QualityStandard:
    uses = answers.code("quality_standard.gift_cards")
    rules = answers.code("quality_standard.gift_card_rules.in_place")
    return QualityStandard(
        approved=answers.day("quality_standard.approved"),
        revised=answers.day("quality_standard.revised"),
        published=answers.text("quality_standard.published"),
        uses_gift_cards={"yes": True, "no": False}.get(uses),
        has_gift_card_rules=rules == Standing.YES,
    )


def _begun(entry: Entry) -> tuple[datetime, str]:
    return entry.started, entry.id
