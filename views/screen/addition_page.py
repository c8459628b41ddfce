"""What can be added to a case at any time: search as you type, and choose."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.addition_rows import Addition, AdditionDelegate, AdditionModel
from views.screen.first_focus import begin_at
from views.screen.look import Role, scaled, set_role
from views.screen.rows import RowList
from views.screen.words import words

_WIDTH = 720


class AdditionPage(QWidget):
    """Shows the additions it is given; the conductor searches."""

    searched = Signal(str)
    addition_chosen = Signal(str)
    leaving_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = QLineEdit()
        self._model = AdditionModel()
        self._rows = RowList()
        self._nothing = words("", Role.QUIET)
        self._leave = QPushButton("Fortryd")
        self._prepare()
        self._lay_out()
        self.show_additions(())

    def show_additions(self, additions: Sequence[Addition]) -> None:
        """Show *additions*, those of one group next to each other."""
        self._model.show_additions(additions)
        self._rows.setVisible(bool(additions))
        self._nothing.setVisible(not additions)
        self._nothing.setText(f"Intet passer på »{self._search.text().strip()}«.")
        if additions:
            self._rows.setCurrentIndex(self._model.index(self._model.first))
            self._rows.scrollToTop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow down lead from the search into the list."""
        if watched is self._search and isinstance(event, QKeyEvent) and self._rows.isVisible():
            is_pressed = event.type() is QEvent.Type.KeyPress
            if is_pressed and event.key() == Qt.Key.Key_Down:
                self._rows.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _prepare(self) -> None:
        self._search.setPlaceholderText("Søg (Ctrl+F)")
        self._search.setAccessibleName("Søg efter det, du vil tilføje")
        self._search.setClearButtonEnabled(True)
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self.searched)
        self._search.returnPressed.connect(self._choose_current)
        self._rows.setModel(self._model)
        self._rows.setItemDelegate(AdditionDelegate(self._rows))
        self._rows.setAccessibleName("Det, du kan tilføje")
        self._rows.row_chosen.connect(self._choose)
        self._leave.setToolTip("Gå tilbage til det, du var ved (Esc)")
        self._leave.clicked.connect(self.leaving_asked)
        set_role(self._leave, Role.SUBTLE)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leaving_asked)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._go_to_search)
        begin_at(self, self._search)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(scaled(_WIDTH))
        top = QHBoxLayout()
        top.addWidget(words("Tilføj til forløbet", Role.TITLE), 1)
        top.addWidget(self._leave)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        column.addLayout(top)
        column.addWidget(self._search)
        column.addWidget(self._nothing)
        column.addWidget(self._rows, 1)
        column.addStretch(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(24), scaled(20), scaled(24), 0)
        row.addStretch(1)
        row.addWidget(inner, 1000)
        row.addStretch(1)
        QWidget.setTabOrder(self._search, self._rows)
        QWidget.setTabOrder(self._rows, self._leave)

    @Slot()
    def _go_to_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    @Slot()
    def _choose_current(self) -> None:
        if self._rows.isVisible():
            self._choose(self._rows.currentIndex().row())

    @Slot(int)
    def _choose(self, row: int) -> None:
        if key := self._model.key(row):
            self.addition_chosen.emit(key)
