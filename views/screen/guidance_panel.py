"""What the guideline and the law say about just this question."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.look import Role, scaled, set_role
from views.screen.strength import Strength, strength_chip
from views.screen.words import words

_MORE = "Læs mere"
_NOTHING = "Stil dig i et spørgsmål. Her står så, hvad retningslinjen og loven siger om det."


@dataclass(frozen=True, slots=True)
class GuidanceLine:
    """One instruction or provision; `reference` is its number, `key` where to read on about it."""

    strength: Strength
    reference: str
    title: str
    text: str
    confidence_note: str = ""
    key: str = ""


class GuidancePanel(QScrollArea):
    """The quiet side that explains; the arrow keys scroll it, and each line leads on."""

    line_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QFrame()
        self._cards = QVBoxLayout()
        self._nothing = words(_NOTHING, Role.QUIET)
        set_role(self, Role.PANEL)
        set_role(self._inside, Role.PANEL)
        self.setAccessibleName("Vejledning")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.setWidget(self._inside)

    def show_guidance(self, lines: Sequence[GuidanceLine]) -> None:
        """Show *lines* instead of what was shown; none at all says what the panel is for."""
        while (item := self._cards.takeAt(0)) is not None:
            if (card := item.widget()) is not None:
                card.hide()
                card.deleteLater()
        for line in lines:
            self._cards.addWidget(self._card(line))
        self._nothing.setVisible(not lines)
        spoken = (f"{line.strength}, {line.reference}: {line.title}. {line.text}" for line in lines)
        self.setAccessibleDescription("\n".join(spoken) or _NOTHING)
        self.verticalScrollBar().setValue(0)

    @override
    def sizeHint(self) -> QSize:
        """Return a width at which the lines are easy to read."""
        return QSize(scaled(280), scaled(480))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least size at which a card still reads well."""
        return QSize(scaled(200), scaled(100))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(scaled(14), scaled(14), scaled(14), scaled(14))
        column.setSpacing(scaled(10))
        column.addWidget(words("Vejledning", Role.SUBTITLE))
        column.addWidget(self._nothing)
        self._cards.setSpacing(scaled(10))
        column.addLayout(self._cards)
        column.addStretch(1)

    def _card(self, line: GuidanceLine) -> QFrame:
        card = _said(line)
        layout = card.layout()
        if line.key and layout:
            more = _More(line)
            more.clicked.connect(self._say_line)
            layout.addWidget(more)
            layout.setAlignment(more, Qt.AlignmentFlag.AlignLeft)
        return card

    @Slot()
    def _say_line(self) -> None:
        if isinstance(more := self.sender(), _More):
            self.line_chosen.emit(more.key)


class _More(QPushButton):
    def __init__(self, line: GuidanceLine) -> None:
        super().__init__(_MORE)
        self.key = line.key
        self.setAccessibleName(f"{_MORE} om {line.reference}")
        set_role(self, Role.PLAIN)


def _said(line: GuidanceLine) -> QFrame:
    card = QFrame()
    set_role(card, Role.CARD)
    column = QVBoxLayout(card)
    column.setContentsMargins(scaled(12), scaled(10), scaled(12), scaled(8))
    column.setSpacing(scaled(4))
    head = QHBoxLayout()
    head.setSpacing(scaled(8))
    head.addWidget(strength_chip(line.strength), 0, Qt.AlignmentFlag.AlignTop)
    head.addWidget(words(line.reference, Role.QUIET), 1)
    column.addLayout(head)
    column.addSpacing(scaled(2))
    column.addWidget(words(line.title, Role.STRONG))
    column.addWidget(words(line.text))
    if line.confidence_note:
        column.addWidget(words(line.confidence_note, Role.QUIET))
    return card
