"""A group of questions under a heading, and what is wrong with the group as a whole."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forms.questionnaire import Item
from models.answers import Place
from views.screen.look import Role, scaled
from views.screen.problem_line import ProblemLine
from views.screen.support_lines import support_lines
from views.screen.words import words


class QuestionGroup(QWidget):
    """The group *item* at *place*; its questions others put into `questions`."""

    def __init__(self, item: Item, place: Place, *, read_only: bool) -> None:
        super().__init__()
        self.item = item
        self.place = place
        self._problem: ProblemLine | None = None
        self._head = QVBoxLayout()
        self._head.setSpacing(scaled(5))
        self.questions = QVBoxLayout()
        self.questions.setSpacing(scaled(18))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(18))
        if item.text:
            self._head.addWidget(words(item.text, Role.SUBTITLE))
        if item.help and not read_only:
            self._head.addWidget(words(item.help, Role.QUIET))
        if support := support_lines(item):
            self._head.addWidget(support)
        column.addLayout(self._head)
        column.addLayout(self.questions)

    def show_problem(self, sentence: str) -> None:
        """Show *sentence* below the heading; empty takes it away."""
        if self._problem is None:
            if not sentence:
                return
            self._problem = ProblemLine()
            self._head.addWidget(self._problem)
        self._problem.show_sentence(sentence)
