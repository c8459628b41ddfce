"""A person at one field, and what the field says of it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from forms.reading import read_reply
from forms.reply import Reply
from models.answers import Place, Value
from views.screen.fields.field import Field

Show = Callable[..., list[Field]]
"""Shows a field for each item it is given, on one page."""


class Said:
    """Listens to one field, and reads what it says as the conductor would."""

    def __init__(self, field: Field) -> None:
        self.item = field.item
        self.replies: list[Reply] = []
        self.comings: list[str] = []
        field.answered.connect(self.note)
        field.entered.connect(self.enter)
        field.left.connect(self.leave)

    def note(self, _place: Place, reply: Reply) -> None:
        self.replies.append(reply)

    def enter(self, _place: Place) -> None:
        self.comings.append("entered")

    def leave(self, _place: Place) -> None:
        self.comings.append("left")

    def values(self) -> tuple[Value, ...]:
        return read_reply(self.item, self.replies[-1])


def type_in(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def wheel_over(widget: QWidget) -> None:
    spot = QPointF(5, 5)
    event = QWheelEvent(
        spot,
        QPointF(widget.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QGuiApplication.sendEvent(widget, event)
