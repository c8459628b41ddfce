"""Where a paper is printed: a quiet line that is there only when there is something to choose."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from views.screen.fields.calm_combo_box import CalmComboBox
from views.screen.look import Role, scaled
from views.screen.words import words

_STANDARD = "Den sædvanlige"
_WIDEST = 280
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class PrintersShown:
    """The names of the printers there are, and the one chosen; empty for the computer's own."""

    names: tuple[str, ...] = ()
    chosen: str = ""


class PrinterBox(QWidget):
    """Offers the printers, and says which one was `chosen`; hidden where there are not several."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = CalmComboBox()
        self._list.setAccessibleName("Printer")
        self._list.setToolTip("Den printer, der skrives ud på; valget huskes på denne computer")
        self._list.setMaximumWidth(scaled(_WIDEST))
        self._list.activated.connect(self._say)
        label = words("Printer", Role.QUIET)
        label.setWordWrap(False)
        label.setBuddy(self._list)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        row.addWidget(self._list, 4)
        self.setVisible(False)

    def offer(self, shown: PrintersShown) -> None:
        """Offer the printers of *shown*."""
        with QSignalBlocker(self._list):
            self._list.clear()
            self._list.addItem(_STANDARD, "")
            for name in shown.names:
                self._list.addItem(name.replace("_", " "), name)
            self._list.setCurrentIndex(max(0, self._list.findData(shown.chosen)))
        self.setVisible(len(shown.names) >= _SEVERAL)

    @Slot()
    def _say(self) -> None:
        self.chosen.emit(str(self._list.currentData()))
