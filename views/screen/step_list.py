"""The course as its steps along the red thread, its letters, and what was filled beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.step_model import StepShown
from views.screen.step_part import StepPart


class StepList(QScrollArea):
    """Steps, letters and what is beside, of one course; says which one was chosen."""

    step_chosen = Signal(str)
    letter_chosen = Signal(str)
    overview_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = QFrame()
        self._overview = SignButton("Overblik over forløbet", Sign.CALENDAR, Ink.THREAD)
        self._steps = StepPart("Forløb", "Forløbets trin")
        self._letters = StepPart("Breve", "Breve", "Der er ingen breve endnu.")
        self._beside = StepPart("Ved siden af", "Ved siden af forløbet", "Her er ikke noget endnu.")
        self._others = StepPart("Tidligere forløb", "Tidligere forløb", "Der er ingen endnu.")
        self._parts = (self._steps, self._letters, self._beside, self._others)
        self._overview.clicked.connect(self.overview_asked)
        self._steps.chosen.connect(self.step_chosen)
        self._letters.chosen.connect(self.letter_chosen)
        self._beside.chosen.connect(self.step_chosen)
        self._others.chosen.connect(self.step_chosen)
        self._others.setVisible(False)
        for part in self._parts:
            part.rows.selectionModel().currentChanged.connect(self._show_current)
        set_role(self, Role.PANEL)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Rows that are new are laid out a moment after they are shown.
        self.verticalScrollBar().rangeChanged.connect(self._show_current)
        self._lay_out()

    def show_steps(self, steps: Sequence[StepShown], current: str) -> None:
        """Show *steps* from first to last, with the one whose key is *current* marked.

        The list stands still when it shows all this already.
        """
        self._show(self._steps, steps, current)

    def name_course(self, heading: str) -> None:
        """Put *heading* above the steps."""
        self._steps.name(heading)

    def show_other_courses(self, courses: Sequence[StepShown]) -> None:
        """Show the *courses* beside this one, and nothing when there are none."""
        self._show(self._others, courses, "")
        self._others.setVisible(bool(courses))

    def show_letters(self, letters: Sequence[StepShown], current: str = "") -> None:
        """Show *letters*, with the one whose key is *current* marked instead of a step."""
        self._show(self._letters, letters, current)

    def show_beside(self, beside: Sequence[StepShown], current: str = "") -> None:
        """Show what is *beside* the steps, with the one whose key is *current* marked."""
        self._show(self._beside, beside, current)

    @override
    def sizeHint(self) -> QSize:
        """Return a width that holds a step's title in most cases."""
        return QSize(scaled(236), scaled(480))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least width at which the words still read well."""
        return QSize(scaled(200), scaled(56))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the marked row in sight."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._show_current)

    def _lay_out(self) -> None:
        set_role(self._sheet, Role.PANEL)
        # In its place before it is filled: Qt dresses all that is inside anew at every move.
        self.setWidget(self._sheet)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(scaled(6), scaled(14), scaled(6), scaled(14))
        column.setSpacing(scaled(20))
        set_role(self._overview, Role.PLAIN)
        self._overview.setToolTip("Plan, tidslinje, noter, breve og personer (Ctrl+O)")
        column.addWidget(self._overview, 0, Qt.AlignmentFlag.AlignLeft)
        for part in self._parts:
            column.addWidget(part)
        column.addStretch(1)

    def _show(self, part: StepPart, rows: Sequence[StepShown], current: str) -> None:
        if part.show_rows(rows, current):
            QTimer.singleShot(0, self, self._show_current)

    @Slot()
    def _show_current(self) -> None:
        part = next((part for part in self._parts if part.is_marked), None)
        if part is None:
            return
        place = part.rows.visualRect(part.rows.currentIndex())
        middle = part.rows.mapTo(self._sheet, place.center())
        self.ensureVisible(0, middle.y(), 0, place.height() // 2 + scaled(10))
