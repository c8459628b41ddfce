"""The typefaces of the letters, read from resources and made known to ReportLab."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import resources
from views.paper.marks import MARKS


@dataclass(frozen=True, slots=True)
class Typeface:
    """One cut of the letters' typeface; `widths` by code point, in thousandths of the size."""

    name: str
    widths: Mapping[int, float]

    def width(self, text: str, size: float) -> float:
        """Return how long *text* is in points; every character of it must be in the typeface."""
        return sum(map(self.advance, text)) * size / 1000

    def advance(self, character: str) -> float:
        """Return how far *character* moves on, in thousandths of the size."""
        mark = MARKS.get(character)
        return mark.advance if mark else self.widths[ord(character)]

    def shows(self, character: str) -> bool:
        """Return whether *character* has a shape here, or is drawn as a mark."""
        # PDF/A-2a wants a reading for private characters, which only their inventor knows.
        if unicodedata.category(character) in {"Co", "Cn", "Cs"}:
            return False
        return character in MARKS or ord(character) in self.widths


def _typeface(cut: str) -> Typeface:
    font = TTFont(f"NotoSans-{cut}", BytesIO(resources.data(f"fonts/NotoSans-{cut}.ttf")))
    pdfmetrics.registerFont(font)
    return Typeface(font.fontName, font.face.charWidths)


REGULAR = _typeface("Regular")
BOLD = _typeface("Bold")
ITALIC = _typeface("Italic")
