"""One section of a form on the screen, the thread of sections above it, the way on below it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from forms.checking import Problem, sentences_at
from forms.outline import sections
from forms.questionnaire import Item, Questionnaire
from forms.reply import Reply
from models.answers import Answers, Place
from views.screen.column_scroll import WIDEST
from views.screen.fields.date_field import Today
from views.screen.fields.form_keys import retracing
from views.screen.fields.note import Note
from views.screen.form_head import FormHead
from views.screen.form_name import FormName
from views.screen.form_retracing import FormRetracing
from views.screen.form_way import FormWay
from views.screen.look import scaled
from views.screen.reading_order import order_tabs
from views.screen.score_line import ScoreLine
from views.screen.section_scroll import SectionScroll
from views.screen.way_on import WayOn

_THREADS_SHARE = 6


class FormPage(QWidget):
    """Asks one section of a questionnaire at a time and says what the person answers.

    It keeps nothing of its own: after each of its signals it expects `show_answers`, after
    `section_chosen` it expects `show_form` with that section. `head` stands above the questions
    and `foot` below them; `name` and `scores` stand above and below all that can be scrolled.
    """

    answered = Signal(Place, Reply)
    entered = Signal(Place)
    left = Signal(Place)
    following_asked = Signal(Place)
    section_chosen = Signal(int)
    row_added = Signal(Place)
    row_removed = Signal(Place, int)
    closing_asked = Signal()
    questions_changed = Signal(str)
    """What a screen reader was told about questions that opened or closed."""
    retracing_asked = Signal(int)
    """Take the last change back (-1) or do it again (1)."""
    end_asked = Signal()

    def __init__(self, today: Today | None = None) -> None:
        """With *today* a day may be told by it, such as *i går*."""
        super().__init__()
        self._questionnaire: Questionnaire | None = None
        self._section = 0
        self._shown = (Answers(), frozenset[Place]())
        self._problems: dict[Place, str] = {}
        self._citizen_view = False
        self._read_only = False
        self._goes_there = 0
        self.name = FormName(WIDEST)
        self.head = FormHead()
        self.scores = ScoreLine()
        self._retracing = FormRetracing(self)
        self._way = FormWay()
        self._scroll = SectionScroll(today)
        self._lay_out()
        self._connect()

    @property
    def foot(self) -> WayOn:
        """The buttons below the questions."""
        return self._way.way_on

    def show_form(
        self,
        questionnaire: Questionnaire,
        section: int,
        answers: Answers,
        enabled: frozenset[Place],
        *,
        read_only: bool = False,
    ) -> None:
        """Show section number *section*, problems and notes taken away.

        With *read_only* the answers stand as text. Focus goes to the first question only when the
        person asked for the section here; otherwise use `focus_place`.
        """
        self._scroll.leave()
        self._questionnaire = questionnaire
        self._section = section
        self._problems = {}
        self._read_only = read_only
        shown = self._show_head(questionnaire)
        self._scroll.show_section(shown, read_only=read_only, citizen_view=self._citizen_view)
        self.show_answers(answers, enabled)
        self._order_tabs()
        self._scroll.verticalScrollBar().setValue(0)
        went, self._goes_there = self._goes_there, 0
        self._scroll.enter(went)

    def show_answers(self, answers: Answers, enabled: frozenset[Place]) -> None:
        """Show *answers* where the form stands; what is not in *enabled* is hidden, not emptied."""
        if self._scroll.body is None:
            return
        self._shown = (answers, enabled)
        self._scroll.body.show_answers(answers, enabled)
        self._show_progress()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem at its question, and those of other sections on the thread."""
        self._problems = sentences_at(problems)
        if self._scroll.body is not None:
            self._scroll.body.show_problems(self._problems)
            self._show_progress()

    def show_notes(self, notes: Mapping[Place, Note]) -> None:
        """Show below the answers what *notes* say of them, and nothing below the others."""
        if self._scroll.body is not None:
            self._scroll.body.show_notes(notes)

    def set_citizen_view(self, reads_along: bool) -> None:  # noqa: FBT001 - a setter, as Qt's own
        """Ask as the citizen reads it and hide what is the counsellor's alone, or as usual."""
        self._citizen_view = reads_along
        for part in (self.scores, self._way, self._scroll.body):
            if part is not None:
                part.set_citizen_view(reads_along)
        if self._questionnaire is not None:
            self._show_head(self._questionnaire)
            self.show_answers(*self._shown)
        if reads_along:
            self._way.turn_away()

    def set_closing_action(self, text: str) -> None:
        """Offer the deed *text* after the last section; empty offers none."""
        self._way.set_closing_action(text)

    def focus_place(self, place: Place, caret: int = 0) -> None:
        """Put the focus at *place*, the caret after *caret* characters, and scroll it into view."""
        self._scroll.focus_place(place, caret)

    def focus_first(self) -> None:
        """Put the focus into the first question of the section."""
        self._scroll.focus_first()

    def caret(self, place: Place) -> int:
        """Return where the caret stands in the field at *place*, to come back to after a lock."""
        return self._scroll.caret(place)

    def say(self, sentence: str) -> None:
        """Say in passing what was just done; it goes with the next answer."""
        self._retracing.say(sentence)

    def hides(self, place: Place) -> bool:
        """Return whether what is at *place* is not for the citizen who reads along."""
        return self._scroll.hides(place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear what a field has nothing left to take back for."""
        if way := retracing(event):
            self._retracing.ask(way)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the thread its share of the height and no more."""
        super().resizeEvent(event)
        self._way.thread_of_sections.fit_into(self.height() // _THREADS_SHARE)

    def _lay_out(self) -> None:
        self._scroll.column.addWidget(self.head)
        self._scroll.column.addWidget(self.foot)
        self._scroll.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, scaled(12), 0, 0)
        whole.setSpacing(scaled(8))
        whole.addWidget(self.name)
        whole.addLayout(self._way.thread_in_middle())
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._retracing.said)
        whole.addWidget(self.scores)

    def _connect(self) -> None:
        self._way.section_asked.connect(self._go)
        self._way.end_asked.connect(self.end_asked)
        self.foot.closing_asked.connect(self._close)
        self._way.listen_in(self)
        self._retracing.asked.connect(self.retracing_asked)
        self._scroll.answered.connect(self._pass_answer)
        self._scroll.entered.connect(self.entered)
        self._scroll.left.connect(self.left)
        self._scroll.following_asked.connect(self.following_asked)
        self._scroll.questions_changed.connect(self._tell)
        self._scroll.grown.connect(self._order_tabs)
        self._scroll.ended.connect(self._leave_section)
        self._scroll.row_added.connect(self.row_added)
        self._scroll.row_removed.connect(self.row_removed)

    def _show_head(self, questionnaire: Questionnaire) -> Item:
        section, reads_along = sections(questionnaire)[self._section], self._citizen_view
        self.head.show_section(section, read_only=self._read_only, reads_along=reads_along)
        return section

    def _show_progress(self) -> None:
        if self._questionnaire is not None:
            troubled = self._problems.keys()
            way = self._way
            said = way.show_progress(self._questionnaire, self._section, self._shown, troubled)
            self.head.show_progress(said)
            self.name.withhold(self._citizen_view and way.leads_nowhere)

    @Slot(Place, Reply)
    def _pass_answer(self, place: Place, reply: Reply) -> None:
        self.say("")
        self.answered.emit(place, reply)
        self._scroll.keep_focus_in_sight()

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        self.questions_changed.emit(sentence)

    @Slot()
    def _order_tabs(self) -> None:
        order_tabs(self, self.head.title)

    @Slot()
    def _close(self) -> None:
        # With some platforms' buttons the focus stays where it was: what is typed there counts.
        self._scroll.leave()
        self.closing_asked.emit()

    @Slot(int)
    def _leave_section(self, step: int) -> None:
        """Go on where Enter led past the last question, or back past the first."""
        if step < 0 and self._way.leads_back:
            self._goes_there = step
            self._way.go_back()
        elif step > 0 and not self._way.way_on.focus_closing():
            self._way.go_on()

    @Slot(int)
    def _go(self, section: int) -> None:
        self._goes_there = self._goes_there or 1
        self.section_chosen.emit(section)
