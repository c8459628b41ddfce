"""What stands below an answer the program had a hand in: how it came about and what it means."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from views.screen.look import Role, scaled, set_role
from views.screen.words import words


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of an answer.

    `about` says how it came about. `can_follow` offers to let it be worked out again. `meaning` is
    for the counsellor: what a score says, and how sure that is.
    """

    about: str = ""
    can_follow: bool = False
    meaning: tuple[str, ...] = ()


class NoteLines(QWidget):
    """A note in quiet words; `following_asked` comes when the answer shall be worked out again."""

    following_asked = Signal()

    def __init__(self, note: Note) -> None:
        super().__init__()
        self._note = note
        self._about = words("", Role.QUIET)
        self._meaning = words("", Role.READ)
        self._follow = QPushButton("Følg igen")
        set_role(self._follow, Role.SUBTLE)
        self._follow.setToolTip("Lad programmet regne svaret ud igen")
        self._follow.clicked.connect(self.following_asked)
        row = QHBoxLayout()
        row.setSpacing(scaled(6))
        row.addWidget(self._about, 1)
        row.addWidget(self._follow, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(2))
        column.addLayout(row)
        column.addWidget(self._meaning)

    def show_note(self, note: Note, question: str, *, reads_along: bool) -> None:
        """Show *note* about the answer to *question*; what it means only to the counsellor."""
        self._note = note
        meaning = () if reads_along else note.meaning
        can_follow = note.can_follow and not reads_along
        self._about.setText(note.about)
        self._about.setVisible(bool(note.about))
        self._meaning.setText("\n".join(meaning))
        self._meaning.setVisible(bool(meaning))
        self._follow.setAccessibleName(f"Følg igen: {question}")
        self._follow.setVisible(can_follow)
        self.setVisible(bool(note.about or meaning))

    @property
    def note(self) -> Note:
        """The note that is shown."""
        return self._note

    @property
    def heard(self) -> str:
        """What a screen reader is told of the answer."""
        shown = (self._about, self._meaning)
        return " ".join(label.text() for label in shown if not label.isHidden())
