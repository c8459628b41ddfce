"""What stands alone in the window while nothing else can be done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.column import Column
from views.screen.look import Role, scaled
from views.screen.thread import ThreadMark
from views.screen.words import words


class BusyScreen(QWidget):
    """The thread, what is being done, and that one may wait; there is nothing to press."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self.setAccessibleName(title)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(scaled(4))
        bar.setAccessibleName(title)
        column = Column(420)
        body = column.body
        body.addStretch(2)
        body.addWidget(ThreadMark(88), 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(words(title, Role.TITLE))
        body.addWidget(words(text, Role.QUIET))
        body.addWidget(bar)
        body.addStretch(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Let a screen reader say what is being done."""
        super().showEvent(event)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._title))
