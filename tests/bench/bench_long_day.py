"""Whether a long day at the window leaves the program as large as it was in the morning.

Run with: ``.venv/bin/python tests/bench/bench_long_day.py``, about ten minutes; ``--openings 60``
is a quick look. On Linux only: what is told is the memory that is this process's own.
"""

import argparse
import gc
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.preferences import Appearance, Preferences
from forms.reply import Reply
from models.answers import Place
from models.course import Form
from tests.builders import CONTACT, PARTIAL_REFUSAL, REQUEST
from tests.demo.hands import Hands
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import add_citizen, make_register

CITIZENS = 20
EACH_LETTER, EACH_LOCK, EACH_TALK, EACH_SIGNED = 7, 10, 9, 8
TOLD_EACH = 20
WARM_UP = 0.2
MOST_GROWTH = 20.0
"""Megabytes from the end of the warm-up to the evening."""

STEPS, DECISION = "Forløbets trin", "Afgørelse"
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def own_memory() -> float:
    """Return how many megabytes belong to this process alone."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    own = (line.split()[1] for line in lines if line.startswith("Private_"))
    return sum(int(kilobytes) for kilobytes in own) / 1024


def a_name(number: int) -> str:
    return f"Testa {chr(ord('A') + number)}øvesen"


def fill(folder: Path) -> None:
    make_register(folder)
    for number in range(CITIZENS):
        contact = {**CONTACT, "citizen.name": a_name(number)}
        del contact["citizen.cpr"]
        signed = {Form.CONTACT: contact, Form.REQUEST: REQUEST}
        add_citizen(folder, signed, {Form.DECISION: PARTIAL_REFUSAL})


def work_on(journey: Journey, number: int) -> None:
    """Open a case, write in it, look at its letters, and now and then talk, sign and lock."""
    hands = journey.hands
    hands.click("I dag")
    hands.click("Borgere")
    hands.choose_row("Borgere", a_name(number % CITIZENS))
    hands.choose_row(STEPS, DECISION)
    hands.answer(Place("decision.content"), Reply(f"Samtaler nummer {number} og gruppe."))
    for _ in range(3):
        hands.next_section()
    if number % EACH_LETTER == 0:
        letters = hands.rows("Breve")
        hands.choose_row("Breve", letters[number // EACH_LETTER % len(letters)])
        hands.rest(150)
    if number % EACH_SIGNED == 0:
        sign_a_note(hands, number)
    if number % EACH_TALK == 0:
        hands.choose_row(STEPS, DECISION)
        hands.press(Qt.Key.Key_F11, NONE)
        hands.press(Qt.Key.Key_F11, NONE)
    if number % EACH_LOCK == 0:
        hands.click("Lås")
        hands.rest(50)
        journey.unlock(PASSPHRASE)


def sign_a_note(hands: Hands, number: int) -> None:
    hands.press(Qt.Key.Key_N, CTRL)
    hands.choose_row("Det, du kan tilføje", "Note om samtalen")
    hands.answer(Place("conversation_note.summary"), Reply(f"Ringede for {number}. gang."))
    while not hands.has_button("Færdig – underskriv"):
        hands.next_section()
    hands.click("Færdig – underskriv")


def settle() -> float:
    """Let all that is due be collected, and return the memory that is left."""
    QTest.qWait(1_200)
    gc.collect()
    return own_memory()


def kinds() -> Counter[str]:
    return Counter(type(thing).__name__ for thing in gc.get_objects())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--openings", type=int, default=400)
    openings = parser.parse_args().openings
    application = QApplication([])
    with tempfile.TemporaryDirectory() as place:
        fill(Path(place) / "kartotek")
        journey = Journey(Path(place), Preferences(Appearance.LIGHT), print)
        journey.begin()
        journey.unlock(PASSPHRASE)
        growth = live_a_day(journey, openings)
        journey.close()
    application.quit()
    sys.exit(growth > MOST_GROWTH)


def live_a_day(journey: Journey, openings: int) -> float:
    """Work through so many openings, tell how it goes, and return the growth after the warm-up."""
    morning, before = 0.0, Counter[str]()
    began = time.perf_counter()
    for number in range(openings):
        work_on(journey, number)
        if number == int(openings * WARM_UP):
            morning, before = settle(), kinds()
        if number % TOLD_EACH == 0:
            print(f"{number:>5}: {own_memory():7.1f} MB, {time.perf_counter() - began:5.0f} s")
    evening = settle()
    more = (kinds() - before).most_common(12)
    print(f"morning {morning:.1f} MB, evening {evening:.1f} MB, grown {evening - morning:.1f} MB")
    print("more of:", ", ".join(f"{name} {count}" for name, count in more))
    dead = sum(issubclass(type(thing), QObject) for thing in gc.get_objects())
    print(f"{dead} Qt objects known to Python, {len(QApplication.allWidgets())} widgets")
    return evening - morning


if __name__ == "__main__":
    main()
