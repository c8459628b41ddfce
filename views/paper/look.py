"""How a letter looks: sizes, colours and distances, in an ordinary and a large-print edition.

All lengths are points unless a name says millimetres.
"""

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm

from views.paper.typefaces import BOLD, ITALIC, REGULAR, Typeface

PAGE_WIDTH = 210 * mm
PAGE_HEIGHT = 297 * mm

INK = HexColor(0x1C1C1C)
QUIET_INK = HexColor(0x4A5558)
ACCENT = HexColor(0x1F5A66)
TINT = HexColor(0xEDF3F4)
HAIRLINE = HexColor(0xB9C6C9)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One way to set text."""

    face: Typeface
    size: float
    leading: float
    colour: Color

    def width(self, text: str) -> float:
        """Return how long *text* is in points."""
        return self.face.width(text, self.size)


@dataclass(frozen=True, slots=True)
class Edition:
    """All measures of one edition of the letters."""

    body: TextStyle
    strong: TextStyle
    title: TextStyle
    heading: TextStyle
    subheading: TextStyle
    result: TextStyle
    speaker: TextStyle
    label: TextStyle
    small: TextStyle
    small_strong: TextStyle
    margin: TextStyle
    margin_label: TextStyle
    sender: TextStyle
    footer: TextStyle
    text_width: float
    column_left: float

    @property
    def gap(self) -> float:
        """Return the distance between two paragraphs."""
        return self.body.leading * 0.5

    @property
    def indent(self) -> float:
        """Return how far lists and quotations move in."""
        return self.body.size * 1.4


def _set(face: Typeface, size: float, colour: Color = INK) -> TextStyle:
    return TextStyle(face, size, round(size * 1.38 * 2) / 2, colour)


LEFT = 22 * mm
TOP = 18 * mm
BOTTOM = 21 * mm
COLUMN_RIGHT = 193 * mm

ORDINARY = Edition(
    body=_set(REGULAR, 10),
    strong=_set(BOLD, 10),
    title=TextStyle(BOLD, 18, 23, ACCENT),
    heading=_set(BOLD, 12, ACCENT),
    subheading=_set(BOLD, 10),
    result=TextStyle(BOLD, 12, 17, INK),
    speaker=_set(ITALIC, 9.5, QUIET_INK),
    label=_set(REGULAR, 10, QUIET_INK),
    small=_set(REGULAR, 8.5),
    small_strong=_set(BOLD, 8.5),
    margin=_set(REGULAR, 9),
    margin_label=_set(REGULAR, 9, QUIET_INK),
    sender=_set(BOLD, 13, ACCENT),
    footer=_set(REGULAR, 8.5, QUIET_INK),
    text_width=158 * mm,
    column_left=131 * mm,
)

LARGE_PRINT = Edition(
    body=_set(REGULAR, 16),
    strong=_set(BOLD, 16),
    title=TextStyle(BOLD, 24, 30, ACCENT),
    heading=_set(BOLD, 18, ACCENT),
    subheading=_set(BOLD, 16),
    result=TextStyle(BOLD, 17, 24, INK),
    speaker=_set(ITALIC, 16, QUIET_INK),
    label=_set(REGULAR, 16, QUIET_INK),
    small=_set(REGULAR, 16),
    small_strong=_set(BOLD, 16),
    margin=_set(REGULAR, 14),
    margin_label=_set(REGULAR, 14, QUIET_INK),
    sender=_set(BOLD, 17, ACCENT),
    footer=_set(REGULAR, 14, QUIET_INK),
    text_width=COLUMN_RIGHT - LEFT,
    column_left=122 * mm,
)


def _card(size: float) -> Edition:
    return Edition(
        body=_set(REGULAR, size),
        strong=_set(BOLD, size),
        title=TextStyle(BOLD, size * 1.7, size * 2.2, ACCENT),
        heading=_set(BOLD, size * 1.15, ACCENT),
        subheading=_set(BOLD, size),
        result=TextStyle(BOLD, size * 1.15, size * 1.6, INK),
        speaker=_set(ITALIC, size, QUIET_INK),
        label=_set(REGULAR, size, QUIET_INK),
        small=_set(REGULAR, size),
        small_strong=_set(BOLD, size),
        margin=_set(REGULAR, size),
        margin_label=_set(REGULAR, size, QUIET_INK),
        sender=_set(BOLD, size, ACCENT),
        footer=_set(REGULAR, size, QUIET_INK),
        text_width=PAGE_WIDTH / 2 - 18 * mm,
        column_left=0.0,
    )


# A card for the pocket is set in the largest of these that holds all of it.
CARDS = tuple(map(_card, (12.0, 11.0, 10.0, 9.0, 8.0)))
