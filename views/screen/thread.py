"""The red thread, drawn by hand: the program's mark and the line through a course."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from views.screen.look import colours, scaled


class ThreadMark(QWidget):
    """The program's mark: a thread that comes in, makes one loop and goes on."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        """*width* is in pixels at 100 %."""
        super().__init__(parent)
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return the mark's size in the text size in use."""
        return QSize(scaled(self._width), scaled(self._width * 0.4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thread."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = thread_pen(self.width() / 26)
        painter.setPen(pen)
        inset = pen.widthF()
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawPath(_loop(place))
        painter.end()


def thread_pen(width: float) -> QPen:
    """Return the pen the red thread is drawn with, *width* pixels wide."""
    return QPen(
        QColor(colours().thread),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def bow(start: QPointF, end: QPointF, lean: float) -> QPainterPath:
    """Return a thread that hangs between *start* and *end*, *lean* pixels out to the right."""
    across = QPointF(lean * 4 / 3, 0)
    path = QPainterPath(start)
    path.cubicTo(start + (end - start) * 0.3 + across, start + (end - start) * 0.7 + across, end)
    return path


def _loop(place: QRectF) -> QPainterPath:
    left, top, width, height = place.left(), place.top(), place.width(), place.height()

    def at(across: float, down: float) -> QPointF:
        return QPointF(left + across * width, top + down * height)

    path = QPainterPath(at(0, 0.78))
    path.cubicTo(at(0.25, 1.05), at(0.62, 0.95), at(0.66, 0.45))
    path.cubicTo(at(0.68, 0.12), at(0.56, 0.0), at(0.48, 0.0))
    path.cubicTo(at(0.38, 0.0), at(0.30, 0.16), at(0.33, 0.45))
    path.cubicTo(at(0.38, 0.98), at(0.75, 1.02), at(1, 0.62))
    return path
