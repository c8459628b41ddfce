"""Placed strips become ink on the canvas: backgrounds first, then text in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportlab.lib.units import mm

from views.paper.envelope import Box
from views.paper.look import COLUMN_RIGHT, HAIRLINE, LEFT, PAGE_HEIGHT, Edition, TextStyle
from views.paper.pages import Placed
from views.paper.strips import Ink, Panel
from views.paper.structure import Element
from views.paper.tagged_canvas import Artifact, TaggedCanvas

_CORNER_BASELINE = PAGE_HEIGHT - 12 * mm
_FOOTER_BASELINE = 12 * mm
_FOOTER_LINE = 17.5 * mm
_BASELINE = 0.36  # of the size, below the middle of a line
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class _Set:
    """A line of text and where its baseline begins."""

    ink: Ink
    x: float
    y: float


def print_page(canvas: TaggedCanvas, page: Sequence[Placed]) -> None:
    """Draw everything on *page*."""
    _draw_panels(canvas, page)
    _draw_rules(canvas, page)
    repeated = [line for one in page if one.repeated for line in _lines(one)]
    if repeated:
        with canvas.artifact(Artifact.REPEATED):
            _write(canvas, repeated)
    # An element's lines stand together in the file, so that copied text has the reading order.
    by_element: dict[Element, list[_Set]] = {}
    for line in (line for one in page if not one.repeated for line in _lines(one)):
        by_element.setdefault(line.ink.element, []).append(line)
    for element, lines in by_element.items():
        with canvas.marked(element):
            _write(canvas, lines)


def print_footer(canvas: TaggedCanvas, name: str, page_of_pages: str, edition: Edition) -> None:
    """Draw the sender's *name* and the page number below the text."""
    style = edition.footer
    right = max(COLUMN_RIGHT, LEFT + edition.text_width)
    number_left = right - style.width(page_of_pages)
    room = number_left - LEFT - style.size * 2
    with canvas.artifact(Artifact.FOOTER):
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.5)
        canvas.line(LEFT, _FOOTER_LINE, right, _FOOTER_LINE)
        canvas.write(_shortened(name, style, room), style, LEFT, _FOOTER_BASELINE)
        canvas.write(page_of_pages, style, number_left, _FOOTER_BASELINE)


def print_corner(canvas: TaggedCanvas, words: str, edition: Edition) -> None:
    """Draw *words* above the text, at the right edge: what every page must say of itself."""
    style = edition.strong
    right = max(COLUMN_RIGHT, LEFT + edition.text_width)
    with canvas.artifact(Artifact.HEADER):
        canvas.write(words, style, right - style.width(words), _CORNER_BASELINE)


def _shortened(text: str, style: TextStyle, room: float) -> str:
    if style.width(text) <= room:
        return text
    length, used = 0, style.width(_ELLIPSIS)
    while used + style.width(text[length]) <= room:
        used += style.width(text[length])
        length += 1
    return text[:length].rstrip() + _ELLIPSIS


def _draw_panels(canvas: TaggedCanvas, page: Sequence[Placed]) -> None:
    for panel, group in groupby(page, key=_panel):
        if panel is None:
            continue
        strips = list(group)
        left, top = strips[0].left, strips[0].top
        bottom = strips[-1].top - strips[-1].strip.height
        with canvas.artifact(Artifact.LAYOUT):
            if panel.tint:
                canvas.setFillColor(panel.tint)
                canvas.rect(left, bottom, panel.width, top - bottom, stroke=0, fill=1)
            canvas.setFillColor(panel.bar_colour)
            canvas.rect(left, bottom, panel.bar, top - bottom, stroke=0, fill=1)


def _draw_rules(canvas: TaggedCanvas, page: Sequence[Placed]) -> None:
    for one in page:
        for rule in one.strip.rules:
            y = one.top - rule.below
            left = one.left + rule.x
            with canvas.artifact(Artifact.LAYOUT):
                canvas.setStrokeColor(rule.colour)
                canvas.setLineWidth(rule.thickness)
                canvas.line(left, y, left + rule.width, y)


def _panel(one: Placed) -> Panel | None:
    return one.strip.panel


def _lines(one: Placed) -> Iterator[_Set]:
    for ink in one.strip.inks:
        y = one.top - ink.style.leading / 2 - _BASELINE * ink.style.size
        yield _Set(ink, one.left + ink.x, y)


def _write(canvas: TaggedCanvas, lines: Sequence[_Set]) -> None:
    for line in lines:
        canvas.write(line.ink.text, line.ink.style, line.x, line.y)


def print_boxes(canvas: TaggedCanvas, boxes: Sequence[Box]) -> None:
    """Draw the outline of *boxes*."""
    for box in boxes:
        with canvas.artifact(Artifact.LAYOUT):
            canvas.setStrokeColor(HAIRLINE)
            canvas.setLineWidth(0.5)
            width, height = box.right - box.left, box.bottom - box.top
            canvas.rect(box.left * mm, PAGE_HEIGHT - box.bottom * mm, width * mm, height * mm)
