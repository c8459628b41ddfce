"""A page as wide as one reads with ease, in which focus is always in sight."""

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from views.screen.fields.field import Field
from views.screen.look import scaled

WIDEST = 760
"""The width in pixels at 100 % that is still read with ease."""
_AIR = 24
_SETTLED = 50
"""Milliseconds after which also a field that grew by a whole page has been laid out."""


class ColumnScroll(QScrollArea):
    """One column in the middle, to be filled through `column`."""

    def __init__(self) -> None:
        super().__init__()
        middle = QWidget()
        middle.setMaximumWidth(scaled(WIDEST))
        self.column = QVBoxLayout(middle)
        self.column.setContentsMargins(0, scaled(8), 0, scaled(_AIR))
        self.column.setSpacing(scaled(_AIR))
        self._sheet = QWidget()
        centred = QHBoxLayout(self._sheet)
        centred.setContentsMargins(_AIR, 0, _AIR, 0)
        centred.addStretch(1)
        # The column takes all there is up to its widest; the stretches share what is left.
        centred.addWidget(middle, 1000)
        centred.addStretch(1)
        self.setWidget(self._sheet)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def keep_focus_in_sight(self) -> None:
        """Scroll, once the layout has settled, so that a field that grew is still seen whole."""
        for pause in (0, _SETTLED):
            QTimer.singleShot(pause, self, self._show_focus)

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            # A page just built has no layout yet: scrolling before it has would go nowhere.
            self.keep_focus_in_sight()

    @Slot()
    def _show_focus(self) -> None:
        now = QApplication.focusWidget()
        if now is None or not self.isAncestorOf(now):
            return
        around: QWidget | None = now
        while around is not None and not isinstance(around, Field):
            around = around.parentWidget()
        # First the whole question, so that one sees what is asked; then the very spot.
        if around is not None:
            self.ensureWidgetVisible(around, 0, scaled(_AIR))
        self.ensureWidgetVisible(now, 0, scaled(_AIR))
        if around is not None:
            self._show_question(around, now)
        if isinstance(now, QPlainTextEdit):
            self._show_caret(now)

    def _show_question(self, field: QWidget, now: QWidget) -> None:
        """Of a *field* taller than the page show how it begins, if *now* is then seen as well."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top = self._height_of(field, QPoint())
        air = room - (self._height_of(now, QPoint(0, now.height())) - top)
        if top < bar.value() and air >= 0:
            bar.setValue(top - min(air, scaled(_AIR)))

    def _show_caret(self, box: QPlainTextEdit) -> None:
        """Show where one writes in *box*, which has just grown when much was pasted."""
        box.ensureCursorVisible()
        spot = box.viewport().mapTo(self._sheet, box.cursorRect().center())
        self.ensureVisible(spot.x(), spot.y(), 0, scaled(_AIR))

    def _height_of(self, widget: QWidget, spot: QPoint) -> int:
        return widget.mapTo(self._sheet, spot).y()
