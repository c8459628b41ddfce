"""Which of the letters that wait are shown: how far they are, whose, which way, which kind."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from views.screen.choices import Choice, choice_box, chosen_code, let_read, offer_choices
from views.screen.labelled import labelled
from views.screen.look import scaled

_NOT_PRINTED = "Ikke skrevet ud"
_PRINTED = "Skrevet ud, ikke noteret sendt"


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
        self._standing = choice_box()
        self._person = choice_box()
        self._way = choice_box()
        self._kind = choice_box()
        self._standing.addItems([_NOT_PRINTED, _PRINTED])
        let_read(self._standing)
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
            person=chosen_code(self._person),
            way=chosen_code(self._way),
            kind=chosen_code(self._kind),
        )

    def offer(self, offered: Offered) -> None:
        """Offer to filter by these, saying nothing; what was chosen stays if it is among them."""
        offer_choices(self._person, "Alle", offered.persons)
        offer_choices(self._way, "Alle måder", offered.ways)
        offer_choices(self._kind, "Alle slags", offered.kinds)

    @Slot()
    def _say(self) -> None:
        self.changed.emit()
