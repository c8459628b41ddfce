"""The guided tour: a calm card in the corner, and a line around what it tells of."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.lifetime import is_alive
from views.screen.look import Role, colours, scaled, set_role
from views.screen.words import words

_WIDTH = 380
_MARGIN = 24
_LINE = 3


class TourOutline(QWidget):
    """Lies over *above*, lets every click through, and draws a line around one widget."""

    def __init__(self, above: QWidget) -> None:
        super().__init__(above)
        self._above = above
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_around(self, target: QWidget | None) -> None:
        """Draw the line around *target*, or none."""
        self._target = target
        self.setGeometry(self._above.rect())
        self.setVisible(target is not None)
        self.raise_()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line where the widget is just now."""
        target = self._target
        if target is None or not is_alive(target) or not target.isVisible():
            return
        seen = target.visibleRegion().boundingRect()
        place = QRect(target.mapTo(self._above, seen.topLeft()), seen.size())
        line = scaled(_LINE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours().thread), line))
        inside = place.intersected(self.rect()).adjusted(line, line, -line, -line)
        painter.drawRoundedRect(inside, scaled(8), scaled(8))


class TourCard(QFrame):
    """Says whether one goes on, back, or not now; stands in the lower right corner of *above*."""

    on_asked = Signal()
    back_asked = Signal()
    left = Signal()

    def __init__(self, above: QWidget) -> None:
        super().__init__(above)
        self._above = above
        self._column = QVBoxLayout(self)
        self._count = words("", Role.QUIET)
        self._title = words("", Role.SUBTITLE)
        self._text = words("")
        self._leave = QPushButton()
        self._back = QPushButton("Forrige")
        self._on = QPushButton()
        set_role(self, Role.CARD)
        set_role(self._on, Role.PRIMARY)
        set_role(self._leave, Role.PLAIN)
        self.setAccessibleName("Rundvisning")
        self._on.clicked.connect(self.on_asked)
        self._back.clicked.connect(self.back_asked)
        self._leave.clicked.connect(self.left)
        self._listen()
        above.installEventFilter(self)
        self._lay_out()
        self.hide()

    def offer(self, title: str, text: str) -> None:
        """Offer the tour, without taking the keyboard."""
        self._say("", title, text)
        self._name_buttons(on="Vis mig rundt", leave="Ikke nu", has_back=False)

    def show_stop(self, number: int, of: int, title: str, text: str) -> None:
        """Say what there is at stop *number* *of* so many, with the keyboard on the way on."""
        self._say(f"{number} af {of}", title, text)
        on = "Slut" if number == of else "Næste"
        self._name_buttons(on=on, leave="Ikke nu" if number < of else "", has_back=number > 1)
        self._on.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the window takes another size."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _listen(self) -> None:
        """Walk with the arrows and Enter, and leave on Escape, while the keyboard is in here."""
        asked = {
            "Esc": self.left,
            "Right": self.on_asked,
            "Return": self.on_asked,
            "Left": self.back_asked,
        }
        for key, said in asked.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(said)

    def _say(self, count: str, title: str, text: str) -> None:
        for label, said in ((self._count, count), (self._title, title), (self._text, text)):
            label.setText(said)
            label.setVisible(bool(said))
        self.setAccessibleDescription(f"{title}. {text}")
        self._on.setAccessibleDescription(f"{title}. {text}")
        self.show()
        self._place()
        self.raise_()
        told = f"Rundvisning {count}: {title}. {text}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _name_buttons(self, *, on: str, leave: str, has_back: bool) -> None:
        self._on.setText(on)
        self._leave.setText(leave)
        self._leave.setVisible(bool(leave))
        self._back.setVisible(has_back)

    def _place(self) -> None:
        margin = scaled(_MARGIN)
        self.setFixedWidth(max(min(scaled(_WIDTH), self._above.width() - 2 * margin), 1))
        self.adjustSize()
        self._column.activate()
        self.setFixedHeight(self._column.heightForWidth(self.width()) + 2 * self.frameWidth() + 2)
        right, bottom = self._above.width() - margin, self._above.height() - margin
        self.move(right - self.width(), max(bottom - self.height() - margin, 0))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(scaled(8))
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._on)
        column = self._column
        column.setContentsMargins(scaled(18), scaled(14), scaled(18), scaled(14))
        column.setSpacing(scaled(8))
        for label in (self._count, self._title, self._text):
            column.addWidget(label)
        column.addLayout(buttons)
