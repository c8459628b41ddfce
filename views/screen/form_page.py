"""One section of a form on the screen, the thread of sections above it, the way on below it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from forms.checking import Problem
from forms.outline import sections
from forms.questionnaire import Item, Questionnaire
from forms.reply import Reply
from models.answers import Answers, Place
from views.screen.column_scroll import WIDEST, ColumnScroll
from views.screen.fields.note import Note
from views.screen.form_head import FormHead
from views.screen.form_name import FormName
from views.screen.form_way import FormWay
from views.screen.look import scaled
from views.screen.reading_order import order_tabs
from views.screen.score_line import ScoreLine
from views.screen.section_body import SectionBody
from views.screen.way_on import WayOn

_WIDEST_THREAD = 960
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

    def __init__(self) -> None:
        super().__init__()
        self._questionnaire: Questionnaire | None = None
        self._section = 0
        self._shown = (Answers(), frozenset[Place]())
        self._problems: dict[Place, str] = {}
        self._citizen_view = False
        self._read_only = False
        self._goes_there = False
        self._body: SectionBody | None = None
        self.name = FormName(WIDEST)
        self.head = FormHead()
        self.scores = ScoreLine()
        self._way = FormWay()
        self._scroll = ColumnScroll()
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
        self._leave()
        self._questionnaire = questionnaire
        self._section = section
        self._problems = {}
        self._read_only = read_only
        shown = self._show_head(questionnaire)
        self._replace(SectionBody(shown, read_only=read_only, citizen_view=self._citizen_view))
        self.show_answers(answers, enabled)
        self._order_tabs()
        self._scroll.verticalScrollBar().setValue(0)
        if self._goes_there:
            self._goes_there = False
            self.focus_first()

    def show_answers(self, answers: Answers, enabled: frozenset[Place]) -> None:
        """Show *answers* where the form stands; what is not in *enabled* is hidden, not emptied."""
        if self._body is None:
            return
        self._shown = (answers, enabled)
        self._body.show_answers(answers, enabled)
        self._show_progress()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem at its question, and those of other sections on the thread."""
        self._problems = {}
        for problem in problems:
            said = self._problems.get(problem.place)
            sentence = f"{said} {problem.sentence}" if said else problem.sentence
            self._problems[problem.place] = sentence
        if self._body is not None:
            self._body.show_problems(self._problems)
            self._show_progress()

    def show_notes(self, notes: Mapping[Place, Note]) -> None:
        """Show below the answers what *notes* say of them, and nothing below the others."""
        if self._body is not None:
            self._body.show_notes(notes)

    def set_citizen_view(self, reads_along: bool) -> None:  # noqa: FBT001 - a setter, as Qt's own
        """Ask as the citizen reads it and hide what is the counsellor's alone, or as usual."""
        self._citizen_view = reads_along
        for part in (self.scores, self._way, self._body):
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
        if self._body is None:
            return
        field = self._body.field(place)
        if field is None:
            self._body.focus_group(place)
            return
        field.focus_here()
        field.set_caret(caret)

    def caret(self, place: Place) -> int:
        """Return where the caret stands in the field at *place*, to come back to after a lock."""
        field = self._body.field(place) if self._body is not None else None
        return field.caret() if field is not None else 0

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the thread its share of the height and no more."""
        super().resizeEvent(event)
        self._way.thread_of_sections.fit_into(self.height() // _THREADS_SHARE)

    def _lay_out(self) -> None:
        self._scroll.column.addWidget(self.head)
        self._scroll.column.addWidget(self.foot)
        self._scroll.column.addStretch(1)
        thread = self._way.thread_of_sections
        thread.setMaximumWidth(scaled(_WIDEST_THREAD))
        centred = QHBoxLayout()
        centred.addWidget(thread)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, scaled(12), 0, 0)
        whole.setSpacing(scaled(8))
        whole.addWidget(self.name)
        whole.addLayout(centred)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.scores)

    def _connect(self) -> None:
        self._way.section_asked.connect(self._go)
        self.foot.closing_asked.connect(self._close)
        self._way.listen_in(self)

    def _replace(self, body: SectionBody) -> None:
        if self._body is not None:
            self._scroll.column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = body
        body.answered.connect(self._pass_answer)
        body.entered.connect(self.entered)
        body.left.connect(self.left)
        body.following_asked.connect(self.following_asked)
        body.questions_changed.connect(self._tell)
        body.grown.connect(self._order_tabs)
        body.row_added.connect(self.row_added)
        body.row_removed.connect(self.row_removed)
        self._scroll.column.insertWidget(1, body)
        # Qt would show it only later, and nothing in it could have focus before.
        body.show()

    def _leave(self) -> None:
        """Let the field with focus say that it is left, while its section still stands."""
        focused = QApplication.focusWidget()
        if self._body is not None and focused is not None and self._body.isAncestorOf(focused):
            self._body.settle()
            focused.clearFocus()

    def focus_first(self) -> None:
        """Put the focus into the first question of the section."""
        first = self._body.first_field() if self._body is not None else None
        if first is not None:
            first.focus_here()

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
        self._leave()
        self.closing_asked.emit()

    @Slot(int)
    def _go(self, section: int) -> None:
        self._goes_there = True
        self.section_chosen.emit(section)
