"""Which citizens are shown: how far the course is, whose it is, what is due, open or not."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from views.screen.choices import Choice, choice_box, chosen_code, offer_choices
from views.screen.labelled import labelled
from views.screen.look import scaled

OVERDUE, THIS_WEEK = "overdue", "week"
"""The codes of what is due by when."""
OPEN, CLOSED = "open", "closed"
"""The codes of whether a course is open."""
_DUE = (Choice(OVERDUE, "Overskredet"), Choice(THIS_WEEK, "Inden for en uge"))
_STANDING = (Choice(OPEN, "Med åbent forløb"), Choice(CLOSED, "Uden åbent forløb"))


@dataclass(frozen=True, slots=True)
class CitizensOffered:
    """What the citizens can be filtered by."""

    stages: tuple[Choice, ...] = ()
    counsellors: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class CitizensWanted:
    """What is searched for and filtered by now; an empty code stands for all."""

    words: str = ""
    in_notes: bool = False
    stage: str = ""
    counsellor: str = ""
    due: str = ""
    standing: str = ""

    @property
    def is_filtered(self) -> bool:
        """Whether some are left out, whatever is searched for."""
        return any((self.stage, self.counsellor, self.due, self.standing))


class CitizenFilter(QWidget):
    """Says `changed` when something else is wanted than before."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = choice_box()
        self._stage = choice_box()
        self._due = choice_box()
        self._counsellor = choice_box()
        offer_choices(self._standing, "Alle", _STANDING)
        offer_choices(self._due, "Alle", _DUE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(10))
        row.addWidget(labelled("Forløb", self._standing), 1)
        row.addWidget(labelled("Hvor i forløbet", self._stage), 1)
        row.addWidget(labelled("Næste frist", self._due), 1)
        row.addWidget(labelled("Sidst skrevet af", self._counsellor), 1)
        # The list gives way when there is little room, not what is chosen by.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.offer(CitizensOffered())
        for box in (self._standing, self._stage, self._due, self._counsellor):
            box.currentIndexChanged.connect(self._say)

    def wanted(self, words: str, *, in_notes: bool) -> CitizensWanted:
        """Return what is filtered by, together with what is searched for."""
        return CitizensWanted(
            words=words,
            in_notes=in_notes,
            stage=chosen_code(self._stage),
            counsellor=chosen_code(self._counsellor),
            due=chosen_code(self._due),
            standing=chosen_code(self._standing),
        )

    def choose(self, wanted: CitizensWanted) -> None:
        """Filter as in *wanted*, saying nothing; what is not offered stands for all."""
        for box, code in (
            (self._standing, wanted.standing),
            (self._stage, wanted.stage),
            (self._due, wanted.due),
            (self._counsellor, wanted.counsellor),
        ):
            box.blockSignals(True)
            box.setCurrentIndex(max(box.findData(code), 0))
            box.blockSignals(False)

    def offer(self, offered: CitizensOffered) -> None:
        """Offer to filter by these, saying nothing; what was chosen stays if it is among them."""
        offer_choices(self._stage, "Alle", offered.stages)
        offer_choices(self._counsellor, "Alle", offered.counsellors)

    @Slot()
    def _say(self) -> None:
        self.changed.emit()
