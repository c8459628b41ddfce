"""Where an envelope's window is, and what of a folded sheet it can show."""

from dataclasses import dataclass

from views.paper.faults import WindowOutsidePaperError

# A4 folded once lies loose in a C5 envelope: 229 - 210 mm sideways, 162 - 148.5 mm downwards.
SLACK_SIDEWAYS_MM = 19.0
SLACK_DOWN_MM = 13.5
_SMALLEST_BOX_MM = (40.0, 12.0)
_WIDEST_REACH_MM = 121.0  # the column beside it needs the rest of the sheet
_DEEPEST_REACH_MM = 130.0
_HIGHEST_REACH_MM = 25.0  # above it stands the sender


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the sheet, in millimetres from its left and upper edge."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class EnvelopeWindow:
    """A window in millimetres from the envelope's left and upper edge; at first the Nordic C5.

    Raises WindowOutsidePaperError for a place where no receiver could be read.
    """

    left_mm: float = 15.0
    top_mm: float = 44.0
    width_mm: float = 105.0
    height_mm: float = 35.0

    def __post_init__(self) -> None:
        steady, ever = self.always_visible, self.ever_visible
        wide = steady.right - steady.left >= _SMALLEST_BOX_MM[0] and steady.left >= 0
        high = steady.bottom - steady.top >= _SMALLEST_BOX_MM[1]
        inside = ever.right <= _WIDEST_REACH_MM and ever.bottom <= _DEEPEST_REACH_MM
        if not (wide and high and inside and ever.top >= _HIGHEST_REACH_MM):
            raise WindowOutsidePaperError

    @property
    def always_visible(self) -> Box:
        """Return the part of the sheet that shows however the sheet lies in the envelope."""
        return Box(
            self.left_mm,
            self.top_mm,
            self.left_mm + self.width_mm - SLACK_SIDEWAYS_MM,
            self.top_mm + self.height_mm - SLACK_DOWN_MM,
        )

    @property
    def ever_visible(self) -> Box:
        """Return the part of the sheet that may show; only the receiver may stand in it."""
        return Box(
            max(0.0, self.left_mm - SLACK_SIDEWAYS_MM),
            self.top_mm - SLACK_DOWN_MM,
            self.left_mm + self.width_mm,
            self.top_mm + self.height_mm,
        )
