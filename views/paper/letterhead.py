"""What stands above a letter's text: the receiver in the window, the sender, day and references."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from models.danish import long_date
from models.letters.letter import Letter, Receiver, Sender
from views.paper.envelope import Box, EnvelopeWindow
from views.paper.faults import ReceiverOutsideWindowError
from views.paper.lines import longest_piece
from views.paper.logo import Logo, PlacedLogo
from views.paper.look import COLUMN_RIGHT, INK, LEFT, PAGE_HEIGHT, Edition, TextStyle
from views.paper.pages import Placed, column, lowest
from views.paper.strips import Cell, Strip, height, spaced, stacked
from views.paper.structure import Element
from views.paper.typefaces import REGULAR
from views.paper.words import one_line

_HEAD_TOP = PAGE_HEIGHT - 14 * mm
_BODY_TOP = PAGE_HEIGHT - 88 * mm
_COLUMN_END = PAGE_HEIGHT - 200 * mm
_BODY_GAP = 8 * mm
_WINDOW_INSET = 1 * mm
_LABEL_GAP = 8.0
_LOGO_HEIGHT = 18 * mm
_LOGO_GAP = 4.0
_LABEL_SHARE = 0.45
_RECEIVER_SIZES = (
    (16.0, 19.0),
    (13.0, 16.0),
    (10.5, 14.0),
    (10.0, 11.5),
    (9.0, 10.5),
    (8.2, 9.2),
    (7.5, 8.2),
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The placed head of a letter, and where on the sheet its text begins.

    `left_over` found no room beside the window and comes first in the text.
    """

    placed: tuple[Placed, ...]
    left_over: tuple[Strip, ...]
    body_top: float


def letterhead(
    letter: Letter,
    window: EnvelopeWindow,
    root: Element,
    edition: Edition,
    logo: Logo | None = None,
) -> Letterhead:
    """Return the head of *letter*, all but the receiver clear of the envelope's *window*.

    The sender's *logo* stands above the column beside the window.

    Raises ReceiverOutsideWindowError when the receiver does not fit into the window.
    """
    ever = window.ever_visible
    name = _name(letter.sender, root, edition)
    above = name if _HEAD_TOP - height(name.wide) >= PAGE_HEIGHT - ever.top * mm else None
    receiver = _receiver(letter.receiver, window.always_visible, root, edition)
    beside = (
        *_logo(logo, edition),
        *(() if above else name.narrow),
        *_office(letter.sender, root, edition),
        *_particulars(letter, root, edition),
    )
    placed = column(beside, edition.column_left, _HEAD_TOP)
    fitting = sum(one.top - one.strip.height >= _COLUMN_END for one in placed)
    head = column(above.wide, LEFT, _HEAD_TOP) if above else ()
    return Letterhead(
        (*head, *receiver, *placed[:fitting]), beside[fitting:], _below(placed[:fitting], ever)
    )


def _below(beside: Sequence[Placed], window: Box) -> float:
    return min(
        _BODY_TOP,
        PAGE_HEIGHT - window.bottom * mm - _BODY_GAP,
        lowest(beside, _BODY_TOP) - _BODY_GAP,
    )


def _logo(logo: Logo | None, edition: Edition) -> tuple[Strip, ...]:
    if logo is None:
        return ()
    room = COLUMN_RIGHT - edition.column_left
    scale = min(room / logo.width, _LOGO_HEIGHT / logo.height)
    placed = PlacedLogo(logo, logo.width * scale, logo.height * scale)
    return (Strip(placed.height, logo=placed), Strip(_LOGO_GAP))


@dataclass(frozen=True, slots=True)
class _Name:
    wide: tuple[Strip, ...]
    narrow: tuple[Strip, ...]


def _name(sender: Sender, root: Element, edition: Edition) -> _Name:
    texts = [
        (root.add("P"), line, style)
        for line, style in (
            (one_line(sender.name), edition.sender),
            (one_line(sender.unit), edition.body),
        )
        if line
    ]
    wide, narrow = edition.column_left - LEFT - _BODY_GAP, COLUMN_RIGHT - edition.column_left
    return _Name(
        tuple(strip for text in texts for strip in stacked(Cell(*text, 0.0, wide))),
        tuple(strip for text in texts for strip in stacked(Cell(*text, 0.0, narrow))),
    )


def _receiver(receiver: Receiver, box: Box, root: Element, edition: Edition) -> tuple[Placed, ...]:
    text = _joined(receiver.lines)
    if not text:
        return ()
    inset = box.left * mm + 2 * _WINDOW_INSET
    left = LEFT if inset <= LEFT <= inset + 10 * mm else inset
    element = root.add("P")
    for size, leading in _RECEIVER_SIZES:
        style = TextStyle(REGULAR, size, leading, INK)
        cell = Cell(element, text, style, 0.0, box.right * mm - left)
        if size <= edition.body.size and _fits(cell, (box.bottom - box.top) * mm):
            return column(stacked(cell), left, PAGE_HEIGHT - box.top * mm - _WINDOW_INSET)
    raise ReceiverOutsideWindowError


def _fits(cell: Cell, room: float) -> bool:
    if longest_piece(cell.text, cell.style) > cell.width:
        return False
    return height(stacked(cell)) <= room - _WINDOW_INSET


def _office(sender: Sender, root: Element, edition: Edition) -> tuple[Strip, ...]:
    strips: list[Strip] = []
    for lines in (sender.lines, sender.contact):
        text = _joined(lines)
        if text:
            cell = Cell(
                root.add("P"), text, edition.margin, 0.0, COLUMN_RIGHT - edition.column_left
            )
            strips += spaced(stacked(cell), edition.gap)
    return tuple(strips)


def _particulars(letter: Letter, root: Element, edition: Edition) -> tuple[Strip, ...]:
    pairs = [("Dato", long_date(letter.day))]
    pairs += [(one_line(label), one_line(value)) for label, value in letter.reference]
    room = COLUMN_RIGHT - edition.column_left
    widest = max(edition.margin_label.width(label) for label, _ in pairs)
    labels = min(widest + 1, room * _LABEL_SHARE)
    left = labels + _LABEL_GAP
    strips: list[Strip] = []
    for place, (label, value) in enumerate(pairs):
        element = root.add("P")
        cells = (
            Cell(element, label, edition.margin_label, 0.0, labels, goes_on=True),
            Cell(element, value, edition.margin, left, room - left),
        )
        strips += spaced(stacked(*cells), 0.0 if place else edition.gap)
    return tuple(strips)


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(line for line in map(one_line, lines) if line)
