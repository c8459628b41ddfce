"""Which of the letters that wait are shown: how far they are, whose, which way, which kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from views.screen.fields.calm_combo_box import CalmComboBox
from views.screen.labelled import labelled
from views.screen.look import scaled

_NOT_PRINTED = "Ikke skrevet ud"
_PRINTED = "Skrevet ud, ikke noteret sendt"
_SHORTEST = 6
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to filter by, as its code and in words."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Offered:
    """What the letters that wait can be filtered by."""

    persons: tuple[Choice, ...] = ()
    ways: tuple[Choice, ...] = ()
    kinds: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is filtered by now; an empty code stands for all."""

    is_printed: bool = False
    person: str = ""
    way: str = ""
    kind: str = ""


class LettersFilter(QWidget):
    """Says `changed` when something else is wanted than before."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = CalmComboBox()
        self._person = CalmComboBox()
        self._way = CalmComboBox()
        self._kind = CalmComboBox()
        for box in (self._standing, self._person, self._way, self._kind):
            box.setMinimumContentsLength(_SHORTEST)
        self._standing.addItems([_NOT_PRINTED, _PRINTED])
        _let_read(self._standing)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(10))
        row.addWidget(labelled("Vis", self._standing), 1)
        row.addWidget(labelled("Godkendt af", self._person), 1)
        row.addWidget(labelled("Sendes", self._way), 1)
        row.addWidget(labelled("Slags brev", self._kind), 1)
        # The list gives way when there is little room, not what is chosen by.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.offer(Offered())
        for box in (self._standing, self._person, self._way, self._kind):
            box.currentIndexChanged.connect(self._say)

    @property
    def wanted(self) -> Wanted:
        """What is filtered by."""
        return Wanted(
            is_printed=self._standing.currentIndex() == 1,
            person=_code(self._person),
            way=_code(self._way),
            kind=_code(self._kind),
        )

    def offer(self, offered: Offered) -> None:
        """Offer to filter by these, saying nothing; what was chosen stays if it is among them."""
        _fill(self._person, "Alle", offered.persons)
        _fill(self._way, "Alle måder", offered.ways)
        _fill(self._kind, "Alle slags", offered.kinds)

    @Slot()
    def _say(self) -> None:
        self.changed.emit()


def _code(box: CalmComboBox) -> str:
    return str(box.currentData() or "")


def _fill(box: CalmComboBox, everything: str, choices: Sequence[Choice]) -> None:
    chosen = _code(box)
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, "")
    for choice in choices:
        box.addItem(choice.words, choice.code)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    _let_read(box)
    box.blockSignals(False)


def _let_read(box: CalmComboBox) -> None:
    """Let the list that drops down be as wide as its words, however narrow the box is."""
    widest = max(box.fontMetrics().horizontalAdvance(box.itemText(n)) for n in range(box.count()))
    box.view().setMinimumWidth(widest + scaled(_AROUND))
