"""A letter's pages one below the other, drawn only when they come into sight."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from views.screen.look import Role, colours, scaled, set_role
from views.screen.pdf_pages import PdfPages

_STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_GAP = 16
_WIDEST_FIT = 900
"""A page that fits the width is never wider than this, in pixels at 100 %."""


class PageView(QAbstractScrollArea):
    """Shows a PDF from memory at a zoom that follows the width until it is set by hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._zoom: float | None = None
        self._tops: tuple[int, ...] = ()
        self._drawn: dict[int, QImage] = {}
        set_role(self, Role.PANEL)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Brevets sider")
        self.verticalScrollBar().setSingleStep(scaled(40))

    def show_pdf(self, pdf: bytes) -> None:
        """Show *pdf* from its first page.

        Raises `UnreadableLetterError` when it cannot be read.
        """
        # An old letter must not stay under a new title when the new one cannot be read.
        self.forget()
        pages = PdfPages(pdf)
        self._pages = pages
        self.setAccessibleDescription(pages.text())
        self._arrange()

    def look_at(self, words: str) -> None:
        """Bring the place where *words* first stand into sight, if they stand anywhere."""
        found = self._pages.place_of(words) if self._pages else None
        if found:
            number, down = found
            place = self._tops[number] + round(down * self._shown_size(number)[1])
            self.verticalScrollBar().setValue(place - self.viewport().height() // 3)

    def forget(self) -> None:
        """Show nothing, and let go of the PDF and what was drawn of it."""
        if self._pages is not None:
            self._pages.close()
        self._pages = None
        self._drawn.clear()
        self.setAccessibleDescription("")
        self._arrange()

    def fit_width(self) -> None:
        """Let the pages follow the width again."""
        self._zoom = None
        self._arrange()

    def zoom_in(self) -> None:
        """Show the pages one step larger."""
        now = self._scale()
        self._set_zoom(next((step for step in _STEPS if step > now * 1.02), _STEPS[-1]))

    def zoom_out(self) -> None:
        """Show the pages one step smaller."""
        now = self._scale()
        self._set_zoom(next((step for step in reversed(_STEPS) if step < now * 0.98), _STEPS[0]))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.isVisible():
            self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight, and forget the pictures of the others."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(colours().panel))
        in_sight = self.viewport().rect()
        seen = {n for n in range(len(self._tops)) if self._place(n).intersects(in_sight)}
        self._drawn = {n: image for n, image in self._drawn.items() if n in seen}
        for number in sorted(seen):
            place = self._place(number)
            painter.drawImage(QPointF(place.topLeft()), self._image(number))
            painter.setPen(QColor(colours().border))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(QColor(colours().thread))
            painter.drawRect(QRectF(in_sight).adjusted(0.5, 0.5, -1, -1))
        painter.end()

    @override
    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Draw anew where we are."""
        self.viewport().update()

    def _image(self, number: int) -> QImage:
        if number not in self._drawn and self._pages is not None:
            ratio = self.devicePixelRatioF()
            image = self._pages.image(number, self._scale() * self._points() * ratio)
            image.setDevicePixelRatio(ratio)
            self._drawn[number] = image
        return self._drawn[number]

    def _points(self) -> float:
        return self.logicalDpiX() / 72

    def _scale(self) -> float:
        if self._zoom is not None or self._pages is None:
            return self._zoom or 1.0
        room = min(self.viewport().width() - 2 * scaled(_GAP), scaled(_WIDEST_FIT))
        widest = max(self._pages.size(number).width() for number in range(len(self._pages)))
        return max(room, scaled(120)) / (widest * self._points())

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self._arrange()

    def _place(self, number: int) -> QRect:
        """Return where page *number* stands in what is seen of the view now."""
        size = self._shown_size(number)
        room = max(self.viewport().width(), self._total_width())
        left = (room - size[0]) // 2 - self.horizontalScrollBar().value()
        return QRect(left, self._tops[number] - self.verticalScrollBar().value(), *size)

    def _shown_size(self, number: int) -> tuple[int, int]:
        if self._pages is None:
            return (0, 0)
        factor = self._scale() * self._points()
        size = self._pages.size(number)
        return (round(size.width() * factor), round(size.height() * factor))

    def _total_width(self) -> int:
        widths = [self._shown_size(number)[0] for number in range(len(self._tops))]
        return max(widths, default=0) + 2 * scaled(_GAP)

    def _arrange(self) -> None:
        tops: list[int] = []
        bottom = scaled(_GAP)
        for number in range(len(self._pages) if self._pages is not None else 0):
            tops.append(bottom)
            bottom += self._shown_size(number)[1] + scaled(_GAP)
        self._tops = tuple(tops)
        self._drawn.clear()
        view = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, bottom - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.horizontalScrollBar().setRange(0, max(0, self._total_width() - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.viewport().update()
