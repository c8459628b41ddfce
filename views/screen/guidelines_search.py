"""What is looked for among the rules: words, how binding, where from, and how sure."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.fields.calm_combo_box import CalmComboBox
from views.screen.fields.ticks import CheckTick
from views.screen.labelled import labelled
from views.screen.look import scaled
from views.screen.strength import Strength

_ALL = "Alle"


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for; None and empty mean all."""

    text: str = ""
    strength: Strength | None = None
    source: str = ""
    only_unverified: bool = False


class RuleSearch(QWidget):
    """A line to search in and three filters; each change is said at once."""

    sought = Signal(Sought)
    left_downwards = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line = QLineEdit()
        self._strength = CalmComboBox()
        self._source = CalmComboBox()
        self._unverified = CheckTick("Kun ikke-bekræftede")
        self._line.setPlaceholderText("Søg i reglerne (Ctrl+F)")
        self._line.setAccessibleName("Søg i retningslinjer og lov")
        self._line.setClearButtonEnabled(True)
        self._line.installEventFilter(self)
        self._strength.addItem(_ALL)
        self._strength.addItems([strength.value.capitalize() for strength in Strength])
        self._source.addItem(_ALL)
        for box in (self._strength, self._source):
            box.setMinimumContentsLength(5)
        self.setFocusProxy(self._line)
        self._lay_out()
        self._line.textChanged.connect(self._say)
        self._strength.currentIndexChanged.connect(self._say)
        self._source.currentIndexChanged.connect(self._say)
        self._unverified.toggled.connect(self._say)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._go_to_line)

    def offer_sources(self, sources: Sequence[str]) -> None:
        """Offer *sources* to choose from; the one chosen stays chosen when it is among them."""
        chosen = self._source.currentText()
        self._source.blockSignals(True)
        self._source.clear()
        self._source.addItems([_ALL, *sources])
        self._source.setCurrentIndex(max(self._source.findText(chosen), 0))
        self._source.blockSignals(False)

    def clear(self) -> None:
        """Look for everything again."""
        self._line.clear()
        self._strength.setCurrentIndex(0)
        self._source.setCurrentIndex(0)
        self._unverified.setChecked(False)

    @property
    def now(self) -> Sought:
        """What is looked for now."""
        strength, source = self._strength.currentIndex(), self._source.currentIndex()
        return Sought(
            text=self._line.text(),
            strength=tuple(Strength)[strength - 1] if strength > 0 else None,
            source=self._source.currentText() if source > 0 else "",
            only_unverified=self._unverified.isChecked(),
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow down and Enter lead from the line into the list."""
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        down = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_key and isinstance(event, QKeyEvent) and event.key() in down:
            self.left_downwards.emit()
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(scaled(8))
        filters.addWidget(labelled("Slags", self._strength), 1)
        filters.addWidget(labelled("Kilde", self._source), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(self._line)
        column.addLayout(filters)
        column.addWidget(self._unverified)

    @Slot()
    def _say(self) -> None:
        self.sought.emit(self.now)

    @Slot()
    def _go_to_line(self) -> None:
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()
