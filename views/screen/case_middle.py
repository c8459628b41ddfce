"""The middle of an open case: it scrolls rather than let the window outgrow the screen."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSplitter, QWidget
from typing_extensions import override

from views.screen.look import scaled


class CaseMiddle(QScrollArea):
    """Holds the parts of *split*, as wide as they need; the part with the focus is in sight."""

    def __init__(self, split: QSplitter) -> None:
        super().__init__()
        self._split = split
        self._part: QWidget | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(split)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def show_part(self, part: QWidget) -> None:
        """Bring *part* into sight, and again when the parts have got the height they need."""
        self._part = part
        QTimer.singleShot(0, self, self._show_part)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say further up when the parts need another width."""
        if watched is self._split:
            if event.type() is QEvent.Type.LayoutRequest:
                self.updateGeometry()
            elif event.type() is QEvent.Type.Resize:
                QTimer.singleShot(0, self, self._show_part)
        return super().eventFilter(watched, event)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the width that the parts need, and a height at which one of them can be used."""
        return QSize(self._split.minimumSizeHint().width(), scaled(150))

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        parts = (self._split.widget(place) for place in range(self._split.count()))
        for part in parts:
            if part is not None and now is not None and part.isAncestorOf(now):
                self.show_part(part)

    @Slot()
    def _show_part(self) -> None:
        places = range(self._split.count())
        if self._part is not None and self._part in map(self._split.widget, places):
            self.ensureWidgetVisible(self._part, 0, 0)
