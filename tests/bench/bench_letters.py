"""How fast a letter comes to paper, alone and in a batch, and what the tags cost.

Run with: ``.venv/bin/python tests/bench/bench_letters.py``
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from typing_extensions import override

from models.letters.letter import Letter, Receiver
from tests.views.paper.sample_blocks import THREADED, picture_file
from tests.views.paper.sample_letters import DECISION
from views.paper.archive import ArchivableDocument
from views.paper.copies import copy_of
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter
from views.paper.letterhead import letterhead
from views.paper.logo import read_logo
from views.paper.look import BOTTOM, LEFT, ORDINARY, PAGE_HEIGHT, TOP
from views.paper.metadata import Description
from views.paper.pages import Frame, fitted
from views.paper.press import print_footer, print_page
from views.paper.story import Story
from views.paper.structure import Element
from views.paper.tagged_canvas import Artifact, TaggedCanvas

ROUNDS = 25
BATCH = 200
SLOWEST_LETTER_MS = 40
DEAREST_TAGS = 1.5
FEWEST_PER_SECOND = 30
WINDOW = EnvelopeWindow()


class UntaggedCanvas(TaggedCanvas):
    """Draws the same and says nothing of what it means."""

    @override
    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        yield

    @override
    @contextmanager
    def artifact(self, kind: Artifact) -> Iterator[None]:
        yield

    @override
    def finished(self, root: Element) -> bytes:
        document: ArchivableDocument = self._doc
        return document.GetPDFData(self)


def untagged(letter: Letter) -> bytes:
    """Return *letter* laid out as always, and drawn without a structure."""
    root = Element("Document")
    head = letterhead(letter, WINDOW, root, ORDINARY)
    story = Story(root, ORDINARY)
    story.add_title(letter.title)
    for block in letter.blocks:
        story.add(block)
    other = Frame(LEFT, PAGE_HEIGHT - TOP, BOTTOM)
    first, *others = fitted(story.strips, replace(other, top=head.body_top), other)
    canvas = UntaggedCanvas(Description(letter.title, "", letter.day), ORDINARY.body.face.name)
    for page in ((*head.placed, *first), *others):
        print_page(canvas, page)
        print_footer(canvas, letter.sender.name, "Side 1 af 2", ORDINARY)
        canvas.turn()
    return canvas.finished(root)


def timed(deed: Callable[[], object]) -> float:
    """Return the median milliseconds that *deed* takes after the first time."""
    deed()
    took = []
    for _ in range(ROUNDS):
        start = perf_counter()
        deed()
        took.append((perf_counter() - start) * 1000)
    return median(took)


def dearer(deed: Callable[[], object], plain: Callable[[], object]) -> float:
    """Return how many times as long *deed* takes as *plain*, the two done in turns."""
    shares = []
    for _ in range(ROUNDS):
        start = perf_counter()
        deed()
        between = perf_counter()
        plain()
        shares.append((between - start) / (perf_counter() - between))
    return median(shares)


def batch() -> float:
    """Return how many letters of two pages a second a batch makes."""
    letters = [
        replace(DECISION, receiver=Receiver((f"Prøve {number}", "Prøvevej 1", "0000 Prøveby")))
        for number in range(BATCH)
    ]
    start = perf_counter()
    for letter in letters:
        draw_letter(letter, WINDOW)
    return BATCH / (perf_counter() - start)


def main() -> int:
    """Print the figures and return 0 when they hold."""
    logo = read_logo(picture_file())
    issued = draw_letter(DECISION, WINDOW)
    tagged = timed(lambda: draw_letter(DECISION, WINDOW))
    plain = timed(lambda: untagged(DECISION))
    tags = dearer(lambda: draw_letter(DECISION, WINDOW), lambda: untagged(DECISION))
    per_second = batch()
    with_logo = timed(lambda: draw_letter(DECISION, WINDOW, logo=logo))
    large = timed(lambda: draw_letter(DECISION, WINDOW, large_print=True))
    plan = timed(lambda: draw_letter(THREADED, WINDOW))
    copied = timed(lambda: copy_of(issued))
    print(f"a letter of two pages         {tagged:6.1f} ms  (at most {SLOWEST_LETTER_MS})")
    print(f"the same without tags         {plain:6.1f} ms")
    print(f"what the tags cost            {tags:6.2f} x   (at most {DEAREST_TAGS})")
    print(f"with a logo                   {with_logo:6.1f} ms")
    print(f"in large print                {large:6.1f} ms")
    print(f"a plan with thread and chart  {plan:6.1f} ms")
    print(f"marked as a copy              {copied:6.1f} ms")
    print(f"{BATCH} letters in one batch      {per_second:6.1f} /s  (at least {FEWEST_PER_SECOND})")
    holds = tagged < SLOWEST_LETTER_MS and tags <= DEAREST_TAGS and per_second >= FEWEST_PER_SECOND
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
