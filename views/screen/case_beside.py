"""Beside the form of a case: what guides the question one is at, and the tasks of the case."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from views.screen.guidance_panel import GuidanceLine, GuidancePanel
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, set_role
from views.screen.tab_order import put_after
from views.screen.task_panel import TaskGroup, TaskPanel


class CaseBeside(QSplitter):
    """Guidance above, tasks below, each shown while its button is checked.

    `guidance_button` and `tasks_button` stand elsewhere. `turned` is said when one of the two is
    shown or hidden, so that room is shared anew.
    """

    rule_chosen = Signal(str)
    task_chosen = Signal(str)
    task_note_asked = Signal(str, str)
    turned = Signal()

    def __init__(self, guidance_button: QPushButton) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._guidance = GuidancePanel()
        self._tasks = TaskPanel()
        self._count = ""
        self._is_narrow = False
        self._is_guided = True
        self._was_chosen = False
        self._waiting: tuple[QPushButton, ...] = ()
        self.guidance_button = guidance_button
        self.tasks_button = SignButton("", Sign.CHECK, Ink.THREAD)
        for panel in (self._guidance, self._tasks):
            self.addWidget(panel)
            panel.setVisible(False)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setVisible(False)
        self._prepare_tasks_button()
        self._connect()
        self.show_guidance(())

    def show_guidance(self, lines: Sequence[GuidanceLine]) -> None:
        """Show what concerns the question one is at."""
        self._guidance.show_guidance(lines)
        if self._is_guided != bool(lines):
            self._is_guided = bool(lines)
            self._share_height()

    def show_tasks(self, groups: Sequence[TaskGroup], count: str) -> bool:
        """Show what is to be done, and in *count* how much that is; return whether it is new."""
        self._count = count
        self._name_tasks()
        return self._tasks.show_tasks(groups)

    def focus_task(self, key: str) -> None:
        """Show the tasks, with the focus on the one with this *key*."""
        self.tasks_button.setChecked(True)
        self._tasks.focus_card(key)

    def make_room(self, *, is_wide: bool) -> None:
        """Show both where there is room for them, and neither where not, until somebody chose."""
        self._is_narrow = not is_wide
        if not self._was_chosen and not self._waiting:
            self.guidance_button.setChecked(is_wide)
            self.tasks_button.setChecked(is_wide)

    def step_aside(self, *, is_needed: bool) -> None:
        """Show nothing while the room *is_needed*, and afterwards what was shown before."""
        if is_needed and not self._waiting:
            both = (self.guidance_button, self.tasks_button)
            self._waiting = tuple(button for button in both if button.isChecked())
        turned = self._waiting
        if not is_needed:
            self._waiting = ()
        for button in turned:
            button.setChecked(not is_needed)

    def order_tabs(self, before: QWidget, *then: QWidget) -> None:
        """Let Tab come here after all in *before*, and to each of *then* after the tasks."""
        put_after(before, self._guidance, self._tasks, self.tasks_button, *then)
        self._tasks.order_tabs()

    def _prepare_tasks_button(self) -> None:
        set_role(self.tasks_button, Role.PLAIN)
        self.tasks_button.setCheckable(True)
        self.tasks_button.setToolTip("Det, der mangler, og det, svarene kalder på (Ctrl+T)")
        self._name_tasks()

    def _connect(self) -> None:
        self._guidance.line_chosen.connect(self.rule_chosen)
        self._tasks.source_chosen.connect(self.rule_chosen)
        self._tasks.way_chosen.connect(self.task_chosen)
        self._tasks.outcome_chosen.connect(self.task_note_asked)
        for button in (self.guidance_button, self.tasks_button):
            button.clicked.connect(self._note_chosen)
        self.guidance_button.toggled.connect(self._turn_guidance)
        self.tasks_button.toggled.connect(self._turn_tasks)

    def listen_for_keys(self, window: QWidget) -> None:
        """Let F2 and Ctrl+G turn the guidance in *window*, and Ctrl+T the tasks."""
        keys = {"F2": self.guidance_button, "Ctrl+G": self.guidance_button}
        for key, button in {**keys, "Ctrl+T": self.tasks_button}.items():
            QShortcut(QKeySequence(key), window).activated.connect(button.click)

    @Slot()
    def _note_chosen(self) -> None:
        self._was_chosen = True

    @Slot()
    def _turn_guidance(self) -> None:
        self._turn(self.guidance_button, self.tasks_button)

    @Slot()
    def _turn_tasks(self) -> None:
        self._name_tasks()
        self._turn(self.tasks_button, self.guidance_button)

    def _turn(self, turned: QPushButton, other: QPushButton) -> None:
        """Show what is wanted; of a narrow strip each of the two takes all."""
        if self._is_narrow and turned.isChecked():
            other.setChecked(False)
        shows = self.guidance_button.isChecked(), self.tasks_button.isChecked()
        self._guidance.setVisible(shows[0])
        self._tasks.setVisible(shows[1])
        self.setVisible(any(shows))
        self.turned.emit()

    def _share_height(self) -> None:
        """Leave the tasks most of the height, and more when there is no guidance."""
        guidance = 2 if self._is_guided else 0
        self.setSizes([guidance * self.height(), 3 * self.height()])

    def _name_tasks(self) -> None:
        verb = "Skjul" if self.tasks_button.isChecked() else "Vis"
        self.tasks_button.setText(f"{verb} opgaver {self._count}".strip())
