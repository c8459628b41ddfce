"""The guide: its contents to the left, one page to the right, and the way back."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from models.help.page import HelpPage
from views.screen.first_focus import begin_at
from views.screen.help.help_contents import ContentsRow, HelpContents
from views.screen.help.help_reader import HelpReader
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.words import words

_ROOM_FOR_TWO = 460
"""The width in pixels at 100 % from which contents and page stand side by side."""

_SIDE = 290
_NOTHING = "Ingen side har de ord. Prøv med et andet ord."
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HelpScreen(QWidget):
    """Shows the pages it is given and says what was asked for."""

    page_chosen = Signal(str)
    link_followed = Signal(str)
    searched = Signal(str)
    back_asked = Signal()
    print_asked = Signal()
    save_asked = Signal()
    tour_asked = Signal()

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        super().__init__()
        self._back = SignButton("", Sign.ARROW_LEFT, Ink.THREAD)
        self._line = QLineEdit()
        self._contents = HelpContents()
        self._nothing = words(_NOTHING, Role.QUIET)
        self._said = words("", Role.GOOD)
        self._problem = words("", Role.PROBLEM)
        self._reader = HelpReader(pictures)
        self._tour = SignButton("Tag rundvisningen", Sign.ARROW_RIGHT, Ink.THREAD)
        self._print = SignButton("Udskriv vejledningen", Sign.PRINT, Ink.THREAD)
        self._save = SignButton("Gem som PDF …", Sign.ARROW_DOWN, Ink.THREAD)
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._prepare()
        self._connect()
        self._lay_out()
        begin_at(self, self._reader)

    def show_contents(self, rows: Sequence[ContentsRow], key: str) -> None:
        """Show *rows* to the left, with the page called *key* marked."""
        self._contents.show_rows(rows, key)
        self._nothing.setVisible(not rows)

    def show_page(self, page: HelpPage, anchor: str = "") -> None:
        """Show *page* from the heading with this *anchor* on."""
        self._contents.stand_at_page(page.name)
        self._reader.show_page(page, anchor)

    def offer_way_back(self, text: str) -> None:
        """Offer the way back to where one came from, as *text* says it; empty offers none."""
        self._back.setText(text)
        self._back.setToolTip(f"{text} (Alt+Venstre eller Esc)")
        self._back.setVisible(bool(text))

    def offer_tour(self, *, offer: bool) -> None:
        """Offer to be shown round, which one can be in an open register only."""
        self._tour.setVisible(offer)

    def say(self, done: str, problem: str = "") -> None:
        """Say what became of printing or saving."""
        for label, sentence in ((self._said, done), (self._problem, problem)):
            label.setText(sentence)
            label.setVisible(bool(sentence))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow down and Enter lead from the line into the contents."""
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() in _DOWN:
            self._contents.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the page below the contents when the room is narrow."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_ROOM_FOR_TWO)
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self._parts.orientation() is not wanted:
            self._parts.setOrientation(wanted)
        whole = self.width() if is_wide else self.height()
        part = min(scaled(_SIDE), whole * 9 // 20) if is_wide else whole * 2 // 5
        self._parts.setSizes([part, whole - part])

    def _prepare(self) -> None:
        self._line.setPlaceholderText("Søg i vejledningen (Ctrl+F)")
        self._line.setAccessibleName("Søg i vejledningen")
        self._line.setClearButtonEnabled(True)
        self._line.installEventFilter(self)
        self._back.setShortcut("Alt+Left")
        for button in (self._back, self._tour, self._print, self._save):
            set_role(button, Role.PLAIN)
        self.offer_way_back("")
        self.say("")
        self._nothing.hide()

    def _connect(self) -> None:
        self._line.textChanged.connect(self.searched)
        self._contents.page_chosen.connect(self.page_chosen)
        self._contents.row_chosen.connect(self._read)
        self._reader.link_followed.connect(self.link_followed)
        self._back.clicked.connect(self.back_asked)
        self._tour.clicked.connect(self.tour_asked)
        self._print.clicked.connect(self.print_asked)
        self._save.clicked.connect(self.save_asked)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._go_to_line)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.back_asked)

    def _lay_out(self) -> None:
        self._parts.addWidget(self._side())
        self._parts.addWidget(self._reader)
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(1)
        self._parts.setStretchFactor(0, 0)
        self._parts.setStretchFactor(1, 1)
        self._parts.setSizes([scaled(_SIDE), scaled(2 * _SIDE)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._parts)

    def _side(self) -> QFrame:
        side = QFrame()
        set_role(side, Role.PANEL)
        column = QVBoxLayout(side)
        column.setContentsMargins(scaled(14), scaled(14), scaled(8), scaled(8))
        column.setSpacing(scaled(6))
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self._back, 0, left)
        column.addWidget(words("Hjælp", Role.TITLE))
        column.addWidget(self._line)
        column.addWidget(self._nothing)
        column.addWidget(self._contents, 1)
        column.addWidget(self._said)
        column.addWidget(self._problem)
        for button in (self._tour, self._print, self._save):
            column.addWidget(button, 0, left)
        return side

    @Slot()
    def _read(self) -> None:
        self._reader.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go_to_line(self) -> None:
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()
