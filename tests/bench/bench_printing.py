"""How fast a batch of letters goes to a program that takes them, and a preview follows typing.

Run with: ``QT_QPA_PLATFORM=offscreen .venv/bin/python tests/bench/bench_printing.py``

The batch is the one of the room of letters: read from an encrypted register, checked, counted,
handed to a program called `lp` of its own process for each letter, and noted in its story.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.batch_printers import Spooler
from app.letters_batch import LettersBatch, Outcome
from app.letters_paper import Batch, PaperOutlet
from app.letters_waiting import letters_waiting
from app.preferences import Appearance, Preferences
from app.supplies import supplies
from app.work import Work
from forms.reply import Reply
from models.answers import Place
from models.course import Form
from storage.register import open_register
from tests.builders import CONTACT, DECIDED, NOON, PARTIAL_REFUSAL, REQUEST
from tests.demo.journey import PASSPHRASE, PERSON, Journey
from tests.journeys.letters import make_waiting
from tests.journeys.people import add_citizen, make_register
from views.screen.letter_beside import LetterBeside
from views.screen.page_view import PageView

BATCH = 200
FEWEST_PER_SECOND = 30
SLOWEST_PREVIEW_MS = 150
KEYS = 40
TYPED = Place("decision.facts")
# It takes all there is on its standard input, and adds how much that was to a file beside it.
TAKER = '#!/bin/sh\nwc -c >> "{counted}"\n'


@contextmanager
def taker(folder: Path) -> Iterator[Path]:
    """Put a program called lp on the path, and yield the file in which it counts."""
    counted = folder / "counted"
    (folder / "bin").mkdir()
    program = folder / "bin" / "lp"
    program.write_text(TAKER.format(counted=counted), encoding="utf-8")
    program.chmod(0o755)
    before = os.environ["PATH"]
    os.environ["PATH"] = f"{program.parent}:{before}"
    yield counted
    os.environ["PATH"] = before


def printed(folder: Path) -> float:
    """Return how many letters a second a batch prints, each of them taken whole."""
    make_waiting(folder / "kartotek", BATCH, citizens=10)
    register = open_register(folder / "kartotek", PERSON, PASSPHRASE, NOON)
    work = Work(register, supplies(), lambda: NOON, PERSON)
    with taker(folder) as counted:
        letters = letters_waiting(work)
        sizes = sorted(len(register.document_content(letter.id)) for letter in letters)
        start = perf_counter()
        outcome = run(work, PaperOutlet(Spooler(), work, Batch("", has_list=False), ()))
        took = perf_counter() - start
        assert outcome.done == BATCH, outcome
        assert sorted(map(int, counted.read_text(encoding="utf-8").split())) == sizes
    register.close()
    return BATCH / took


def run(work: Work, outlet: PaperOutlet) -> Outcome:
    """Print all that waits, and return what became of it."""
    batch, loop, outcomes = LettersBatch(work), QEventLoop(), list[Outcome]()
    batch.ended.connect(outcomes.append)
    batch.ended.connect(loop.quit)
    batch.begin(letters_waiting(work), outlet)
    loop.exec()
    return outcomes[0]


def previewed(folder: Path) -> list[float]:
    """Return the milliseconds from each keystroke to the letter that shows it."""
    make_register(folder / "kartotek")
    signed = {Form.CONTACT: CONTACT, Form.REQUEST: REQUEST}
    add_citizen(folder / "kartotek", signed, {Form.DECISION: PARTIAL_REFUSAL})
    journey = Journey(folder, Preferences(Appearance.LIGHT), print)
    journey.clock.be_on(DECIDED)
    journey.begin()
    journey.unlock(PASSPHRASE)
    hands = journey.hands
    hands.click("Borgere")
    hands.choose_row("Borgere", "Łukasz Øvelund")
    hands.choose_row("Forløbets trin", "Afgørelse")
    hands.click("Vis brevet")
    pages = next(one for one in journey.window.findChildren(LetterBeside) if one.isVisible())
    view = pages.findChild(PageView)
    hands.answer(TYPED, Reply("Du har bolig og arbejde."))
    took = [waited(journey, view, number) for number in range(KEYS)]
    journey.close()
    return took


def waited(journey: Journey, view: PageView, number: int) -> float:
    """Type one character more, and return the milliseconds until the pages have changed."""
    field = journey.hands.field(TYPED)
    assert field is not None
    box = field.findChild(QPlainTextEdit)
    box.moveCursor(box.textCursor().MoveOperation.End)
    before = view.accessibleDescription()
    start = perf_counter()
    QTest.keyClicks(box, "abcdefghij"[number % 10])
    while view.accessibleDescription() == before:
        QApplication.processEvents()
    view.viewport().repaint()
    return (perf_counter() - start) * 1000


def main() -> int:
    """Print the figures and return 0 when they hold."""
    application = QApplication(sys.argv[:1])
    with TemporaryDirectory() as folder:
        rate = printed(Path(folder))
    with TemporaryDirectory() as folder:
        took = sorted(previewed(Path(folder)))
    application.quit()
    slowest = took[-1 - KEYS // 20]
    print(f"{BATCH} letters to the spooler   {rate:6.1f} /s  (at least {FEWEST_PER_SECOND})")
    print(f"preview after a keystroke   {median(took):6.1f} ms")
    print(f"19 of 20 within             {slowest:6.1f} ms  (at most {SLOWEST_PREVIEW_MS})")
    return 0 if rate >= FEWEST_PER_SECOND and slowest <= SLOWEST_PREVIEW_MS else 1


if __name__ == "__main__":
    sys.exit(main())
