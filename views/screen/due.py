"""How near a due date is, and how that looks wherever one is shown."""

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from views.screen.look import Role, colours, scaled


class DueState(StrEnum):
    """How near a due date is; the words beside it say the same, never the colour alone."""

    NONE = "none"
    LATER = "later"
    SOON = "soon"
    TODAY = "today"
    OVERDUE = "overdue"
    MET = "met"


_ROLES = {
    DueState.NONE: Role.CHIP,
    DueState.LATER: Role.CHIP,
    DueState.SOON: Role.SOON,
    DueState.TODAY: Role.SOON,
    DueState.OVERDUE: Role.OVERDUE,
    DueState.MET: Role.GOOD,
}


def due_role(state: DueState) -> Role:
    """Return the role of a chip that shows *state*."""
    return _ROLES[state]


def due_colour(state: DueState) -> QColor:
    """Return the colour of text that shows *state*."""
    chosen = colours()
    by_role = {Role.SOON: chosen.problem, Role.OVERDUE: chosen.danger, Role.GOOD: chosen.good}
    return QColor(by_role.get(_ROLES[state], chosen.text))


def due_fill(state: DueState) -> QColor:
    """Return the colour behind text that shows *state*."""
    chosen = colours()
    by_role = {
        Role.SOON: chosen.problem_fill,
        Role.OVERDUE: chosen.danger_fill,
        Role.GOOD: chosen.good_fill,
    }
    return QColor(by_role.get(_ROLES[state], chosen.hover))


def paint_chip(painter: QPainter, place: QRectF, text: str, state: DueState) -> None:
    """Draw *text* as a chip at the left of *place*, in its middle, cut short if it must be."""
    metrics = QFontMetricsF(painter.font())
    margin = scaled(8)
    width = min(metrics.horizontalAdvance(text) + 2 * margin, place.width())
    height = metrics.height() + scaled(4)
    chip = QRectF(place.left(), place.center().y() - height / 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(due_fill(state))
    painter.drawRoundedRect(chip, scaled(4), scaled(4))
    painter.setPen(due_colour(state))
    inner = chip.adjusted(margin, 0, -margin, 0)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width() + 1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, shown)
    painter.restore()
