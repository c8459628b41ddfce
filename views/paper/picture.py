"""A small drawing of lines, dots and words, the same for paper and for the screen."""

from dataclasses import dataclass
from typing import TypeAlias

from views.paper.look import TextStyle
from views.paper.structure import Element

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A line through `points`; a `quiet` one is there to be read by, not to be read."""

    points: tuple[Point, ...]
    thickness: float
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Words whose baseline begins `at`."""

    text: str
    style: TextStyle
    at: Point
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, in points to the right of and below its upper left corner.

    With an `element` it is part of the letter and says so; without one it is decoration.
    """

    width: float
    height: float
    lines: tuple[Line, ...] = ()
    dots: tuple[Point, ...] = ()
    labels: tuple[Label, ...] = ()
    element: Element | None = None
