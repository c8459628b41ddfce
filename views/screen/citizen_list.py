"""The citizens of the register: search as you type, filter, choose, or begin a new contact."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from views.screen.citizen_filter import CitizenFilter, CitizensOffered, CitizensWanted
from views.screen.citizen_table import CitizenLine, CitizenModel, Column, DueDelegate
from views.screen.citizens_missing import why_nobody
from views.screen.empty_state import EmptyState
from views.screen.fields.ticks import CheckTick
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.row_table import dress_rows
from views.screen.words import words

_WIDTHS = {Column.BIRTH: 120, Column.STAGE: 170, Column.DUE: 210, Column.CHANGED: 130}
_NARROW = {Column.STAGE: 130, Column.DUE: 180}
_WIDE = {Column.STAGE: 170, Column.DUE: 300}
"""Widths in pixels at 100 %: those in between, and of two where there is less room, or more."""
_ROOM_FOR_ALL = 860
_ROOM_FOR_BIRTH = 640
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CitizenList(QWidget):
    """Shows the rows it is given; the conductor searches."""

    searched = Signal(CitizensWanted)
    more_wanted = Signal()
    """The rows that follow those that are shown, for `add_citizens`."""
    citizen_chosen = Signal(str)
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = QLineEdit()
        self._in_notes = CheckTick("Søg også i noter og svar")
        self._filter = CitizenFilter()
        self._new = SignButton("Ny henvendelse", Sign.PLUS, Ink.ON_THREAD)
        self._model = CitizenModel()
        self._table = QTableView()
        self._note = words("", Role.QUIET)
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._prepare_table()
        self._prepare_search()
        self._lay_out()
        self.show_citizens((), has_more=False)

    @property
    def wanted(self) -> CitizensWanted:
        """What is searched for and filtered by."""
        return self._filter.wanted(self._search.text(), in_notes=self._in_notes.isChecked())

    def offer(self, offered: CitizensOffered) -> None:
        """Offer to filter by these; what was chosen stays if it is among them."""
        self._filter.offer(offered)

    def choose(self, wanted: CitizensWanted) -> None:
        """Search for and filter by what is *wanted*, saying nothing."""
        for said in (self._search, self._in_notes):
            said.blockSignals(True)
        self._search.setText(wanted.words)
        self._in_notes.setChecked(wanted.in_notes)
        for said in (self._search, self._in_notes):
            said.blockSignals(False)
        self._filter.choose(wanted)

    def show_citizens(
        self, lines: Sequence[CitizenLine], *, has_more: bool, note: str = ""
    ) -> None:
        """Show *lines* in their order, and *note* below; *has_more* says that others follow."""
        self._model.show_lines(lines, has_more=has_more)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._empty.explain(*why_nobody(self.wanted))
        self._stack.setCurrentIndex(0 if lines else 1)
        if lines:
            self._table.scrollToTop()
            self._table.setCurrentIndex(self._model.index(0, 0))

    def add_citizens(self, lines: Sequence[CitizenLine], *, has_more: bool) -> None:
        """Let *lines* follow the rows that are shown."""
        self._model.add_lines(lines, has_more=has_more)

    def show_trouble(self, sentence: str) -> None:
        """Show no rows, and *sentence* in their place: that is not the same as having none."""
        self.show_citizens((), has_more=False)
        self._empty.explain_trouble("Listen kan ikke vises", sentence)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow down lead from the search into the list, and Enter choose the first."""
        if watched is self._search and isinstance(event, QKeyEvent) and self._model.rowCount():
            if event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
                self._table.setFocus()
                return True
        elif watched is self._table and isinstance(event, QKeyEvent):
            return self._table_key(event)
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the columns one can do without when there is no room for them."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_ROOM_FOR_ALL)
        is_narrow = self.width() < scaled(_ROOM_FOR_BIRTH)
        self._table.setColumnHidden(Column.CHANGED, not is_wide)
        self._table.setColumnHidden(Column.BIRTH, is_narrow)
        for column, width in (_WIDE if is_wide else _NARROW if is_narrow else _WIDTHS).items():
            self._table.setColumnWidth(column, scaled(width))

    def _table_key(self, event: QKeyEvent) -> bool:
        is_enter = event.type() is QEvent.Type.KeyPress and event.key() in _ENTER
        if is_enter and self._table.currentIndex().isValid():
            self._say_chosen(self._table.currentIndex())
        return is_enter

    def _prepare_search(self) -> None:
        self._search.setPlaceholderText("Søg på navn, CPR eller adresse (Ctrl+F)")
        self._search.setAccessibleName("Søg efter en borger")
        self._search.setClearButtonEnabled(True)
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._say_wanted)
        self._search.returnPressed.connect(self._choose_current)
        self._in_notes.toggled.connect(self._say_wanted)
        self._filter.changed.connect(self._say_wanted)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._go_to_search)
        set_role(self._new, Role.PRIMARY)
        # Not the button's own: it waits a moment, in which one types where one was.
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self._new.click)
        self._new.setToolTip("Ny henvendelse (Ctrl+N)")
        self._new.clicked.connect(self.new_asked)
        self.setFocusProxy(self._search)

    def _prepare_table(self) -> None:
        table = self._table
        table.setModel(self._model)
        table.setAccessibleName("Borgere")
        table.setItemDelegateForColumn(Column.DUE, DueDelegate(table))
        dress_rows(table, Column.NAME, _WIDTHS)
        table.installEventFilter(self)
        table.clicked.connect(self._say_chosen)
        self._model.more_wanted.connect(self.more_wanted)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._search, 1)
        top.addWidget(self._new)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(12))
        column.setSpacing(scaled(10))
        column.addWidget(words("Borgere", Role.TITLE))
        column.addLayout(top)
        column.addWidget(self._in_notes)
        column.addWidget(self._filter)
        column.addWidget(self._stack, 1)
        column.addWidget(self._note)

    @Slot()
    def _say_wanted(self) -> None:
        self.searched.emit(self.wanted)

    @Slot()
    def _go_to_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    @Slot()
    def _choose_current(self) -> None:
        if self._model.rowCount():
            self._say_chosen(self._table.currentIndex())

    @Slot(QModelIndex)
    def _say_chosen(self, index: QModelIndex) -> None:
        self.citizen_chosen.emit(self._model.line(index.row()).case_id)
