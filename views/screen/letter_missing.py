"""What a letter lacks, each thing with a button that leads to where it is entered."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.words import words


@dataclass(frozen=True, slots=True)
class MissingLine:
    """One thing a letter lacks: what, its legal source, and the `key` that leads to it."""

    key: str
    what: str
    source: str


class LetterMissing(QFrame):
    """A card that is there while something is missing."""

    chosen = Signal(str)

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout()
        self._shown: tuple[MissingLine, ...] = ()
        set_role(self, Role.CARD)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(12), scaled(10), scaled(12), scaled(12))
        column.addWidget(words(heading, Role.STRONG))
        column.addLayout(self._lines)

    def show_missing(self, missing: Sequence[MissingLine]) -> None:
        """Name what is *missing*; the card stands still when it says all this already."""
        self.setVisible(bool(missing))
        if tuple(missing) == self._shown:
            return
        self._shown = tuple(missing)
        _empty(self._lines)
        for line in missing:
            self._lines.addWidget(words(line.what))
            if line.source:
                self._lines.addWidget(words(line.source, Role.QUIET))
            if line.key:
                button = _GoThereButton(line)
                button.chosen.connect(self.chosen)
                self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class _GoThereButton(SignButton):
    chosen = Signal(str)

    def __init__(self, line: MissingLine) -> None:
        super().__init__("Gå derhen", Sign.ARROW_RIGHT, Ink.THREAD)
        self._key = line.key
        set_role(self, Role.PLAIN)
        self.setAccessibleName(f"Gå derhen: {line.what}")
        self.setAccessibleDescription(line.source)
        self.clicked.connect(self._say_key)

    @Slot()
    def _say_key(self) -> None:
        self.chosen.emit(self._key)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
