"""A small button beside the question one is at, with what is seldom done to an answer."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QWidget
from typing_extensions import override

from forms.reply import Reply
from models.answers import Place
from views.screen.fields.field import Field
from views.screen.icons import IconButton, Ink, Sign
from views.screen.lifetime import empty_when_gone
from views.screen.look import scaled

_WORDS = ("Borgeren ønsker ikke at svare (F9)", "Borgeren vil gerne svare (F9)")
_SIDE = 24
_MOVING = frozenset({QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Move})


class QuestionMenu(QObject):
    """Stands to the right of the question with focus on *page*, outside its words.

    One button for all questions: one for each would cost a long form too much time and calm.
    """

    declining_asked = Signal(Place)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        empty_when_gone(self)
        self._page = page
        self._field: Field | None = None
        self._button = IconButton(Sign.ARROW_DOWN, "Mere ved spørgsmålet", Ink.QUIET)
        self._button.setParent(page)
        # Reached with F9: as a stop for Tab it would stand in the way of every answer.
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setFixedSize(scaled(_SIDE), scaled(_SIDE))
        self._button.hide()
        self._menu = QMenu(page)
        self._action = QAction(_WORDS[0], self)
        self._menu.addAction(self._action)
        self._action.triggered.connect(self._ask)
        self._button.clicked.connect(self._open)
        QShortcut(QKeySequence("F9"), page).activated.connect(self._ask)

    def stand_at(self, field: Field | None, *, is_declined: bool) -> None:
        """Stand beside *field*; nowhere with None."""
        self._field = field
        self._action.setText(_WORDS[is_declined])
        around = _around(field) if field is not None else None
        if field is None or around is None:
            self._button.hide()
            return
        if self._button.parentWidget() is not around:
            self._button.setParent(around)
            around.installEventFilter(self)
        self._button.show()
        self._button.raise_()
        QTimer.singleShot(0, self, self._place)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the question when others open or close above it."""
        if event.type() in _MOVING:
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    @Slot()
    def _place(self) -> None:
        around = self._button.parentWidget()
        field = self._field
        if field is None or around is None or not around.isAncestorOf(field):
            self._button.hide()
            return
        corner = field.mapTo(around, QPoint(field.width(), 0))
        # With large letters the margin is narrower than the button, which would be cut off.
        left = min(corner.x(), around.width() - self._button.width())
        self._button.move(left, corner.y())

    @Slot()
    def _open(self) -> None:
        self._menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    @Slot()
    def _ask(self) -> None:
        if self._field is not None and self._field.isVisible():
            self.declining_asked.emit(self._field.place)


def field_with_focus() -> Field | None:
    """Return the question that has the focus now."""
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, Field):
        widget = widget.parentWidget()
    return widget


def field_at(page: QWidget, place: Place) -> Field | None:
    """Return the question at *place* on *page*, if it is there."""
    return next((f for f in page.findChildren(Field) if f.place == place), None)


def reply_in(field: Field | None) -> Reply:
    """Return what stands in *field*."""
    return field.reply() if field is not None else Reply()


def _around(field: Field) -> QWidget | None:
    """Return the sheet that scrolls with *field* in it."""
    widget = field.parentWidget()
    while widget is not None:
        scroll = widget.parentWidget()
        area = scroll.parentWidget() if scroll is not None else None
        if isinstance(area, QScrollArea):
            return widget
        widget = scroll
    return None
