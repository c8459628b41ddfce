"""How far a score moved from one time to the next, and whether that means something."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from models.danish import number
from models.law_tables import Confidence

Score: TypeAlias = int | Decimal

LIMIT_CAUTION: Mapping[Confidence, str] = {
    Confidence.SURE: "",
    Confidence.LIKELY: "Grænsen er almindeligt brugt, men ikke set efter i kilden.",
    Confidence.UNVERIFIED: "Grænsen er ikke bekræftet. Byg ikke noget på den.",
}
"""What is said beside a limit about how far it can be trusted."""


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """How many points a score must move before it means something.

    `cut_off` is the score from which one is on the other side; None when there is none.
    """

    least: int
    enough: str
    too_little: str
    source: str
    confidence: Confidence
    cut_off: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A score before and after; `is_high_good` says which way is forward."""

    rule: ChangeRule
    before: Score
    after: Score
    is_high_good: bool

    @property
    def points(self) -> Decimal:
        """How far it moved, in points; negative is down."""
        return Decimal(self.after) - Decimal(self.before)

    @property
    def is_improvement(self) -> bool:
        """Whether it moved towards the good end."""
        return self.points != 0 and (self.points > 0) is self.is_high_good

    @property
    def is_reliable(self) -> bool:
        """Whether it moved as much as the rule wants."""
        return abs(self.points) >= self.rule.least

    @property
    def crosses_cut_off(self) -> bool:
        """Whether it moved from one side of the cut-off to the other."""
        cut_off = self.rule.cut_off
        return cut_off is not None and (self.before < cut_off) is not (self.after < cut_off)

    @property
    def is_clinically_significant(self) -> bool:
        """Whether it both is reliable and crosses the cut-off."""
        return self.is_reliable and self.crosses_cut_off

    @property
    def judged(self) -> str:
        """What to say about it, but not how far the rule can be trusted."""
        if not self.points:
            return "Uændret."
        way = "Fremgang" if self.is_improvement else "Tilbagegang"
        enough = self.rule.enough if self.is_reliable else self.rule.too_little
        crossed = f"Grænsen på {self.rule.cut_off} er krydset." if self.crosses_cut_off else ""
        moved = f"{way} på {number(abs(self.points))} point."
        return " ".join(part for part in (moved, enough, crossed) if part)

    @property
    def caution(self) -> str:
        """How far the rule can be trusted; empty when it is sure or nothing moved."""
        return LIMIT_CAUTION[self.rule.confidence] if self.points else ""

    @property
    def words(self) -> str:
        """What to say about it, with how far the rule can be trusted."""
        return f"{self.judged} {self.caution}".rstrip()
