"""The citizens of the register: search as you type, choose, or begin a new contact."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from views.screen.citizen_table import CitizenLine, CitizenModel, Column, DueDelegate
from views.screen.empty_state import EmptyState
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.words import words

_WIDTHS = {Column.BIRTH: 120, Column.STAGE: 170, Column.DUE: 210, Column.CHANGED: 130}
_ROOM_FOR_ALL = 860
_ROOM_FOR_BIRTH = 640
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CitizenList(QWidget):
    """Shows the rows it is given; the conductor searches."""

    searched = Signal(str)
    citizen_chosen = Signal(str)
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = QLineEdit()
        self._new = SignButton("Ny henvendelse", Sign.PLUS, Ink.ON_THREAD)
        self._model = CitizenModel()
        self._table = QTableView()
        self._more = words("", Role.QUIET)
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._prepare_table()
        self._prepare_search()
        self._lay_out()
        self.show_citizens((), more=False)

    def show_citizens(self, lines: Sequence[CitizenLine], *, more: bool) -> None:
        """Show *lines* in their order; *more* says that not all that were found are among them."""
        self._model.show_lines(lines)
        self._more.setText(f"De første {len(lines)}. Skriv mere for at finde den rigtige.")
        self._more.setVisible(more)
        self._explain_emptiness()
        self._stack.setCurrentIndex(0 if lines else 1)
        if lines:
            self._table.setCurrentIndex(self._model.index(0, 0))

    def show_trouble(self, sentence: str) -> None:
        """Show no rows, and *sentence* in their place: that is not the same as having none."""
        self.show_citizens((), more=False)
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
        self._table.setColumnHidden(Column.CHANGED, self.width() < scaled(_ROOM_FOR_ALL))
        self._table.setColumnHidden(Column.BIRTH, self.width() < scaled(_ROOM_FOR_BIRTH))

    def _table_key(self, event: QKeyEvent) -> bool:
        is_enter = event.type() is QEvent.Type.KeyPress and event.key() in _ENTER
        if is_enter and self._table.currentIndex().isValid():
            self._say_chosen(self._table.currentIndex())
        return is_enter

    def _prepare_search(self) -> None:
        self._search.setPlaceholderText("Søg på navn eller CPR (Ctrl+F)")
        self._search.setAccessibleName("Søg efter en borger")
        self._search.setClearButtonEnabled(True)
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self.searched)
        self._search.returnPressed.connect(self._choose_current)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._go_to_search)
        set_role(self._new, Role.PRIMARY)
        self._new.setShortcut("Ctrl+N")
        self._new.setToolTip("Ny henvendelse (Ctrl+N)")
        self._new.clicked.connect(self.new_asked)
        self.setFocusProxy(self._search)

    def _prepare_table(self) -> None:
        table = self._table
        table.setModel(self._model)
        table.setAccessibleName("Borgere")
        table.setItemDelegateForColumn(Column.DUE, DueDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setCornerButtonEnabled(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(scaled(36))
        header = table.horizontalHeader()
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, scaled(width))
        table.installEventFilter(self)
        table.clicked.connect(self._say_chosen)

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
        column.addWidget(self._stack, 1)
        column.addWidget(self._more)

    def _explain_emptiness(self) -> None:
        if typed := self._search.text().strip():
            self._empty.explain(
                f"Ingen passer på »{typed}«",
                "Prøv med færre bogstaver, et fornavn eller de første cifre af CPR-nummeret.",
            )
        else:
            self._empty.explain(
                "Her er ingen borgere endnu",
                "Når nogen henvender sig, begynder du med »Ny henvendelse«. "
                "Så følger du tråden derfra.",
            )

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
