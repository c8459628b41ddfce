"""A form and, when it is wished for, a letter that rests on it, side by side."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QWidget
from typing_extensions import override

from views.screen.form_page import FormPage
from views.screen.letter_beside import LetterBeside
from views.screen.lifetime import empty_when_gone
from views.screen.look import scaled

_ROOM_FOR_TWO = 720
_LEAST_ABOVE = 250
"""The height in pixels at 100 % at which a question is seen whole above the letter."""


class FormBesideLetter(QWidget):
    """Holds the form; the `letter` stands beside it, or below it where the room is narrow.

    `turned` says that the person wished it so, `room_needed` that it takes the room it needs. The
    other signals are those of the letter.
    """

    turned = Signal(bool)
    room_needed = Signal(bool)
    letter_chosen = Signal(str)
    open_asked = Signal(str)
    missing_chosen = Signal(str)

    def __init__(self, form: FormPage) -> None:
        super().__init__()
        empty_when_gone(self)
        self._form = form
        self._letter: LetterBeside | None = None
        self._switch = QPushButton("Brev")
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._switch.setCheckable(True)
        self._switch.setToolTip("Vis brevet ved siden af, mens du skriver (Ctrl+B)")
        self._name_switch()
        self._switch.toggled.connect(self._turn)
        QShortcut(QKeySequence("Ctrl+B"), self).activated.connect(self._switch.click)
        form.head.put_beside_title(self._switch)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._switch.setVisible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)

    def take_in(self) -> None:
        """Show the form; to be called once this has its place on the screen."""
        self._split.insertWidget(0, self._form)
        self._split.setStretchFactor(0, 1)

    @property
    def letter(self) -> LetterBeside:
        """The letter, made when it is first asked for."""
        if self._letter is None:
            self._letter = LetterBeside(self._split)
            self._letter.setVisible(False)
            self._split.addWidget(self._letter)
            self._split.setStretchFactor(self._split.indexOf(self._letter), 1)
            self._letter.letter_chosen.connect(self.letter_chosen)
            self._letter.open_asked.connect(self.open_asked)
            self._letter.missing_chosen.connect(self.missing_chosen)
        return self._letter

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
            self._keep_height()

    @Slot(bool)
    def _turn(self, on: bool) -> None:  # noqa: FBT001 - from Qt's own signal
        self._name_switch()
        self._settle()
        self.turned.emit(on)

    def _name_switch(self) -> None:
        # The word on it is short, for it stands beside a title in the narrowest of windows.
        self._switch.setAccessibleName("Skjul brevet" if self._switch.isChecked() else "Vis brevet")

    def _settle(self) -> None:
        is_there = self._letter is not None and not self._letter.isHidden()
        if is_there != self.is_shown:
            self.letter.setVisible(self.is_shown)
            self._keep_height()
            self.room_needed.emit(self.is_shown)

    def _keep_height(self) -> None:
        """Leave a form with a letter below it room for a question; what is around scrolls."""
        is_above = self.is_shown and self._split.orientation() is Qt.Orientation.Vertical
        self._form.setMinimumHeight(scaled(_LEAST_ABOVE) if is_above else 0)
