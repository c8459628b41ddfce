"""A card of numbers: what each is of, the number itself, and a bar that says the same."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.citizen_filter import CitizensWanted
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, colours, scaled, set_role
from views.screen.words import words

_NONE = "Her er ikke noget at tælle."


@dataclass(frozen=True, slots=True)
class NumberShown:
    """One number; `share` is how long its bar is, from 0 to 1.

    `wanted` leads to the list of those who are counted, where there is one.
    """

    words: str
    number: int
    share: float
    wanted: CitizensWanted | None = None


@dataclass(frozen=True, slots=True)
class CardShown:
    """Numbers below a title, and what is to be said of them; some are `of_period`, some of now."""

    title: str
    numbers: tuple[NumberShown, ...]
    note: str = ""
    of_period: bool = False


class NumberCard(QFrame):
    """Says whom one wants to see."""

    citizens_asked = Signal(CitizensWanted)

    def __init__(self, shown: CardShown, period: str) -> None:
        """*period* is when the numbers are of; empty for now."""
        super().__init__()
        set_role(self, Role.CARD)
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(10))
        grid.setVerticalSpacing(scaled(6))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for row, number in enumerate(shown.numbers):
            self._add(grid, row, number)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(14))
        column.setSpacing(scaled(8))
        title = f"{shown.title} · {period.lower()}" if period else shown.title
        column.addWidget(words(title, Role.SUBTITLE))
        column.addLayout(grid)
        for line in (shown.note, "" if shown.numbers else _NONE):
            if line:
                column.addWidget(words(line, Role.QUIET))
        column.addStretch(1)

    def _add(self, grid: QGridLayout, row: int, shown: NumberShown) -> None:
        number = words(str(shown.number), Role.STRONG)
        number.setAccessibleName(f"{shown.words}: {shown.number}")
        number.setWordWrap(False)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(words(shown.words), row, 0)
        grid.addWidget(_Bar(shown.share), row, 1)
        grid.addWidget(number, row, 2)
        if shown.wanted is not None:
            see = _See(shown.words, shown.wanted)
            see.chosen.connect(self.citizens_asked)
            grid.addWidget(see, row, 3)


class _See(SignButton):
    chosen = Signal(CitizensWanted)

    def __init__(self, of: str, wanted: CitizensWanted) -> None:
        super().__init__("Vis dem", Sign.ARROW_RIGHT, Ink.THREAD)
        self._wanted = wanted
        set_role(self, Role.PLAIN)
        self.setAccessibleName(f"Vis dem: {of}")
        self.clicked.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._wanted)


class _Bar(QWidget):
    """A bar beside the number: a screen reader need not hear it."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(60), scaled(10))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        height = scaled(8)
        place = QRectF(0, (self.height() - height) / 2, self.width() * self._share, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().border))
        if self._share > 0:
            painter.drawRoundedRect(place, height / 2, height / 2)
        painter.end()
