"""At the end of a conversation: what the citizen said, to look over together."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forms.together import Said
from models.answers import Place
from views.screen.column_scroll import ColumnScroll
from views.screen.conversation.large_type import hit
from views.screen.look import Role, scaled, set_role
from views.screen.words import words

TITLE = "Det har du fortalt"
ASKING = "Er det sådan, du ser det?"
_NOTHING = "Der er ikke sagt noget endnu."
_LEFT = "Det sprang vi over"


class SummaryView(ColumnScroll):
    """Calm rows of questions and answers, with a way to each; on a mirror only seen."""

    question_chosen = Signal(Place)

    def __init__(self, *, is_mirror: bool = False) -> None:
        super().__init__()
        self._is_mirror = is_mirror
        self._rows = QWidget()
        self.title = words(TITLE, Role.TITLE)
        self.column.addWidget(self.title)
        self.column.addWidget(self._rows)
        self.column.addWidget(words(ASKING, Role.TITLE))
        self.column.addStretch(1)
        if is_mirror:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_said(self, said: Sequence[Said], skipped: Sequence[Said]) -> None:
        """Show what was *said*, and the questions that were *skipped*."""
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(16))
        for one in said:
            column.addWidget(self._row(one, "Ret"))
        if not said:
            column.addWidget(words(_NOTHING, Role.QUIET))
        if skipped:
            column.addWidget(words(_LEFT, Role.SUBTITLE))
        for one in skipped:
            column.addWidget(self._row(one, "Svar nu"))
        self.column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        rows.show()
        self.verticalScrollBar().setValue(0)

    def _row(self, said: Said, deed: str) -> QWidget:
        row = QFrame()
        inside = QVBoxLayout()
        inside.setSpacing(scaled(6))
        inside.addWidget(words(said.question, Role.STRONG))
        if said.answer:
            inside.addWidget(words(said.answer, Role.QUOTE))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(scaled(14))
        line.addLayout(inside, 1)
        if not self._is_mirror:
            button = _WayTo(deed, said)
            button.question_chosen.connect(self.question_chosen)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row


class _WayTo(QPushButton):
    """Leads to the question of one row."""

    question_chosen = Signal(Place)

    def __init__(self, deed: str, said: Said) -> None:
        super().__init__(deed)
        self._place = said.place
        self.setAccessibleName(f"{deed}: {said.question}")
        self.setMinimumHeight(hit(30))
        set_role(self, Role.SUBTLE)
        self.clicked.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.question_chosen.emit(self._place)
