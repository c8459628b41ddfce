"""What every field has: the question, whose words it asks for, help, and what is said of it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from forms.questionnaire import Item
from forms.reading import read_reply
from forms.reply import Reply
from models.answers import Place, Value
from views.screen.fields.form_keys import stepping
from views.screen.fields.labels import REQUIRED, help_of, help_words, voice_of, voice_words
from views.screen.fields.note import Note, NoteLines
from views.screen.fields.wrapping_words import WrappingWords
from views.screen.look import Role, redress, scaled, set_role
from views.screen.problem_line import ProblemLine
from views.screen.support_lines import support_lines


class Field(QWidget):
    """One question and the place for its answer.

    `answered` comes with every change, also in the middle of a word; saving is not the field's
    work. `entered` and `left` say that focus came into the field or went out of it.
    `following_asked` says that the answer shall be worked out again, `stepped` that Enter leads on
    (1) or back (-1).
    """

    answered = Signal(Place, Reply)
    entered = Signal(Place)
    left = Signal(Place)
    following_asked = Signal(Place)
    stepped = Signal(int)

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__()
        self.item = item
        self.place = place
        self._inputs: list[QWidget] = []
        self._has_focus = False
        self._reads_along = False
        self._problem: ProblemLine | None = None
        self._note: NoteLines | None = None
        self._wording = item.text
        self._question = WrappingWords(item.text, Role.STRONG)
        self._voice = voice_words(item)
        self._help = help_words(item)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(5))
        for label in (self._voice, self._question, self._help, support_lines(item)):
            if label is not None:
                self._column.addWidget(label)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # Not an event filter: that would hear every event of every input, in every layout.
            application.focusChanged.connect(self._follow_focus)

    @property
    def wording(self) -> str:
        """The question as it is put now, to the counsellor or to the citizen."""
        return self._wording

    @property
    def has_focus(self) -> bool:
        """Whether the person is in this field."""
        return self._has_focus

    def show_answer(self, values: tuple[Value, ...]) -> None:
        """Show *values*; does nothing when what stands in the field already means them."""
        if self._read() != values:
            self._show(values)

    def reply(self) -> Reply:
        """Return what the person has typed or chosen."""
        raise NotImplementedError

    def show_problem(self, sentence: str) -> None:
        """Show *sentence* under the field and tell it to the screen reader; empty takes it away."""
        if sentence == self.problem():
            return
        if self._problem is None:
            # Made when needed: most fields never have a problem, and each widget costs time.
            self._problem = ProblemLine()
            self._column.addWidget(self._problem)
        self._problem.show_sentence(sentence)
        for widget in self._inputs:
            widget.setProperty("problem", bool(sentence))
            redress(widget)
        self._describe()

    def problem(self) -> str:
        """Return the sentence shown under the field, empty when there is none."""
        return self._problem.sentence() if self._problem is not None else ""

    def show_note(self, note: Note) -> None:
        """Show *note* below the answer; an empty one takes it away."""
        if self._note is None:
            if note == Note():
                return
            self._note = NoteLines(note)
            self._note.following_asked.connect(self._ask_to_follow)
            self._column.addWidget(self._note)
        self._note.show_note(note, self._wording, reads_along=self._reads_along)
        self._describe()

    def set_citizen_view(self, reads_along: bool) -> None:  # noqa: FBT001 - a setter, as Qt's own
        """Put the question as the citizen reads it, or as the counsellor does."""
        self._reads_along = reads_along
        if self._voice is not None:
            self._voice.setText(voice_of(self.item, reads_along=reads_along))
        self._wording = (reads_along and self.item.citizen_wording) or self.item.text
        self._show_question()
        set_role(self._question, Role.SUBTITLE if reads_along else Role.STRONG)
        if self._help is not None:
            # What helps the counsellor to ask is not for the citizen to read.
            required = REQUIRED if self.item.required else ""
            self._help.setText(required if reads_along else help_of(self.item))
            self._help.setHidden(not self._help.text())
        if self._note is not None:
            self._note.show_note(self._note.note, self._wording, reads_along=reads_along)
        self._name_inputs()

    def focus_here(self) -> None:
        """Put the focus where the answer is given."""
        self._inputs[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def caret(self) -> int:
        """Return how many characters stand before the caret; 0 where nothing is typed."""
        return 0

    def set_caret(self, position: int) -> None:
        """Put the caret after *position* characters; nothing where nothing is typed."""

    def settle(self) -> None:
        """Take what stands in the field as finished, now that the person has left it."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear of Enter, which the inputs have no use for, that one wants to go on."""
        if step := stepping(event):
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def _read(self) -> tuple[Value, ...]:
        """Return what stands in the field, read as an answer."""
        return read_reply(self.item, self.reply())

    def _show(self, values: tuple[Value, ...]) -> None:
        raise NotImplementedError

    def _watch(self, *widgets: QWidget) -> None:
        """Take *widgets* as the places where the answer is given."""
        self._inputs.extend(widgets)
        self._name_inputs()

    def _name_inputs(self) -> None:
        """Name the inputs after the question, for the screen reader."""
        for widget in self._inputs:
            widget.setAccessibleName(self._wording)
        self._describe()

    def _show_question(self) -> None:
        # The label of a buddy takes a single & for a shortcut and does not show it.
        has_buddy = self._question.buddy() is not None
        self._question.setText(self._wording.replace("&", "&&") if has_buddy else self._wording)

    def _describe(self) -> None:
        described = self._described()
        for widget in self._inputs:
            widget.setAccessibleDescription(described)

    def _described(self) -> str:
        """Return what is said of the question beside its words, for the screen reader."""
        labels = [label.text() for label in (self._voice, self._help) if label is not None]
        noted = self._note.heard if self._note is not None else ""
        parts = (*labels, noted, self.problem())
        return ". ".join(part.rstrip(".") for part in parts if part)

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Notice when focus comes into the field and when it leaves it."""
        is_here = now is not None and self.isAncestorOf(now)
        if is_here is self._has_focus:
            return
        self._has_focus = is_here
        if is_here:
            self.entered.emit(self.place)
            return
        # With another window in front, or the register locked, one is still at the question.
        if now is not None and self.isVisible():
            self.settle()
        self.left.emit(self.place)

    @Slot()
    def _ask_to_follow(self) -> None:
        # The button goes with the deed; focus must not fall out of the form with it.
        self.focus_here()
        self.following_asked.emit(self.place)
