"""A page as wide as one reads with ease, in which focus is always in sight."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from views.screen.fields.field import Field
from views.screen.look import scaled

_WIDEST = 760
_AIR = 24


class ColumnScroll(QScrollArea):
    """One column in the middle, to be filled through `column`."""

    def __init__(self) -> None:
        super().__init__()
        middle = QWidget()
        middle.setMaximumWidth(scaled(_WIDEST))
        self.column = QVBoxLayout(middle)
        self.column.setContentsMargins(0, scaled(8), 0, scaled(_AIR))
        self.column.setSpacing(scaled(_AIR))
        sheet = QWidget()
        centred = QHBoxLayout(sheet)
        centred.setContentsMargins(scaled(_AIR), 0, scaled(_AIR), 0)
        centred.addStretch(1)
        # The column takes all there is up to its widest; the stretches share what is left.
        centred.addWidget(middle, 1000)
        centred.addStretch(1)
        self.setWidget(sheet)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def keep_focus_in_sight(self) -> None:
        """Scroll, once the layout has settled, so that a field that grew is still seen whole."""
        QTimer.singleShot(0, self, self._show_focus)

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
