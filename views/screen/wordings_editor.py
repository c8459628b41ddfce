"""One text of a letter: read, written in the clinic's own words, taken into use or taken back."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QPushButton
from typing_extensions import override

from views.screen.column import Column
from views.screen.look import Role, colours, scaled, set_role
from views.screen.problem_line import ProblemLine
from views.screen.reading_order import order_tabs
from views.screen.side_page import button, in_a_row
from views.screen.words import words

_WIDTH = 640
_LINES = 4
_SLOTS_IN_A_ROW = 2
_SLOTS = "Her sætter programmet oplysninger ind. Tryk for at sætte en plads ind, hvor du skriver:"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a text stands: whose it is, what is wrong with it, and what can be done with it.

    `shipped` is the program's own text, where another is shown.
    """

    state: str
    problem: str = ""
    reading_help: str = ""
    shipped: str = ""
    can_use: bool = False
    can_drop: bool = False
    can_go_back: bool = False


@dataclass(frozen=True, slots=True)
class WordingShown:
    """A text of a letter and its `slots`, as people call them.

    `owner` says which rule it belongs to; then it cannot be changed.
    """

    key: str
    place: str
    text: str
    slots: tuple[str, ...]
    owner: str
    standing: Standing


class WordingEditor(Column):
    """Shows one text at a time, and says what was typed and what is to be done with it."""

    typed = Signal(str)
    use_asked = Signal()
    drop_asked = Signal()
    going_back_asked = Signal()

    def __init__(self) -> None:
        super().__init__(_WIDTH)
        self._place = words("", Role.STRONG)
        self._state = words("", Role.QUIET)
        self._owner = words("")
        self._locked = words("", Role.READ)
        self._box = QPlainTextEdit()
        self._marks = _SlotMarks(self._box.document())
        self._slots_heading = words(_SLOTS, Role.QUIET)
        self._slots = QGridLayout()
        self._problem = ProblemLine()
        self._reading_help = words("", Role.QUIET)
        self._shipped = words("", Role.QUIET)
        self._use = button("Tag teksten i brug", Role.PRIMARY)
        self._drop = button("Kassér kladden", Role.SUBTLE)
        self._back = button("Tilbage til programmets tekst", Role.SUBTLE)
        self._key = ""
        self._connect()
        self._lay_out()

    def show_wording(self, shown: WordingShown) -> None:
        """Show a text, with the cursor where it was if it is the one shown already."""
        is_locked = bool(shown.owner)
        self._place.setText(shown.place)
        self._owner.setText(shown.owner)
        self._locked.setText(shown.text if is_locked else "")
        for widget in (self._owner, self._locked):
            widget.setVisible(is_locked)
        self._box.setVisible(not is_locked)
        self._box.setAccessibleName(f"Teksten: {shown.place}")
        if not is_locked and self._box.toPlainText() != shown.text:
            self._box.blockSignals(True)
            self._box.setPlainText(shown.text)
            self._box.blockSignals(False)
        if shown.key != self._key:
            self._offer_slots(() if is_locked else shown.slots)
            self._key = shown.key
            self.verticalScrollBar().setValue(0)
        self.show_standing(shown.standing)

    def show_standing(self, standing: Standing) -> None:
        """Say how the text stands, while it is typed."""
        self._state.setText(standing.state)
        self._problem.show_sentence(standing.problem)
        shipped = f"I programmet står der: »{standing.shipped}«" if standing.shipped else ""
        for label, text in ((self._reading_help, standing.reading_help), (self._shipped, shipped)):
            label.setText(text)
            label.setVisible(bool(text))
        self._use.setVisible(standing.can_use or standing.can_drop)
        self._use.setEnabled(standing.can_use)
        self._drop.setVisible(standing.can_drop)
        self._back.setVisible(standing.can_go_back)

    @property
    def caret(self) -> int:
        """Where in the text one writes."""
        return self._box.textCursor().position()

    def put_caret(self, caret: int) -> None:
        """Go on writing at *caret*."""
        cursor = self._box.textCursor()
        cursor.setPosition(min(caret, len(self._box.toPlainText())))
        self._box.setTextCursor(cursor)
        self._box.setFocus()

    def focus_text(self) -> None:
        """Put the keyboard to the text, if it can be changed."""
        if not self._box.isHidden():
            self._box.setFocus()

    def _connect(self) -> None:
        self._box.textChanged.connect(self._say_typed)
        self._use.clicked.connect(self.use_asked)
        self._drop.clicked.connect(self.drop_asked)
        self._back.clicked.connect(self.going_back_asked)

    def _lay_out(self) -> None:
        self._box.setTabChangesFocus(True)
        self._box.setMinimumHeight(_LINES * self._box.fontMetrics().lineSpacing() + scaled(16))
        self._slots.setSpacing(scaled(6))
        for widget in (self._place, self._state, self._owner, self._locked, self._box):
            self.body.addWidget(widget)
        self.body.addWidget(self._problem)
        self.body.addWidget(self._slots_heading)
        self.body.addLayout(self._slots)
        self.body.addWidget(self._reading_help)
        self.body.addLayout(in_a_row(self._use, self._drop))
        self.body.addWidget(self._shipped)
        self.body.addLayout(in_a_row(self._back))
        self.body.addStretch(1)
        self.body.setSpacing(scaled(8))

    def _offer_slots(self, names: tuple[str, ...]) -> None:
        _empty(self._slots)
        self._slots_heading.setVisible(bool(names))
        for number, name in enumerate(names):
            slot = _SlotButton(name)
            slot.chosen.connect(self._insert)
            row, column = divmod(number, _SLOTS_IN_A_ROW)
            self._slots.addWidget(slot, row, column, Qt.AlignmentFlag.AlignLeft)
        self._slots.setColumnStretch(_SLOTS_IN_A_ROW, 1)
        order_tabs(self, self._place)

    @Slot()
    def _say_typed(self) -> None:
        self.typed.emit(self._box.toPlainText())

    @Slot(str)
    def _insert(self, name: str) -> None:
        self._box.insertPlainText(f"{{{name}}}")
        self._box.setFocus()


class _SlotButton(QPushButton):
    """A slot by its name; puts it into the text."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(f"{{{name}}}")
        self._name = name
        self.setAccessibleName(f"Sæt {{{name}}} ind")
        set_role(self, Role.PLAIN)
        self.clicked.connect(self._say_chosen)

    @Slot()
    def _say_chosen(self) -> None:
        self.chosen.emit(self._name)


class _SlotMarks(QSyntaxHighlighter):
    """Sets the slots of a text apart from its words."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    @override
    def highlightBlock(self, text: str) -> None:
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.DemiBold)
        form.setForeground(QColor(colours().thread))
        start = text.find("{")
        while start >= 0 and (end := text.find("}", start)) >= 0:
            self.setFormat(start, end - start + 1, form)
            start = text.find("{", end)


def _empty(layout: QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
