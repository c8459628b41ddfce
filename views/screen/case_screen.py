"""An open case: the citizen above, the course to the left, the form in the middle."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from views.screen.case_beside import CaseBeside
from views.screen.case_middle import CaseMiddle
from views.screen.citizen_bar import CitizenBar, CitizenShown
from views.screen.consents_box import ConsentsShown
from views.screen.form_beside_letter import FormBesideLetter
from views.screen.guidance_panel import GuidanceLine
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.step_list import StepList
from views.screen.step_model import StepShown
from views.screen.task_panel import TaskGroup

_ROOM_FOR_THREE = 940
"""The width in pixels at 100 % from which steps, form and guidance stand side by side."""


class CaseScreen(QWidget):
    """One case as its course; the conductor puts the form or letter into the middle."""

    step_chosen = Signal(str)
    letter_chosen = Signal(str)
    addition_asked = Signal()
    back_asked = Signal()
    erasing_asked = Signal()
    conversation_asked = Signal()
    overview_asked = Signal()
    rule_chosen = Signal(str)
    task_chosen = Signal(str)
    task_note_asked = Signal(str, str)
    """A task, and what is to be said of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = CitizenBar(self)
        self._whole = QSplitter(Qt.Orientation.Horizontal, self)
        self._side = QFrame(self._whole)
        self._steps = StepList(self._side)
        self._add = SignButton("Tilføj …", Sign.PLUS, Ink.THREAD)
        self._erase = QPushButton("Slet borgeren …")
        self._centre = QStackedWidget()
        self._beside = CaseBeside(self._bar.guidance_button)
        self._middle = QSplitter(Qt.Orientation.Horizontal)
        self._scroll = CaseMiddle(self._middle)
        self._wants_letter = False
        self._connect()
        self._lay_out()

    def show_citizen(self, citizen: CitizenShown) -> None:
        """Show whose case this is."""
        self._bar.show_citizen(citizen)

    def show_consents(self, consents: ConsentsShown) -> None:
        """Show what may be shared with whom; choosing one of them is choosing a step."""
        self._bar.show_consents(consents)

    def offer_conversation(self, *, offer: bool) -> None:
        """Offer to ask the form in the middle together with the citizen, or not."""
        self._bar.offer_conversation(offer=offer)

    def show_steps(self, steps: Sequence[StepShown], current: str) -> None:
        """Show the course, with the step whose key is *current* marked."""
        self._steps.show_steps(steps, current)

    def show_letters(self, letters: Sequence[StepShown], current: str = "") -> None:
        """Show the letters, with the one whose key is *current* marked."""
        self._steps.show_letters(letters, current)

    def show_beside(self, beside: Sequence[StepShown], current: str = "") -> None:
        """Show what was filled beside the course, with the one whose key is *current* marked."""
        self._steps.show_beside(beside, current)

    def name_course(self, heading: str) -> None:
        """Put *heading* above the steps."""
        self._steps.name_course(heading)

    def show_other_courses(self, courses: Sequence[StepShown]) -> None:
        """Show the *courses* beside the one on the screen; choosing one is choosing a step."""
        self._steps.show_other_courses(courses)

    def show_guidance(self, lines: Sequence[GuidanceLine]) -> None:
        """Show what concerns the question one is at."""
        self._beside.show_guidance(lines)

    def show_tasks(self, groups: Sequence[TaskGroup], count: str) -> None:
        """Show what is to be done, and in *count* how much that is."""
        if self._beside.show_tasks(groups, count):
            self._order_tabs()

    def focus_task(self, key: str) -> None:
        """Show the tasks, with the focus on the one with this *key*."""
        self._beside.focus_task(key)

    def offer_erasing(self, *, offer: bool) -> None:
        """Offer to erase the citizen when there is something to erase."""
        self._erase.setVisible(offer)

    def show_centre(self, widget: QWidget) -> None:
        """Put *widget* into the middle and let go of the one that was there."""
        old = self._centre.currentWidget()
        if old is widget:
            return
        self.give_room(False)
        self._centre.addWidget(widget)
        self._centre.setCurrentWidget(widget)
        if isinstance(widget, FormBesideLetter):
            # Only now, for Qt dresses a whole form anew at every move of what holds it.
            widget.take_in()
        self._order_tabs()
        if old is not None:
            self._centre.removeWidget(old)
            old.hide()
            old.deleteLater()

    @property
    def wants_letter(self) -> bool:
        """Whether the person last wished for a letter beside the form."""
        return self._wants_letter

    @Slot(bool)
    def remember_letter(self, wants: bool) -> None:  # noqa: FBT001 - from a signal
        """Remember whether the person wishes for a letter beside the form."""
        self._wants_letter = wants

    @Slot(bool)
    def give_room(self, is_needed: bool) -> None:  # noqa: FBT001 - from a signal
        """Let what is beside go while the middle needs its room, and come back afterwards."""
        self._beside.step_aside(is_needed=is_needed)
        if is_needed:
            # What needs the room has just been made, and Tab comes to it last.
            self._order_tabs()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the guidance below the form, and away until asked for, when the room is narrow."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_ROOM_FOR_THREE)
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self._middle.orientation() != wanted:
            self._middle.setOrientation(wanted)
            least, most = self._steps.minimumSizeHint().width(), self._steps.sizeHint().width()
            steps = most if is_wide else least
            self._whole.setSizes([steps, self.width() - steps])
            self._share_room()
        self._beside.make_room(is_wide=is_wide)

    def _connect(self) -> None:
        self._bar.back_asked.connect(self.back_asked)
        self._bar.consent_chosen.connect(self.step_chosen)
        self._bar.conversation_asked.connect(self.conversation_asked)
        self._steps.step_chosen.connect(self.step_chosen)
        self._steps.letter_chosen.connect(self.letter_chosen)
        self._add.clicked.connect(self.addition_asked)
        self._steps.overview_asked.connect(self.overview_asked)
        self._erase.clicked.connect(self.erasing_asked)
        self._beside.rule_chosen.connect(self.rule_chosen)
        self._beside.task_chosen.connect(self.task_chosen)
        self._beside.task_note_asked.connect(self.task_note_asked)
        self._beside.turned.connect(self._share_room)
        self._beside.listen_for_keys(self)
        # Not the button's own: it waits a moment, in which one types where one was.
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.addition_asked)
        QShortcut(QKeySequence("Ctrl+O"), self).activated.connect(self.overview_asked)

    def _lay_out(self) -> None:
        # What holds others is put into its place first: Qt dresses all inside anew at every move.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._whole, 1)
        self._lay_out_side()
        self._whole.addWidget(self._scroll)
        self._middle.addWidget(self._centre)
        self._middle.addWidget(self._beside)
        for splitter in (self._middle, self._whole):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self._middle.setStretchFactor(0, 1)
        self._middle.setStretchFactor(1, 0)
        self._whole.setStretchFactor(0, 0)
        self._whole.setStretchFactor(1, 1)

    def _lay_out_side(self) -> None:
        set_role(self._side, Role.PANEL)
        set_role(self._erase, Role.SUBTLE)
        self._add.setToolTip("Note, samtykke, måling eller andet (Ctrl+N)")
        buttons = QVBoxLayout()
        buttons.setContentsMargins(scaled(10), scaled(8), scaled(10), scaled(6))
        buttons.setSpacing(scaled(2))
        buttons.addWidget(self._beside.tasks_button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addWidget(self._add)
        buttons.addWidget(self._erase, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._steps, 1)
        column.addLayout(buttons)

    def _order_tabs(self) -> None:
        self._beside.order_tabs(self._centre, self._add, self._erase)

    @Slot()
    def _share_room(self) -> None:
        """Give what is beside the width it reads well at, or two fifths of the height."""
        if self._middle.orientation() is Qt.Orientation.Horizontal:
            whole, part = self._middle.width(), self._beside.sizeHint().width()
        else:
            whole, part = self._middle.height(), self._middle.height() * 2 // 5
        self._middle.setSizes([whole - part, part])
        if self._beside.isVisible():
            self._scroll.show_part(self._beside)
