"""One section of a form on the screen, the thread of sections above it, the way on below it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from forms.checking import Problem
from forms.outline import sections
from forms.questionnaire import Questionnaire
from forms.reply import Reply
from models.answers import Answers, Place
from views.screen.column_scroll import ColumnScroll
from views.screen.fields.note import Note
from views.screen.form_head import FormHead
from views.screen.form_way import FormWay
from views.screen.look import scaled
from views.screen.newer_edition import NewerEdition
from views.screen.reading_order import order_tabs
from views.screen.section_body import SectionBody

_WIDEST_THREAD = 960
_THREADS_SHARE = 6


class FormPage(QWidget):
    """Asks one section of a questionnaire at a time and says what the person answers.

    It keeps nothing of its own: after each of its signals it expects `show_answers`, after
    `section_chosen` it expects `show_form` with that section. `newer` offers a newer edition.
    """

    answered = Signal(Place, Reply)
    entered = Signal(Place)
    left = Signal(Place)
    following_asked = Signal(Place)
    section_chosen = Signal(int)
    row_added = Signal(Place)
    row_removed = Signal(Place, int)
    closing_asked = Signal()
    giving_up_asked = Signal()
    questions_changed = Signal(str)
    """What a screen reader was told about questions that opened or closed."""

    def __init__(self) -> None:
        super().__init__()
        self._questionnaire: Questionnaire | None = None
        self._section = 0
        self._shown = (Answers(), frozenset[Place]())
        self._problems: dict[Place, str] = {}
        self._citizen_view = False
        self._goes_there = False
        self._body: SectionBody | None = None
        self._head = FormHead()
        self._way = FormWay()
        self._scroll = ColumnScroll()
        self._lay_out()
        self._connect()

    @property
    def newer(self) -> NewerEdition:
        """The offer of a newer edition of the form."""
        return self._head.newer

    def put_beside_title(self, widget: QWidget) -> None:
        """Let *widget*, such as a button with more to do, stand to the right of the title."""
        self._head.put_beside_title(widget)

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
        shown = sections(questionnaire)[section]
        self._head.show_section(shown, read_only=read_only)
        self._replace(SectionBody(shown, read_only=read_only, citizen_view=self._citizen_view))
        self.show_answers(answers, enabled)
        self._order_tabs()
        self._scroll.verticalScrollBar().setValue(0)
        if self._goes_there:
            self._goes_there = False
            self._begin()

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
        if self._body is not None:
            self._body.set_citizen_view(reads_along)
            self.show_answers(*self._shown)

    def set_closing_action(self, text: str) -> None:
        """Offer the deed *text* after the last section; empty offers none."""
        self._way.set_closing_action(text)

    def offer_giving_up(self, text: str) -> None:
        """Offer, at the foot of every section, to give up what is begun; empty offers nothing."""
        self._way.way_on.offer_giving_up(text)

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
        self._scroll.column.addWidget(self._head)
        self._scroll.column.addWidget(self._way.way_on)
        self._scroll.column.addStretch(1)
        thread = self._way.thread_of_sections
        thread.setMaximumWidth(scaled(_WIDEST_THREAD))
        centred = QHBoxLayout()
        centred.addWidget(thread)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, scaled(12), 0, 0)
        whole.setSpacing(scaled(8))
        whole.addLayout(centred)
        whole.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self._way.section_asked.connect(self._go)
        self._way.way_on.closing_asked.connect(self._close)
        self._way.way_on.giving_up_asked.connect(self.giving_up_asked)
        for keys, go in (("Ctrl+PgUp", self._way.go_back), ("Ctrl+PgDown", self._way.go_on)):
            QShortcut(QKeySequence(keys), self).activated.connect(go)

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

    def _begin(self) -> None:
        first = self._body.first_field() if self._body is not None else None
        if first is not None:
            first.focus_here()

    def _show_progress(self) -> None:
        if self._questionnaire is not None:
            troubled = self._problems.keys()
            way = self._way
            said = way.show_progress(self._questionnaire, self._section, self._shown, troubled)
            self._head.show_progress(said)

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
        order_tabs(self, self._head.title)

    @Slot()
    def _close(self) -> None:
        # With some platforms' buttons the focus stays where it was: what is typed there counts.
        self._leave()
        self.closing_asked.emit()

    @Slot(int)
    def _go(self, section: int) -> None:
        self._goes_there = True
        self.section_chosen.emit(section)
