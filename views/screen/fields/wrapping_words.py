"""Words that wrap and know how tall they are, so that a long page is laid out fast."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from views.screen.look import Role, scaled, set_role

_NARROWEST = 90
_WIDEST = 760


class WrappingWords(QLabel):
    """Shows a text exactly as written, as `words.words` does.

    A label of Qt's own breaks its lines anew each time it is asked for a size; with the long
    questions of a form that is most of what it costs to lay out a page.
    """

    def __init__(self, text: str, role: Role) -> None:
        super().__init__(text)
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)
        self.setWordWrap(True)
        set_role(self, role)

    @override
    def setText(self, text: str) -> None:
        """Show *text* instead."""
        self._heights.clear()
        super().setText(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Measure anew: with a new role or text size the words break elsewhere."""
        self._heights.clear()
        super().changeEvent(event)

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height when the words wrap at *width*."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = super().heightForWidth(width)
        return height

    @override
    def sizeHint(self) -> QSize:
        """Return about the size on one line; how tall it is depends on the width."""
        metrics = self.fontMetrics()
        wished = len(self.text()) * metrics.averageCharWidth()
        return QSize(min(wished, scaled(_WIDEST)), metrics.height())

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the smallest useful size."""
        return QSize(scaled(_NARROWEST), self.fontMetrics().height())
