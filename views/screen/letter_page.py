"""A letter before and after it is approved: its pages, what it lacks, what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.letter_delivery import DeliveryShown
from views.screen.letter_missing import MissingLine
from views.screen.letter_side import LetterSide
from views.screen.look import Role, scaled, set_role
from views.screen.messages import ask_save_path
from views.screen.page_view import PageView
from views.screen.printer_box import PrintersShown
from views.screen.words import chip, words

_ROOM_FOR_TWO = 560


@dataclass(frozen=True, slots=True)
class LetterShown:
    """One letter as it stands; `pdf` are the very bytes that would be printed, empty for none."""

    title: str
    pdf: bytes
    approved: bool
    missing: tuple[MissingLine, ...]
    story: tuple[str, ...]
    suggested_name: str
    """The file name offered when it is saved; it names nobody."""
    sending: tuple[str, ...] = ()
    """To whom it goes and how it arrives."""


class LetterPage(QWidget):
    """Shows one letter and says what is to be done with it."""

    missing_chosen = Signal(str)
    approve_asked = Signal()
    print_asked = Signal()
    save_asked = Signal(str)
    delivery_noted = Signal(str, str)
    printer_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggested_name = ""
        self._pdf = b""
        self._title = words("", Role.SUBTITLE)
        self._state = chip("", Role.CHIP)
        self._view = PageView()
        self._side = LetterSide()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._zoom_out = QPushButton("−")
        self._zoom_in = QPushButton("+")
        self._fit = QPushButton("Tilpas")
        self._zoom = QWidget()
        self._head = QGridLayout()
        self._connect()
        self._name_buttons()
        self._lay_out()

    def show_letter(self, shown: LetterShown) -> None:
        """Show *shown*; the pages stand still when they have not changed.

        Raises `UnreadableLetterError` when the PDF cannot be read.
        """
        self._suggested_name = shown.suggested_name
        self._title.setText(shown.title)
        self._state.setText("Godkendt" if shown.approved else "Kladde – ikke godkendt")
        set_role(self._state, Role.GOOD if shown.approved else Role.SOON)
        self._side.show_missing(shown.missing)
        self._side.show_state(approved=shown.approved, missing=len(shown.missing))
        self._side.show_sending(shown.sending)
        self._side.show_story(shown.story)
        if shown.pdf == self._pdf:
            return
        self._pdf = b""
        if shown.pdf:
            self._view.show_pdf(shown.pdf)
            self._pdf = shown.pdf
        else:
            self._view.forget()

    def name_first(self, titles: Sequence[str]) -> None:
        """Say above the approving what is usually in place before it; none says nothing."""
        self._side.first.show_titles(titles)

    def offer_printers(self, shown: PrintersShown) -> None:
        """Offer to print on another printer, where there are several."""
        self._side.printer.offer(shown)

    def show_delivery(self, shown: DeliveryShown) -> None:
        """Offer to note how the issued letter was delivered."""
        self._side.delivery.show_delivery(shown)

    def show_delivery_problem(self, sentence: str) -> None:
        """Say what is wrong with the delivery that was noted; empty takes it back."""
        self._side.delivery.show_problem(sentence)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what goes with the letter below it when there is no room beside it."""
        super().resizeEvent(event)
        self._arrange(is_wide=self.width() >= scaled(_ROOM_FOR_TWO))

    def _arrange(self, *, is_wide: bool) -> None:
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self._split.orientation() != wanted:
            self._split.setOrientation(wanted)
            beside = self._side.sizeHint().width() if is_wide else self.height() * 2 // 5
            whole = self.width() if is_wide else self.height()
            self._split.setSizes([whole - beside, beside])
        below, columns = (0, 1) if is_wide else (1, 3)
        self._head.addWidget(self._title, 0, 0, 1, columns)
        self._head.addWidget(self._state, below, 1 if is_wide else 0, Qt.AlignmentFlag.AlignLeft)
        self._head.addWidget(self._zoom, below, 2, Qt.AlignmentFlag.AlignRight)

    def _connect(self) -> None:
        self._side.missing_chosen.connect(self.missing_chosen)
        self._side.approve_asked.connect(self.approve_asked)
        self._side.print_asked.connect(self.print_asked)
        self._side.save_asked.connect(self._ask_where)
        self._side.delivery.noted.connect(self.delivery_noted)
        self._side.printer.chosen.connect(self.printer_chosen)
        self._zoom_out.clicked.connect(self._view.zoom_out)
        self._zoom_in.clicked.connect(self._view.zoom_in)
        self._fit.clicked.connect(self._view.fit_width)
        for keys, button in (("Ctrl++", self._zoom_in), ("Ctrl+-", self._zoom_out)):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        QShortcut(QKeySequence("Ctrl+0"), self).activated.connect(self._fit.click)
        for enter in ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"):
            QShortcut(QKeySequence(enter), self).activated.connect(self._side.focus_deed)

    def _name_buttons(self) -> None:
        self._zoom_out.setAccessibleName("Vis brevet mindre")
        self._zoom_out.setToolTip("Vis brevet mindre (Ctrl+-)")
        self._zoom_in.setAccessibleName("Vis brevet større")
        self._zoom_in.setToolTip("Vis brevet større (Ctrl++)")
        self._fit.setAccessibleName("Tilpas brevet til bredden")
        self._fit.setToolTip("Tilpas brevet til bredden (Ctrl+0)")
        for button in (self._zoom_out, self._zoom_in, self._fit):
            set_role(button, Role.PLAIN)

    def _lay_out(self) -> None:
        zoom = QHBoxLayout(self._zoom)
        zoom.setContentsMargins(0, 0, 0, 0)
        zoom.setSpacing(scaled(2))
        for button in (self._zoom_out, self._zoom_in, self._fit):
            zoom.addWidget(button)
        self._head.setContentsMargins(scaled(16), scaled(8), scaled(10), scaled(8))
        self._head.setHorizontalSpacing(scaled(8))
        self._head.setColumnStretch(0, 1)
        self._split.addWidget(self._view)
        self._split.addWidget(self._side)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._split, 1)
        self._arrange(is_wide=False)

    @Slot()
    def _ask_where(self) -> None:
        if path := ask_save_path(self, self._suggested_name):
            self.save_asked.emit(path)
