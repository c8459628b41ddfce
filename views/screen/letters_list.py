"""The table of letters that wait: space ticks a row, Enter opens its letter."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget
from typing_extensions import override

from views.screen.letters_table import Column, LettersModel, TickDelegate
from views.screen.look import scaled
from views.screen.row_table import dress_rows

_WIDTHS = {Column.WAY: 150, Column.NOTE: 190}
_FOR_CITIZEN = 180
_ROOM_FOR_ALL = 900
_ROOM_FOR_WAY = 620
_NARROW = 130
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LettersList(QTableView):
    """Says `opened` with the key of a letter that is to be looked at."""

    opened = Signal(str)

    def __init__(self, model: LettersModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName("Breve, der venter")
        self.setAccessibleDescription("Mellemrum vælger et brev, Enter åbner det")
        dress_rows(self, Column.CITIZEN, _WIDTHS)
        self.setItemDelegateForColumn(Column.LETTER, TickDelegate(self))
        model.modelReset.connect(self._fit_words)
        self.clicked.connect(self._turn)
        self.doubleClicked.connect(self._open)

    def stand_at(self, key: str) -> None:
        """Stand in the row of the letter with this *key*, else in the first."""
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(self._model.row_of(key), Column.LETTER))

    @property
    def current_key(self) -> str:
        """The key of the letter one stands at; empty when there is none."""
        index = self.currentIndex()
        return self._model.line(index.row()).key if index.isValid() else ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, tick on space; leave the rest to Qt."""
        index = self.currentIndex()
        if not index.isValid() or event.key() not in (*_ENTER, Qt.Key.Key_Space):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self._model.turn(index.row())
        else:
            self._open(index)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the columns one can do without when there is no room for them."""
        super().resizeEvent(event)
        self.setColumnHidden(Column.APPROVED, self.width() < scaled(_ROOM_FOR_ALL))
        is_narrow = self.width() < scaled(_ROOM_FOR_WAY)
        self.setColumnHidden(Column.WAY, is_narrow)
        note = Column.NOTE
        self.setColumnWidth(note, scaled(_NARROW if is_narrow else _WIDTHS[note]))
        self._fit_words()

    @Slot()
    def _fit_words(self) -> None:
        is_narrow = self.isColumnHidden(Column.WAY)
        room = self.viewport().width() - scaled(_NARROW if is_narrow else _FOR_CITIZEN)
        room -= self.columnWidth(Column.WAY) + self.columnWidth(Column.NOTE)
        if not self.isColumnHidden(Column.APPROVED):
            room -= self._fit(Column.APPROVED, room // 2)
        self._fit(Column.LETTER, room)

    def _fit(self, column: Column, most: int) -> int:
        heading = self.horizontalHeader().sectionSizeHint(column)
        width = max(min(self.sizeHintForColumn(column), most), heading)
        self.setColumnWidth(column, width)
        return width

    @Slot(QModelIndex)
    def _turn(self, index: QModelIndex) -> None:
        if index.column() == Column.LETTER:
            self._model.turn(index.row())

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.line(index.row()).key)
