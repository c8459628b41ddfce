"""The main job from end to end: a register made at the first start, and courses walked through."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypedDict

from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel
from shiboken6 import isValid

from app.appearance import wear
from app.facts import Facts, replies
from app.preferences import Preferences
from app.program import Program
from app.setting import Setting
from app.supplies import supplies
from tests.demo.hands import Hands
from views.screen.window import MainWindow

PERSON = "Ida Øvesen"
PASSPHRASE = "kajak sennep loftsrum violin"  # noqa: S105 - guards only made-up citizens
FOLDER = Path(__file__).parent
OPENING = time(9, 0)
LETTERS = {
    "request_receipt": "Kvittering for anmodning",
    "decision": "Afgørelse",
    "treatment_plan": "Behandlingsplan",
}


class Step(TypedDict, total=False):
    """One step of a walk: a form filled and signed, or a letter approved and saved."""

    day: str
    form: str
    letter: str
    answers: Facts


@dataclass(frozen=True)
class Walk:
    """One made-up citizen's course."""

    name: str
    citizen: str
    clinic: Facts
    steps: tuple[Step, ...]


class DemoClock:
    """The time in the demonstration: the day of each step, a minute later at every look."""

    def __init__(self, first: datetime) -> None:
        self._now = first

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=7)
        return self._now

    def be_on(self, day: date) -> None:
        """Let it be the morning of *day*, unless it is that day already."""
        if self._now.date() != day:
            self._now = datetime.combine(day, OPENING).astimezone()


def read_walk(name: str) -> Walk:
    """Return the walk in ``tests/demo/NAME.json``."""
    table = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return Walk(name, table["citizen"], table["clinic"], tuple(table["walk"]))


class Journey:
    """Walks through the program, says to *tell* what it does, and keeps a picture of each screen.

    Without *keeps_pictures* every screen is drawn all the same, but no picture is written.
    """

    def __init__(
        self,
        folder: Path,
        preferences: Preferences,
        tell: Callable[[str], None],
        *,
        keeps_pictures: bool = False,
    ) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.folder = folder
        self.clock = DemoClock(datetime(2026, 11, 2, 9, 0).astimezone())
        wear(application, preferences)
        self.window = MainWindow()
        self.window.resize(1366, 768)
        self._tell = tell
        self._keeps_pictures = keeps_pictures
        self._shots = 0
        setting = Setting(folder / "kartotek", preferences, folder / "indstillinger.json")
        self.program = Program(self.window, setting, self.clock)
        self.hands = Hands(self.window)

    def begin(self) -> None:
        """Show the window."""
        self.program.begin()
        self.window.show()
        self.hands.rest(50)

    def make_register(self, clinic: Facts) -> None:
        """Go through the first start."""
        self._shoot("foerste-start-velkommen")
        self.hands.click("Opret et nyt kartotek")
        self._fill(clinic, "klinik")
        self.hands.click("Videre")
        self.hands.type_into("Dit navn", PERSON)
        self.hands.type_into("Din adgangssætning", PASSPHRASE)
        self.hands.type_into("Skriv den én gang til", PASSPHRASE)
        self._shoot("foerste-start-dig")
        self.hands.click("Videre")
        self._copy_recovery_key()
        self._shoot("foerste-start-kopier")
        self.hands.click("Spring over for nu")
        self._shoot("foerste-start-faerdig")
        self.hands.click("Begynd")
        self._shoot("i-dag-tom")

    def _copy_recovery_key(self) -> None:
        card = next(
            card
            for card in self.window.findChildren(QFrame)
            if card.accessibleName() == "Gendannelsesnøgle"
        )
        shown = " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())
        self._shoot("foerste-start-noegle")
        self.hands.click("Jeg har nøglen på papir")
        self.hands.type_into("Nøglen fra arket", shown)
        self.hands.click("Videre")

    def walk(self, walk: Walk) -> None:
        """Lead one citizen from the first contact to the discharge."""
        self.hands.click("Borgere")
        self.hands.click("Ny henvendelse")
        for number, step in enumerate(walk.steps, start=1):
            if "day" in step:
                self.clock.be_on(date.fromisoformat(step["day"]))
            name = f"{walk.name}-{number:02}"
            if "form" in step:
                self.fill_form(step["form"], step["answers"], name)
            else:
                self.issue(step["letter"], name)

    def look_around(self) -> None:
        """Look at the lists and settings, lock in the middle of a form and come back to it."""
        self._shoot("case-udskrevet")
        for room in ("I dag", "Borgere", "Breve", "Retningslinjer", "Indstillinger"):
            self.hands.click(room)
            self._shoot(f"rum-{room.lower().replace(' ', '-')}")
        self.hands.click("Borgere")
        self.hands.type_into("Søg efter en borger", "soren")
        self._shoot("borgere-soegning-uden-fund")
        self.hands.click("Lås")
        self._shoot("laast")
        self.unlock("en helt anden sætning")
        self._shoot("laast-forkert-adgangssaetning")
        self.unlock(PASSPHRASE)
        self._shoot("laast-op-igen")

    def unlock(self, passphrase: str) -> None:
        """Give *passphrase* at the door and wait for the answer."""
        self.hands.type_into("Adgangssætning", passphrase)
        self.hands.click("Lås op")
        self.hands.rest(100)
        self.hands.wait_until(self._has_answered)

    def _has_answered(self) -> bool:
        return not any(
            button.isVisible() and button.text() == "Låser op …"
            for button in self.window.findChildren(QAbstractButton)
        )

    def close(self) -> None:
        """Close the window as a person does; what is closed already stays so."""
        if not isValid(self.window):
            return
        if self.window.close():
            # Where nobody ends the process, every later event and look would reach it still.
            self.window.deleteLater()
        self.hands.rest(50)

    def fill_form(self, form: str, answers: Facts, name: str) -> None:
        """Choose the step of *form*, answer it and sign it; *name* is that of the pictures."""
        title = supplies().newest(form).title
        self._tell(f"{title}: udfylder og underskriver")
        self.hands.choose_row("Forløbets trin", title)
        self._fill(answers, f"{name}-{form}")
        while not self.hands.has_button("Færdig – underskriv"):
            self.hands.next_section()
        self.hands.click("Færdig – underskriv")
        assert "Færdig" in self.hands.row("Forløbets trin", title)

    def issue(self, letter: str, name: str) -> None:
        """Look at a letter, approve it and save it as a file that *name* begins."""
        title = LETTERS[letter]
        self._tell(f"{title}: viser, godkender og gemmer")
        self.hands.choose_row("Breve", title)
        self._shoot(f"{name}-{letter}-kladde")
        self.hands.click("Godkend brevet")
        self._shoot(f"{name}-{letter}-godkendt")
        path = self.folder / f"{name}-{letter}.pdf"
        self.hands.in_the_file_dialog(path, lambda: self.hands.click("Gem som PDF …"))
        assert path.exists()

    def _fill(self, facts: Facts, name: str) -> None:
        """Answer everything, and take a picture of each section when it is left."""
        for place, reply in replies(facts, self.clock().date()):
            if self.hands.field(place) is None:
                self._shoot(name)
            self.hands.answer(place, reply)
        self._shoot(name)

    def _shoot(self, name: str) -> None:
        self._shots += 1
        picture = self.hands.look()
        if self._keeps_pictures:
            picture.save(str(self.folder / f"{self._shots:03}-{name}.png"))
