"""Placed strips become ink on the canvas: backgrounds first, then text in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportlab.lib.units import mm

from views.paper.envelope import Box
from views.paper.look import (
    COLUMN_RIGHT,
    HAIRLINE,
    INK,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Edition,
    TextStyle,
)
from views.paper.pages import Placed
from views.paper.picture import Picture
from views.paper.sheets import Sheet
from views.paper.strips import Ink, Panel
from views.paper.structure import Element
from views.paper.tagged_canvas import Artifact, TaggedCanvas

_CORNER_BASELINE = PAGE_HEIGHT - 12 * mm
_FOOTER_BASELINE = 12 * mm
_FOOTER_LINE = 17.5 * mm
_BASELINE = 0.36  # of the size, below the middle of a line
_DOT = 2.6
_FOLD = 7 * mm
_FOLDS = (
    (0.0, PAGE_HEIGHT / 2, _FOLD, PAGE_HEIGHT / 2),
    (PAGE_WIDTH - _FOLD, PAGE_HEIGHT / 2, PAGE_WIDTH, PAGE_HEIGHT / 2),
    (PAGE_WIDTH / 2, 0.0, PAGE_WIDTH / 2, _FOLD),
    (PAGE_WIDTH / 2, PAGE_HEIGHT - _FOLD, PAGE_WIDTH / 2, PAGE_HEIGHT),
)
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
    for one in page:
        _draw_pictures(canvas, one)


def print_sheet(canvas: TaggedCanvas, sheet: Sheet) -> None:
    """Draw everything on *sheet*, and on a card the marks to fold it at."""
    print_page(canvas, sheet.upright)
    if sheet.turned:
        with canvas.turned():
            print_page(canvas, sheet.turned)
    if sheet.is_card:
        with canvas.artifact(Artifact.LAYOUT):
            canvas.setStrokeColor(HAIRLINE)
            canvas.setLineWidth(0.5)
            for line in _FOLDS:
                canvas.line(*line)


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


def _draw_pictures(canvas: TaggedCanvas, one: Placed) -> None:
    picture, logo = one.strip.picture, one.strip.logo
    if logo:
        # The sender's name stands beside it in words; nobody has to hear it twice.
        with canvas.artifact(Artifact.LAYOUT):
            canvas.stamp(logo, one.left, one.top - logo.height)
    if picture and picture.element and not one.repeated:
        picture.element.box = (
            round(one.left, 2),
            round(one.top - picture.height, 2),
            round(one.left + picture.width, 2),
            round(one.top, 2),
        )
        with canvas.marked(picture.element):
            _draw(canvas, picture, one)
    elif picture:
        with canvas.artifact(Artifact.LAYOUT):
            _draw(canvas, picture, one)


def _draw(canvas: TaggedCanvas, picture: Picture, one: Placed) -> None:
    for line in picture.lines:
        canvas.setStrokeColor(HAIRLINE if line.quiet else INK)
        canvas.setLineWidth(line.thickness)
        path = canvas.beginPath()
        (x, y), *others = line.points
        path.moveTo(one.left + x, one.top - y)
        for x, y in others:
            path.lineTo(one.left + x, one.top - y)
        canvas.drawPath(path)
    canvas.setFillColor(INK)
    for x, y in picture.dots:
        canvas.circle(one.left + x, one.top - y, _DOT, stroke=0, fill=1)
    for label in picture.labels:
        x, y = label.at
        canvas.write(label.text, label.style, one.left + x, one.top - y)


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
