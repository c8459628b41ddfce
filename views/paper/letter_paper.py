"""A letter as a PDF: accessible (PDF/UA-1), archivable (PDF/A-2a), always the same bytes."""

from collections.abc import Sequence
from datetime import date

from models.letters.letter import BulletList, Letter, Paragraph, Receiver, Sender
from views.paper.characters import missing_characters, refuse_missing
from views.paper.envelope import Box, EnvelopeWindow
from views.paper.letterhead import letterhead
from views.paper.look import BOTTOM, LARGE_PRINT, LEFT, ORDINARY, PAGE_HEIGHT, TOP, Edition
from views.paper.metadata import Description
from views.paper.pages import Frame, Placed, paginated
from views.paper.press import print_boxes, print_footer, print_page
from views.paper.story import Story
from views.paper.structure import Element
from views.paper.tagged_canvas import TaggedCanvas
from views.paper.words import one_line

__all__ = ["draw_letter", "draw_window_test_page", "missing_characters"]


def draw_letter(letter: Letter, window: EnvelopeWindow, *, large_print: bool = False) -> bytes:
    """Return *letter* as PDF bytes, its receiver where the envelope's *window* shows it.

    The same letter gives the same bytes. Raises UnprintableLetterError, with a sentence for the
    person at the desk, for characters the typeface lacks and for a receiver that does not fit.
    """
    return _drawn(letter, window, LARGE_PRINT if large_print else ORDINARY, ())


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
    return _drawn(letter, window, ORDINARY, (window.always_visible, window.ever_visible))


def _drawn(letter: Letter, window: EnvelopeWindow, edition: Edition, boxes: Sequence[Box]) -> bytes:
    refuse_missing(letter)
    root = Element("Document")
    pages = _pages(letter, window, edition, root)
    name = one_line(letter.sender.name)
    title = one_line(letter.title) or name or "Brev"
    canvas = TaggedCanvas(Description(title, name, letter.day), edition.body.face.name)
    print_boxes(canvas, boxes)
    for number, page in enumerate(pages, start=1):
        print_page(canvas, page)
        print_footer(canvas, name, f"Side {number} af {len(pages)}", edition)
        canvas.turn()
    return canvas.finished(root)


def _pages(
    letter: Letter, window: EnvelopeWindow, edition: Edition, root: Element
) -> tuple[tuple[Placed, ...], ...]:
    head = letterhead(letter, window, root, edition)
    story = Story(root, edition)
    story.add_title(letter.title)
    for block in letter.blocks:
        story.add(block)
    first, *others = paginated(
        (*head.left_over, *story.strips),
        Frame(LEFT, head.body_top, BOTTOM),
        Frame(LEFT, PAGE_HEIGHT - TOP, BOTTOM),
    )
    return ((*head.placed, *first), *others)
