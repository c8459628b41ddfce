"""A form on paper before it is printed: its pages, and what can be done with them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.form_paper_side import FormPaperSide
from views.screen.look import Role, scaled
from views.screen.messages import TITLE, ask_data_path, ask_save_path
from views.screen.page_view import PageView
from views.screen.problem_line import ProblemLine
from views.screen.words import chip, words

_ROOM_FOR_TWO = 620
_SHARE = 0.94


@dataclass(frozen=True, slots=True)
class FormOnPaper:
    """What the box is about; the file names it suggests name nobody."""

    title: str
    is_signed: bool
    has_two_editions: bool
    large_print: bool
    pdf_name: str
    answers_name: str
    form_name: str


class FormPaperBox(QDialog):
    """Shows a form as it would be printed and says what is to be done with it.

    It goes when it is closed. Before it opens and after `edition_chosen` it expects `show_pages`.
    """

    edition_chosen = Signal(bool, bool)
    """For the citizen or not, in large print or not."""
    print_asked = Signal()
    save_asked = Signal(str)
    answers_asked = Signal(str)
    form_asked = Signal(str)

    def __init__(self, parent: QWidget, about: FormOnPaper) -> None:
        super().__init__(parent)
        self._about = about
        self._view = PageView()
        self._side = FormPaperSide()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._done = words("", Role.GOOD)
        self._problem = ProblemLine()
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._view.setAccessibleName("Skemaets sider")
        self._side.offer_editions(two=about.has_two_editions, large_print=about.large_print)
        self._connect()
        self._lay_out()
        self.resize(parent.window().size() * _SHARE)

    def show_pages(self, pdf: bytes) -> None:
        """Show *pdf*, the very bytes that would be printed."""
        self._view.show_pdf(pdf)

    def say(self, done: str, problem: str = "") -> None:
        """Show what was *done*, or what the *problem* is."""
        self._done.setText(done)
        self._done.setVisible(bool(done))
        self._problem.show_sentence(problem)
        self._side.describe(problem or done)

    def enter(self, *, at_files: bool) -> None:
        """Open, with the focus on printing, or on the files for another program."""
        self.open()
        self._side.enter(at_files=at_files)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what goes with the pages below them when there is no room beside them."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_ROOM_FOR_TWO)
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self._split.orientation() != wanted or not event.oldSize().isValid():
            self._split.setOrientation(wanted)
            beside = self._side.sizeHint().width() if is_wide else self.height() // 2
            whole = self.width() if is_wide else self.height()
            self._split.setSizes([whole - beside, beside])

    def _connect(self) -> None:
        self._side.edition_chosen.connect(self._say_edition)
        self._side.print_asked.connect(self.print_asked)
        self._side.save_asked.connect(self._ask_where)
        self._side.answers_asked.connect(self._ask_where_answers)
        self._side.form_asked.connect(self._ask_where_form)
        self._side.closing_asked.connect(self.close)
        for keys, zoom in (
            ("Ctrl++", self._view.zoom_in),
            ("Ctrl+-", self._view.zoom_out),
            ("Ctrl+0", self._view.fit_width),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(zoom)

    def _lay_out(self) -> None:
        signed = self._about.is_signed
        state = chip("Underskrevet" if signed else "Kladde", Role.GOOD if signed else Role.SOON)
        title = words(self._about.title, Role.SUBTITLE)
        head = QHBoxLayout()
        head.setContentsMargins(scaled(16), scaled(8), scaled(10), scaled(8))
        head.addWidget(title, 1)
        head.addWidget(state)
        said = QVBoxLayout()
        said.setContentsMargins(scaled(16), 0, scaled(10), scaled(6))
        said.addWidget(self._done)
        said.addWidget(self._problem)
        self._split.addWidget(self._view)
        self._split.addWidget(self._side)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(said)
        column.addWidget(self._split, 1)
        self.say("")

    @Slot()
    def _say_edition(self) -> None:
        self.say("")
        self.edition_chosen.emit(self._side.is_for_citizen, self._side.is_large)

    @Slot()
    def _ask_where(self) -> None:
        if path := ask_save_path(self, self._about.pdf_name):
            self.save_asked.emit(path)

    @Slot()
    def _ask_where_answers(self) -> None:
        if path := ask_data_path(self, self._about.answers_name):
            self.answers_asked.emit(path)

    @Slot()
    def _ask_where_form(self) -> None:
        if path := ask_data_path(self, self._about.form_name):
            self.form_asked.emit(path)
