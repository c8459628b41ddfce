"""The typefaces of the letters, read from resources and made known to ReportLab."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import resources
from views.paper.marks import MARKS


class _Advances(dict[str, float]):
    """How far each character moves on, in thousandths of the size, found when first asked for."""

    def __init__(self, widths: Mapping[int, float]) -> None:
        super().__init__()
        self._widths = widths

    def __missing__(self, character: str) -> float:
        mark = MARKS.get(character)
        advance = mark.advance if mark else self._widths[ord(character)]
        self[character] = advance
        return advance


@dataclass(frozen=True, slots=True)
class Typeface:
    """One cut of the letters' typeface; `widths` by code point, in thousandths of the size."""

    name: str
    widths: Mapping[int, float]
    advances: Mapping[str, float] = field(repr=False)

    def width(self, text: str, size: float) -> float:
        """Return how long *text* is in points; every character of it must be in the typeface."""
        return sum(map(self.advances.__getitem__, text)) * size / 1000

    def shows(self, character: str) -> bool:
        """Return whether *character* has a shape here, or is drawn as a mark."""
        # PDF/A-2a wants a reading for private characters, which only their inventor knows.
        if unicodedata.category(character) in {"Co", "Cn", "Cs"}:
            return False
        return character in MARKS or ord(character) in self.widths


def _typeface(cut: str) -> Typeface:
    font = TTFont(f"NotoSans-{cut}", BytesIO(resources.data(f"fonts/NotoSans-{cut}.ttf")))
    pdfmetrics.registerFont(font)
    widths = font.face.charWidths
    return Typeface(font.fontName, widths, _Advances(widths))


REGULAR = _typeface("Regular")
BOLD = _typeface("Bold")
ITALIC = _typeface("Italic")
