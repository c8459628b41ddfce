"""Every screen in every look, as pictures and sheets: `python3 dev.py contact-sheet --out DIR`."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.preferences import Appearance, Preferences
from tests.demo.hands import NotOnTheScreenError
from tests.screens import WORK, Screen
from tests.screens_start import START
from tests.visitor import Visitor

SIZES = ((1366, 768), (2560, 1440))
TEXT_SIZES = (100, 200)
LOOKS = (Appearance.LIGHT, Appearance.DARK)
COLUMNS, ROWS = 4, 5
CELL = (640, 360)
WORDS = 26
"""Pixels below each picture for its name."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the program looks on one set of pictures."""

    appearance: Appearance
    text_size: int
    size: tuple[int, int]

    @property
    def name(self) -> str:
        """What the folder of its pictures is called."""
        appearance = "lys" if self.appearance is Appearance.LIGHT else "moerk"
        width, height = self.size
        return f"{appearance}-{self.text_size}-{width}x{height}"


def take_all(look: Look, folder: Path) -> Iterator[str]:
    """Take a picture of each screen into *folder*, and yield what could not be reached."""
    folder.mkdir(parents=True, exist_ok=True)
    for screens, is_practice in ((START, False), (WORK, True)):
        with tempfile.TemporaryDirectory() as home:
            for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"):
                os.environ[variable] = home
            preferences = Preferences(look.appearance, look.text_size)
            visitor = Visitor(Path(home), preferences, look.size, is_practice=is_practice)
            for screen in screens:
                yield from _take(screen, visitor, folder, from_home=is_practice)
            visitor.close()


def _take(screen: Screen, visitor: Visitor, folder: Path, *, from_home: bool) -> Iterator[str]:
    try:
        if from_home:
            visitor.come_home()
        screen.reach(visitor)
    except NotOnTheScreenError as error:
        yield f"{screen.name}: {error}"
    visitor.seen.grab().save(str(folder / f"{screen.name}.png"))


def lay_out(pictures: list[Path], sheet: Path) -> None:
    """Draw *pictures* in rows, each with its name below, and save them as one."""
    width, height = CELL
    image = QImage(COLUMNS * width, ROWS * (height + WORDS), QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    painter.setPen(QColor("#ffffff"))
    font = painter.font()
    font.setPixelSize(WORDS * 2 // 3)
    painter.setFont(font)
    for number, path in enumerate(pictures):
        row, column = divmod(number, COLUMNS)
        cell = QRect(column * width, row * (height + WORDS), width, height)
        small = QImage(str(path)).scaled(
            cell.size(),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(cell.topLeft(), small)
        below = QRect(cell.left() + 6, cell.bottom() + 1, width - 12, WORDS)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, path.stem)
    painter.end()
    image.save(str(sheet))


def main() -> int:
    """Take all pictures, lay them out, and return the exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", default="", help="the beginning of the looks to take")
    asked = parser.parse_args()
    application = QApplication(sys.argv[:1])
    missed = []
    for look in (Look(*parts) for parts in product(LOOKS, TEXT_SIZES, SIZES)):
        if look.name.startswith(asked.only):
            missed += [f"{look.name}/{one}" for one in take_all(look, asked.out / look.name)]
            pictures = sorted((asked.out / look.name).glob("*.png"))
            for first in range(0, len(pictures), COLUMNS * ROWS):
                sheet = asked.out / f"{look.name}-{first // (COLUMNS * ROWS) + 1}.png"
                lay_out(pictures[first : first + COLUMNS * ROWS], sheet)
            print(f"{look.name}: {len(pictures)} billeder", flush=True)
    for one in missed:
        print(f"Ikke nået: {one}")
    application.quit()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
