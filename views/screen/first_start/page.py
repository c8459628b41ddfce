"""What the pages of the first start have in common."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from views.screen.column import Column
from views.screen.first_start.progress import Place, ProgressThread
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.tab_order import put_after
from views.screen.words import words


class StartPage(QWidget):
    """A heading, some words, a body and two buttons: back, and one step on."""

    back_asked = Signal()

    def __init__(self, place: Place, title: str, onward: str, *, fills: bool = False) -> None:
        """*place* says how far one is, e.g. step 2 of 5; *onward* is the main button.

        A body that *fills* the page scrolls by itself; else the page scrolls as a whole.
        """
        super().__init__()
        self.setAccessibleName(f"{place.text}: {title}")
        self.back = SignButton("Tilbage", Sign.ARROW_LEFT, Ink.THREAD)
        self.onward = QPushButton(onward)
        self._problem = words("", Role.PROBLEM)
        self._column = Column(620)
        self._holder = QWidget()
        self._body = QVBoxLayout(self._holder)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(scaled(10))
        self._problem.hide()
        set_role(self.back, Role.PLAIN)
        set_role(self.onward, Role.PRIMARY)
        self.back.clicked.connect(self.back_asked)
        if fills:
            self._frame_filled(place, title)
        else:
            self._frame(place, title)

    def add(self, widget: QWidget) -> None:
        """Put *widget* below what is there."""
        self._body.addWidget(widget)

    def add_below(self, widget: QWidget) -> None:
        """Put *widget* below the buttons: it is another way than the main one."""
        self._column.body.insertWidget(self._column.body.count() - 1, widget)

    def focus_first(self) -> None:
        """Put the cursor into the first thing that can be filled in, or on the main button."""
        put_after(self._holder, self.onward, self.back)
        fields = self.findChildren(QLineEdit)
        first = next((field for field in fields if field.isVisibleTo(self)), self.onward)
        first.setFocus()

    def add_space(self) -> None:
        """Part what is there from what comes."""
        self._body.addSpacing(scaled(10))

    def show_problem(self, sentence: str) -> None:
        """Show *sentence* above the buttons; an empty one takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.onward.setAccessibleDescription(sentence)
        if sentence:
            # It has its place only when the page has been laid out anew.
            QTimer.singleShot(0, self._scroll_to_problem)

    @Slot()
    def _scroll_to_problem(self) -> None:
        for widget in (self.onward, self._problem):
            self._column.ensureWidgetVisible(widget)

    def _frame(self, place: Place, title: str) -> None:
        self._column.body.addWidget(ProgressThread(place))
        self._column.body.addWidget(words(place.text, Role.QUIET))
        self._column.body.addWidget(words(title, Role.TITLE))
        self._column.body.addWidget(self._holder)
        self._column.body.addWidget(self._problem)
        self._column.body.addSpacing(scaled(6))
        self._column.body.addLayout(self._buttons())
        self._column.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._column)

    def _frame_filled(self, place: Place, title: str) -> None:
        head = QHBoxLayout()
        head.addWidget(words(title, Role.TITLE))
        head.addStretch(1)
        head.addWidget(ProgressThread(place))
        head.addWidget(words(place.text, Role.QUIET))
        inside = QWidget()
        inside.setMaximumWidth(scaled(760))
        column = QVBoxLayout(inside)
        column.addLayout(head)
        column.addWidget(self._holder, 1)
        column.addWidget(self._problem)
        column.addLayout(self._buttons())
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(inside, 1000)
        outer.addStretch(1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.onward)
        row.addWidget(self.back)
        row.addStretch(1)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return row


def to_the_left(button: QPushButton) -> QWidget:
    """Return *button* on a line of its own, no wider than its text."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    row.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return line
