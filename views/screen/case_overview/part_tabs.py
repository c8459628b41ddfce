"""The parts of a page as a row of tabs, of which one is chosen; a box where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from views.screen.choices import let_read
from views.screen.fields.calm_combo_box import CalmComboBox
from views.screen.look import Role, scaled, set_role
from views.screen.words import words

_NARROWEST = 160


class PartTabs(QWidget):
    """Says the number of the part that was chosen; arrows walk from one to the next."""

    turned = Signal(int)

    def __init__(self, names: Sequence[str], name: str) -> None:
        """*name* is what the parts are of, told to a screen reader."""
        super().__init__()
        self._group = QButtonGroup(self)
        self._tabs = [_Tab(one) for one in names]
        self._box = CalmComboBox()
        self._box.setAccessibleName(name)
        self._label = words("Del", Role.STRONG)
        self._label.setBuddy(self._box)
        for one in (self._label, self._box):
            one.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(4))
        for number, tab in enumerate(self._tabs):
            self._group.addButton(tab, number)
            self._box.addItem(tab.text())
            row.addWidget(tab)
        row.addWidget(self._label)
        row.addWidget(self._box)
        row.addStretch(1)
        let_read(self._box)
        self._group.buttonToggled.connect(self._say_turned)
        self._box.activated.connect(self.turn_to)

    @property
    def current(self) -> int:
        """The number of the part that is chosen."""
        return max(self._group.checkedId(), 0)

    @Slot(int)
    def turn_to(self, number: int) -> None:
        """Choose the part with this number; beyond the last comes the first."""
        self._tabs[number % len(self._tabs)].setChecked(True)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the width of a narrow box: it stands there when the tabs have no room."""
        return QSize(scaled(_NARROWEST), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the tabs where all of them fit on one line, else the box."""
        super().resizeEvent(event)
        gap = scaled(4)
        is_wide = sum(tab.sizeHint().width() + gap for tab in self._tabs) <= self.width()
        if is_wide is not self._box.isHidden():
            had_focus = any(one.hasFocus() for one in (*self._tabs, self._box))
            self._show_box(is_narrow=not is_wide)
            self._follow()
            if had_focus:
                self.setFocus()

    def _show_box(self, *, is_narrow: bool) -> None:
        for tab in self._tabs:
            tab.setHidden(is_narrow)
        for one in (self._label, self._box):
            one.setVisible(is_narrow)

    def _follow(self) -> None:
        """Let the box and the focus be at the part that is chosen."""
        self._box.setCurrentIndex(self.current)
        at = self._tabs[self.current] if self._box.isHidden() else self._box
        self.setFocusProxy(at)

    @Slot(QAbstractButton, bool)
    def _say_turned(self, tab: QAbstractButton, is_checked: bool) -> None:  # noqa: FBT001 - from a signal
        if is_checked:
            self._follow()
            self.turned.emit(self._group.id(tab))


class _Tab(QPushButton):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        set_role(self, Role.NAV)
        self.setCheckable(True)

    @override
    def sizeHint(self) -> QSize:
        """Keep room for the bold words of the chosen tab, which Qt does not reckon with."""
        bold = QFont(self.font())
        bold.setBold(True)
        width = QFontMetrics(bold).horizontalAdvance(self.text()) + scaled(32)
        return QSize(width, super().sizeHint().height())
