"""Signs that the typeface lacks and people use, as lines."""

import re
from dataclasses import dataclass
from typing import TypeAlias

Stroke: TypeAlias = tuple[tuple[float, float], ...]

STROKE_WIDTH = 75.0  # thousandths of the size, close to the stem of the typeface


@dataclass(frozen=True, slots=True)
class Mark:
    """One sign: its advance and its strokes from the baseline, in thousandths of the size."""

    advance: float
    strokes: tuple[Stroke, ...]


_BOX: Stroke = ((90, 10), (710, 10), (710, 630), (90, 630), (90, 10))
_TICK: Stroke = ((230, 330), (360, 180), (580, 480))

MARKS = {
    "→": Mark(1000, (((80, 320), (910, 320)), ((640, 560), (910, 320), (640, 80)))),
    "←": Mark(1000, (((920, 320), (90, 320)), ((360, 560), (90, 320), (360, 80)))),
    "−": Mark(572, (((70, 350), (502, 350)),)),
    "≤": Mark(572, (((502, 620), (80, 420), (502, 220)), ((80, 70), (502, 70)))),
    "≥": Mark(572, (((70, 620), (492, 420), (70, 220)), ((70, 70), (492, 70)))),
    "✓": Mark(800, (((100, 320), (300, 80), (700, 650)),)),
    "☐": Mark(800, (_BOX,)),
    "☑": Mark(800, (_BOX, _TICK)),
    "☒": Mark(800, (_BOX, ((230, 150), (570, 490)), ((230, 490), (570, 150)))),
}
_RUNS = re.compile(f"[{''.join(MARKS)}]|[^{''.join(MARKS)}]+")


def runs(text: str) -> tuple[str, ...]:
    """Return *text* cut so that every mark stands alone."""
    return tuple(_RUNS.findall(text))
