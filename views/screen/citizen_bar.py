"""Who the open case is about, and the clock of the treatment guarantee."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from views.screen.due import DueState, due_role
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.words import chip, words


@dataclass(frozen=True, slots=True)
class CitizenShown:
    """The citizen of the open case; `cpr` is empty for an anonymous one."""

    name: str
    cpr: str
    clock_text: str
    clock_state: DueState
    clock_detail: str = ""
    """The clock in a whole sentence, told on hovering and to the screen reader."""


class CitizenBar(QFrame):
    """The strip above a case; `guidance_button` is checked while the guidance is shown."""

    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = words("", Role.TITLE)
        self._cpr = words("", Role.QUIET)
        self._cpr.setWordWrap(False)
        self._clock = chip("", Role.CHIP)
        self._back = SignButton("Borgere", Sign.ARROW_LEFT, Ink.THREAD)
        self.guidance_button = QPushButton()
        self._beside = QHBoxLayout()
        self._under = QHBoxLayout()
        set_role(self, Role.BAR)
        set_role(self._back, Role.PLAIN)
        self._back.setAccessibleName("Tilbage til borgere")
        self._back.setToolTip("Tilbage til borgere (Alt+Venstre)")
        self._back.setShortcut("Alt+Left")
        self._back.clicked.connect(self.back_asked)
        self.guidance_button.setCheckable(True)
        self.guidance_button.setToolTip("Vis eller skjul vejledningen (F1 eller Ctrl+G)")
        self._clock.setAccessibleName("Behandlingsgaranti")
        self.guidance_button.toggled.connect(self._name_guidance)
        self._name_guidance()
        self._lay_out()

    def show_citizen(self, citizen: CitizenShown) -> None:
        """Show *citizen* and how the guarantee stands, in words and in colour."""
        self._name.setText(citizen.name)
        self._cpr.setText(citizen.cpr)
        self._cpr.setVisible(bool(citizen.cpr))
        self._clock.setText(citizen.clock_text)
        self._clock.setAccessibleDescription(citizen.clock_detail or citizen.clock_text)
        self._clock.setToolTip(citizen.clock_detail)
        self._clock.setVisible(bool(citizen.clock_text))
        set_role(self._clock, due_role(citizen.clock_state))
        self._place_clock()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the clock on a line of its own when the first one is full."""
        super().resizeEvent(event)
        self._place_clock()

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for little: what does not fit on one line takes two."""
        return QSize(scaled(300), super().minimumSizeHint().height())

    def _place_clock(self) -> None:
        name = self._name.fontMetrics().horizontalAdvance(self._name.text())
        beside = (self._back, self._clock, self.guidance_button)
        needed = name + sum(widget.sizeHint().width() for widget in beside) + scaled(80)
        if needed <= self.width():
            self._beside.insertWidget(0, self._clock)
        else:
            self._under.insertWidget(1, self._clock)

    @Slot()
    def _name_guidance(self) -> None:
        verb = "Skjul" if self.guidance_button.isChecked() else "Vis"
        self.guidance_button.setText(f"{verb} vejledning")

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(scaled(10), scaled(8), scaled(14), scaled(8))
        grid.setHorizontalSpacing(scaled(14))
        grid.setVerticalSpacing(scaled(1))
        grid.addWidget(self._back, 0, 0)
        grid.addWidget(self._name, 0, 1)
        grid.addLayout(self._beside, 0, 2)
        grid.addLayout(self._under, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self._beside.setSpacing(scaled(14))
        self._beside.addWidget(self.guidance_button)
        self._under.setSpacing(scaled(14))
        self._under.addWidget(self._cpr)
        self._under.addWidget(self._clock)
        self._under.addStretch(1)
