"""The consents of a citizen at a glance: what may be shared with whom now, and what may not."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.messages import TITLE
from views.screen.words import chip, words

_SIZE = (620, 560)
_SHARE = 0.94
_NONE = "Ingen samtykker gælder lige nu. Spørg borgeren, før du henter eller deler noget."


@dataclass(frozen=True, slots=True)
class ConsentShown:
    """One consent: `key` leads to it, `state` is a word that `role` colours."""

    key: str
    party: str
    state: str
    role: Role
    holds: bool
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsentsShown:
    """All consents, those that hold first; `brief` counts them, empty when none was asked for.

    `new_key` leads to a consent that is not asked for yet.
    """

    brief: str = ""
    new_key: str = ""
    consents: tuple[ConsentShown, ...] = ()
    notes: tuple[str, ...] = ()


class ConsentsBox(QDialog):
    """Lists consents and says the key of the one to be seen; it goes when it is closed."""

    consent_chosen = Signal(str)

    def __init__(self, parent: QWidget, shown: ConsentsShown) -> None:
        super().__init__(parent)
        self._new_key = shown.new_key
        self._close = QPushButton("Luk")
        self._new = SignButton("Nyt samtykke", Sign.PLUS, Ink.THREAD)
        self.setWindowTitle(TITLE)
        self.setAccessibleName("Samtykker")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_role(self._new, Role.PLAIN)
        self._close.setDefault(True)
        self._close.clicked.connect(self.close)
        self._new.clicked.connect(self._begin_new)
        self._lay_out(shown)
        room = parent.window().size() * _SHARE
        self.resize(min(scaled(_SIZE[0]), room.width()), min(scaled(_SIZE[1]), room.height()))

    @Slot(str)
    def _choose(self, key: str) -> None:
        self.close()
        self.consent_chosen.emit(key)

    @Slot()
    def _begin_new(self) -> None:
        self._choose(self._new_key)

    def _lay_out(self, shown: ConsentsShown) -> None:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("Samtykker")
        area.setWidget(self._inside(shown))
        buttons = QHBoxLayout()
        buttons.addWidget(self._new)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(18), scaled(14), scaled(18), scaled(14))
        column.setSpacing(scaled(10))
        column.addWidget(words("Samtykker", Role.TITLE))
        column.addWidget(area, 1)
        column.addLayout(buttons)

    def _inside(self, shown: ConsentsShown) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, scaled(6), 0)
        column.setSpacing(scaled(10))
        holding = [consent for consent in shown.consents if consent.holds]
        column.addWidget(words("Det må vi nu", Role.SUBTITLE))
        if not holding:
            column.addWidget(words(_NONE))
        self._add(column, holding)
        over = [consent for consent in shown.consents if not consent.holds]
        if over:
            column.addWidget(words("Det må vi ikke", Role.SUBTITLE))
            self._add(column, over)
        for note in shown.notes:
            column.addWidget(words(note, Role.QUIET))
        column.addStretch(1)
        return inside

    def _add(self, column: QVBoxLayout, consents: Sequence[ConsentShown]) -> None:
        for consent in consents:
            card = _ConsentCard(consent)
            card.chosen.connect(self._choose)
            column.addWidget(card)


class _ConsentCard(QFrame):
    """One consent, and the button that leads to it."""

    chosen = Signal(str)

    def __init__(self, consent: ConsentShown) -> None:
        super().__init__()
        self._key = consent.key
        set_role(self, Role.CARD)
        see = SignButton("Se samtykket", Sign.ARROW_RIGHT, Ink.THREAD)
        set_role(see, Role.PLAIN)
        see.setAccessibleName(f"Se samtykket: {consent.party}, {consent.state.lower()}")
        see.setAccessibleDescription(" ".join(consent.lines))
        see.setAutoDefault(False)
        see.clicked.connect(self._choose)
        head = QHBoxLayout()
        head.addWidget(words(consent.party, Role.STRONG), 1)
        head.addWidget(chip(consent.state, consent.role), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(12), scaled(10), scaled(12), scaled(8))
        column.setSpacing(scaled(4))
        column.addLayout(head)
        for line in consent.lines:
            column.addWidget(words(line))
        column.addWidget(see, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._key)
