"""Somebody who looks into every room of the practice register, and leaves everything as it is.

python tests/house/visitor.py
"""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel

from app.appearance import wear
from app.door import PRACTICE_PASSPHRASE
from app.preferences import Appearance, Preferences
from app.program import Program
from app.setting import Setting
from tests.demo.hands import Hands
from views.screen.window import MainWindow

CITIZEN = "Maria Fjällström-Øvesen"
NOON = datetime(2026, 11, 2, 12, 0).astimezone()


class Visit:
    """A visit to the practice register, which is made on the way."""

    def __init__(self, application: QApplication, preferences_file: Path) -> None:
        preferences = Preferences(Appearance.LIGHT)
        wear(application, preferences)
        self.window = MainWindow()
        self.hands = Hands(self.window)
        setting = Setting(Path("/"), preferences, preferences_file, is_practice=True)
        self._program = Program(self.window, setting, lambda: NOON)

    def rooms(self) -> Iterator[str]:
        """Yield the name of each room one stands in, the door last."""
        self._program.begin()
        self.window.resize(1366, 768)
        self.window.show()
        self.hands.rest(50)
        for room in ("I dag", "Borgere", "Breve", "Retningslinjer", "Indstillinger"):
            self.hands.click(room)
            yield room
        yield from self._side_pages()
        self.hands.click("Ret oplysninger om jeres sted")
        yield from self._sections("Jeres sted")
        yield from self._case("Ny henvendelse", is_new=True)
        yield from self._case(CITIZEN, is_new=False)
        self.hands.click("Lås")
        yield "Døren"
        self.hands.type_into("Adgangssætning", PRACTICE_PASSPHRASE)
        self.hands.click("Lås op")
        self.hands.wait_until(lambda: self.hands.has_button("Lås"))
        self.window.close()

    def _side_pages(self) -> Iterator[str]:
        for page in ("Se, hvem der har adgang", "Se sikkerhedskopierne", "Gå til eftersyn"):
            self.hands.click(page)
            self.hands.rest(200)
            yield page
            self.hands.click("Indstillinger")

    def _case(self, name: str, *, is_new: bool) -> Iterator[str]:
        self.hands.click("Borgere")
        if is_new:
            self.hands.click(name)
        else:
            self.hands.choose_row("Borgere", name)
        for step in self._rows("Forløbets trin"):
            self.hands.choose_row("Forløbets trin", step)
            yield from self._sections(f"{name}: {step}")
        for letter in self._rows("Breve"):
            self.hands.choose_row("Breve", letter)
            yield f"{name}: {letter}"
        if not is_new:
            self.hands.click("Slet borgeren …")
            yield f"{name}: slettes"

    def _sections(self, name: str) -> Iterator[str]:
        last = ""
        while (now := self._words()) != last:
            yield name
            last = now
            self.hands.next_section()

    def _words(self) -> str:
        labels = self.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def _rows(self, name: str) -> list[str]:
        views = self.window.findChildren(QAbstractItemView)
        shown = (view for view in views if view.isVisible() and view.accessibleName() == name)
        # A list in which nothing stands is not shown.
        models = [view.model() for view in shown]
        rows = (model.index(row, 0) for model in models for row in range(model.rowCount()))
        return [str(row.data(Qt.ItemDataRole.DisplayRole)) for row in rows]


if __name__ == "__main__":
    visit = Visit(QApplication(sys.argv[:1]), Path.home() / "indstillinger.json")
    print(len(list(visit.rooms())))
