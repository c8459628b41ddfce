"""A list of painted rows that the keyboard walks and Enter chooses."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from views.screen.look import colours, scaled

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RowList(QListView):
    """Rows on whatever surface they lie on; a click, Enter or space chooses one."""

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The rows draw the focus themselves; a frame that comes and goes would move them.
        self.setStyleSheet("QListView, QListView:focus { border: none; background: transparent; }")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)

    def stand_at(self, row: int) -> None:
        """Let the keyboard begin at *row* without marking it as chosen."""
        if row < self.model().rowCount():
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.model().index(row, 0), keep)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current row on Enter and space; leave the rest to Qt."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.row_chosen.emit(index.row())


class FullRowList(RowList):
    """A list as tall as its rows, for a side that scrolls as a whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the rows are at the new width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Be as tall as the rows are; to be called when the rows have changed."""
        self.doItemsLayout()
        self.setFixedHeight(max(self.contentsSize().height(), 1))

    @override
    def sizeHint(self) -> QSize:
        """Return the size of all rows."""
        return QSize(scaled(200), self.contentsSize().height())


def paint_row(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw what lies behind a row: nothing, hover, chosen, and the focus around it."""
    state = option.state
    chosen = colours()
    place = QRectF(option.rect).adjusted(scaled(3), 1, -scaled(3), -1)
    fill = ""
    if state & QStyle.StateFlag.State_Selected:
        fill = chosen.selected
    elif state & QStyle.StateFlag.State_MouseOver:
        fill = chosen.hover
    painter.setPen(Qt.PenStyle.NoPen)
    if fill:
        painter.setBrush(fill)
        painter.drawRoundedRect(place, scaled(5), scaled(5))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(chosen.thread), 2))
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), scaled(5), scaled(5))
