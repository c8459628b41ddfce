"""A letter as a PDF: accessible (PDF/UA-1), archivable (PDF/A-2a), always the same bytes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.letters.letter import BulletList, Letter, Paragraph, PocketCard, Receiver, Sender
from views.paper.card import card_sheet
from views.paper.characters import missing_characters, refuse_missing
from views.paper.envelope import Box, EnvelopeWindow
from views.paper.letterhead import letterhead
from views.paper.logo import Logo
from views.paper.look import BOTTOM, LARGE_PRINT, LEFT, ORDINARY, PAGE_HEIGHT, TOP, Edition
from views.paper.metadata import Description
from views.paper.pages import Frame, Placed, fitted
from views.paper.press import print_boxes, print_footer, print_sheet
from views.paper.sheets import Bookmarks, Sheet
from views.paper.story import Story
from views.paper.structure import Element
from views.paper.tagged_canvas import TaggedCanvas
from views.paper.words import one_line

__all__ = ["draw_letter", "draw_window_test_page", "missing_characters"]


def draw_letter(
    letter: Letter,
    window: EnvelopeWindow,
    *,
    large_print: bool = False,
    logo: Logo | None = None,
) -> bytes:
    """Return *letter* as PDF bytes, its receiver where the envelope's *window* shows it.

    The same letter gives the same bytes. Raises UnprintableLetterError, with a sentence for the
    person at the desk, for characters the typeface lacks and for what does not fit its place.
    """
    edition = LARGE_PRINT if large_print else ORDINARY
    return _drawn(letter, _Head(window, edition, logo), ())


def draw_window_test_page(sender: Sender, window: EnvelopeWindow, day: date) -> bytes:
    """Return a page to fold and put into an envelope, to see whether *window* is set right."""
    steps = (
        "Udskriv siden i fuld størrelse, uden tilpasning til papiret.",
        "Fold den på midten, og læg den i en kuvert med rude.",
        "Skub brevet helt til den ene side og derefter til den anden, helt op og helt ned.",
        "Hele navnet og adressen skal kunne læses hver gang, og intet andet må kunne ses.",
    )
    letter = Letter(
        title="Prøveside til rudekuverten",
        day=day,
        sender=sender,
        receiver=Receiver(("Prøve Modtager", "Prøvevej 1, 2. tv.", "0000 Prøveby")),
        reference=(),
        blocks=(
            Paragraph("Sådan prøver du, om modtageren står rigtigt i kuvertens rude:"),
            BulletList(steps),
            Paragraph(
                "Den inderste ramme kan altid ses gennem ruden. Den yderste viser, hvad der kan "
                "ses, når brevet ligger løst. Passer det ikke, så mål rudens plads på kuverten, "
                "og ret den i indstillingerne."
            ),
        ),
    )
    boxes = (window.always_visible, window.ever_visible)
    return _drawn(letter, _Head(window, ORDINARY, None), boxes)


@dataclass(frozen=True, slots=True)
class _Head:
    """What decides on how a letter is laid out, besides what it says."""

    window: EnvelopeWindow
    edition: Edition
    logo: Logo | None


def _drawn(letter: Letter, head: _Head, boxes: Sequence[Box]) -> bytes:
    refuse_missing(letter)
    root = Element("Document")
    sheets = _sheets(letter, head, root)
    name = one_line(letter.sender.name)
    title = one_line(letter.title) or name or "Brev"
    canvas = TaggedCanvas(Description(title, name, letter.day), head.edition.body.face.name)
    print_boxes(canvas, boxes)
    pages = sum(not sheet.is_card for sheet in sheets)
    bookmarks = Bookmarks(pages)
    for number, sheet in enumerate(sheets, start=1):
        print_sheet(canvas, sheet)
        for mark in bookmarks.on(sheet.upright):
            canvas.bookmark(mark.title, mark.depth, mark.top)
        if not sheet.is_card:
            print_footer(canvas, name, f"Side {number} af {pages}", head.edition)
        canvas.turn()
    return canvas.finished(root)


def _sheets(letter: Letter, head: _Head, root: Element) -> tuple[Sheet, ...]:
    if head.edition is LARGE_PRINT:
        # In letters so large nothing fits on a card: it becomes pages like all the others.
        return tuple(map(Sheet, _pages(letter, head, root)))
    cards = [block for block in letter.blocks if isinstance(block, PocketCard)]
    others = tuple(block for block in letter.blocks if not isinstance(block, PocketCard))
    pages: tuple[tuple[Placed, ...], ...] = ()
    if others or not cards:
        pages = _pages(replace(letter, blocks=others), head, root)
    return (
        *map(Sheet, pages),
        *(
            card_sheet(card, letter.title, root, is_titled=bool(pages or number))
            for number, card in enumerate(cards)
        ),
    )


def _pages(letter: Letter, head: _Head, root: Element) -> tuple[tuple[Placed, ...], ...]:
    above = letterhead(letter, head.window, root, head.edition, head.logo)
    story = Story(root, head.edition)
    story.add_title(letter.title)
    for block in letter.blocks:
        story.add(block)
    first, *others = fitted(
        (*above.left_over, *story.strips),
        Frame(LEFT, above.body_top, BOTTOM),
        Frame(LEFT, PAGE_HEIGHT - TOP, BOTTOM),
    )
    return ((*above.placed, *first), *others)
