"""The red thread of a plan: from what was found over the goal to what is done, and how one sees."""

from collections.abc import Sequence
from dataclasses import replace

from models.letters.letter import RedThread, Thread
from views.paper.lists import inner_bullets
from views.paper.look import COLUMN_RIGHT, LEFT, Edition
from views.paper.picture import Line, Picture
from views.paper.setting import Setting
from views.paper.strips import Cell, Column, Strip, side_by_side, spaced
from views.paper.structure import Element
from views.paper.tables import facts, header_row, ruled, together
from views.paper.words import printable

_GOAL, _DEEDS = 1, 2
_SHARES = (1.0, 1.0, 1.25, 1.0)  # of the width, for finding, goal, deeds and sign
_GAP = 22.0
_ARROW = 11.0
_ROOM_PER_COLUMN = 9  # times the size; in less, words would be cut
_QUOTES = "»{}«"
_OPENING_QUOTES = ("»", "«", '"', "“", "”", "„")


def red_thread(block: RedThread, setting: Setting) -> tuple[Strip, ...]:
    """Return a table of the threads, without the parts that nobody has said anything about.

    In large print, where the columns would be too narrow, each thread is set as a table of its own.
    """
    threads = [thread for thread in block.threads if any(_texts(thread))]
    said = [any(column) for column in zip(*map(_texts, threads), strict=True)]
    edition = setting.edition
    width = max(edition.text_width, COLUMN_RIGHT - LEFT)
    room = (width - _GAP * (sum(said) - 1)) / max(1, sum(said))
    if not threads:
        return ()
    if room < _ROOM_PER_COLUMN * edition.body.size:
        return _listed(block.columns, threads, setting)
    return _Threads(block.columns, said, setting, width).strips(threads)


def _texts(thread: Thread) -> tuple[str, str, str, str]:
    goal = printable(thread.goal)
    quoted = goal if not goal or goal.startswith(_OPENING_QUOTES) else _QUOTES.format(goal)
    deeds = "\n".join(filter(None, map(printable, thread.deeds)))
    return (printable(thread.finding), quoted, deeds, printable(thread.sign))


def _listed(
    columns: Sequence[str], threads: Sequence[Thread], setting: Setting
) -> tuple[Strip, ...]:
    strips: list[Strip] = []
    for thread in threads:
        finding, goal, deeds, sign = _texts(thread)
        if "\n" in deeds:
            deeds = "\n".join(f"• {deed}" for deed in deeds.split("\n"))
        pairs = zip(columns, (finding, goal, deeds, sign), strict=True)
        said = tuple((name, text) for name, text in pairs if text)
        made = facts(said, setting.root, setting.edition)
        strips += spaced(made, setting.edition.gap * 2)
    return tuple(strips)


class _Threads:
    """A table with one row to a thread, an arrow from each part to the next."""

    def __init__(
        self, columns: Sequence[str], said: Sequence[bool], setting: Setting, width: float
    ) -> None:
        self._names = [printable(name) for name in columns]
        self._places = [place for place, is_said in enumerate(said) if is_said]
        self._edition: Edition = setting.edition
        self._root = setting.root
        self._width = width

    def strips(self, threads: Sequence[Thread]) -> tuple[Strip, ...]:
        """Return the rows below the names of their parts."""
        texts = [[_texts(thread)[place] for place in self._places] for thread in threads]
        names = [self._names[place] for place in self._places]
        room = self._width - _GAP * (len(names) - 1)
        shares = [_SHARES[place] for place in self._places]
        widths = [room * share / sum(shares) for share in shares]
        lefts = [sum(widths[:place]) + _GAP * place for place in range(len(widths))]
        table = self._root.add("Table")
        row = table.add("THead").add("TR")
        heads = [
            Cell(row.add("TH", O="Table", Scope="Column"), name, self._edition.strong, left, width)
            for name, left, width in zip(names, lefts, widths, strict=True)
        ]
        header = header_row(heads, self._width)
        body = table.add("TBody")
        strips: list[Strip] = []
        for said in texts:
            cells = zip(said, lefts, widths, strict=True)
            strips += self._row(body.add("TR"), list(cells), lefts)
        return together((*header, *(replace(s, header=header) for s in strips)), self._edition)

    def _row(
        self, row: Element, cells: Sequence[tuple[str, float, float]], lefts: Sequence[float]
    ) -> tuple[Strip, ...]:
        columns = [
            self._column(row, place, cell) for place, cell in zip(self._places, cells, strict=True)
        ]
        first, *others = side_by_side(columns, self._edition.body.leading)
        arrows = Picture(self._width, first.height, tuple(self._arrows(cells, lefts)))
        return ruled((replace(first, picture=arrows), *others), self._width)

    def _column(self, row: Element, place: int, cell: tuple[str, float, float]) -> Column:
        text, left, width = cell
        edition = self._edition
        if place == _GOAL:
            head = row.add("TH", O="Table", Scope="Row")
            return Cell(head, text, edition.strong, left, width).lines()
        inside = Cell(row.add("TD"), text, edition.body, left, width)
        deeds = text.split("\n")
        if place == _DEEDS and len(deeds) > 1:
            return inner_bullets(deeds, inside, edition)
        return inside.lines()

    def _arrows(
        self, cells: Sequence[tuple[str, float, float]], lefts: Sequence[float]
    ) -> list[Line]:
        middle = self._edition.body.leading * 0.52
        arrows: list[Line] = []
        for (text, *_), (following, *_), left in zip(cells, cells[1:], lefts[1:], strict=False):
            if text and following:
                end = left - (_GAP - _ARROW) / 2
                tip = ((end - 3.2, middle - 2.8), (end, middle), (end - 3.2, middle + 2.8))
                arrows += [
                    Line(((end - _ARROW, middle), (end, middle)), 0.9),
                    Line(tip, 0.9),
                ]
        return arrows
