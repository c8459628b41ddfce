"""Questions with their answers as strips: in two columns, running text below its question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from models.filled_form import Answered
from views.paper.look import ACCENT, Edition
from views.paper.strips import Cell, Panel, Strip, kept, spaced, stacked, unlonely
from views.paper.structure import Element
from views.paper.tables import ruled
from views.paper.words import one_line, paragraphs, printable

_QUESTION_SHARE = 0.46
_COLUMN_GAP = 14.0
_BAR = 2.0


def answered(
    blocks: Sequence[Answered], root: Element, edition: Edition
) -> Iterator[tuple[Strip, ...]]:
    """Yield *blocks* as runs of strips; who else than the writer speaks is named and has a bar."""
    for speaker, run in groupby(blocks, key=_speaker):
        yield _spoken(speaker, list(run), root, edition)


def _speaker(block: Answered) -> str:
    return one_line(block.speaker)


def _spoken(
    speaker: str, run: Sequence[Answered], root: Element, edition: Edition
) -> tuple[Strip, ...]:
    if not speaker:
        return _Run(root, edition, 0.0).strips(run)
    block = root.add("BlockQuote")
    inset = edition.indent
    cell = Cell(block.add("P"), speaker, edition.speaker, inset, edition.text_width - inset)
    panel = Panel(edition.text_width, _BAR, ACCENT)
    named = tuple(replace(strip, panel=panel) for strip in kept(stacked(cell)))
    gap = edition.gap * 0.5
    words = spaced(_Run(block, edition, inset).strips(run), gap)
    # Where the run goes on on another page, it says again whose words these are.
    header = (*named, Strip(gap, panel=panel))
    return (*named, *(replace(strip, panel=panel, header=header) for strip in words))


@dataclass(frozen=True)
class _Run:
    """Questions that one person answered, set *inset* points from the left."""

    root: Element
    edition: Edition
    inset: float

    def strips(self, run: Sequence[Answered]) -> tuple[Strip, ...]:
        found: list[Strip] = []
        for is_below, group in groupby(run, key=_stands_below):
            blocks = list(group)
            made = self._below(blocks) if is_below else self._beside(blocks)
            found += spaced(made, self.edition.gap) if found else made
        return tuple(found)

    @property
    def _width(self) -> float:
        return self.edition.text_width - self.inset

    def _beside(self, group: Sequence[Answered]) -> tuple[Strip, ...]:
        """Return a table of two columns; the answers of all runs stand below each other."""
        body = self.root.add("Table").add("TBody")
        middle = self.edition.text_width * _QUESTION_SHARE
        answers_left = middle + _COLUMN_GAP
        strips: list[Strip] = []
        for block in group:
            row = body.add("TR")
            question = row.add("TH", O="Table", Scope="Row")
            style = self.edition.strong if block.is_missing else self.edition.body
            text = printable("\n".join(block.lines))
            room = self.edition.text_width - answers_left
            cells = (
                self._question(question, block, middle - self.inset),
                Cell(row.add("TD"), text, style, answers_left, room),
            )
            strips += ruled(stacked(*cells), self._width, self.inset)
        return tuple(strips)

    def _below(self, group: Sequence[Answered]) -> tuple[Strip, ...]:
        strips: list[Strip] = []
        for block in group:
            question = self._question(self.root.add("P"), block, self._width)
            made = list(kept(stacked(question)))
            for number, lines in enumerate(paragraphs("\n".join(block.lines))):
                text = Cell(
                    self.root.add("P"), "\n".join(lines), self.edition.body, self.inset, self._width
                )
                space = self.edition.gap if number else 1.0
                made += spaced(unlonely(stacked(text)), space)
            strips += spaced(made, self.edition.gap) if strips else made
        return tuple(strips)

    def _question(self, element: Element, block: Answered, width: float) -> Cell:
        return Cell(element, printable(block.question), self.edition.label, self.inset, width)


def _stands_below(block: Answered) -> bool:
    return block.is_running_text and not block.is_missing
