"""The knot a step makes on the red thread; its shape says the state, its colour only repeats it."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from views.screen.look import colours, scaled
from views.screen.thread import thread_pen


class StepState(StrEnum):
    """How far a step or a letter has come."""

    NOT_BEGUN = "not-begun"
    DRAFT = "draft"
    DONE = "done"
    WAITING = "waiting"
    MISSING = "missing"


def paint_knot(painter: QPainter, middle: QPointF, state: StepState, radius: float) -> None:
    """Draw the sign of *state* around *middle*, *radius* pixels out from it."""
    painter.save()
    # A piece of ground around the knot parts it from the thread.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().panel))
    painter.drawEllipse(middle, radius + scaled(2), radius + scaled(2))
    _SIGNS[state](painter, middle, radius)
    painter.restore()


def _ring(painter: QPainter, middle: QPointF, radius: float, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(QColor(colours().card))
    painter.drawEllipse(middle, radius, radius)


def _not_begun(painter: QPainter, middle: QPointF, radius: float) -> None:
    _ring(painter, middle, radius * 0.8, QPen(QColor(colours().border), scaled(1.6)))


def _draft(painter: QPainter, middle: QPointF, radius: float) -> None:
    _ring(painter, middle, radius, thread_pen(scaled(2)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().thread))
    inner = radius * 0.58
    place = QRectF(middle.x() - inner, middle.y() - inner, 2 * inner, 2 * inner)
    # The lower half is full: the step is under way.
    painter.drawChord(place, 180 * 16, 180 * 16)


def _done(painter: QPainter, middle: QPointF, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().thread_fill))
    painter.drawEllipse(middle, radius, radius)
    tick = QPainterPath(middle + QPointF(-0.45, 0.02) * radius)
    tick.lineTo(middle + QPointF(-0.1, 0.38) * radius)
    tick.lineTo(middle + QPointF(0.48, -0.34) * radius)
    pen = thread_pen(radius * 0.24)
    pen.setColor(QColor(colours().on_thread))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(tick)


def _waiting(painter: QPainter, middle: QPointF, radius: float) -> None:
    _ring(painter, middle, radius, thread_pen(scaled(2)))
    painter.setPen(thread_pen(scaled(1.8)))
    painter.drawLine(middle, middle + QPointF(0, -0.58) * radius)
    painter.drawLine(middle, middle + QPointF(0.42, 0.2) * radius)


def _missing(painter: QPainter, middle: QPointF, radius: float) -> None:
    pen = thread_pen(scaled(2))
    pen.setColor(QColor(colours().problem))
    _ring(painter, middle, radius, pen)
    pen.setWidthF(radius * 0.24)
    painter.setPen(pen)
    painter.drawLine(middle + QPointF(0, -0.5) * radius, middle + QPointF(0, 0.1) * radius)
    painter.drawPoint(middle + QPointF(0, 0.5) * radius)


_SIGNS = {
    StepState.NOT_BEGUN: _not_begun,
    StepState.DRAFT: _draft,
    StepState.DONE: _done,
    StepState.WAITING: _waiting,
    StepState.MISSING: _missing,
}
