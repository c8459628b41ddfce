"""The form for two pairs of eyes: the citizen's side, the way through it, and a quiet clock."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from views.screen.conversation.citizen_side import CitizenSide
from views.screen.conversation.clock import QuietClock
from views.screen.conversation.large_type import LargeType, hit
from views.screen.conversation.other_screen import OtherScreen
from views.screen.conversation.pause_page import NoteBox, PausePage
from views.screen.fields.date_field import Today
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.words import words

_OTHER = ("Vis på anden skærm", "Luk anden skærm")
_OTHER_TIP = (
    "Vis borgerens side på den anden skærm",
    "Tag borgerens side væk fra den anden skærm",
)
_PAUSE = ("Et øjeblik (F8)", "Tilbage til samtalen (F8)")
_CLOSE_NOTE = "Luk noten (F8)"
_PAUSE_TIP = "En neutral side, hvor der kan skrives en privat note (F8)"
_AGREED = "Ja, sådan er det"


class ConversationScreen(QWidget):
    """Says what was done with the buttons and keys; nothing on it names the citizen.

    `paused` says whether the note is open: on this screen as a page of its own, and below the
    questions when the citizen looks at another screen.
    """

    back_asked = Signal()
    on_asked = Signal()
    skip_asked = Signal()
    decline_asked = Signal()
    end_asked = Signal()
    paused = Signal(bool)
    note_typed = Signal(str)

    def __init__(
        self, type_worn: LargeType, now: Callable[[], datetime], today: Today | None = None
    ) -> None:
        super().__init__()
        self.side = CitizenSide(today)
        self.other = OtherScreen(self, type_worn)
        self._pause_page = PausePage()
        self._beside_note = NoteBox()
        self._stack = QStackedWidget()
        self._progress = words("", Role.QUIET)
        self._clock = QuietClock(now)
        self._back = SignButton("Tilbage", Sign.ARROW_LEFT)
        self._on = SignButton("Videre", Sign.ARROW_RIGHT, Ink.ON_THREAD)
        self._show_other = QPushButton(_OTHER[0])
        self._pause = QPushButton(_PAUSE[0])
        self._end = QPushButton("Afslut (F11)")
        self._ways = QWidget()
        self._prepare()
        self._lay_out()
        self._listen()
        type_worn.dress(self)
        self._show_screens()

    @property
    def is_paused(self) -> bool:
        """Whether the note is open."""
        return self._pause.isChecked()

    def show_way(self, progress: str, *, can_go_back: bool) -> None:
        """Show how far one is, and the ways on and back."""
        at_end = self.side.is_at_summary
        self._progress.setText(progress)
        self._back.setEnabled(can_go_back)
        self._on.setText(_AGREED if at_end else "Videre")
        self._on.setToolTip("Afslut samtalen" if at_end else "Videre (Ctrl+PgDn)")

    def focus_way_on(self) -> None:
        """Put the focus on the button that leads on."""
        self._on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _prepare(self) -> None:
        self._on.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        set_role(self._on, Role.PRIMARY)
        for button in (self._show_other, self._pause, self._end):
            set_role(button, Role.SUBTLE)
        self._show_other.setCheckable(True)
        self._pause.setCheckable(True)
        self._pause.setToolTip(_PAUSE_TIP)
        self._back.setToolTip("Tilbage (Ctrl+PgUp)")
        self._end.setToolTip("Tilbage til det almindelige skema (F11)")
        for button in (self._back, self._on, self._show_other, self._pause, self._end):
            button.setMinimumHeight(hit(30))
        self._beside_note.hide()

    def _lay_out(self) -> None:
        self._stack.addWidget(self.side)
        self._stack.addWidget(self._pause_page)
        head = QHBoxLayout()
        head.setSpacing(scaled(6))
        head.addWidget(self._clock)
        head.addStretch(1)
        for button in (self._show_other, self._pause, self._end):
            head.addWidget(button)
        foot = QHBoxLayout(self._ways)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._progress)
        foot.addStretch(1)
        foot.addWidget(self._on)
        self._progress.setWordWrap(False)
        column = QVBoxLayout(self)
        edge = scaled(16)
        column.setContentsMargins(edge, scaled(8), edge, scaled(10))
        column.setSpacing(scaled(4))
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._beside_note, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._ways)

    def _listen(self) -> None:
        self._back.clicked.connect(self.back_asked)
        self._on.clicked.connect(self.on_asked)
        self._end.clicked.connect(self.end_asked)
        self._pause.toggled.connect(self._turn)
        self._show_other.clicked.connect(self._turn_other)
        self.other.changed.connect(self._show_screens)
        for box in (self._pause_page.note, self._beside_note):
            box.typed.connect(self.note_typed)
        for keys, deed in (
            ("F8", self._pause.toggle),
            ("F11", self.end_asked),
            ("F7", self._ask_to_skip),
            ("F9", self._ask_to_decline),
            ("Ctrl+PgUp", self._go_back),
            ("Ctrl+PgDown", self._go_on),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)

    @Slot()
    def _ask_to_skip(self) -> None:
        if not self.is_paused:
            self.skip_asked.emit()

    @Slot()
    def _ask_to_decline(self) -> None:
        if not self.is_paused:
            self.decline_asked.emit()

    @Slot()
    def _go_back(self) -> None:
        if self._back.isEnabled() and not self.is_paused:
            self.back_asked.emit()

    @Slot()
    def _go_on(self) -> None:
        if not self.is_paused and not self.side.is_at_summary:
            self.on_asked.emit()

    @Slot(bool)
    def _turn(self, is_paused: bool) -> None:  # noqa: FBT001 - from a signal
        """Open the note where the citizen does not see it, or close it."""
        is_seen_elsewhere = self.other.is_apart
        self._pause.setText(_PAUSE[is_paused and not is_seen_elsewhere])
        if is_paused and is_seen_elsewhere:
            self._pause.setText(_CLOSE_NOTE)
        self._stack.setCurrentIndex(int(is_paused and not is_seen_elsewhere))
        self._ways.setVisible(not is_paused or is_seen_elsewhere)
        self._beside_note.setVisible(is_paused and is_seen_elsewhere)
        if is_paused:
            (self._beside_note if is_seen_elsewhere else self._pause_page.note).begin()
        else:
            for box in (self._beside_note, self._pause_page.note):
                box.empty()
        self.paused.emit(is_paused)

    @Slot()
    def _turn_other(self) -> None:
        if self.other.side is None:
            self.other.open()
        else:
            self.other.close()

    @Slot()
    def _show_screens(self) -> None:
        is_open = self.other.side is not None
        if not self._beside_note.isHidden() and not is_open:
            # The screen the citizen looked at is gone: what is being written must not stand here.
            self._pause.setChecked(False)
        self._show_other.setVisible(self.other.is_there or is_open)
        self._show_other.setChecked(is_open)
        self._show_other.setText(_OTHER[is_open])
        self._show_other.setToolTip(_OTHER_TIP[is_open])
        self._show_other.setAccessibleName(_OTHER_TIP[is_open])
