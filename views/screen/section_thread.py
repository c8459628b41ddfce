"""The sections of a form as knots on the red thread: where we are and what is answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from views.screen.icons import Sign, paint_sign
from views.screen.look import colours, scaled
from views.screen.thread import thread_pen

_KNOT = 28
_NARROWEST = 84
_MOST_LINES = 2
_GAP = 12
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class SectionState:
    """One section of a form: its index in the form, and how far one is in it."""

    index: int
    title: str
    answered: int
    asked: int
    problems: int = 0

    @property
    def is_answered(self) -> bool:
        """Whether every question asked in it has an answer."""
        return 0 < self.asked == self.answered


class SectionThread(QWidget):
    """All sections at a glance; one stop for Tab, arrows walk, Enter and space go there."""

    section_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Afsnit")
        self._knots: list[Knot] = []
        self._tallest = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def show_sections(self, states: Sequence[SectionState], current: int) -> None:
        """Show *states*, of which the one with index *current* is on the screen."""
        while len(self._knots) > len(states):
            knot = self._knots.pop()
            self._row.removeWidget(knot)
            knot.hide()
            knot.deleteLater()
        while len(self._knots) < len(states):
            self._tie()
        place = next((at for at, state in enumerate(states) if state.index == current), 0)
        for at, (knot, state) in enumerate(zip(self._knots, states, strict=True)):
            knot.show_state(state, at - place, at + 1, len(states))
        self._fit()

    def fit_into(self, height: int) -> None:
        """Be at most *height* pixels tall: where room is short, the titles go."""
        self._tallest = height
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the titles when there is room for all of them."""
        super().resizeEvent(event)
        self._fit()

    def _tie(self) -> None:
        knot = Knot()
        knot.clicked.connect(self._ask)
        knot.stepped.connect(self._walk)
        self._knots.append(knot)
        self._row.addWidget(knot)

    def _fit(self) -> None:
        room = self.width() // max(1, len(self._knots))
        lines = max((knot.lines_at(room) for knot in self._knots), default=0)
        height = scaled(_KNOT + _GAP) + lines * self.fontMetrics().lineSpacing()
        titled = room >= scaled(_NARROWEST) and lines <= _MOST_LINES and height <= self._tallest
        for knot in self._knots:
            knot.show_title(lines if titled else 0)

    @Slot()
    def _ask(self) -> None:
        asked = next((knot for knot in self._knots if knot is self.sender()), None)
        if asked is not None:
            self.section_asked.emit(asked.index())

    @Slot(int)
    def _walk(self, step: int) -> None:
        now = next((at for at, knot in enumerate(self._knots) if knot.hasFocus()), 0)
        then = min(max(now + step, 0), len(self._knots) - 1)
        self._knots[then].setFocus(Qt.FocusReason.TabFocusReason)


class Knot(QAbstractButton):
    """One section on the thread."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._state = SectionState(0, "", 0, 0)
        self._distance = 0
        self._number = 1
        self._count = 1
        self._title_lines = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def index(self) -> int:
        """Return the index of the section in its form."""
        return self._state.index

    def show_state(self, state: SectionState, distance: int, number: int, count: int) -> None:
        """Show *state*, which stands *distance* knots after the section on the screen."""
        self._state, self._distance, self._number, self._count = state, distance, number, count
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if distance == 0 else Qt.FocusPolicy.ClickFocus
        )
        progress = f"{state.answered} af {state.asked} besvaret"
        tail = f", {state.problems} skal ses efter" if state.problems else ""
        here = ", vises nu" if distance == 0 else ""
        self.setAccessibleName(f"Afsnit {number} af {count}: {state.title}{here}")
        self.setAccessibleDescription(f"{progress}{tail}")
        self.setToolTip(f"{state.title}\n{progress}{tail}")
        self.update()

    def lines_at(self, width: int) -> int:
        """Return how many lines the title needs at *width* pixels; many when a word is too long."""
        room = QRect(0, 0, max(1, width - scaled(8)), scaled(400))
        metrics = self.fontMetrics()
        found = metrics.boundingRect(room, _TITLE_FLAGS, self._state.title)
        if found.width() > room.width():
            return _MOST_LINES + 1
        return round(found.height() / max(1, metrics.lineSpacing()))

    def show_title(self, lines: int) -> None:
        """Keep room for *lines* lines of title, or for none."""
        if lines != self._title_lines or self.height() != self.sizeHint().height():
            self._title_lines = lines
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of the knot and its title."""
        below = self._title_lines * self.fontMetrics().lineSpacing()
        return QSize(scaled(_KNOT), scaled(_KNOT + _GAP) + below)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size of the knot alone."""
        return QSize(scaled(_KNOT), self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the thread with arrows; go to the section with Enter or space."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thread, the knot on it, and the title below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = scaled(_KNOT - 4)
        middle = QPointF(self.width() / 2, scaled(_KNOT + 6) / 2)
        knot = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        self._paint_thread(painter, middle)
        self._paint_knot(painter, knot)
        self._paint_title(painter)
        if self.hasFocus():
            around = scaled(3) + 1
            painter.setPen(QPen(QColor(colours().thread), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(knot.adjusted(-around, -around, around, around))
        painter.end()

    def _paint_thread(self, painter: QPainter, middle: QPointF) -> None:
        passed, ahead = thread_pen(scaled(2)), QPen(QColor(colours().line), scaled(2))
        if self._number > 1:
            painter.setPen(passed if self._distance <= 0 else ahead)
            painter.drawLine(QPointF(0, middle.y()), middle)
        if self._number < self._count:
            painter.setPen(passed if self._distance < 0 else ahead)
            painter.drawLine(middle, QPointF(self.width(), middle.y()))

    def _paint_knot(self, painter: QPainter, knot: QRectF) -> None:
        chosen = colours()
        is_here = self._distance == 0
        edge, fill, ink = chosen.border, chosen.base, chosen.text
        if is_here:
            edge, fill, ink = chosen.thread_fill, chosen.thread_fill, chosen.on_thread
        elif self._state.problems:
            edge, fill, ink = chosen.problem, chosen.problem_fill, chosen.problem
        elif self.underMouse():
            fill = chosen.hover
        painter.setPen(QPen(QColor(edge), scaled(1.4)))
        painter.setBrush(QColor(fill))
        painter.drawEllipse(knot)
        sign = self._sign()
        if sign is not None:
            inset = knot.width() * 0.24
            paint_sign(painter, knot.adjusted(inset, inset, -inset, -inset), sign, ink)
            return
        painter.setPen(QColor(ink))
        painter.drawText(knot, int(Qt.AlignmentFlag.AlignCenter), str(self._number))

    def _sign(self) -> Sign | None:
        """Return what stands in the knot in place of its number, if anything."""
        if self._state.problems:
            # A sign too, since colour alone would not reach everybody; here one sees it below.
            return Sign.WARNING if self._distance else None
        return Sign.CHECK if self._state.is_answered else None

    def _paint_title(self, painter: QPainter) -> None:
        if not self._title_lines:
            return
        painter.setPen(QColor(colours().text if self._distance == 0 else colours().quiet))
        room = self.rect().adjusted(scaled(4), scaled(_KNOT + 8), -scaled(4), 0)
        painter.drawText(room, _TITLE_FLAGS, self._state.title)


_TITLE_FLAGS = int(
    Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
)
