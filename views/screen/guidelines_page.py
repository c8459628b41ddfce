"""The room of the guideline and the law: looked up to the left, read to the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from views.screen.guidelines_detail import RuleDetail, RuleShown
from views.screen.guidelines_list import RuleGroup, RuleList
from views.screen.guidelines_search import RuleSearch, Sought
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.words import words

_ROOM_FOR_TWO = 460
"""The width in pixels at 100 % from which list and rule stand side by side."""

_SIDE = 340


class GuidelinesPage(QWidget):
    """Shows the rules it is given; the conductor searches, and knows what a link leads to."""

    sought = Signal(Sought)
    rule_chosen = Signal(str)
    link_chosen = Signal(str)
    correction_asked = Signal(str)
    version_asked = Signal(str)
    addition_asked = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = RuleSearch()
        self._list = RuleList()
        self._detail = RuleDetail()
        self._count = words("", Role.QUIET)
        self._back = SignButton("", Sign.ARROW_LEFT, Ink.THREAD)
        self._add = SignButton("Skriv en regel til …", Sign.PLUS, Ink.THREAD)
        self._rules = QSplitter(Qt.Orientation.Horizontal)
        self._stack = QStackedWidget()
        self._connect()
        self._lay_out()
        self.setFocusProxy(self.search)
        self.offer_way_back("")

    def show_groups(self, groups: Sequence[RuleGroup], key: str) -> bool:
        """Show *groups* and the rule with this *key*; return whether it was among them."""
        number = sum(len(group.lines) for group in groups)
        self._count.setText("1 regel" if number == 1 else f"{number} regler")
        self._list.show_groups(groups)
        if not number:
            self._detail.show_nothing()
        return self._list.stand_at_rule(key)

    def show_rule(self, rule: RuleShown) -> None:
        """Show *rule* to the right."""
        self._detail.show_rule(rule)

    def offer_way_back(self, text: str) -> None:
        """Offer the way back to where one came from, as *text* says it; empty offers none."""
        self._back.setText(text)
        self._back.setToolTip(f"{text} (Alt+Venstre)")
        self._back.setVisible(bool(text))

    def focus_rule(self) -> None:
        """Put the keyboard to the rule, as when one has come to read just it."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_beside(self, page: QWidget) -> None:
        """Show *page* in place of the rules, until `show_rules`."""
        self.show_rules()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()

    @Slot()
    def show_rules(self) -> None:
        """Show the rules again, and let go of what stood in their place."""
        page = self._stack.currentWidget()
        self._stack.setCurrentIndex(0)
        if self._stack.indexOf(page) > 0:
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the rule below the list when the room is narrow."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_ROOM_FOR_TWO)
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self._rules.orientation() is not wanted:
            self._rules.setOrientation(wanted)
        whole = self.width() if is_wide else self.height()
        part = min(scaled(_SIDE), whole * 9 // 20) if is_wide else whole * 3 // 5
        self._rules.setSizes([part, whole - part])

    def _connect(self) -> None:
        self.search.sought.connect(self.sought)
        self.search.left_downwards.connect(self.focus_rule)
        self._list.rule_chosen.connect(self.rule_chosen)
        self._list.left_onwards.connect(self._detail.setFocus)
        self._detail.link_chosen.connect(self.link_chosen)
        self._detail.correction_asked.connect(self.correction_asked)
        self._detail.version_asked.connect(self.version_asked)
        self._add.clicked.connect(self.addition_asked)
        self._back.clicked.connect(self.back_asked)
        self._back.setShortcut("Alt+Left")
        for button in (self._back, self._add):
            set_role(button, Role.PLAIN)

    def _lay_out(self) -> None:
        self._rules.addWidget(self._side())
        self._rules.addWidget(self._detail)
        self._rules.setChildrenCollapsible(False)
        self._rules.setHandleWidth(1)
        self._rules.setStretchFactor(0, 0)
        self._rules.setStretchFactor(1, 1)
        self._rules.setSizes([scaled(_SIDE), scaled(2 * _SIDE)])
        self._stack.addWidget(self._rules)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _side(self) -> QFrame:
        side = QFrame()
        set_role(side, Role.PANEL)
        column = QVBoxLayout(side)
        column.setContentsMargins(scaled(14), scaled(14), scaled(8), scaled(8))
        column.setSpacing(scaled(8))
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(words("Retningslinjer", Role.TITLE))
        column.addWidget(self.search)
        column.addWidget(self._list, 1)
        column.addWidget(self._count)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        return side
