"""The whole of a case at a glance, in the middle as a form is: five parts, one at a time."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from views.screen.case_overview.notes_view import NotesView
from views.screen.case_overview.part_tabs import PartTabs
from views.screen.case_overview.people_view import PeopleView
from views.screen.case_overview.rows_view import RowsView
from views.screen.case_overview.thread_view import ThreadView
from views.screen.case_overview.timeline_view import TimelineView
from views.screen.look import Role, scaled, set_role
from views.screen.tab_order import put_after
from views.screen.words import words


class Part(StrEnum):
    """A part of the overview; the values are the words that are shown."""

    THREAD = "Den røde tråd"
    TIMELINE = "Tidslinje"
    NOTES = "Noter"
    LETTERS = "Breve"
    PEOPLE = "Personer"


_PARTS = tuple(Part)


class CaseOverviewPage(QWidget):
    """Shows what it is given in its views; says which part was turned to, and when one leaves."""

    part_turned = Signal(Part)
    leaving_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.red_thread = ThreadView()
        self.timeline = TimelineView()
        self.notes = NotesView()
        self.letters = RowsView("Breve i alle forløb")
        self.people = PeopleView()
        self._tabs = PartTabs([part.value for part in Part], "Del af overblikket")
        self._stack = QStackedWidget()
        self._leave = QPushButton("Tilbage")
        for view in (self.red_thread, self.timeline, self.notes, self.letters, self.people):
            self._stack.addWidget(view)
        self._tabs.turned.connect(self._turn)
        self.notes.grown.connect(self.order_tabs)
        self._leave.setToolTip("Gå tilbage til det, du var ved (Esc)")
        self._leave.clicked.connect(self.leaving_asked)
        set_role(self._leave, Role.SUBTLE)
        for keys, slot in (
            ("Esc", self.leaving_asked),
            ("Ctrl+PgDown", self._turn_on),
            ("Ctrl+PgUp", self._turn_back),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self.setFocusProxy(self._tabs)
        self._lay_out()

    @property
    def part(self) -> Part:
        """The part that is shown."""
        return _PARTS[self._tabs.current]

    def turn_to(self, part: Part) -> None:
        """Show *part*."""
        self._tabs.turn_to(_PARTS.index(part))

    @Slot()
    def order_tabs(self) -> None:
        """Let Tab come from the parts to all in the one shown, some of it just made, and back."""
        view = self._stack.currentWidget()
        inside = (view, *view.findChildren(QWidget))
        holders = [one for one in inside if _hands_on(one)]
        stops: list[QWidget] = []
        for stop in inside:
            if self._is_by_tab(stop):
                # Left behind, what hands focus on would lead Tab back to its part for ever.
                stops += [holder for holder in holders if _last_proxy(holder) is stop]
                stops.append(stop)
        put_after(self._tabs, *stops, self._leave)

    def _is_by_tab(self, widget: QWidget) -> bool:
        """Whether Tab may come to *widget*: the list that a box drops down is a window itself."""
        return bool(
            widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is self.window()
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(10))
        column.setSpacing(scaled(10))
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        top = QHBoxLayout()
        top.addWidget(words("Overblik over forløbet", Role.TITLE), 1)
        top.addWidget(self._leave)
        column.insertLayout(0, top)

    @Slot(int)
    def _turn(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self.part_turned.emit(_PARTS[number])
        self.order_tabs()

    @Slot()
    def _turn_on(self) -> None:
        self._tabs.turn_to(self._tabs.current + 1)
        self._tabs.setFocus()

    @Slot()
    def _turn_back(self) -> None:
        self._tabs.turn_to(self._tabs.current - 1)
        self._tabs.setFocus()


def _hands_on(widget: QWidget) -> bool:
    """Return whether focus given to *widget* goes to a part of it."""
    proxy = widget.focusProxy()
    return proxy is not None and widget.isAncestorOf(proxy)


def _last_proxy(widget: QWidget) -> QWidget:
    """Return who has the focus when it is given to *widget*."""
    while (proxy := widget.focusProxy()) is not None:
        widget = proxy
    return widget
