"""What the pages about access have in common: one deed, a problem, and a way to give it up."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from views.screen.look import Role
from views.screen.problem_line import ProblemLine
from views.screen.side_page import SidePage, button, in_a_row

OWN_LINE = "Din egen adgangssætning"
OWN_FIRST = "Skriv din egen adgangssætning først."
LONGEST_NAME = 80
"""In characters."""
_BACK = "Personer og adgang"
_BUSY = "Et øjeblik …"


class TaskPage(SidePage):
    """A page with one deed, which says when it is given up."""

    given_up = Signal()

    def __init__(self, title: str, deed: str, role: Role = Role.PRIMARY) -> None:
        """*deed* is what the button says."""
        super().__init__(title, _BACK)
        self.deed = button(deed, role)
        self.cancel = button("Fortryd", Role.SUBTLE)
        self._says = deed
        self._problem = ProblemLine()
        self._foot = in_a_row(self.deed, self.cancel)
        self.back_asked.connect(self.given_up)
        self.cancel.clicked.connect(self.given_up)

    def finish(self) -> None:
        """Put the problem and the buttons below what is there; called once, last."""
        self.body.addWidget(self._problem)
        self.body.addLayout(self._foot)

    def rename_deed(self, deed: str) -> None:
        """Let the button say *deed*."""
        self._says = deed
        self.deed.setText(deed)

    def clear(self) -> None:
        """Forget what was typed; a page with fields forgets them too."""
        self.show_problem("")
        self.show_busy(busy=False)

    def show_problem(self, sentence: str, place: QWidget | None = None) -> None:
        """Say why it is not done, with the cursor in *place*; an empty sentence says nothing."""
        self._problem.show_sentence(sentence)
        self.deed.setAccessibleDescription(sentence)
        if place is not None:
            place.setFocus()
        if sentence:
            # The sentence has its height only when Qt has laid the page out anew.
            QTimer.singleShot(0, self._scroll_to_problem)

    def show_busy(self, *, busy: bool) -> None:
        """Show at once that it is being done; the window stands still meanwhile."""
        self.deed.setEnabled(not busy)
        self.deed.setText(_BUSY if busy else self._says)
        if busy:
            self.deed.repaint()

    @Slot()
    def _scroll_to_problem(self) -> None:
        self.column.ensureWidgetVisible(self.deed)
        self.column.ensureWidgetVisible(self._problem)
