"""Running text as strips: paragraphs, the result, what the citizen said, what the law says."""

from dataclasses import replace

from models.letters.letter import LawText, Paragraph, Quotation, Result
from views.paper.look import ACCENT, HAIRLINE, TINT
from views.paper.setting import Setting, below
from views.paper.strips import Panel, Strip, kept, spaced, unbroken, unlonely
from views.paper.words import one_line, printable

_RESULT_INSET = 14.0
_LONGEST_LIST = 10
_LONGEST_RESULT = 14


def paragraph(block: Paragraph, setting: Setting) -> tuple[Strip, ...]:
    """Return running text; a few lines below each other stay on one page."""
    strips = setting.running(block.text, setting.edition.body)
    # An address, line below line, is not torn apart at the end of a page.
    is_short_list = "\n" in block.text.strip() and 1 < len(strips) <= _LONGEST_LIST
    return unbroken(strips) if is_short_list else strips


def result(block: Result, setting: Setting) -> tuple[Strip, ...]:
    """Return the letter's result on a field of its own."""
    edition = setting.edition
    inside = setting.inset(setting.root, _RESULT_INSET, _RESULT_INSET)
    lines = inside.running(block.text, edition.result)
    if not lines:
        return ()
    panel = Panel(edition.text_width, 3.0, ACCENT, TINT)
    padding = Strip(edition.result.leading * 0.5, panel=panel)
    words = tuple(replace(strip, panel=panel) for strip in spaced(lines, 0.0))
    framed = (padding, *words, padding)
    return unbroken(framed) if len(words) <= _LONGEST_RESULT else _framed(framed)


def _framed(strips: tuple[Strip, ...]) -> tuple[Strip, ...]:
    # The padding at either end goes with the line beside it.
    upper, *words, lower = strips
    return (replace(upper, keeps=True), *unlonely(words)[:-1], *kept(words[-1:]), lower)


def quotation(block: Quotation, setting: Setting) -> tuple[Strip, ...]:
    """Return somebody's own words beside a bar, who said them above."""
    if not printable(block.text):
        return ()
    edition = setting.edition
    inside = setting.inset(setting.root.add("BlockQuote"), edition.indent)
    speaker = one_line(block.speaker)
    named: tuple[Strip, ...] = ()
    if speaker:
        named = kept(inside.lines(inside.root.add("P"), speaker, edition.speaker))
    words = inside.running(block.text, edition.body)
    panel = Panel(edition.text_width, 1.2, HAIRLINE)
    return tuple(replace(strip, panel=panel) for strip in below(named, words))


def law_text(block: LawText, setting: Setting) -> tuple[Strip, ...]:
    """Return what a provision says, small, its name above."""
    edition, citation = setting.edition, one_line(block.citation)
    named: tuple[Strip, ...] = ()
    if citation:
        named = kept(setting.lines(setting.root.add("P"), citation, edition.small_strong))
    return below(named, setting.running(block.text, edition.small))
