"""The blocks of a letter as strips, with their structure in the same order."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from models.letters.letter import (
    Block,
    BulletList,
    Chart,
    Facts,
    Heading,
    LawText,
    Paragraph,
    PocketCard,
    Quotation,
    RedThread,
    Result,
    SignatureColumns,
    SignatureLines,
    Table,
)
from views.paper.charts import chart
from views.paper.lists import bullets
from views.paper.look import Edition
from views.paper.running import law_text, paragraph, quotation, result
from views.paper.setting import Setting
from views.paper.signing import signature_columns, signature_lines
from views.paper.strips import Strip, kept, spaced, unbroken
from views.paper.structure import Element
from views.paper.tables import facts, table
from views.paper.threads import red_thread
from views.paper.words import printable

_DEEPEST_HEADING = 6
_SHORT_SENTENCE = 6  # lines; so few stay whole above the places to sign


class Story:
    """What has been set so far; blocks are added in the order they are read in."""

    def __init__(self, root: Element, edition: Edition, *, is_titled: bool = False) -> None:
        """With *is_titled* the letter's own heading stands elsewhere."""
        self._setting = Setting(root, edition)
        self._level = 1 if is_titled else 0
        self._after_heading = False
        self._last: Block | None = None
        self._last_begins = 0
        self._before_begins = 0
        self._strips: list[Strip] = []

    @property
    def strips(self) -> tuple[Strip, ...]:
        """Return everything that has been set; a short end, as a greeting, is never alone."""
        end = self._strips[self._last_begins :]
        before = self._strips[self._before_begins : self._last_begins]
        if not (before and isinstance(self._last, Paragraph) and len(end) <= _SHORT_SENTENCE):
            return tuple(self._strips)
        is_short = len(before) <= _SHORT_SENTENCE
        held = kept(before) if is_short else (*before[:-1], replace(before[-1], keeps=True))
        return (*self._strips[: self._before_begins], *held, *unbroken(end))

    def add_title(self, text: str) -> None:
        """Set the letter's own heading; below another one when it stands elsewhere already."""
        if printable(text):
            self._level += 1
            element = self._setting.root.add(f"H{self._level}")
            style = self._setting.edition.title
            self._append(kept(self._setting.lines(element, printable(text), style)))

    def add(self, block: Block) -> None:
        """Set *block*; an empty one leaves no trace."""
        if isinstance(block, Heading):
            self._add_heading(block)
            return
        if isinstance(block, PocketCard):
            for inner in chain(block.front, block.inside, block.back):
                self.add(inner)
            return
        strips = self._text(block)
        if strips and isinstance(block, SignatureLines | SignatureColumns):
            self._keep_sentence()
        begins = len(self._strips)
        self._append(strips, self._gaps(block))
        self._after_heading = self._after_heading and not strips
        if strips:
            self._before_begins = self._last_begins
            self._last, self._last_begins = block, begins

    def place(self, strips: Sequence[Strip]) -> None:
        """Set *strips* that were made elsewhere, as one block."""
        self._append(strips)
        self._after_heading = False
        self._last = None

    def _keep_sentence(self) -> None:
        # Nobody signs on a sheet that does not say what for.
        tail = self._strips[self._last_begins :]
        if len(tail) <= _SHORT_SENTENCE:
            self._strips[self._last_begins :] = kept(tail)
        elif tail:
            self._strips[-1] = replace(tail[-1], keeps=True)

    def _gaps(self, block: Block) -> float:
        if isinstance(block, SignatureLines | SignatureColumns):
            return 1.6
        if isinstance(block, LawText):
            return 1.0 if isinstance(self._last, LawText) else 3.0
        return 1.4 if isinstance(block, Result) or isinstance(self._last, Result) else 1.0

    def _append(self, strips: Sequence[Strip], gaps: float = 1.0) -> None:
        if strips:
            space = self._setting.edition.gap * (0.5 if self._after_heading else gaps)
            self._strips += spaced(strips, space)

    def _add_heading(self, heading: Heading) -> None:
        text = printable(heading.text)
        if not text:
            return
        # A heading that leaps over a level leads a screen reader astray (ISO 14289-1 7.4.2).
        lowest = min(2, self._level + 1)
        self._level = max(lowest, min(heading.level, self._level + 1, _DEEPEST_HEADING))
        large = self._level <= 2  # noqa: PLR2004 - a part of the letter, not of a part
        edition = self._setting.edition
        style = edition.heading if large else edition.subheading
        strips = self._setting.lines(self._setting.root.add(f"H{self._level}"), text, style)
        self._after_heading = False
        self._append(kept(strips), 2.4 if large else 1.6)
        self._after_heading = True

    def _text(self, block: Block) -> tuple[Strip, ...]:
        strips: tuple[Strip, ...] = ()
        match block:
            case Paragraph():
                strips = paragraph(block, self._setting)
            case Result():
                strips = result(block, self._setting)
            case Quotation():
                strips = quotation(block, self._setting)
            case LawText():
                strips = law_text(block, self._setting)
            case _:
                strips = self._arranged(block)
        return strips

    def _arranged(self, block: Block) -> tuple[Strip, ...]:
        strips: tuple[Strip, ...] = ()
        match block:
            case BulletList():
                strips = bullets(block, self._setting)
            case Facts() if block.rows:
                strips = facts(block.rows, self._setting.root, self._setting.edition)
            case Table() if block.columns:
                root, edition = self._setting.root, self._setting.edition
                strips = table(block.columns, block.rows, root, edition)
            case RedThread():
                strips = red_thread(block, self._setting)
            case _:
                strips = self._signed_or_drawn(block)
        return strips

    def _signed_or_drawn(self, block: Block) -> tuple[Strip, ...]:
        strips: tuple[Strip, ...] = ()
        match block:
            case SignatureLines() if block.roles:
                strips = signature_lines(block.roles, self._setting)
            case SignatureColumns() if block.roles:
                strips = signature_columns(block.roles, self._setting)
            case Chart():
                strips = chart(block, self._setting)
            case _:
                pass
        return strips
