"""Beside a letter: what it still lacks, what can be done with it, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.words import words

_OUTSIDE = (
    "En udskrevet eller gemt kopi ligger uden for det krypterede kartotek. Pas på den, og slet "
    "filen, når den er sendt."
)
_BREATH = 800
_NOT_YET = "Når brevet er godkendt, kan du skrive det ud, gemme det og notere, at det er givet."


@dataclass(frozen=True, slots=True)
class MissingLine:
    """One thing a letter lacks: what, its legal source, and the `key` that leads to it."""

    key: str
    what: str
    source: str


class LetterSide(QScrollArea):
    """The buttons are alive only when what they do is lawful now."""

    missing_chosen = Signal(str)
    approve_asked = Signal()
    print_asked = Signal()
    save_asked = Signal()
    handed_over_asked = Signal()
    sent_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing_card = QFrame()
        self._missing = QVBoxLayout()
        self._approve = QPushButton("Godkend brevet")
        self._reason = words("", Role.QUIET)
        self._print = SignButton("Skriv ud", Sign.PRINT)
        self._save = QPushButton("Gem som PDF …")
        self._handed_over = QPushButton("Udleveret personligt")
        self._sent = QPushButton("Sendt")
        self._after = QWidget()
        self._story_heading = words("Hvad der er sket", Role.STRONG)
        self._story = QVBoxLayout()
        set_role(self, Role.PANEL)
        set_role(self._missing_card, Role.CARD)
        set_role(self._approve, Role.PRIMARY)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._connect()
        self.setWidget(self._inside())

    def show_missing(self, missing: Sequence[MissingLine]) -> None:
        """Name what is lacking, each thing a button that leads to it."""
        _empty(self._missing)
        for line in missing:
            self._missing.addWidget(words(line.what))
            if line.source:
                self._missing.addWidget(words(line.source, Role.QUIET))
            if line.key:
                button = _GoThereButton(line)
                button.chosen.connect(self.missing_chosen)
                self._missing.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._missing_card.setVisible(bool(missing))

    def show_state(self, *, approved: bool, missing: int) -> None:
        """Let approving wait for what is missing, and all the rest for the approval."""
        self._approve.setVisible(not approved)
        self._approve.setEnabled(not missing)
        reason = "Brevet kan godkendes, når det, der mangler, er på plads." if missing else _NOT_YET
        self._reason.setText(reason)
        self._reason.setVisible(not approved)
        self._approve.setAccessibleDescription(reason)
        if approved and self._after.isHidden():
            # The printing button appears where the approving one was: a double click is not a wish.
            self._print.setEnabled(False)
            QTimer.singleShot(_BREATH, self._print, self._let_print)
        self._after.setVisible(approved)

    @Slot()
    def _let_print(self) -> None:
        self._print.setEnabled(True)

    def show_story(self, story: Sequence[str]) -> None:
        """Show what became of the letter, the newest as given."""
        _empty(self._story)
        for line in story:
            self._story.addWidget(words(line))
        self._story_heading.setVisible(bool(story))

    @override
    def sizeHint(self) -> QSize:
        """Return a width that holds the buttons and reads well."""
        return QSize(scaled(250), scaled(400))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least size that can be used."""
        return QSize(scaled(200), scaled(100))

    def _connect(self) -> None:
        self._approve.clicked.connect(self.approve_asked)
        self._print.clicked.connect(self.print_asked)
        self._save.clicked.connect(self.save_asked)
        self._handed_over.clicked.connect(self.handed_over_asked)
        self._sent.clicked.connect(self.sent_asked)
        self._print.setShortcut("Ctrl+P")
        self._print.setToolTip("Skriv ud (Ctrl+P)")
        self._handed_over.setAccessibleDescription("Notér, at brevet er udleveret personligt")
        self._sent.setAccessibleDescription("Notér, at brevet er sendt")

    def _inside(self) -> QFrame:
        inside = QFrame()
        set_role(inside, Role.PANEL)
        card = QVBoxLayout(self._missing_card)
        card.setContentsMargins(scaled(12), scaled(10), scaled(12), scaled(12))
        card.addWidget(words("Det mangler i brevet", Role.STRONG))
        card.addLayout(self._missing)
        after = QVBoxLayout(self._after)
        after.setContentsMargins(0, 0, 0, 0)
        after.setSpacing(scaled(8))
        after.addWidget(self._print)
        after.addWidget(self._save)
        after.addWidget(words(_OUTSIDE, Role.QUIET))
        after.addWidget(words("Notér, hvad du har gjort", Role.STRONG))
        after.addWidget(self._handed_over)
        after.addWidget(self._sent)
        column = QVBoxLayout(inside)
        column.setContentsMargins(scaled(14), scaled(14), scaled(14), scaled(14))
        column.setSpacing(scaled(10))
        for widget in (self._missing_card, self._approve, self._reason, self._after):
            column.addWidget(widget)
        column.addWidget(self._story_heading)
        column.addLayout(self._story)
        column.addStretch(1)
        return inside


class _GoThereButton(SignButton):
    chosen = Signal(str)

    def __init__(self, line: MissingLine) -> None:
        super().__init__("Gå derhen", Sign.ARROW_RIGHT, Ink.THREAD)
        self._key = line.key
        set_role(self, Role.PLAIN)
        self.setAccessibleName(f"Gå derhen: {line.what}")
        self.setAccessibleDescription(line.source)
        self.clicked.connect(self._say_key)

    @Slot()
    def _say_key(self) -> None:
        self.chosen.emit(self._key)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
