"""Which strip comes on which page, and where."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from views.paper.strips import Strip, height

_LARGEST_HEADER = 0.4  # of the page; a taller one is not repeated
_CLOSER = (0.9, 0.8, 0.7, 0.6)  # of the distances between blocks: what still reads well


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a page that strips fill, in points from the sheet's lower left corner."""

    left: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip on a page; `repeated` when the page says it again."""

    strip: Strip
    left: float
    top: float
    repeated: bool = False


def column(strips: Sequence[Strip], left: float, top: float) -> tuple[Placed, ...]:
    """Return *strips* below each other from *top* on."""
    placed: list[Placed] = []
    for place, strip in enumerate(strips):
        top -= strip.space_before if place else 0.0
        placed.append(Placed(strip, left, top))
        top -= strip.height
    return tuple(placed)


def lowest(placed: Sequence[Placed], otherwise: float) -> float:
    """Return where the last of *placed* ends, or *otherwise* when there are none."""
    return min((one.top - one.strip.height for one in placed), default=otherwise)


def fitted(strips: Sequence[Strip], first: Frame, other: Frame) -> tuple[tuple[Placed, ...], ...]:
    """Return the pages that *strips* fill, a little closer to each other where that saves a page.

    So no sheet is spent on a greeting alone; what would fill as many pages anyway keeps its air.
    """
    pages = paginated(strips, first, other)
    if len(pages) == 1 or _pages_at_least(strips, first, other) == len(pages):
        return pages
    for share in _CLOSER:
        closer = paginated(_closer(strips, share), first, other)
        if len(closer) < len(pages):
            return closer
    return pages


def _closer(strips: Sequence[Strip], share: float) -> tuple[Strip, ...]:
    return tuple(replace(strip, space_before=strip.space_before * share) for strip in strips)


def _pages_at_least(strips: Sequence[Strip], first: Frame, other: Frame) -> int:
    # What does not fit even by its height alone need not be laid out again and again.
    left = height(_closer(strips, _CLOSER[-1])) - (first.top - first.bottom)
    return 1 + max(0, ceil(left / (other.top - other.bottom)))


def paginated(
    strips: Sequence[Strip], first: Frame, other: Frame
) -> tuple[tuple[Placed, ...], ...]:
    """Return the pages that *strips* fill, at least one.

    A strip that keeps to the next one moves on with it, unless a whole page is kept together.
    """
    pages: list[tuple[Placed, ...]] = []
    start = 0
    while start < len(strips) or not pages:
        frame = other if pages else first
        page = _page(strips, start, frame)
        repeated = sum(one.repeated for one in page)
        pages.append(page)
        start += len(page) - repeated
    return tuple(pages)


def _page(strips: Sequence[Strip], start: int, frame: Frame) -> tuple[Placed, ...]:
    placed = [
        Placed(one.strip, one.left, one.top, repeated=True)
        for one in column(_header(strips, start, frame), frame.left, frame.top)
    ]
    top = lowest(placed, frame.top)
    end = start
    for strip in strips[start : start + _most(frame)]:
        gap = strip.space_before if end > start else 0.0
        if end > start and top - gap - strip.height < frame.bottom:
            break
        placed.append(Placed(strip, frame.left, top - gap))
        top -= gap + strip.height
        end += 1
    left_over = end - _last_break(strips, start, end)
    return tuple(placed[: len(placed) - left_over])


def _most(frame: Frame) -> int:
    # No strip is lower than this; without a limit every page would copy the rest of the letter.
    return int((frame.top - frame.bottom) / 2) + 1


def _header(strips: Sequence[Strip], start: int, frame: Frame) -> tuple[Strip, ...]:
    header = strips[start].header if start < len(strips) else ()
    return header if height(header) <= _LARGEST_HEADER * (frame.top - frame.bottom) else ()


def _last_break(strips: Sequence[Strip], start: int, end: int) -> int:
    if end == len(strips):
        return end
    place = end
    while place > start and strips[place - 1].keeps:
        place -= 1
    return place if place > start else end
