"""Takes the pictures of the guide from the practice register: python tests/demo/help_pictures.py.

They are written to `resources/help/pictures`, as small as a few colours make them. The register is
made anew at a fixed day, so that the same program gives the same pictures.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.appearance import wear
from app.preferences import Appearance, Preferences
from app.program import Program
from app.setting import Setting
from tests.demo.hands import Hands, NotOnTheScreenError
from views.screen.window import MainWindow

NOON = datetime(2026, 11, 2, 12, 0).astimezone()
CITIZEN = "Maria Fjällström-Øvesen"
PICTURES = Path(__file__).parents[2] / "resources" / "help" / "pictures"
SIZE = (1180, 700)
COLOURS = 64
_CONTROL = Qt.KeyboardModifier.ControlModifier


class Photographer:
    """Walks through the practice register, and looks."""

    def __init__(self, home: Path, folder: Path) -> None:
        preferences = Preferences(Appearance.LIGHT)
        self.window = MainWindow()
        self.hands = Hands(self.window)
        self._home = home
        self._folder = folder
        setting = Setting(home, preferences, home / "indstillinger.json", is_practice=True)
        self._program = Program(self.window, setting, lambda: NOON)

    def walk(self) -> None:
        """Take every picture."""
        self._program.begin()
        self.window.resize(*SIZE)
        self.window.show()
        self.hands.rest(300)
        self._take_rooms()
        self._take_case()
        self.hands.click("Lås")
        self.hands.rest(100)
        self._hide_the_place()
        self._take("doer")
        self.window.close()

    def _hide_the_place(self) -> None:
        """Show no folder of the machine that the pictures are taken on."""
        for label in self.window.findChildren(QLabel):
            if label.text().startswith(str(self._home)):
                label.setText("Øvekartotek")

    def _take_rooms(self) -> None:
        rooms = {
            "I dag": "i_dag",
            "Borgere": "borgere",
            "Breve": "breve_rummet",
            "Retningslinjer": "retningslinjer",
        }
        for room, name in rooms.items():
            self.hands.click(room)
            self.hands.rest(200)
            self.hands.wait_until(self._has_counted)
            self._take(name)
        self.hands.click("Indstillinger")
        self.hands.click("Se sikkerhedskopierne")
        self.hands.rest(300)
        self._take("sikkerhedskopier")

    def _has_counted(self) -> bool:
        """Return whether no room says that it still reckons."""
        return not any("Regner" in label.text() for label in self.window.findChildren(QLabel))

    def _take_case(self) -> None:
        self.hands.click("Borgere")
        self.hands.choose_row("Borgere", CITIZEN)
        self.hands.rest(200)
        self._take("sag")
        self.hands.press(Qt.Key.Key_G, _CONTROL)
        self._take("opgaver")
        self.hands.press(Qt.Key.Key_G, _CONTROL)
        self._at_step("Afdækning", "spoergsmaal", sections=1)
        self._at_step("Behandlingsplan", "plan", sections=4)
        self._over("find", self._search)
        self._over("samtykker", self._consents)
        self._take_letter()

    def _take_letter(self) -> None:
        """Take the first letter of anybody that still lacks something."""
        for citizen in self._citizens():
            self.hands.click("Borgere")
            self.hands.choose_row("Borgere", citizen)
            lacking = [row for row in self.hands.rows("Breve") if "Mangler" in row]
            if lacking:
                self.hands.choose_row("Breve", lacking[0])
                self.hands.press(Qt.Key.Key_G, _CONTROL)
                self.hands.press(Qt.Key.Key_T, _CONTROL)
                self.hands.rest(200)
                self._take("brev")
                return
        raise NotOnTheScreenError("et brev, der mangler noget")

    def _citizens(self) -> list[str]:
        self.hands.click("Borgere")
        return [row.removesuffix(" None") for row in self.hands.rows("Borgere")]

    def _at_step(self, title: str, name: str, *, sections: int) -> None:
        self.hands.choose_row("Forløbets trin", title)
        for _ in range(sections):
            self.hands.next_section()
        self.hands.rest(100)
        self._take(name)

    def _search(self) -> None:
        self.hands.press(Qt.Key.Key_K, _CONTROL)
        QTest.keyClicks(QApplication.focusWidget() or self.window, "mar")

    def _consents(self) -> None:
        self.hands.press(Qt.Key.Key_M, _CONTROL)

    def _over(self, name: str, opening: Callable[[], None]) -> None:
        """Take a picture of what *opening* lays over the page, and close it again."""
        opening()
        self.hands.rest(100)
        box = QApplication.activeModalWidget()
        self._take(name)
        if box is not None:
            self._save(name, box)
            box.close()
        else:
            self.hands.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        self.hands.rest(50)

    def _take(self, name: str) -> None:
        if not self.window.isVisible():
            raise NotOnTheScreenError(name)
        self.hands.rest(50)
        # A caret that happens to blink would make another picture of the same page.
        QApplication.setCursorFlashTime(0)
        self._save(name, self.window)

    def _save(self, name: str, widget: QWidget) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        widget.grab().save(buffer, "PNG")
        with Image.open(BytesIO(bytes(buffer.data().data()))) as taken:
            few = taken.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(self._folder / f"{name}.png", optimize=True)


def main() -> int:
    """Take all pictures, and say how much they fill."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    wear(application, Preferences(Appearance.LIGHT))
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"):
            os.environ[variable] = home
        Photographer(Path(home), PICTURES).walk()
    filled = sum(path.stat().st_size for path in PICTURES.glob("*.png"))
    print(f"{len(list(PICTURES.glob('*.png')))} billeder, {filled // 1024} KB, i {PICTURES}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
