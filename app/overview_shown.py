"""The numbers of the clinic as the room Overblik shows them, card by card."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.wording import counted
from models.clinic_numbers import (
    STOPPED,
    Counted,
    Guarantee,
    GuaranteeNumbers,
    Period,
    by_result,
    guarantee_numbers,
)
from models.danish import days
from models.decision import Result
from models.summary import STAGES
from storage.outcome_records import DueCount, OpenCount, OutcomeCount
from views.screen.choices import Choice
from views.screen.citizen_filter import OPEN, CitizensWanted
from views.screen.overview.number_card import CardShown, NumberShown

PERIODS = (
    Choice(Period.THIS_YEAR, "I år"),
    Choice(Period.THIS_QUARTER, "Dette kvartal"),
    Choice(Period.LAST_YEAR, "Sidste år"),
)
A_WHILE = timedelta(days=30)
_DECISIONS: Mapping[str, str] = {
    Result.FULL: "Det, der blev søgt om",
    Result.PARTIAL: "Noget af det, eller noget andet",
    Result.REFUSAL: "Afslag",
    STOPPED: "Hjælpen stoppede",
}
_OF_ALL = 100


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the register counts: outcomes of the period, and what is open, waits and is due now."""

    open: tuple[OpenCount, ...]
    guarantee: tuple[OutcomeCount, ...]
    waiting: int
    exceeded: int
    decisions: tuple[OutcomeCount, ...]
    follow_up: DueCount

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all to count."""
        due = self.follow_up.before + self.follow_up.within + self.follow_up.later
        return not (self.open or self.guarantee or self.decisions or due)


def cards_of(numbers: Numbers) -> tuple[CardShown, ...]:
    """Return a card for each thing that is counted."""
    return (
        _open_courses(numbers.open),
        _guarantee(numbers),
        _decisions(numbers.decisions),
        _follow_up(numbers.follow_up),
        _by_counsellor(numbers.open),
    )


def first_of_all(today: date) -> tuple[date, date]:
    """Return the days before *today*, both ends counted."""
    return date.min, today - timedelta(days=1)


def _open_courses(found: Sequence[OpenCount]) -> CardShown:
    sums = _sums((one.stage, one.count) for one in found)
    order = {stage: place for place, stage in enumerate(STAGES)}
    stages = sorted(sums, key=lambda stage: (order.get(stage, len(order)), stage))
    rows = [(stage, sums[stage], CitizensWanted(stage=stage, standing=OPEN)) for stage in stages]
    return CardShown("Åbne forløb nu", tuple(_rows(rows)), _in_all(sums))


def _by_counsellor(found: Sequence[OpenCount]) -> CardShown:
    sums = _sums((one.counsellor, one.count) for one in found)
    rows = [
        (name, sums[name], CitizensWanted(counsellor=name, standing=OPEN))
        for name in sorted(sums, key=str.casefold)
    ]
    note = "Talt hos den, der sidst har skrevet i sagen." if rows else ""
    return CardShown("Åbne forløb pr. medarbejder", tuple(_rows(rows)), note)


def _guarantee(numbers: Numbers) -> CardShown:
    told = guarantee_numbers(_counted(numbers.guarantee))
    rows = [
        ("Begyndt til tiden", told.kept, None),
        ("Begyndt for sent", told.late, None),
        ("Begyndt, hvor fristen ikke gjaldt", told.not_binding, None),
        ("Venter nu, inden for fristen", numbers.waiting, None),
        ("Venter nu, fristen er overskredet", numbers.exceeded, None),
    ]
    return CardShown("Behandlingsgaranti", tuple(_rows(rows)), _in_words(told), of_period=True)


def _in_words(told: GuaranteeNumbers) -> str:
    if told.median is None:
        return "Ingen behandling er begyndt i perioden."
    bound = told.kept + told.late
    kept = f" {round(told.kept * _OF_ALL / bound)} % til tiden." if bound else ""
    median = f"{told.median:g}".replace(".", ",")
    unit = "dag" if told.median == 1 else "dage"
    began = counted(told.started, "behandling er begyndt", "behandlinger er begyndt")
    return f"{began}.{kept} Median fra anmodning til start: {median} {unit}."


def _decisions(found: Sequence[OutcomeCount]) -> CardShown:
    sums = by_result(_counted(found))
    rows = [(said, sums.get(result, 0), None) for result, said in _DECISIONS.items()]
    return CardShown("Afgørelser", tuple(_rows(rows)), _in_all(sums), of_period=True)


def _follow_up(due: DueCount) -> CardShown:
    rows = [
        ("Dagen er passeret", due.before, None),
        (f"Inden for {days(A_WHILE.days)}", due.within, None),
        ("Senere", due.later, None),
    ]
    return CardShown("Opfølgning efter udskrivning", tuple(_rows(rows)))


def _rows(found: Sequence[tuple[str, int, CitizensWanted | None]]) -> Iterator[NumberShown]:
    most = max((number for _, number, _ in found), default=0)
    for said, number, wanted in found:
        share = number / most if most else 0.0
        yield NumberShown(said or "Uden navn", number, share, wanted if number else None)


def _in_all(sums: Mapping[str, int]) -> str:
    return f"{sum(sums.values())} i alt."


def _sums(found: Iterable[tuple[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for key, count in found:
        sums[key] = sums.get(key, 0) + count
    return sums


def _counted(found: Iterable[OutcomeCount]) -> tuple[Counted, ...]:
    return tuple(Counted(one.result, one.days, one.count) for one in found)


def waiting_in(found: Iterable[OutcomeCount]) -> int:
    """Return how many of the guarantees counted still wait."""
    return sum(one.count for one in found if one.result == Guarantee.WAITING)
