"""Some questions as the citizen reads them, large, with the ways not to answer below each."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from forms.answered import is_declined
from forms.reply import Reply
from forms.together import Turn
from models.answers import Answers, Place
from views.screen.column_scroll import ColumnScroll
from views.screen.conversation.answer_ways import AnswerWays
from views.screen.conversation.large_type import LEAST_HIT
from views.screen.fields.date_field import Today
from views.screen.fields.field import Field
from views.screen.look import Role
from views.screen.reading_order import order_tabs
from views.screen.row_group import RowGroup
from views.screen.section_body import SectionBody
from views.screen.words import words


class TurnView(ColumnScroll):
    """Asks one turn; on a mirror it is only seen: no key, no mouse, and no button below it."""

    answered = Signal(Place, Reply)
    entered = Signal(Place)
    left = Signal(Place)
    row_added = Signal(Place)
    row_removed = Signal(Place, int)
    skip_asked = Signal(Place)
    decline_asked = Signal(Place)
    ended = Signal(int)
    """Enter led on (1) from the last question, or back (-1) from the first."""

    def __init__(self, today: Today | None = None, *, is_mirror: bool = False) -> None:
        super().__init__()
        self._today = today
        self._is_mirror = is_mirror
        self._turn: Turn | None = None
        self._body: SectionBody | None = None
        self._declinable: Collection[str] = ()
        self._skipped: Collection[Place] = ()
        self._answers = Answers()
        self.title = words("", Role.TITLE)
        self.column.addWidget(self.title)
        self.column.addStretch(1)
        if is_mirror:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_turn(self, turn: Turn, declinable: Collection[str]) -> None:
        """Show *turn* from its top, unanswered; *declinable* questions need not be answered."""
        self._turn, self._declinable = turn, declinable
        self.title.setText(turn.title)
        self._let_go()
        body = SectionBody(turn.item, self._today, read_only=False, citizen_view=True)
        self._body = body
        body.answered.connect(self._pass_answer)
        body.entered.connect(self.entered)
        body.left.connect(self.left)
        body.row_added.connect(self.row_added)
        body.row_removed.connect(self.row_removed)
        body.ended.connect(self.ended)
        body.grown.connect(self._take_in)
        self.column.insertWidget(1, body)
        # Qt would show it only later, and nothing in it could have focus before.
        body.show()
        self.verticalScrollBar().setValue(0)

    def show_answers(
        self, answers: Answers, enabled: frozenset[Place], skipped: Collection[Place]
    ) -> None:
        """Show *answers* to the questions that are *enabled*, and which of them were *skipped*."""
        if self._body is None:
            return
        self._answers, self._skipped = answers, skipped
        self._body.show_answers(answers, enabled)
        self._take_in()
        self._show_ways()

    def show_problem(self, place: Place, sentence: str) -> None:
        """Show what cannot be read at *place*; empty takes it away."""
        field = self._body.field(place) if self._body is not None else None
        if field is not None:
            field.show_problem(sentence)

    def focus_place(self, place: Place, caret: int = 0) -> bool:
        """Put the focus at *place*; whether it is asked here."""
        field = self._body.field(place) if self._body is not None else None
        if field is None:
            return False
        field.focus_here()
        field.set_caret(caret)
        return True

    def focus_first(self) -> None:
        """Put the focus into the first question, or where one is added."""
        first = self._body.first_field() if self._body is not None else None
        rows = self._body.findChild(RowGroup) if self._body is not None else None
        if first is not None:
            first.focus_here()
        elif isinstance(rows, RowGroup):
            rows.focus_here()

    def focus_after(self, place: Place) -> bool:
        """Put the focus into the question after that at *place*; whether there is one here."""
        asked = [field for field in self._fields() if field.isVisibleTo(self)]
        places = [field.place for field in asked]
        after = asked[places.index(place) + 1 :] if place in places else []
        if after:
            after[0].focus_here()
        return bool(after)

    def caret(self, place: Place) -> int:
        """Return where the caret stands at *place*."""
        field = self._body.field(place) if self._body is not None else None
        return field.caret() if field is not None else 0

    def reply(self, place: Place) -> Reply:
        """Return what stands at *place* as the person typed or chose it."""
        field = self._body.field(place) if self._body is not None else None
        return field.reply() if field is not None else Reply()

    def show_part(self, place: Place) -> None:
        """Scroll so that the question at *place* is seen."""
        field = self._body.field(place) if self._body is not None else None
        if field is not None:
            self.ensureWidgetVisible(field)

    def _let_go(self) -> None:
        if self._body is not None:
            self.column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
            self._body = None

    def _fields(self) -> list[Field]:
        """Return the questions from the top down; a row taken away may still be among them."""
        if self._body is None:
            return []
        return sorted(self._body.findChildren(Field), key=self._height_of_field)

    def _height_of_field(self, field: Field) -> int:
        return field.mapTo(self, field.rect().topLeft()).y()

    @Slot()
    def _take_in(self) -> None:
        """Put the ways not to answer below the questions that are new."""
        fresh = [field for field in self._fields() if field.findChild(AnswerWays) is None]
        for field in fresh:
            layout = field.layout()
            if layout is not None:
                layout.addWidget(self._ways(field))
            for button in field.findChildren(QAbstractButton):
                button.setMinimumHeight(max(button.minimumHeight(), LEAST_HIT))
        if fresh and not self._is_mirror:
            order_tabs(self, self.title)

    def _ways(self, field: Field) -> AnswerWays:
        can_decline = field.place.link_id in self._declinable
        ways = AnswerWays(field.place, field.wording, can_decline=can_decline)
        ways.skip_asked.connect(self.skip_asked)
        ways.decline_asked.connect(self.decline_asked)
        if self._is_mirror:
            for inside in (*field.findChildren(QWidget), *ways.findChildren(QWidget)):
                inside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return ways

    def _show_ways(self) -> None:
        for field in self._fields():
            ways = field.findChild(AnswerWays)
            if isinstance(ways, AnswerWays):
                declined = is_declined(self._answers.at(field.place))
                skipped = field.place in self._skipped and not declined
                ways.show_ways(is_skipped=skipped, is_declined=declined)
                ways.setHidden(self._is_mirror and not (declined or skipped))

    @Slot(Place, Reply)
    def _pass_answer(self, place: Place, reply: Reply) -> None:
        self.answered.emit(place, reply)
        self.keep_focus_in_sight()
