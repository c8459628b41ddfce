"""The clinic at a glance: a card of numbers for each thing counted, and a period to count in."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.choices import Choice, choice_box, let_read
from views.screen.citizen_filter import CitizensWanted
from views.screen.column import Column
from views.screen.empty_state import EmptyState
from views.screen.labelled import labelled
from views.screen.look import Role, scaled
from views.screen.overview.number_card import CardShown, NumberCard
from views.screen.words import words

_WIDTH = 1100
_ROOM_FOR_TWO = 820
_NOTHING = (
    "Her er ikke noget at tælle endnu",
    "Når der er borgere i kartoteket, står jeres tal her – uden navne.",
)
_QUIET = "Kun tal, ingen navne. De regnes ud af det, der er underskrevet og skrevet i sagerne."


class OverviewPage(QWidget):
    """Shows the cards it is given; says which period was chosen, and whom one wants to see."""

    period_chosen = Signal()
    citizens_asked = Signal(CitizensWanted)

    def __init__(self, periods: Sequence[Choice]) -> None:
        super().__init__()
        self._periods = choice_box()
        for period in periods:
            self._periods.addItem(period.words, period.code)
        let_read(self._periods)
        self._periods.currentIndexChanged.connect(self._say_period)
        self._note = words("", Role.QUIET)
        self._cards: list[NumberCard] = []
        self._across = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(scaled(14))
        self._column = Column(_WIDTH)
        self._empty = EmptyState()
        self._numbers = QWidget()
        self.setFocusProxy(self._periods)
        self._lay_out()

    @property
    def period(self) -> str:
        """The code of the period that is chosen."""
        return str(self._periods.currentData())

    def show_cards(self, cards: Sequence[CardShown], note: str) -> None:
        """Show *cards*, and *note* above them; a calm word when there are none."""
        self._note.setText(note or _QUIET)
        self._empty.explain(*_NOTHING)
        self._numbers.setVisible(bool(cards))
        self._empty.setVisible(not cards)
        for old in self._cards:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        period = self._periods.currentText()
        self._cards = [NumberCard(card, period if card.of_period else "") for card in cards]
        for card in self._cards:
            card.citizens_asked.connect(self.citizens_asked)
        self._across = 0
        self._arrange()

    def show_trouble(self, sentence: str) -> None:
        """Show no numbers, and *sentence* in their place."""
        self.show_cards((), "")
        self._empty.explain_trouble("Tallene kan ikke vises", sentence)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let two cards stand beside each other where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        across = 2 if self.width() >= scaled(_ROOM_FOR_TWO) else 1
        if across == self._across:
            return
        self._across = across
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // across, number % across)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(words("Overblik", Role.TITLE), 1)
        top.addWidget(labelled("Periode", self._periods))
        numbers = QVBoxLayout(self._numbers)
        numbers.setContentsMargins(0, 0, 0, 0)
        numbers.addWidget(self._note)
        numbers.addLayout(self._grid)
        body = self._column.body
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(top)
        body.addWidget(self._numbers)
        body.addWidget(self._empty, 1)
        body.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._column)

    @Slot()
    def _say_period(self) -> None:
        self.period_chosen.emit()
