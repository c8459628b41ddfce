"""The citizen's side of a conversation: the questions, or what was said, and nothing else."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QStackedWidget

from forms.reply import Reply
from forms.together import Said, Turn
from models.answers import Answers, Place
from views.screen.conversation.summary_view import SummaryView
from views.screen.conversation.turn_view import TurnView
from views.screen.fields.date_field import Today


class CitizenSide(QStackedWidget):
    """What two look at; a mirror shows the same on another screen and takes no key or click."""

    answered = Signal(Place, Reply)
    entered = Signal(Place)
    left = Signal(Place)
    row_added = Signal(Place)
    row_removed = Signal(Place, int)
    skip_asked = Signal(Place)
    decline_asked = Signal(Place)
    question_chosen = Signal(Place)
    ended = Signal(int)

    def __init__(self, today: Today | None = None, *, is_mirror: bool = False) -> None:
        super().__init__()
        self.turn = TurnView(today, is_mirror=is_mirror)
        self._summary = SummaryView(is_mirror=is_mirror)
        self.addWidget(self.turn)
        self.addWidget(self._summary)
        self.turn.answered.connect(self.answered)
        self.turn.entered.connect(self.entered)
        self.turn.left.connect(self.left)
        self.turn.row_added.connect(self.row_added)
        self.turn.row_removed.connect(self.row_removed)
        self.turn.skip_asked.connect(self.skip_asked)
        self.turn.decline_asked.connect(self.decline_asked)
        self.turn.ended.connect(self.ended)
        self._summary.question_chosen.connect(self.question_chosen)

    @property
    def is_at_summary(self) -> bool:
        """Whether what was said is being looked over."""
        return self.currentWidget() is self._summary

    def show_turn(self, turn: Turn, declinable: Collection[str]) -> None:
        """Show the questions of *turn*; `show_answers` has to follow."""
        self.turn.show_turn(turn, declinable)
        self.setCurrentWidget(self.turn)

    def show_answers(
        self, answers: Answers, enabled: frozenset[Place], skipped: Collection[Place]
    ) -> None:
        """Show what is answered, asked and was skipped, where the questions stand."""
        self.turn.show_answers(answers, enabled, skipped)

    def show_summary(self, said: Sequence[Said], skipped: Sequence[Said]) -> None:
        """Show what was said, and what was skipped."""
        self._summary.show_said(said, skipped)
        self.setCurrentWidget(self._summary)

    def announce(self, sentence: str) -> None:
        """Let a screen reader say *sentence*."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
