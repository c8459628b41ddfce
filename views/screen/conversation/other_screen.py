"""The citizen's side on a screen of its own, where nothing private ever stands."""

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.screen.conversation.citizen_side import CitizenSide
from views.screen.conversation.large_type import LargeType
from views.screen.look import scaled


class CitizenWindow(QWidget):
    """Fills a screen with the citizen's side; it can only be looked at."""

    def __init__(self, type_worn: LargeType, parent: QWidget) -> None:
        # A child of the page: when that goes, this goes too.
        super().__init__(
            parent,
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle("Rød Tråd")
        self.side = CitizenSide(is_mirror=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(24), 0, scaled(24))
        column.addWidget(self.side)
        type_worn.dress(self)

    def fill(self, screen: QScreen) -> None:
        """Fill *screen*."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        # Not showFullScreen: that would ask for the keyboard too.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()


class OtherScreen(QObject):
    """Knows whether there is another screen than that of *page*, and puts the citizen's side there.

    `changed` says that a screen came or went, or that the citizen's side was opened or closed.
    """

    changed = Signal()

    def __init__(self, page: QWidget, type_worn: LargeType) -> None:
        super().__init__(page)
        self._page = page
        self._type = type_worn
        self._window: CitizenWindow | None = None
        # By name: what Python holds of a screen goes when Qt lists the screens anew.
        self._on = ""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._look_again)
            application.screenRemoved.connect(self._look_again)

    @property
    def is_there(self) -> bool:
        """Whether there is another screen."""
        return bool(self._others())

    @property
    def is_apart(self) -> bool:
        """Whether the citizen looks at another screen than that of the page."""
        return self._window is not None and self._on in self._others()

    @property
    def side(self) -> CitizenSide | None:
        """The citizen's side on the other screen, while it is there."""
        return self._window.side if self._window is not None else None

    def open(self) -> None:
        """Show the citizen's side on the other screen; nothing when there is none."""
        others = self._others()
        if not others or self._window is not None:
            return
        self._on, other = next(iter(others.items()))
        other.geometryChanged.connect(self._look_again)
        self._window = CitizenWindow(self._type, self._page)
        self._window.fill(other)
        # A new window may come to the front with the keyboard, which belongs here.
        self._page.activateWindow()
        self.changed.emit()

    def close(self) -> None:
        """Take the citizen's side from the other screen."""
        if self._window is None:
            return
        window, self._window, self._on = self._window, None, ""
        window.hide()
        window.deleteLater()
        self.changed.emit()

    def _others(self) -> dict[str, QScreen]:
        # Two screens that show the same are one: nothing private could stand on either.
        screens = QGuiApplication.screens()
        middle = self._page.mapToGlobal(self._page.rect().center())
        here = next((s.geometry() for s in screens if s.geometry().contains(middle)), QRect())
        apart = (one for one in screens if not one.geometry().intersects(here))
        return {one.name(): one for one in apart} if not here.isNull() else {}

    @Slot()
    def _look_again(self) -> None:
        """Close what stood on a screen that was unplugged: Qt would move it to this one."""
        if self._window is not None and not self.is_apart:
            self.close()
        self.changed.emit()
