"""A sentence about what is wrong, with a sign before it: colour alone would not reach everybody."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from views.screen.icons import Ink, Sign, SignMark
from views.screen.look import Role, scaled
from views.screen.words import words


class ProblemLine(QWidget):
    """Shown while there is a sentence to show."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = words("", Role.PROBLEM)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(6))
        row.addWidget(SignMark(Sign.WARNING, Ink.PROBLEM), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        self.hide()

    def sentence(self) -> str:
        """Return the sentence shown, empty when there is none."""
        return self._sentence.text()

    def show_sentence(self, sentence: str) -> None:
        """Show *sentence*; empty hides the line."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))
