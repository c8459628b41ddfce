"""What goes with a form on paper: for whom, how large, and where it is to go."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.fields.ticks import CheckTick
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.words import words

_CITIZENS = "Spørgsmålene er stillet til borgeren. Det, der kun er for behandleren, er ikke med."
_OUTSIDE = (
    "En udskrevet eller gemt kopi ligger uden for det krypterede kartotek. Pas på den, og slet "
    "filen, når du ikke skal bruge den mere."
)
_FHIR = (
    "Filerne er FHIR R4 (JSON). Filen med svarene har dem alle sammen, også det, der kun er for "
    "behandleren. Filen med skemaet har spørgsmålene og intet om borgeren."
)


class FormPaperSide(QScrollArea):
    """Says what is wished of the form."""

    edition_chosen = Signal()
    print_asked = Signal()
    save_asked = Signal()
    answers_asked = Signal()
    form_asked = Signal()
    closing_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._citizens = CheckTick("Borgerens eksemplar")
        self._citizens_means = words(_CITIZENS, Role.QUIET)
        self._large = CheckTick("Stor skrift")
        self._print = SignButton("Skriv ud", Sign.PRINT, Ink.ON_THREAD)
        self._save = QPushButton("Gem som PDF …")
        self._answers = QPushButton("Gem svarene …")
        self._form = QPushButton("Gem skemaet …")
        self._close = QPushButton("Luk")
        set_role(self, Role.PANEL)
        set_role(self._print, Role.PRIMARY)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._connect()
        self.setWidget(self._inside())

    @property
    def is_for_citizen(self) -> bool:
        """Whether the citizen's edition is wished."""
        return self._citizens.isChecked()

    @property
    def is_large(self) -> bool:
        """Whether large print is wished."""
        return self._large.isChecked()

    def offer_editions(self, *, two: bool, large_print: bool) -> None:
        """Offer the citizen's edition when there are *two*, and begin with that size of print."""
        self._citizens.setVisible(two)
        self._citizens_means.setVisible(two)
        self._large.setChecked(large_print)

    def describe(self, sentence: str) -> None:
        """Let a screen reader hear *sentence* at the buttons: what came of pressing one."""
        for button in (self._print, self._save, self._answers, self._form):
            button.setAccessibleDescription(sentence)

    def enter(self, *, at_files: bool) -> None:
        """Put the focus on the first thing one came for."""
        first = self._answers if at_files else self._print
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(first)

    @override
    def sizeHint(self) -> QSize:
        """Return a width that holds the buttons and reads well."""
        return QSize(scaled(280), scaled(400))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least size that can be used."""
        return QSize(scaled(200), scaled(100))

    def _connect(self) -> None:
        self._citizens.clicked.connect(self.edition_chosen)
        self._large.clicked.connect(self.edition_chosen)
        self._print.clicked.connect(self.print_asked)
        self._save.clicked.connect(self.save_asked)
        self._answers.clicked.connect(self.answers_asked)
        self._form.clicked.connect(self.form_asked)
        self._close.clicked.connect(self.closing_asked)
        self._print.setShortcut("Ctrl+P")
        self._print.setToolTip("Skriv ud (Ctrl+P)")

    def _inside(self) -> QFrame:
        inside = QFrame()
        set_role(inside, Role.PANEL)
        column = QVBoxLayout(inside)
        column.setContentsMargins(scaled(14), scaled(14), scaled(14), scaled(14))
        column.setSpacing(scaled(10))
        for part in self._parts():
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self._close)
        return inside

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            words("På papir", Role.STRONG),
            self._citizens,
            self._citizens_means,
            self._large,
            self._print,
            self._save,
            words(_OUTSIDE, Role.QUIET),
            words("Til et andet program", Role.STRONG),
            self._answers,
            self._form,
            words(_FHIR, Role.QUIET),
        )
