"""A checklist that is filled: the way back above the form, what the guideline says beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.form_page import FormPage
from views.screen.guidance_panel import GuidanceLine, GuidancePanel
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.tab_order import put_after

_ROOM_FOR_TWO = 760
"""The width in pixels at 100 % from which form and guidance stand side by side."""


class ChecklistFormPage(QWidget):
    """Puts *form* between a way back and the guidance about the question one is at."""

    back_asked = Signal()
    guidance_chosen = Signal(str)
    """The key of a line of the guidance that one wants to read on about."""

    def __init__(self, form: FormPage) -> None:
        super().__init__()
        self._form = form
        self._back = SignButton("Tjeklister", Sign.ARROW_LEFT, Ink.THREAD)
        self._back.setAccessibleName("Tilbage til tjeklister")
        self._back.setToolTip("Tilbage til tjeklister (Alt+Venstre)")
        self._back.setShortcut("Alt+Left")
        self._back.clicked.connect(self.back_asked)
        set_role(self._back, Role.PLAIN)
        self._guidance = GuidancePanel()
        self._guidance.line_chosen.connect(self.guidance_chosen)
        self._turn = QPushButton()
        self._turn.setCheckable(True)
        self._turn.setToolTip("Vis eller skjul vejledningen (F2 eller Ctrl+G)")
        self._turn.toggled.connect(self._turn_guidance)
        self._turn.clicked.connect(self._note_chosen)
        self._was_chosen = False
        self._middle = QSplitter(Qt.Orientation.Horizontal)
        for keys in ("F2", "Ctrl+G"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._turn.click)
        self.setFocusProxy(form)
        self._lay_out()
        self._turn_guidance()

    def show_guidance(self, lines: Sequence[GuidanceLine]) -> None:
        """Show what concerns the question one is at."""
        self._guidance.show_guidance(lines)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the guidance below the form, and away until asked for, when the room is narrow."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_ROOM_FOR_TWO)
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        self._middle.setOrientation(wanted)
        if not self._was_chosen:
            self._turn.setChecked(is_wide)
        self._share_room()

    def _lay_out(self) -> None:
        bar = QFrame()
        set_role(bar, Role.BAR)
        head = QHBoxLayout(bar)
        head.setContentsMargins(scaled(10), scaled(8), scaled(14), scaled(8))
        head.setSpacing(scaled(14))
        head.addWidget(self._back)
        head.addStretch(1)
        head.addWidget(self._turn)
        self._middle.addWidget(self._form)
        self._middle.addWidget(self._guidance)
        self._middle.setChildrenCollapsible(False)
        self._middle.setHandleWidth(1)
        self._middle.setStretchFactor(0, 1)
        self._middle.setStretchFactor(1, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._middle, 1)
        put_after(self._form, self._guidance)

    def _share_room(self) -> None:
        """Give the guidance the width it reads well at, or two fifths of the height."""
        if self._middle.orientation() is Qt.Orientation.Horizontal:
            whole, part = self._middle.width(), self._guidance.sizeHint().width()
        else:
            whole, part = self._middle.height(), self._middle.height() * 2 // 5
        self._middle.setSizes([whole - part, part])

    @Slot()
    def _turn_guidance(self) -> None:
        is_shown = self._turn.isChecked()
        self._turn.setText(f"{'Skjul' if is_shown else 'Vis'} vejledning")
        self._guidance.setVisible(is_shown)
        self._share_room()

    @Slot()
    def _note_chosen(self) -> None:
        self._was_chosen = True
