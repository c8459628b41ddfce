"""Shows one page of the guide; knows no pictures and no links but those it is given."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextBrowser
from typing_extensions import override

from models.help.page import HelpPage
from views.screen.help.help_html import page_in_html
from views.screen.look import BASE_POINTS, colours, scaled

_WIDEST = 680
_LEAST_MARGIN = 28
_PICTURES_POINTS = 0.75
"""A picture of the screen is shown at this size at 100 %: it is there to know it again by."""


class HelpReader(QTextBrowser):
    """Says which link was followed; the keyboard walks the links with Tab."""

    link_followed = Signal(str)

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        """Show pages that use *pictures*, PNG files by their names."""
        super().__init__()
        self._pictures = pictures
        self._page: HelpPage | None = None
        self._room = 0
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._follow)

    def show_page(self, page: HelpPage, anchor: str = "") -> None:
        """Show *page*, from the heading with this *anchor* on."""
        self._page = page
        self.setAccessibleName(f"Vejledning: {page.title}")
        self._set()
        self.moveCursor(self.textCursor().MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        if anchor:
            self.scrollToAnchor(anchor)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Return a picture of the guide; nothing else is fetched from anywhere."""
        asked = name.toString() if isinstance(name, QUrl) else name
        found = QImage.fromData(self._pictures.get(asked, b""))
        if found.isNull():
            return None
        width = min(round(scaled(found.width() * _PICTURES_POINTS)), self._room)
        pixels = self.devicePixelRatio()
        smooth = Qt.TransformationMode.SmoothTransformation
        shown = found.scaledToWidth(max(round(width * pixels), 1), smooth)
        shown.setDevicePixelRatio(pixels)
        return QPixmap.fromImage(shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short enough to read, in the middle of a wide window."""
        wide = self.width() - 2 * scaled(_LEAST_MARGIN)
        room = max(min(wide, scaled(_WIDEST)), 1)
        beside = (self.width() - room) // 2
        self.setViewportMargins(beside, scaled(16), beside, scaled(8))
        super().resizeEvent(event)
        if room != self._room:
            self._room = room
            at = self.verticalScrollBar().value()
            self._set()
            self.verticalScrollBar().setValue(at)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, and never make the letters larger: the settings do that."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def _set(self) -> None:
        if self._page and self._room:
            self.document().clear()
            self.document().setDocumentMargin(0)
            points = BASE_POINTS * scaled(1000) / 1000
            self.setHtml(page_in_html(self._page, colours(), points))

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        self.link_followed.emit(link.toString())
