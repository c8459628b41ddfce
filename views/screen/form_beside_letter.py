"""A form and, when it is wished for, a letter that rests on it, side by side."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QWidget
from typing_extensions import override

from views.screen.form_page import FormPage
from views.screen.letter_beside import LetterBeside
from views.screen.look import scaled

_ROOM_FOR_TWO = 720


class FormBesideLetter(QWidget):
    """Holds the form; the `letter` stands beside it, or below it where the room is narrow.

    `turned` says that the person wished it so, `room_needed` that it takes the room it needs.
    """

    turned = Signal(bool)
    room_needed = Signal(bool)

    def __init__(self, form: FormPage) -> None:
        super().__init__()
        self.letter = LetterBeside()
        self._switch = QPushButton("Brev")
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._switch.setCheckable(True)
        self._switch.setToolTip("Vis brevet ved siden af, mens du skriver (Ctrl+B)")
        self._name_switch()
        self._switch.toggled.connect(self._turn)
        QShortcut(QKeySequence("Ctrl+B"), self).activated.connect(self._switch.click)
        form.head.put_beside_title(self._switch)
        self._split.addWidget(form)
        self._split.addWidget(self.letter)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 1)
        self._switch.setVisible(False)
        self.letter.setVisible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)

    @property
    def is_shown(self) -> bool:
        """Whether the letter is wished for and there is one."""
        return self._switch.isChecked() and not self._switch.isHidden()

    def offer(self, *, offer: bool) -> None:
        """Offer to show a letter when there is one; without one it goes away."""
        self._switch.setVisible(offer)
        self._settle()

    def turn(self, *, on: bool) -> None:
        """Show the letter, or take it away."""
        self._switch.setChecked(on)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the letter below the form when there is no room beside it."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_ROOM_FOR_TWO)
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self._split.orientation() != wanted:
            self._split.setOrientation(wanted)
            whole = self.width() if is_wide else self.height()
            self._split.setSizes([whole // 2, whole // 2])

    @Slot(bool)
    def _turn(self, on: bool) -> None:  # noqa: FBT001 - from Qt's own signal
        self._name_switch()
        self._settle()
        self.turned.emit(on)

    def _name_switch(self) -> None:
        # The word on it is short, for it stands beside a title in the narrowest of windows.
        self._switch.setAccessibleName("Skjul brevet" if self._switch.isChecked() else "Vis brevet")

    def _settle(self) -> None:
        if self.letter.isHidden() == self.is_shown:
            self.letter.setVisible(self.is_shown)
            self.room_needed.emit(self.is_shown)
