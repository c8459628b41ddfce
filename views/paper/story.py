"""The blocks of a letter as strips, with their structure in the same order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.letters.letter import (
    Block,
    BulletList,
    Facts,
    Heading,
    LawText,
    Paragraph,
    Quotation,
    Result,
    SignatureLines,
    Table,
)
from views.paper.look import ACCENT, HAIRLINE, INK, TINT, Edition, TextStyle
from views.paper.strips import (
    Cell,
    Ink,
    Panel,
    Rule,
    Strip,
    kept,
    spaced,
    stacked,
    unbroken,
    unlonely,
)
from views.paper.structure import Element
from views.paper.tables import facts, table
from views.paper.words import one_line, paragraphs, printable

_RESULT_INSET = 14.0
_LONGEST_LIST = 10
_DEEPEST_HEADING = 6
_DATE_LINE_SHARE = 0.27
_SIGNATURE_GAP = 18.0


@dataclass(frozen=True, slots=True)
class _Inset:
    left: float = 0.0
    right: float = 0.0


_FULL = _Inset()


class Story:
    """What has been set so far; blocks are added in the order they are read in."""

    def __init__(self, root: Element, edition: Edition) -> None:
        self._root = root
        self._edition = edition
        self._level = 1
        self._after_heading = False
        self._last: Block | None = None
        self._strips: list[Strip] = []

    @property
    def strips(self) -> tuple[Strip, ...]:
        """Return everything that has been set."""
        return tuple(self._strips)

    def add_title(self, text: str) -> None:
        """Set the letter's own heading."""
        if printable(text):
            title = self._lines(self._root.add("H1"), printable(text), self._edition.title)
            self._append(kept(title))

    def add(self, block: Block) -> None:
        """Set *block*; an empty one leaves no trace."""
        if isinstance(block, Heading):
            self._add_heading(block)
            return
        self._append(self._text(block), self._gaps(block))
        self._after_heading = False
        self._last = block

    def place(self, strips: Sequence[Strip]) -> None:
        """Set *strips* that were made elsewhere, as one block."""
        self._append(strips)
        self._after_heading = False
        self._last = None

    def _gaps(self, block: Block) -> float:
        if isinstance(block, SignatureLines):
            return 1.6
        if isinstance(block, LawText):
            return 1.0 if isinstance(self._last, LawText) else 3.0
        return 1.4 if isinstance(block, Result) or isinstance(self._last, Result) else 1.0

    def _append(self, strips: Sequence[Strip], gaps: float = 1.0) -> None:
        if strips:
            space = self._edition.gap * (0.5 if self._after_heading else gaps)
            self._strips += spaced(strips, space)

    def _add_heading(self, heading: Heading) -> None:
        text = printable(heading.text)
        if not text:
            return
        # A heading that leaps over a level leads a screen reader astray (ISO 14289-1 7.4.2).
        self._level = max(2, min(heading.level, self._level + 1, _DEEPEST_HEADING))
        large = self._level == 2  # noqa: PLR2004 - a part of the letter, not of a part
        style = self._edition.heading if large else self._edition.subheading
        strips = self._lines(self._root.add(f"H{self._level}"), text, style)
        self._after_heading = False
        self._append(kept(strips), 2.4 if large else 1.6)
        self._after_heading = True

    def _text(self, block: Block) -> tuple[Strip, ...]:
        strips: tuple[Strip, ...] = ()
        match block:
            case Paragraph():
                strips = self._paragraph(block.text)
            case Result():
                strips = self._result(block)
            case Quotation():
                strips = self._quotation(block)
            case LawText():
                strips = self._law(block)
            case _:
                strips = self._arranged(block)
        return strips

    def _arranged(self, block: Block) -> tuple[Strip, ...]:
        strips: tuple[Strip, ...] = ()
        match block:
            case BulletList():
                strips = self._bullets(block)
            case Facts() if block.rows:
                strips = facts(block.rows, self._root, self._edition)
            case Table() if block.columns:
                strips = table(block.columns, block.rows, self._root, self._edition)
            case SignatureLines() if block.roles:
                strips = self._signatures(block)
            case _:
                pass
        return strips

    def _lines(
        self, element: Element, text: str, style: TextStyle, inset: _Inset = _FULL
    ) -> tuple[Strip, ...]:
        width = self._edition.text_width - inset.left - inset.right
        return unlonely(stacked(Cell(element, text, style, inset.left, width)))

    def _running(
        self, text: str, parent: Element, style: TextStyle, inset: _Inset = _FULL
    ) -> tuple[Strip, ...]:
        strips: list[Strip] = []
        for paragraph in paragraphs(text):
            lines = self._lines(parent.add("P"), "\n".join(paragraph), style, inset)
            strips += spaced(lines, self._edition.gap)
        if strips and printable(text).endswith(":"):
            strips[-1] = replace(strips[-1], keeps=True)
        return tuple(strips)

    def _paragraph(self, text: str) -> tuple[Strip, ...]:
        strips = self._running(text, self._root, self._edition.body)
        # An address, line below line, is not torn apart at the end of a page.
        is_short_list = "\n" in text.strip() and 1 < len(strips) <= _LONGEST_LIST
        return unbroken(strips) if is_short_list else strips

    def _result(self, result: Result) -> tuple[Strip, ...]:
        panel = Panel(self._edition.text_width, 3.0, ACCENT, TINT)
        inset = _Inset(_RESULT_INSET, _RESULT_INSET)
        lines = self._running(result.text, self._root, self._edition.result, inset)
        padding = Strip(self._edition.result.leading * 0.5, panel=panel)
        inside = tuple(replace(strip, panel=panel) for strip in spaced(lines, 0.0))
        return unbroken((padding, *inside, padding)) if lines else ()

    def _quotation(self, quotation: Quotation) -> tuple[Strip, ...]:
        edition, inset = self._edition, _Inset(self._edition.indent)
        if not printable(quotation.text):
            return ()
        block = self._root.add("BlockQuote")
        speaker = one_line(quotation.speaker)
        named = (
            kept(self._lines(block.add("P"), speaker, edition.speaker, inset)) if speaker else ()
        )
        words = self._running(quotation.text, block, edition.body, inset)
        panel = Panel(edition.text_width, 1.2, HAIRLINE)
        joined = (*named, *(spaced(words, 1.0) if named else words))
        return tuple(replace(strip, panel=panel) for strip in joined)

    def _law(self, law: LawText) -> tuple[Strip, ...]:
        style = self._edition.small
        citation = one_line(law.citation)
        named: tuple[Strip, ...] = ()
        if citation:
            named = kept(self._lines(self._root.add("P"), citation, self._edition.small_strong))
        words = self._running(law.text, self._root, style)
        return (*named, *(spaced(words, 1.0) if named and words else words))

    def _bullets(self, bullets: BulletList) -> tuple[Strip, ...]:
        texts = [text for text in map(printable, bullets.items) if text]
        if not texts:
            return ()
        edition, inset = self._edition, _Inset(self._edition.indent)
        listed = self._root.add("L", O="List", ListNumbering="Disc")
        strips: list[Strip] = []
        for text in texts:
            item = listed.add("LI")
            label = Ink(item.add("Lbl"), "•", edition.body, edition.indent * 0.25)
            lines = self._lines(item.add("LBody").add("P"), text, edition.body, inset)
            first = replace(lines[0], inks=(label, *lines[0].inks))
            strips += spaced((first, *lines[1:]), edition.gap * 0.35)
        return tuple(strips)

    def _signatures(self, signatures: SignatureLines) -> tuple[Strip, ...]:
        strips: list[Strip] = []
        for role in signatures.roles:
            strips += kept(self._signature(printable(role)))
        return unbroken(strips)

    def _signature(self, role: str) -> tuple[Strip, ...]:
        edition = self._edition
        element = self._root.add("P")
        left = edition.text_width * _DATE_LINE_SHARE + _SIGNATURE_GAP
        below = edition.body.leading * 2.4
        lines = (
            Rule(0.0, left - _SIGNATURE_GAP, INK, below),
            Rule(left, edition.text_width - left, INK, below),
        )
        date = Ink(element, "Dato ", edition.margin_label)
        name = Cell(element, role, edition.margin_label, left, edition.text_width - left)
        first, *others = stacked(name)
        caption = replace(first, inks=(date, *first.inks), space_before=2.0)
        return (Strip(below, rules=lines), caption, *others)
