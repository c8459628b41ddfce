"""One calm column of text and fields, in the middle of whatever room there is."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.look import scaled


class Column(QScrollArea):
    """A column that scrolls when it must; put things into `body`."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        """*width* is in pixels at 100 %; lines are never longer, however wide the window."""
        super().__init__(parent)
        self._width = width
        self._inner = QWidget()
        self.body = QVBoxLayout(self._inner)
        self.body.setSpacing(scaled(12))
        outer = QWidget()
        row = QHBoxLayout(outer)
        row.setContentsMargins(24, 20, 24, 20)
        row.addStretch(1)
        row.addWidget(self._inner, stretch=1000)
        row.addStretch(1)
        self.setWidget(outer)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner.setMaximumWidth(scaled(width))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._inner.setMaximumWidth(scaled(self._width))
