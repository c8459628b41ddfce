"""Beside a letter: what it still lacks, what can be done with it, and what became of it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.icons import Sign, SignButton
from views.screen.letter_delivery import LetterDelivery
from views.screen.letter_missing import LetterMissing, MissingLine
from views.screen.look import Role, scaled, set_role
from views.screen.printer_box import PrinterBox
from views.screen.usually_first import UsuallyFirst
from views.screen.words import words

_OUTSIDE = (
    "En udskrevet eller gemt kopi ligger uden for det krypterede kartotek. Pas på den, og slet "
    "filen, når den er sendt."
)
_BREATH = 800
_NOT_YET = "Når brevet er godkendt, kan du skrive det ud, gemme det og notere, at det er givet."


class LetterSide(QScrollArea):
    """The buttons are alive only when what they do is lawful now.

    `delivery` notes how an approved letter was given; `printer` is where it is printed.
    """

    missing_chosen = Signal(str)
    approve_asked = Signal()
    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leads_to_print = False
        self._missing = LetterMissing("Det mangler i brevet")
        self._approve = QPushButton("Godkend brevet")
        self._reason = words("", Role.QUIET)
        self.first = UsuallyFirst("Du kan godt godkende brevet alligevel.")
        self._print = SignButton("Skriv ud", Sign.PRINT)
        self._save = QPushButton("Gem som PDF …")
        self.delivery = LetterDelivery()
        self.printer = PrinterBox()
        self._after = QWidget()
        self._sending_heading = words("Sådan når brevet frem", Role.STRONG)
        self._sending = QVBoxLayout()
        self._story_heading = words("Hvad der er sket", Role.STRONG)
        self._story = QVBoxLayout()
        set_role(self, Role.PANEL)
        set_role(self._approve, Role.PRIMARY)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._connect()
        self.setWidget(self._inside())

    def show_missing(self, missing: Sequence[MissingLine]) -> None:
        """Name what is lacking, each thing a button that leads to it."""
        self._missing.show_missing(missing)

    def show_state(self, *, approved: bool, missing: int) -> None:
        """Let approving wait for what is missing, and all the rest for the approval."""
        reason = "Brevet kan godkendes, når det, der mangler, er på plads." if missing else _NOT_YET
        self._reason.setText(reason)
        self._reason.setVisible(not approved)
        self._approve.setAccessibleDescription(reason)
        if approved and self._after.isHidden():
            self._leads_to_print = self._approve.hasFocus()
            # The printing button appears where the approving one was: a double click is not a wish.
            self._print.setEnabled(False)
            QTimer.singleShot(_BREATH, self._print, self._let_print)
        self._approve.setVisible(not approved)
        self._approve.setEnabled(not missing)
        self._after.setVisible(approved)

    @Slot()
    def _let_print(self) -> None:
        self._print.setEnabled(True)
        if self._leads_to_print:
            self._print.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_deed(self) -> None:
        """Put the focus on what comes next: the first that is missing, approving, or printing."""
        if self._approve.isHidden():
            deed: QWidget | None = self._print
        elif self._approve.isEnabled():
            deed = self._approve
        else:
            deed = next(iter(self._missing.findChildren(QPushButton)), None)
        if deed is not None:
            deed.setFocus(Qt.FocusReason.TabFocusReason)

    def show_sending(self, sentences: Sequence[str]) -> None:
        """Say to whom the letter goes and how it arrives."""
        _empty(self._sending)
        for sentence in sentences:
            self._sending.addWidget(words(sentence))
        self._sending_heading.setVisible(bool(sentences))

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
        self._missing.chosen.connect(self.missing_chosen)
        self._print.setShortcut("Ctrl+P")
        self._print.setToolTip("Skriv ud (Ctrl+P)")

    def _inside(self) -> QFrame:
        inside = QFrame()
        set_role(inside, Role.PANEL)
        after = QVBoxLayout(self._after)
        after.setContentsMargins(0, 0, 0, 0)
        after.setSpacing(scaled(8))
        after.addWidget(self.printer)
        after.addWidget(self._print)
        after.addWidget(self._save)
        after.addWidget(words(_OUTSIDE, Role.QUIET))
        after.addWidget(words("Notér, hvad du har gjort", Role.STRONG))
        after.addWidget(self.delivery)
        column = QVBoxLayout(inside)
        column.setContentsMargins(scaled(14), scaled(14), scaled(14), scaled(14))
        column.setSpacing(scaled(10))
        column.addWidget(self._missing)
        column.addWidget(self._sending_heading)
        column.addLayout(self._sending)
        for widget in (self.first, self._approve, self._reason, self._after):
            column.addWidget(widget)
        column.addWidget(self._story_heading)
        column.addLayout(self._story)
        column.addStretch(1)
        return inside


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
