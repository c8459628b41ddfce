"""What every field has: the question, whose words it asks for, help, and what is wrong."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from forms.questionnaire import Item, ItemType, Voice
from forms.reading import read_reply
from forms.reply import Reply
from models.answers import Place, Value
from views.screen.icons import Ink, Sign, SignMark
from views.screen.look import Role, redress, scaled, set_role
from views.screen.problem_line import ProblemLine
from views.screen.words import words

REQUIRED = "Skal udfyldes"
_CITIZENS_WORDS = ("Borgerens egne ord", "Dine egne ord")
_CITIZENS_ANSWER = ("Borgerens eget svar", "Dit eget svar")
_AUTHORITY = "Myndighedens vurdering"
_WORDS = frozenset({ItemType.STRING, ItemType.TEXT, ItemType.OPEN_CHOICE})
_COUNSELLOR_ONLY = "Vises ikke, når borgeren læser med"


class Field(QWidget):
    """One question and the place for its answer.

    `answered` comes with every change, also in the middle of a word; saving is not the field's
    work. `entered` and `left` say that focus came into the field or went out of it.
    """

    answered = Signal(Place, Reply)
    entered = Signal(Place)
    left = Signal(Place)

    def __init__(self, item: Item, place: Place) -> None:
        super().__init__()
        self.item = item
        self.place = place
        self._inputs: list[QWidget] = []
        self._has_focus = False
        self._problem: ProblemLine | None = None
        self._wording = item.text
        self._question = words(item.text, Role.STRONG)
        self._voice = _label(_voice(item), Role.VOICE)
        self._help = _label(_help(item), Role.QUIET)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(5))
        if self._voice is not None:
            self._column.addLayout(_beside(SignMark(_sign(item), Ink.QUIET), self._voice))
        self._column.addWidget(self._question)
        if self._help is not None:
            self._column.addWidget(self._help)

    def show_answer(self, values: tuple[Value, ...]) -> None:
        """Show *values*; does nothing when what stands in the field already means them."""
        if read_reply(self.item, self.reply()) != values:
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

    def set_citizen_view(self, reads_along: bool) -> None:  # noqa: FBT001 - a setter, as Qt's own
        """Put the question as the citizen reads it, or as the counsellor does."""
        if self._voice is not None:
            self._voice.setText(_voice(self.item, reads_along=reads_along))
        self._wording = (reads_along and self.item.citizen_wording) or self.item.text
        self._show_question()
        set_role(self._question, Role.SUBTITLE if reads_along else Role.STRONG)
        if self._help is not None:
            # What helps the counsellor to ask is not for the citizen to read.
            required = REQUIRED if self.item.required else ""
            self._help.setText(required if reads_along else _help(self.item))
            self._help.setHidden(not self._help.text())
        self._name_inputs()

    def focus_here(self) -> None:
        """Put the focus where the answer is given."""
        self._inputs[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def caret(self) -> int:
        """Return how many characters stand before the caret; 0 where nothing is typed."""
        return 0

    def set_caret(self, position: int) -> None:
        """Put the caret after *position* characters; nothing where nothing is typed."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when focus comes into the field and when it leaves it."""
        if event.type() == QEvent.Type.FocusIn and not self._has_focus:
            self._has_focus = True
            self.entered.emit(self.place)
        elif event.type() == QEvent.Type.FocusOut and self._has_focus:
            now = QApplication.focusWidget()
            if now is None or now not in self._inputs:
                self._has_focus = False
                self._settle()
                self.left.emit(self.place)
        return super().eventFilter(watched, event)

    def _show(self, values: tuple[Value, ...]) -> None:
        raise NotImplementedError

    def _settle(self) -> None:
        """Do what is to be done when the person has finished here."""

    def _watch(self, *widgets: QWidget) -> None:
        """Take *widgets* as the places where the answer is given."""
        for widget in widgets:
            self._inputs.append(widget)
            widget.installEventFilter(self)
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
        labels = [label.text() for label in (self._voice, self._help) if label is not None]
        parts = (*labels, self.problem())
        described = ". ".join(part.rstrip(".") for part in parts if part)
        for widget in self._inputs:
            widget.setAccessibleDescription(described)


def holds_citizens_words(item: Item) -> bool:
    """Return whether the answer to *item* is a text in the citizen's own words."""
    return item.voice is Voice.CITIZEN and item.type in _WORDS


def _label(text: str, role: Role) -> QLabel | None:
    # A section has dozens of fields and each label costs time: only those with words are made.
    return words(text, role) if text else None


def _voice(item: Item, *, reads_along: bool = False) -> str:
    if item.counsellor_only:
        return _COUNSELLOR_ONLY
    if item.voice is Voice.CITIZEN:
        return (_CITIZENS_WORDS if item.type in _WORDS else _CITIZENS_ANSWER)[reads_along]
    is_judgement = item.voice is Voice.AUTHORITY and item.type is ItemType.TEXT
    return _AUTHORITY if is_judgement else ""


def _sign(item: Item) -> Sign:
    return Sign.LOCK if item.counsellor_only else Sign.SPEECH


def _help(item: Item) -> str:
    if not item.required:
        return item.help
    return f"{REQUIRED}. {item.help}" if item.help else REQUIRED


def _beside(mark: QWidget, label: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(scaled(6))
    row.addWidget(mark)
    row.addWidget(label, 1)
    return row
