"""What the guideline and the law say about just this question."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.look import Role, scaled, set_role
from views.screen.words import chip, words

_NOTHING = "Stil dig i et spørgsmål. Her står så, hvad retningslinjen og loven siger om det."


class Strength(StrEnum):
    """How binding a line is; the values are the words that are shown."""

    MUST = "skal"
    SHOULD = "bør"
    MAY = "kan"
    LAW = "lov"


_CHIPS = {
    Strength.MUST: Role.CHIP_MUST,
    Strength.SHOULD: Role.CHIP_SHOULD,
    Strength.MAY: Role.CHIP_MAY,
    Strength.LAW: Role.CHIP,
}


@dataclass(frozen=True, slots=True)
class GuidanceLine:
    """One instruction or provision; `reference` is its number, e.g. ``"2020/3.5.1"``."""

    strength: Strength
    reference: str
    title: str
    text: str
    confidence_note: str = ""


class GuidancePanel(QScrollArea):
    """The quiet side that explains; the arrow keys scroll it."""

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
            self._cards.addWidget(_card(line))
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


def _card(line: GuidanceLine) -> QFrame:
    card = QFrame()
    set_role(card, Role.CARD)
    column = QVBoxLayout(card)
    column.setContentsMargins(scaled(12), scaled(10), scaled(12), scaled(12))
    column.setSpacing(scaled(4))
    head = QHBoxLayout()
    head.setSpacing(scaled(8))
    head.addWidget(chip(line.strength.value, _CHIPS[line.strength]), 0, Qt.AlignmentFlag.AlignTop)
    head.addWidget(words(line.reference, Role.QUIET), 1)
    column.addLayout(head)
    column.addSpacing(scaled(2))
    column.addWidget(words(line.title, Role.STRONG))
    column.addWidget(words(line.text))
    if line.confidence_note:
        column.addWidget(words(line.confidence_note, Role.QUIET))
    return card
