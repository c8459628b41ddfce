"""Decisions that stand beside each other: which is the newest, and which help there is by them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from models.decision import Decision


class Made(Protocol):
    """What an entry tells that may stand beside others of its form."""

    @property
    def entry_id(self) -> str:
        """The id of the entry."""

    @property
    def is_signed(self) -> bool:
        """Whether the entry is signed."""

    @property
    def day(self) -> date | None:
        """The day it is about; None while nobody said."""


_Made = TypeVar("_Made", bound=Made)


def in_order(told: Iterable[_Made]) -> tuple[_Made, ...]:
    """Return what is *told* by its days, drafts last; of one day in the order it came."""
    return tuple(sorted(told, key=_when))


def signed_ones(told: Iterable[_Made]) -> tuple[_Made, ...]:
    """Return what was signed of what is *told*, in the order it came."""
    return tuple(one for one in told if one.is_signed)


def standing(told: Sequence[_Made]) -> _Made | None:
    """Return the newest that is signed; while none is, the newest draft."""
    return next(reversed(signed_ones(told) or tuple(told)), None)


def of_entry(told: Iterable[_Made], entry_id: str) -> _Made | None:
    """Return what the entry with this id tells; None when it is none of these."""
    return next((one for one in told if one.entry_id == entry_id), None)


def in_force(decisions: Iterable[Decision]) -> Decision | None:
    """Return the decision by which the citizen has help now; None when there is none.

    A no to something else takes nothing of what was granted before; only a stop does.
    """
    granting: Decision | None = None
    for decision in signed_ones(decisions):
        if decision.change.is_stop:
            granting = None
        elif decision.grants_something:
            granting = decision
    return granting


def granted_last(decisions: Iterable[Decision]) -> Decision | None:
    """Return the newest decision that granted help, be it stopped since; None without one."""
    made = (one for one in signed_ones(decisions) if not one.change.is_stop)
    return next((one for one in reversed(tuple(made)) if one.grants_something), None)


def appealed(
    decisions: Iterable[Decision], decided: date | None, received: date | None
) -> Decision | None:
    """Return the decision that an appeal *received* on a day is about.

    It is the one made on the day the appeal names as *decided*; else the newest there was when the
    appeal came.
    """
    made = signed_ones(decisions)
    named = (decision for decision in made if decided and decision.day == decided)
    there = tuple(one for one in made if received and one.day and one.day <= received)
    return next(named, next(reversed(there), None))


def _when(one: Made) -> tuple[bool, date]:
    return not one.is_signed, one.day or date.max
