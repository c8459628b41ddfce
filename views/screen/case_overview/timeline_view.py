"""The timeline of a case: everything that happened, filtered by what it is and by word."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.case_overview.rows import RowGroup
from views.screen.case_overview.rows_view import WIDEST, RowsView
from views.screen.choices import Choice, choice_box, chosen_code, offer_choices
from views.screen.labelled import labelled
from views.screen.look import Role, scaled
from views.screen.words import words

_NOTHING = ("Her er ikke sket noget endnu", "Det første, du skriver, kommer til at stå her.")
_NO_HIT = ("Intet passer", "Prøv et andet ord, eller vis alt igen.")


class TimelineView(QWidget):
    """Says `wanted_changed` when something else is to be shown; the conductor sifts."""

    wanted_changed = Signal()
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLineEdit()
        self._kinds = choice_box()
        self._rows = RowsView("Tidslinje")
        self._count = words("", Role.QUIET)
        self._words.setPlaceholderText("Søg i tidslinjen (Ctrl+F)")
        self._words.setClearButtonEnabled(True)
        self._words.installEventFilter(self)
        self._words.textChanged.connect(self._say_wanted)
        self._kinds.currentIndexChanged.connect(self._say_wanted)
        self._rows.chosen.connect(self.chosen)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._go_to_words)
        self.setFocusProxy(self._rows)
        self.setMaximumWidth(scaled(WIDEST))
        self._lay_out()

    @property
    def kind(self) -> str:
        """The code of what is to be shown; empty for all."""
        return chosen_code(self._kinds)

    @property
    def typed(self) -> str:
        """The words that are searched for."""
        return self._words.text()

    def offer_kinds(self, kinds: Sequence[Choice]) -> None:
        """Offer to show only what is of one of *kinds*."""
        offer_choices(self._kinds, "Alt", kinds)

    def show_groups(self, groups: Sequence[RowGroup], count: str) -> None:
        """Show *groups*, the newest first, and in *count* how much that is."""
        is_sifted = bool(self.kind or self.typed.strip())
        self._rows.show_groups(groups, _NO_HIT if is_sifted else _NOTHING)
        self._count.setText(count)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow down lead from the search into the list."""
        if watched is self._words and isinstance(event, QKeyEvent):
            is_pressed = event.type() is QEvent.Type.KeyPress
            if is_pressed and event.key() == Qt.Key.Key_Down:
                self._rows.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(scaled(10))
        top.addWidget(labelled("Vis", self._kinds), 1)
        top.addWidget(labelled("Med ordet", self._words), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addLayout(top)
        column.addWidget(self._count)
        column.addWidget(self._rows, 1)

    @Slot()
    def _go_to_words(self) -> None:
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    @Slot()
    def _say_wanted(self) -> None:
        self.wanted_changed.emit()
