"""A filled form as a PDF: accessible, archivable, always the same bytes, just as the letters are.

Unlike a letter it cannot be put in other words before it is printed: what the typeface lacks is
replaced by a sign, and the paper says so.
"""

from dataclasses import replace
from itertools import groupby

from models.filled_form import Answered, FilledBlock, FilledForm
from models.letters.letter import Facts, Heading, Paragraph, Result
from views.paper.answers import answered
from views.paper.characters import REPLACED, legible
from views.paper.look import BOTTOM, LARGE_PRINT, LEFT, ORDINARY, PAGE_HEIGHT, TOP, Edition
from views.paper.metadata import Description
from views.paper.pages import Frame, Placed, paginated
from views.paper.press import print_corner, print_footer, print_page
from views.paper.sheets import Bookmarks
from views.paper.story import Story
from views.paper.strips import Cell, stacked
from views.paper.structure import Element
from views.paper.tagged_canvas import TaggedCanvas
from views.paper.words import one_line, printable

_DRAFT = "Kladde"
_IS_DRAFT = "Kladde: ikke underskrevet og kan stadig blive ændret"
_SAYS_REPLACED = (
    f"Hvor der står {REPLACED}, er der skrevet tegn, som ikke kan vises på papir. De står, som de "
    "blev skrevet, i kartoteket."
)


def draw_form(form: FilledForm, *, large_print: bool = False) -> bytes:
    """Return *form* as PDF bytes; a draft says on every page that it is one.

    The same form gives the same bytes.
    """
    shown = _Legible().form(form)
    edition = LARGE_PRINT if large_print else ORDINARY
    title = one_line(shown.title) or "Skema"
    root = Element("Document")
    pages = _pages(shown, edition, root)
    description = Description(title, shown.office, form.day)
    canvas = TaggedCanvas(description, edition.body.face.name)
    about = " · ".join(part for part in (title, one_line(shown.citizen)) if part)
    bookmarks = Bookmarks(len(pages))
    for number, page in enumerate(pages, start=1):
        print_page(canvas, page)
        for mark in bookmarks.on(page):
            canvas.bookmark(mark.title, mark.depth, mark.top)
        print_footer(canvas, about, f"Side {number} af {len(pages)}", edition)
        if form.is_draft:
            print_corner(canvas, _DRAFT, edition)
        canvas.turn()
    return canvas.finished(root)


def _pages(form: FilledForm, edition: Edition, root: Element) -> tuple[tuple[Placed, ...], ...]:
    story = Story(root, edition)
    if form.office:
        cell = Cell(root.add("P"), form.office, edition.margin_label, 0.0, edition.text_width)
        story.place(stacked(cell))
    story.add_title(form.title)
    if form.is_draft:
        story.add(Result(_IS_DRAFT))
    story.add(Facts(form.facts))
    for _, run in groupby(form.blocks, key=_is_answered):
        _add(story, list(run), root, edition)
    frame = Frame(LEFT, PAGE_HEIGHT - TOP, BOTTOM)
    return paginated(story.strips, frame, frame)


def _add(story: Story, run: list[FilledBlock], root: Element, edition: Edition) -> None:
    """Set a *run* of questions, or of headings and texts."""
    for strips in answered([b for b in run if isinstance(b, Answered)], root, edition):
        story.place(strips)
    for block in run:
        if not isinstance(block, Answered):
            story.add(block)


def _is_answered(block: FilledBlock) -> bool:
    return isinstance(block, Answered)


class _Legible:
    """Puts a sign where a text has characters that the typeface lacks."""

    def __init__(self) -> None:
        self._has_replaced = False

    def form(self, form: FilledForm) -> FilledForm:
        shown = replace(
            form,
            title=self._text(form.title),
            office=one_line(self._text(form.office)),
            citizen=self._text(form.citizen),
            facts=tuple((self._text(label), self._text(said)) for label, said in form.facts),
            blocks=tuple(map(self._block, form.blocks)),
        )
        if not self._has_replaced:
            return shown
        return replace(shown, blocks=(Paragraph(_SAYS_REPLACED), *shown.blocks))

    def _block(self, block: FilledBlock) -> FilledBlock:
        match block:
            case Answered():
                return replace(
                    block,
                    question=self._text(block.question),
                    lines=tuple(map(self._text, block.lines)),
                    speaker=self._text(block.speaker),
                )
            case Heading() | Paragraph():
                return replace(block, text=self._text(block.text))

    def _text(self, text: str) -> str:
        shown = legible(text)
        self._has_replaced = self._has_replaced or shown != printable(text)
        return shown
