"""The questions of one section of a form, in the order they are asked."""

from collections.abc import Mapping
from itertools import islice

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from forms.privacy import private_items
from forms.questionnaire import Item
from forms.reply import Reply
from models.answers import Answers, Place
from views.screen.fields.date_field import Today
from views.screen.fields.field import Field
from views.screen.fields.form_keys import stepping
from views.screen.fields.note import Note
from views.screen.form_steps import focus_end, step_from
from views.screen.look import Role, scaled
from views.screen.problem_line import ProblemLine
from views.screen.question_changes import QuestionChanges
from views.screen.row_group import RowGroup
from views.screen.section_parts import SectionParts
from views.screen.words import words

_AT_ONCE = 40
"""Parts built before the section is shown: more than a screen holds, and most sections whole."""
_LATER = 60
_PAUSE = 10
"""Milliseconds in which the first screens are painted, and a key is heard."""


class SectionBody(QWidget):
    """One section: fields, headings, pieces of text and the rows of repeating groups.

    Of a very long one the first screens stand at once, the rest as soon as the window rests.
    """

    answered = Signal(Place, Reply)
    entered = Signal(Place)
    left = Signal(Place)
    following_asked = Signal(Place)
    row_added = Signal(Place)
    row_removed = Signal(Place, int)
    grown = Signal()
    """There are new places to go to with Tab."""
    questions_changed = Signal(str)
    """A sentence says which questions are asked now, or no longer, because of an answer."""
    ended = Signal(int)
    """Enter led on (1) from the last question, or back (-1) from the first."""

    def __init__(
        self,
        section: Item,
        today: Today | None = None,
        *,
        read_only: bool,
        citizen_view: bool,
    ) -> None:
        super().__init__()
        self._place = Place(section.link_id)
        self._citizen_view = citizen_view
        self._private = private_items((section,))
        self._parts = SectionParts(self._attend, self._attend_rows, read_only, today)
        self._shown = (Answers(), frozenset[Place]())
        self._problems: Mapping[Place, str] = {}
        self._notes: Mapping[Place, Note] = {}
        self._changes = QuestionChanges()
        self._awaited: Place | None = None
        self._problem = ProblemLine()
        self._nothing = words("Her er ikke noget at svare på lige nu.", Role.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(24))
        column.addWidget(self._problem)
        column.addWidget(self._nothing)
        items = (section,) if section.is_repeating_group else section.items
        self._unbuilt = self._parts.fill(column, items, ())
        self._is_whole = False
        self._build(_AT_ONCE)

    def show_answers(self, answers: Answers, enabled: frozenset[Place]) -> None:
        """Show *answers* and just the places in *enabled*; the focus stays where it is."""
        self._shown = (answers, enabled)
        grown = self._parts.fit_rows(answers)
        if grown:
            self.grown.emit()
        for place, field in self._parts.fields.items():
            field.show_answer(answers.at(place))
        self._show_places(enabled)
        self._tell_changes(enabled)
        if self._awaited in grown:
            self._enter_row(self._awaited)

    def show_problems(self, sentences: Mapping[Place, str]) -> None:
        """Show each sentence at its place and none elsewhere."""
        self._problems = sentences
        parts = self._parts
        for shown in (parts.fields, parts.groups, parts.row_groups):
            for place, widget in shown.items():
                widget.show_problem(sentences.get(place, ""))
        is_said = self._place in parts.row_groups or self.hides(self._place)
        of_all = "" if is_said else sentences.get(self._place, "")
        self._problem.show_sentence(of_all)

    def show_notes(self, notes: Mapping[Place, Note]) -> None:
        """Show each note at its place and none elsewhere."""
        self._notes = notes
        for place, field in self._parts.fields.items():
            field.show_note(notes.get(place, Note()))

    def set_citizen_view(self, reads_along: bool) -> None:  # noqa: FBT001 - a setter, as Qt's own
        """Ask as the citizen reads it; what is the counsellor's alone goes with `show_answers`."""
        self._citizen_view = reads_along
        self.show_problems(self._problems)
        for field in self._parts.fields.values():
            field.set_citizen_view(reads_along)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter lead on from a button among the questions as well."""
        if step := stepping(event):
            self._step(step)
        else:
            super().keyPressEvent(event)

    def focus_last(self) -> None:
        """Put the focus into the last question."""
        self._finish()
        focus_end(self)

    def settle(self) -> None:
        """Take what stands in the field one is in as finished."""
        for field in self._parts.fields.values():
            if field.has_focus:
                field.settle()

    def field(self, place: Place) -> Field | None:
        """Return the field at *place*, none when the section does not ask there."""
        if place not in self._parts.fields:
            self._finish()
        return self._parts.fields.get(place)

    def focus_group(self, place: Place) -> None:
        """Put the focus into the group at *place*: where a row is added, or its first question."""
        self._finish()
        if rows := self._parts.row_groups.get(place):
            rows.focus_here()
            return
        around = self if place == self._place else self._parts.groups.get(place)
        if around is not None and (first := self.first_field(around)):
            first.focus_here()

    def first_field(self, around: QWidget | None = None) -> Field | None:
        """Return the first field that is shown, here or in the group *around* it."""
        fields = (field for field in self._parts.fields.values() if field.isVisibleTo(self))
        return next((f for f in fields if (around or self).isAncestorOf(f)), None)

    def _show_places(self, enabled: frozenset[Place]) -> None:
        anything = not self._is_whole
        for place, (_, widget) in self._parts.all.items():
            shown = place in enabled and not self.hides(place)
            anything = anything or shown
            if widget.isHidden() is shown:
                widget.setVisible(shown)
        self._nothing.setHidden(anything)

    def _tell_changes(self, enabled: frozenset[Place]) -> None:
        fields = self._parts.fields
        told = [place for place in fields if not self.hides(place)]
        asked = {place: place in enabled for place in told}
        wordings = {place: fields[place].wording for place in told}
        if sentence := self._changes.told(asked, wordings):
            self.questions_changed.emit(sentence)

    def hides(self, place: Place) -> bool:
        """Return whether what is at *place* is not for the citizen who reads along."""
        return self._citizen_view and place.link_id in self._private

    def _build(self, count: int) -> None:
        self._is_whole = sum(1 for _ in islice(self._unbuilt, count)) < count
        if not self._is_whole:
            QTimer.singleShot(_PAUSE, self, self._build_on)

    @Slot()
    def _build_on(self) -> None:
        if not self._is_whole:
            # Ever more at a time, for each time Qt lays out anew all that stands already.
            self._parts.begin_batch()
            self._build(max(_LATER, len(self._parts.all) // 2))
            self._show_again()

    def _finish(self) -> None:
        if not self._is_whole:
            self._is_whole = True
            self._parts.begin_batch()
            for _ in self._unbuilt:
                pass
            self._show_again()

    def _show_again(self) -> None:
        """Show what was built now in the state that the rest is in."""
        self.show_answers(*self._shown)
        self.show_problems(self._problems)
        self.show_notes(self._notes)
        self._parts.show_batch()
        if self._is_whole:
            self.grown.emit()

    def _attend(self, field: Field) -> None:
        if self._citizen_view:
            field.set_citizen_view(True)
        field.answered.connect(self.answered)
        field.entered.connect(self.entered)
        field.left.connect(self.left)
        field.following_asked.connect(self.following_asked)
        field.stepped.connect(self._step)

    def _attend_rows(self, group: RowGroup) -> None:
        group.row_added.connect(self._await_row)
        group.row_removed.connect(self.row_removed)

    @Slot(int)
    def _step(self, step: int) -> None:
        # What stands in the field may decide what is asked next.
        self.settle()
        self._finish()
        if not step_from(QApplication.focusWidget(), self, step):
            self.ended.emit(step)

    @Slot(Place)
    def _await_row(self, place: Place) -> None:
        self._awaited = place
        self.row_added.emit(place)

    def _enter_row(self, group: Place) -> None:
        """Let the person who asked for a new row begin in it."""
        self._awaited = None
        if first := self._parts.first_in_last_row(group, self):
            first.focus_here()
