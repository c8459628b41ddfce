"""A counsellor who leads one citizen through a course, and reads in the window how it goes."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.facts import Facts, replies
from storage.register import open_register
from storage.verifying import Finding
from tests.demo.hands import NotOnTheScreenError
from tests.demo.journey import PASSPHRASE, PERSON, Journey
from views.screen.citizen_bar import CitizenBar
from views.screen.task_card import TaskCard
from views.screen.today_rows import DueGroup

STEPS = "Forløbets trin"
BESIDE = "Ved siden af forløbet"
EARLIER = "Tidligere forløb"
LETTERS = "Breve"
DUE = "Det, der skal gøres"
SIGN = "Færdig – underskriv"
CORRECT = "Ret det, der er skrevet"
ANOTHER = "Skriv en ny"
NOT_BEGUN = "Ikke begyndt"
_WITH_A_DAY = frozenset(
    (
        *(DueGroup.OVERDUE, DueGroup.MEETINGS, DueGroup.TODAY),
        *(DueGroup.WEEK, DueGroup.SOON, DueGroup.LATER),
    )
)


class Counsellor:
    """Somebody at the window with one citizen, who is called *name* in the lists."""

    def __init__(self, journey: Journey, name: str) -> None:
        self.journey = journey
        self.hands = journey.hands
        self.name = name
        self._letters = 0

    def on(self, year: int, month: int, day: int) -> None:
        """Let it be the morning of a day, and open the citizen's case."""
        self.journey.clock.be_on(date(year, month, day))
        self.look_at_the_day()
        self.open_case()

    def look_at_the_day(self) -> None:
        """Go to *I dag*."""
        self.hands.click("I dag")

    def open_case(self) -> None:
        """Open the citizen's case from the list of citizens."""
        self.hands.click("Borgere")
        self.hands.choose_row("Borgere", self.name)

    def lock_and_unlock(self) -> None:
        """Lock in the midst of a case that has tasks, and come back to it."""
        self.hands.click("Lås")
        self.journey.unlock(PASSPHRASE)
        self.hands.wait_until(lambda: bool(self.to_do()))

    def fill(self, facts: Facts) -> None:
        """Answer the questions of the form on the screen."""
        for place, reply in replies(facts, self.journey.clock().date()):
            self.hands.answer(place, reply)

    def sign(self) -> None:
        """Turn to the last section of the form and sign it."""
        while not self.hands.has_button(SIGN):
            self.hands.next_section()
        self.hands.click(SIGN)

    def take_step(self, title: str, facts: Facts) -> None:
        """Fill and sign the step called *title*."""
        self.hands.choose_row(STEPS, title)
        self.fill(facts)
        self.sign()

    def take_again(self, title: str, facts: Facts) -> None:
        """Fill and sign one more of a step that is signed already."""
        self.hands.choose_row(STEPS, title)
        self._turn_to(ANOTHER)
        self.fill(facts)
        self.sign()

    def add(self, title: str, facts: Facts) -> None:
        """Fill and sign a form beside the steps."""
        self.hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        self.hands.choose_row("Det, du kan tilføje", title)
        self.fill(facts)
        self.sign()

    def correct(self, view: str, title: str, facts: Facts) -> None:
        """Correct and sign what was signed already."""
        self.hands.choose_row(view, title)
        self._turn_to(CORRECT)
        self.fill(facts)
        self.sign()

    def follow(self, task: str, facts: Facts) -> None:
        """Follow a task of the case to where it is done; fill and sign what stands there."""
        self.unfold(task)
        self.hands.click(f"Gå til: {task}")
        self.fill(facts)
        self.sign()

    def has_done(self, task: str) -> None:
        """Note that a task of the case was done today, where no form of ours shows it."""
        self.unfold(task)
        self.hands.click(f"Gjort: {task}")
        self.sign()

    def unfold(self, task: str) -> None:
        """Fold a task of the case out, unless it is so already."""
        if not self.hands.button(f"Opgave: {task}").isChecked():
            self.hands.click(f"Opgave: {task}")

    def begin(self, contact: Facts) -> None:
        """Write down the first contact of a new citizen, and sign it."""
        self.hands.click("Borgere")
        self.hands.click("Ny henvendelse")
        self.fill(contact)
        self.sign()

    def _turn_to(self, button: str) -> None:
        while not self.hands.has_button(button):
            self.hands.next_section()
        self.hands.click(button)

    def approve(self, letter: str) -> str:
        """Approve the letter called *letter*, save it as a file, and return what the pages say."""
        self.hands.choose_row(LETTERS, letter)
        self.hands.click("Godkend brevet")
        self._letters += 1
        path = self.journey.folder / f"{self._letters}.pdf"
        self.hands.in_the_file_dialog(path, lambda: self.hands.click("Gem som PDF …"))
        return _pages(path)

    def course(self) -> list[str]:
        """Return the steps that are begun or come next, each with how it stands."""
        titles = (row.partition(": ") for row in self.hands.rows(STEPS))
        told = (f"{_once(title)}: {stands}" for title, _, stands in titles)
        return [step for step in told if not step.endswith(NOT_BEGUN)]

    def next_step(self) -> str:
        """Return the title of the step that comes next; empty when none does."""
        steps = (step.partition(": ") for step in self.course())
        return next((title for title, _, stands in steps if stands == "Næste skridt"), "")

    def letters(self) -> dict[str, str]:
        """Return how each letter stands, by its title."""
        rows = (row.rpartition(": ") for row in self.hands.rows(LETTERS))
        return {_once(title): stands for title, _, stands in rows}

    def to_do(self) -> dict[str, str]:
        """Return when each task of the open case is due, by its title; empty when at no time."""
        cards = self.journey.window.findChildren(TaskCard)
        return {card.accessibleName(): _when(card) for card in cards if card.isVisible()}

    def dated(self) -> dict[str, str]:
        """Return those of the tasks to do that have a day."""
        return {title: when for title, when in self.to_do().items() if when}

    def is_due(self, expected: Mapping[str, str]) -> None:
        """Look at *I dag* until it says of the citizen just what is *expected*, when by title.

        What has become others since yesterday is derived anew behind it, which takes a moment.
        Then the case is opened again.
        """
        self.look_at_the_day()
        try:
            self.hands.wait_until(lambda: self._due() == expected)
        except NotOnTheScreenError:
            assert self._due() == expected, self.hands.rows(DUE)
        self.open_case()

    def _due(self) -> dict[str, str]:
        rows = (row.split(", ", 2) for row in self._rows_of_days() if self.name in row)
        return {title: when.removesuffix(" None") for title, _, when in rows}

    def _rows_of_days(self) -> Iterator[str]:
        """Yield what the list of the day says is due on a day, or takes place today."""
        group = ""
        for row in self.hands.rows(DUE):
            heading = row.partition(":")[0]
            group = heading if heading in set(DueGroup) else group
            if group in _WITH_A_DAY:
                yield row

    def clock(self) -> str:
        """Return what the bar above the case says last: how the guarantee stands."""
        (bar,) = (b for b in self.journey.window.findChildren(CitizenBar) if b.isVisible())
        return [label.text() for label in bar.findChildren(QLabel) if label.isVisible()][-1]


def _once(title: str) -> str:
    """Return a title that the list says twice, once to the eye and once aloud."""
    half = len(title) // 2
    return title[:half] if title[:half] == title[half + 1 :] else title


def _when(card: TaskCard) -> str:
    """Return what stands below the title, unless it is the sentence of a card folded out."""
    _, *below = (label.text() for label in card.findChildren(QLabel))
    return next((said for said in below[:1] if not said.endswith(".")), "")


def _pages(path: Path) -> str:
    pages = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def found_in_the_register(journey: Journey) -> tuple[Finding, ...]:
    """Close the window, and return what is wrong in the register."""
    journey.close()
    register = open_register(journey.folder / "kartotek", PERSON, PASSPHRASE, journey.clock())
    findings = register.upkeep.verify()
    register.close()
    return findings
