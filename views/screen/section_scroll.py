"""Where the section of a form stands that is on the screen: in a column that scrolls."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from forms.questionnaire import Item
from forms.reply import Reply
from models.answers import Place
from views.screen.column_scroll import ColumnScroll
from views.screen.fields.date_field import Today
from views.screen.section_body import SectionBody


class SectionScroll(ColumnScroll):
    """Holds one `SectionBody` at a time, none at first, and says what it says."""

    answered = Signal(Place, Reply)
    entered = Signal(Place)
    left = Signal(Place)
    following_asked = Signal(Place)
    row_added = Signal(Place)
    row_removed = Signal(Place, int)
    grown = Signal()
    ended = Signal(int)
    questions_changed = Signal(str)

    def __init__(self, today: Today | None) -> None:
        super().__init__()
        self._today = today
        self.body: SectionBody | None = None

    def show_section(self, section: Item, *, read_only: bool, citizen_view: bool) -> None:
        """Let the questions of *section* stand in place of those that are here."""
        if self.body is not None:
            self.column.removeWidget(self.body)
            self.body.hide()
            self.body.deleteLater()
        body = SectionBody(section, self._today, read_only=read_only, citizen_view=citizen_view)
        self.body = body
        body.answered.connect(self.answered)
        body.entered.connect(self.entered)
        body.left.connect(self.left)
        body.following_asked.connect(self.following_asked)
        body.row_added.connect(self.row_added)
        body.row_removed.connect(self.row_removed)
        body.grown.connect(self.grown)
        body.ended.connect(self.ended)
        body.questions_changed.connect(self.questions_changed)
        self.column.insertWidget(1, body)
        # Qt would show it only later, and nothing in it could have focus before.
        body.show()

    def leave(self) -> None:
        """Let the field with focus say that it is left, while its section still stands."""
        focused = QApplication.focusWidget()
        if self.body is not None and focused is not None and self.body.isAncestorOf(focused):
            self.body.settle()
            focused.clearFocus()

    def focus_place(self, place: Place, caret: int) -> None:
        """Put the focus at *place*, the caret after *caret* characters, and scroll it into view."""
        if self.body is None:
            return
        field = self.body.field(place)
        if field is None:
            self.body.focus_group(place)
            return
        field.focus_here()
        field.set_caret(caret)

    def caret(self, place: Place) -> int:
        """Return where the caret stands in the field at *place*."""
        field = self.body.field(place) if self.body is not None else None
        return field.caret() if field is not None else 0

    def focus_first(self) -> None:
        """Put the focus into the first question."""
        first = self.body.first_field() if self.body is not None else None
        if first is not None:
            first.focus_here()

    def enter(self, way: int) -> None:
        """Put the focus where one comes to on the way on (1) or back (-1); 0 leaves it."""
        if way > 0:
            self.focus_first()
        elif way < 0 and self.body is not None:
            self.body.focus_last()

    def hides(self, place: Place) -> bool:
        """Return whether what is at *place* is not for the citizen who reads along."""
        return self.body is not None and self.body.hides(place)
