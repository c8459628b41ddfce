"""Noting how a letter reached its receiver: which way it went, and on which day."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from views.screen.fields.calm_combo_box import CalmComboBox
from views.screen.labelled import labelled
from views.screen.look import scaled
from views.screen.problem_line import ProblemLine
from views.screen.words import words

_CHOOSE = "Vælg …"


@dataclass(frozen=True, slots=True)
class WayShown:
    """One way a letter can go, as its code and in words."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class DeliveryShown:
    """What is offered: the `ways`, the one that is likely, the `day` it likely was.

    `follows` says what follows from the delivery noted last, and `differs` what the letter says
    otherwise, and what to do about it; empty when there is nothing to say.
    """

    ways: tuple[WayShown, ...] = ()
    likely: str = ""
    day: str = ""
    follows: str = ""
    differs: str = ""


class LetterDelivery(QWidget):
    """Asks which way and when; says `noted` with the code of the way and the day as typed."""

    noted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = DeliveryShown()
        self._ways = CalmComboBox()
        self._day = QLineEdit()
        self._problem = ProblemLine()
        self._note = QPushButton("Notér")
        self._follows = words("")
        self._differs = ProblemLine()
        self._day.setPlaceholderText("dag.måned.år")
        self._note.setAccessibleDescription("Notér, hvordan og hvornår brevet er givet")
        self._note.clicked.connect(self._say)
        self._day.returnPressed.connect(self._say)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(labelled("Hvordan fik modtageren brevet?", self._ways))
        column.addWidget(labelled("Hvilken dag blev det sendt eller givet?", self._day))
        for widget in (self._problem, self._note, self._follows, self._differs):
            column.addWidget(widget)

    def show_delivery(self, shown: DeliveryShown) -> None:
        """Offer *shown*; what is chosen or typed already stays while the offer is the same."""
        self._follows.setText(shown.follows)
        self._follows.setVisible(bool(shown.follows))
        self._differs.show_sentence(shown.differs)
        if (shown.ways, shown.likely, shown.day) == self._offered():
            return
        self._shown = shown
        self._ways.clear()
        self._ways.addItems([_CHOOSE, *(way.words for way in shown.ways)])
        codes = [way.code for way in shown.ways]
        self._ways.setCurrentIndex(codes.index(shown.likely) + 1 if shown.likely in codes else 0)
        self._day.setText(shown.day)
        self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with what was chosen or typed; empty takes it back."""
        self._problem.show_sentence(sentence)

    def _offered(self) -> tuple[Sequence[WayShown], str, str]:
        return self._shown.ways, self._shown.likely, self._shown.day

    @Slot()
    def _say(self) -> None:
        chosen = self._ways.currentIndex() - 1
        way = self._shown.ways[chosen].code if chosen >= 0 else ""
        self.noted.emit(way, self._day.text())
