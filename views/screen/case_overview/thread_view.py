"""The red thread of a case on one page: found, goal, deeds, how it goes, and when one looks again.

Everything on it was said in a form; here it only stands together.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from views.screen.case_overview.chart_line import ChartBox, ChartShown
from views.screen.case_overview.flow import flow, told
from views.screen.case_overview.goal_marks import GoalMarks, MarkShown
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.words import words

_NONE = "Der er ingen mål endnu. De skrives i behandlingsplanen og står så her, mål for mål."
_NOT_FOLLOWED = "Der er ikke fulgt op på målet endnu."


@dataclass(frozen=True, slots=True)
class GoalShown:
    """One goal in the citizen's words, with what was `found` and what is done for it.

    `latest` is what the newest follow-up says, `marks` one for each of them.
    """

    heading: str
    found: str
    words: str
    deeds: tuple[str, ...]
    sign: str
    latest: str
    marks: tuple[MarkShown, ...]


@dataclass(frozen=True, slots=True)
class ThreadShown:
    """The thread as a whole: goals, numbers over time, and when one looks at it again.

    `keys` lead to the assessment, the plan and the follow-up, with what to call each.
    """

    goals: tuple[GoalShown, ...] = ()
    charts: tuple[ChartShown, ...] = ()
    onward: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()


class ThreadView(QWidget):
    """Says the key of the form that is to be opened."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ThreadShown | None = None
        self._column = flow()
        self._column.body.setContentsMargins(0, 0, 0, 0)
        self._inside = QWidget()
        self._column.body.addWidget(self._inside)
        self._column.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._column)

    def show_thread(self, shown: ThreadShown) -> None:
        """Show the thread."""
        if shown == self._shown:
            return
        self._shown = shown
        old, self._inside = self._inside, QWidget()
        self._fill(QVBoxLayout(self._inside), shown)
        self._column.body.replaceWidget(old, self._inside)
        old.hide()
        old.deleteLater()

    def _fill(self, column: QVBoxLayout, shown: ThreadShown) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        if not shown.goals:
            column.addWidget(words(_NONE, Role.QUIET))
        for goal in shown.goals:
            column.addWidget(_goal_card(goal))
        for chart in shown.charts:
            column.addWidget(ChartBox(chart))
        for line in shown.onward:
            column.addWidget(words(line, Role.STRONG))
        for key, text in shown.keys:
            column.addWidget(self._way_to(key, text), 0, Qt.AlignmentFlag.AlignLeft)

    def _way_to(self, key: str, text: str) -> SignButton:
        way = _Way(key, text)
        way.chosen.connect(self.chosen)
        return way


class _Way(SignButton):
    chosen = Signal(str)

    def __init__(self, key: str, text: str) -> None:
        super().__init__(text, Sign.ARROW_RIGHT, Ink.THREAD)
        self._key = key
        set_role(self, Role.PLAIN)
        self.clicked.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._key)


def _goal_card(goal: GoalShown) -> QFrame:
    card = QFrame()
    set_role(card, Role.CARD)
    column = QVBoxLayout(card)
    column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(14))
    column.setSpacing(scaled(4))
    column.addWidget(told(goal.heading, Role.SUBTITLE))
    for name, lines in (("Det, vi fandt", (goal.found,)), ("Det, vi gør", goal.deeds)):
        _add_part(column, name, lines)
        if name == "Det, vi fandt":
            column.addWidget(words("Målet med borgerens egne ord", Role.QUIET))
            column.addWidget(told(goal.words, Role.QUOTE))
    _add_part(column, "Sådan kan vi se det", (goal.sign,))
    column.addWidget(words("Sådan går det", Role.QUIET))
    column.addWidget(told(goal.latest or _NOT_FOLLOWED, Role.STRONG if goal.latest else None))
    if goal.marks:
        column.addWidget(GoalMarks(goal.marks))
    return card


def _add_part(column: QVBoxLayout, name: str, lines: tuple[str, ...]) -> None:
    if not any(lines):
        return
    column.addWidget(words(name, Role.QUIET))
    for line in lines:
        column.addWidget(told(line))
    column.addSpacing(scaled(4))
