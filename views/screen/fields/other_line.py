"""The line for what is none of the options of an open choice."""

from PySide6.QtWidgets import QHBoxLayout

from forms.questionnaire import Item, Option
from models.answers import Coding
from views.screen.fields.labels import holds_citizens_words
from views.screen.fields.line import Line
from views.screen.look import Role, scaled, set_role

OTHER_CODE = "\x00other"
"""What the choice of other words goes by among the codes of a form, none of which begins so."""

OTHER = Option(Coding(OTHER_CODE, "Andet"))
"""The option that opens the line."""


class OtherLine(Line):
    """Where the other words of an open choice are typed; hidden until they are wanted."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.setPlaceholderText("Skriv hvad")
        self.hide()
        if holds_citizens_words(item):
            set_role(self, Role.QUOTE)

    def indented(self) -> QHBoxLayout:
        """Return a row that puts the line under the words of its option."""
        row = QHBoxLayout()
        row.setContentsMargins(scaled(31), 0, 0, 0)
        row.addWidget(self)
        return row
