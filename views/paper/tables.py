"""Facts and tables as strips: columns that fit their words, rows that may go on over a page."""

from collections.abc import Sequence
from dataclasses import replace

from views.paper.lines import longest_piece
from views.paper.look import ACCENT, COLUMN_RIGHT, HAIRLINE, LEFT, Edition, TextStyle
from views.paper.strips import Cell, Rule, Strip, height, kept, spaced, stacked, unbroken, unlonely
from views.paper.structure import Element
from views.paper.words import printable

_PADDING = 4.0
_COLUMN_GAP = 10.0
_LABEL_SHARE = 0.4
_LEAST_LABEL_SHARE = 0.24  # so that the values of several lists of facts stand below each other
_WIDEST_WORD = 11  # times the text's size; a longer word is cut rather than given the room
_NARROWEST_COLUMN = 4.5  # times the text's size
_SMALL_SHARE = 0.6  # of a fair share of the width; so short a text stays on one line
_MANY_COLUMNS = 4
_SHORT_TABLE = 9  # lines; one of so few is not divided between two pages
_SHORT_ROW = 9  # lines; a row of so few is not divided between two pages


def facts(rows: Sequence[tuple[str, str]], root: Element, edition: Edition) -> tuple[Strip, ...]:
    """Return label and value pairs as a table of two columns, labels as row headers."""
    body = root.add("Table").add("TBody")
    shown = [(printable(label), printable(value)) for label, value in rows]
    labels = _longest_line("\n".join(label for label, _ in shown), edition.label)
    wide = edition.text_width
    width = min(max(labels + 1, _LEAST_LABEL_SHARE * wide), _LABEL_SHARE * wide)
    strips: list[Strip] = []
    for label, value in shown:
        row = body.add("TR")
        value_left = width + _COLUMN_GAP * 1.6
        cells = (
            Cell(row.add("TH", O="Table", Scope="Row"), label, edition.label, 0.0, width),
            Cell(row.add("TD"), value, edition.body, value_left, wide - value_left),
        )
        strips += ruled(stacked(*cells), wide)
    return together(strips, edition)


def table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], root: Element, edition: Edition
) -> tuple[Strip, ...]:
    """Return a table whose header row comes again on every page it goes on to.

    With too many columns for the paper, each row becomes pairs of column name and value.
    """
    if len(columns) * _NARROWEST_COLUMN * edition.body.size > edition.text_width:
        return _listed(columns, rows, root, edition)
    heads = [printable(name) for name in columns]
    texts = [[printable(text) for text in row] for row in rows]
    width = _table_width(len(columns), edition)
    widths = column_widths([heads, *texts], edition.strong, width)
    frame = root.add("Table")
    head_row = frame.add("THead").add("TR")
    head_elements = [head_row.add("TH", O="Table", Scope="Column") for _ in heads]
    header = header_row(_cells(head_elements, heads, edition.strong, widths), width)
    strips: list[Strip] = []
    body = frame.add("TBody")
    for row in texts:
        row_element = body.add("TR")
        elements = [row_element.add("TD") for _ in row]
        strips += ruled(stacked(*_cells(elements, row, edition.body, widths)), width)
    return together((*header, *(replace(strip, header=header) for strip in strips)), edition)


def _table_width(columns: int, edition: Edition) -> float:
    # Many columns may use the margin that the sender's column has on the first page.
    wide = COLUMN_RIGHT - LEFT if columns >= _MANY_COLUMNS else 0.0
    return max(edition.text_width, wide)


def column_widths(
    rows: Sequence[Sequence[str]], style: TextStyle, width: float
) -> tuple[float, ...]:
    """Return a width for each column; with the gaps between them they fill *width*.

    A short column gets its whole text on one line, the others room for their longest words and
    the rest by how much they hold.
    """
    room = width - _COLUMN_GAP * (len(rows[0]) - 1)
    texts = list(zip(*rows, strict=True))
    cap = _WIDEST_WORD * style.size
    least = [min(cap, longest_piece("\n".join(column), style)) for column in texts]
    most = [_longest_line("\n".join(column), style) + 1 for column in texts]
    if sum(most) <= room:
        return _shared(room - sum(most), most, most)
    if sum(least) > room:
        floor = _NARROWEST_COLUMN * style.size - _COLUMN_GAP
        return _shared(room - floor * len(least), least, [floor] * len(least))
    small = room / len(most) * _SMALL_SHARE
    base = [full if full <= small else part for part, full in zip(least, most, strict=True)]
    if sum(base) > room:
        base = least
    shares = [min(full, room) - part for full, part in zip(most, base, strict=True)]
    return _shared(room - sum(base), shares, base)


def _longest_line(text: str, style: TextStyle) -> float:
    return max(map(style.width, text.split("\n")))


def _shared(spare: float, shares: Sequence[float], base: Sequence[float]) -> tuple[float, ...]:
    total = sum(shares)
    return tuple(width + spare * share / total for width, share in zip(base, shares, strict=True))


def together(strips: Sequence[Strip], edition: Edition) -> tuple[Strip, ...]:
    """Return the strips of a table, all on one page if there are few."""
    short = height(strips) <= _SHORT_TABLE * edition.body.leading
    return unbroken(strips) if short else tuple(strips)


def _cells(
    elements: Sequence[Element], texts: Sequence[str], style: TextStyle, widths: Sequence[float]
) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    left = 0.0
    for element, text, width in zip(elements, texts, widths, strict=True):
        cells.append(Cell(element, text, style, left, width))
        left += width + _COLUMN_GAP
    return tuple(cells)


def header_row(cells: Sequence[Cell], width: float) -> tuple[Strip, ...]:
    """Return the names of the columns above a line, kept with the first row."""
    line = Rule(0.0, width, ACCENT, below=_PADDING, thickness=1.0)
    return kept((*stacked(*cells), Strip(_PADDING, rules=(line,))))


def ruled(lines: Sequence[Strip], width: float, left: float = 0.0) -> tuple[Strip, ...]:
    """Return the lines of one row with room around them and a hairline below, *left* on."""
    together = unbroken(lines) if len(lines) <= _SHORT_ROW else unlonely(lines)
    *first, last = together
    line = Rule(left, width, HAIRLINE, below=_PADDING)
    padding = Strip(_PADDING)
    foot = Strip(_PADDING, rules=(line,))
    return (replace(padding, keeps=True), *first, replace(last, keeps=True), foot)


def _listed(
    columns: Sequence[str], rows: Sequence[Sequence[str]], root: Element, edition: Edition
) -> tuple[Strip, ...]:
    strips: list[Strip] = []
    for row in rows:
        pairs = tuple(zip(columns, row, strict=True))
        strips += spaced(facts(pairs, root, edition), edition.gap)
    return tuple(strips)
