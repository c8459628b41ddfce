"""One task on a card: what, when, why, and what can be said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from views.screen.due import DueState, due_role
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.task_fold import TaskFold
from views.screen.words import chip, words


@dataclass(frozen=True, slots=True)
class TaskSource:
    """What a task rests on, as it is cited; `key` is where to read about it."""

    cited: str
    key: str


@dataclass(frozen=True, slots=True)
class TaskOutcome:
    """One thing that can be said of a task; `key` is what the conductor calls it."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class TaskShown:
    """One task; `key` names it to the conductor.

    `when` says in a few words how near it is, and `state` how that looks. `notes` are quieter
    sentences, `way` is the form it leads to, empty for none.
    """

    key: str
    title: str
    sentence: str
    when: str = ""
    state: DueState = DueState.NONE
    notes: tuple[str, ...] = ()
    sources: tuple[TaskSource, ...] = ()
    way: str = ""
    outcomes: tuple[TaskOutcome, ...] = ()


class TaskCard(QFrame):
    """Its title and when it is due; folded out also why, and what can be said of it.

    What is folded away is made when it is first seen: most cards are never folded out. `buttons`
    are those made so far in the order of reading, the one that folds first.
    """

    way_chosen = Signal(str)
    outcome_chosen = Signal(str, str)
    source_chosen = Signal(str)
    folded_out = Signal()
    """The person wishes to see all of the task."""

    def __init__(self, shown: TaskShown) -> None:
        super().__init__()
        self.key = shown.key
        self._shown = shown
        self._fold = TaskFold(shown.title)
        self._body: QWidget | None = None
        self.buttons: tuple[QAbstractButton, ...] = (self._fold,)
        set_role(self, Role.CARD)
        self.setAccessibleName(shown.title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._column = QVBoxLayout(self)
        self._lay_out(shown)
        self._fold.toggled.connect(self._turn)
        self._fold.clicked.connect(self._tell)

    @property
    def is_open(self) -> bool:
        """Whether all of the task is seen."""
        return self._fold.isChecked()

    def fold_out(self) -> None:
        """Show all of the task."""
        self._fold.setChecked(True)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fold out or together wherever the card is clicked."""
        is_here = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and is_here:
            self._fold.click()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the click, so that its end is heard."""
        event.accept()

    def _lay_out(self, shown: TaskShown) -> None:
        head = QHBoxLayout()
        head.addWidget(words(shown.title, Role.STRONG), 1)
        head.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignTop)
        self._column.setContentsMargins(scaled(12), scaled(8), scaled(8), scaled(8))
        self._column.setSpacing(scaled(4))
        self._column.addLayout(head)
        if shown.when:
            self._column.addWidget(chip(shown.when, due_role(shown.state)))

    def _made_body(self, shown: TaskShown) -> QWidget:
        body = QWidget(self)
        self._column.addWidget(body)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scaled(4))
        inside.addWidget(words(shown.sentence))
        for note in shown.notes:
            inside.addWidget(words(note, Role.QUIET))
        self.buttons = (self._fold, *self._add_buttons(shown, inside))
        for before, after in pairwise(self.buttons):
            QWidget.setTabOrder(before, after)
        return body

    @Slot(bool)
    def _turn(self, is_open: bool) -> None:  # noqa: FBT001 - from Qt's own signal
        if self._body is None:
            self._body = self._made_body(self._shown)
        self._body.setVisible(is_open)

    @Slot()
    def _tell(self) -> None:
        if self.is_open:
            self.folded_out.emit()

    def _add_buttons(self, shown: TaskShown, column: QVBoxLayout) -> Iterator[QPushButton]:
        for source in shown.sources:
            link = _Link(source)
            link.clicked.connect(self._read)
            column.addWidget(link)
            yield link
        first, *others = (*self._way(shown), *self._outcomes(shown))
        # Two rows, for beside a form there is no room for all in one.
        for row in ((first, *others[:1]), others[1:]):
            column.addLayout(_row(row))
            yield from row

    def _way(self, shown: TaskShown) -> Iterator[QPushButton]:
        if shown.way:
            way = SignButton("Gå til", Sign.ARROW_RIGHT, Ink.THREAD)
            set_role(way, Role.PLAIN)
            way.setToolTip(shown.way)
            way.setAccessibleName(f"Gå til: {shown.title}")
            way.setAccessibleDescription(f"{shown.way}. {shown.sentence}")
            way.clicked.connect(self._go)
            yield way

    def _outcomes(self, shown: TaskShown) -> Iterator[QPushButton]:
        for outcome in shown.outcomes:
            said = _Said(outcome.text, outcome.key)
            said.setAccessibleName(f"{outcome.text}: {shown.title}")
            said.clicked.connect(self._say)
            yield said

    @Slot()
    def _go(self) -> None:
        self.way_chosen.emit(self.key)

    @Slot()
    def _read(self) -> None:
        if isinstance(link := self.sender(), _Link):
            self.source_chosen.emit(link.key)

    @Slot()
    def _say(self) -> None:
        if isinstance(said := self.sender(), _Said):
            self.outcome_chosen.emit(self.key, said.key)


class _Said(QPushButton):
    def __init__(self, text: str, key: str) -> None:
        super().__init__(text)
        self.key = key
        set_role(self, Role.SUBTLE)


class _Link(QPushButton):
    """Leads to a source; cut short where it is longer than the card is wide."""

    def __init__(self, source: TaskSource) -> None:
        super().__init__(source.cited)
        self.key = source.key
        self._cited = source.cited
        self.setToolTip(source.cited)
        self.setAccessibleName(f"Læs om {source.cited}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_role(self, Role.PLAIN)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - scaled(16)
        elide = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._cited, elide, room))


def _row(buttons: Sequence[QPushButton]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(scaled(2))
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
