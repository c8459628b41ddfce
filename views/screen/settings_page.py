"""How the program looks and behaves on this computer, and the ways to what the register needs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forms.questionnaire import Option
from models.answers import Coding
from views.screen.column import Column
from views.screen.fields.option_lists import RadioList
from views.screen.fields.ticks import CheckTick
from views.screen.look import Role
from views.screen.side_page import card
from views.screen.words import words


class Look(StrEnum):
    """Light, dark, or as the rest of the computer; the values are the words that are shown."""

    LIGHT = "Lys"
    DARK = "Mørk"
    SYSTEM = "Følg computeren"


TEXT_SIZES = (100, 125, 150, 175, 200)
"""In per cent."""

LOCK_AFTER = (2, 5, 10, 15, 30)
"""In minutes without a key or the mouse."""

_ACCESS = "Giv en kollega adgang, skift din adgangssætning, eller lav et nyt gendannelsesark."
_BACKUPS = "Se, hvornår der sidst blev lavet en kopi, hvor kopierne ligger, og hent en frem igen."
_CHECKLISTS = (
    "Det, loven og retningslinjen beder om hos jer som sted: hvad der er på plads, hvem der har "
    "ansvaret, og hvornår I ser på det igen."
)
_PROFILE = "Navn, adresse og opgaver, som brevene bygger på."
_UPKEEP = "Se efter, at kartoteket er helt, og byg listerne igen."
_FORMS = "Hent jeres egne skemaer ind, prøv dem, og tag dem i brug."
_WORDINGS = "Læs, hvad der står i brevene, og skriv det med jeres egne ord."
_PAPER = "Jeres logo, og hvor ruden sidder på jeres kuverter."
_HIDE = "Vis ikke vinduet i skærmbilleder og på delt skærm"
_WHY_HIDE = (
    "Når du deler din skærm i et møde, ser de andre ikke kartoteket. Slå det fra, hvis en kollega "
    "skal kunne se med på afstand."
)
_NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class SettingsShown:
    """The settings in force; `text_size` in per cent, `lock_after` in minutes.

    `hides_from_capture` is None where the computer cannot hide a window.
    """

    look: Look
    text_size: int
    lock_after: int
    hides_from_capture: bool | None = None


class SettingsPage(QWidget):
    """Says at once what was chosen; there is nothing to save."""

    look_chosen = Signal(Look)
    text_size_chosen = Signal(int)
    lock_after_chosen = Signal(int)
    hiding_chosen = Signal(bool)
    profile_asked = Signal()
    people_asked = Signal()
    backups_asked = Signal()
    upkeep_asked = Signal()
    forms_asked = Signal()
    checklists_asked = Signal()
    wordings_asked = Signal()
    letter_paper_asked = Signal()

    def __init__(self, shown: SettingsShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._look = _choices("Udseende", {look.value: look.value for look in Look}, across=False)
        self._size = _choices("Tekststørrelse", _numbers(TEXT_SIZES, "%"))
        self._lock = _choices("Lås automatisk", _numbers(LOCK_AFTER, "min."))
        self._hides = CheckTick(_HIDE)
        self._hides.clicked.connect(self._say_hiding)
        self._look.picked.connect(self._say_look)
        self._size.picked.connect(self._say_size)
        self._lock.picked.connect(self._say_lock)
        self.setFocusProxy(self._look.tab_stop())
        self._lay_out()
        self.show_settings(shown)

    def show_settings(self, shown: SettingsShown) -> None:
        """Show *shown* as what is in force, without saying that it was chosen."""
        self._shown = shown
        self._look.show_codes((shown.look,))
        self._size.show_codes((str(shown.text_size),))
        self._lock.show_codes((str(shown.lock_after),))
        self._hides.setChecked(bool(shown.hides_from_capture))

    def _lay_out(self) -> None:
        column = Column(640)
        column.body.addWidget(words("Indstillinger", Role.TITLE))
        for title, text, control in self._cards():
            column.body.addWidget(_card(title, text, control))
        column.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column)

    def _cards(self) -> tuple[tuple[str, str, QWidget], ...]:
        return (
            ("Udseende", "Mørk er behagelig i et dæmpet rum.", self._look),
            ("Tekststørrelse", "Gælder skærmen, ikke brevene.", self._size),
            (
                "Lås automatisk",
                "Så længe må computeren stå urørt, før kartoteket låser. Intet går tabt.",
                self._lock,
            ),
            *self._hiding(),
            *self._ways(),
        )

    def _hiding(self) -> Iterator[tuple[str, str, QWidget]]:
        if self._shown.hides_from_capture is not None:
            yield "Skærmbilleder", _WHY_HIDE, self._hides

    def _ways(self) -> Iterator[tuple[str, str, QWidget]]:
        ways = (
            ("Jeres sted", _PROFILE, "Ret oplysninger om jeres sted", self.profile_asked),
            ("Brevpapir", _PAPER, "Se brevpapiret", self.letter_paper_asked),
            ("Brevenes tekster", _WORDINGS, "Se brevenes tekster", self.wordings_asked),
            ("Tjeklister", _CHECKLISTS, "Se tjeklisterne", self.checklists_asked),
            ("Skemaer", _FORMS, "Se jeres skemaer", self.forms_asked),
            ("Personer og adgang", _ACCESS, "Se, hvem der har adgang", self.people_asked),
            ("Sikkerhedskopier", _BACKUPS, "Se sikkerhedskopierne", self.backups_asked),
            ("Eftersyn", _UPKEEP, "Gå til eftersyn", self.upkeep_asked),
        )
        for title, text, way, asked in ways:
            button = QPushButton(way)
            button.clicked.connect(asked)
            yield title, text, button

    @Slot()
    def _say_look(self) -> None:
        if codes := self._look.codes():
            self.look_chosen.emit(Look(codes[0]))
        else:
            self.show_settings(self._shown)

    @Slot()
    def _say_size(self) -> None:
        if codes := self._size.codes():
            self.text_size_chosen.emit(int(codes[0]))
        else:
            self.show_settings(self._shown)

    @Slot()
    def _say_hiding(self) -> None:
        self.hiding_chosen.emit(self._hides.isChecked())

    @Slot()
    def _say_lock(self) -> None:
        if codes := self._lock.codes():
            self.lock_after_chosen.emit(int(codes[0]))
        else:
            self.show_settings(self._shown)


def _numbers(numbers: Sequence[int], unit: str) -> dict[str, str]:
    return {str(number): f"{number}{_NO_BREAK}{unit}" for number in numbers}


def _choices(name: str, texts: Mapping[str, str], *, across: bool = True) -> RadioList:
    options = [Option(Coding(code, text)) for code, text in texts.items()]
    choices = RadioList(options, across=across)
    choices.setAccessibleName(name)
    for tick in choices.ticks:
        tick.setAccessibleName(f"{name}: {tick.text()}")
    return choices


def _card(title: str, text: str, control: QWidget) -> QWidget:
    row = QHBoxLayout()
    if isinstance(control, RadioList):
        # It takes the whole width, and so knows whether its options have room side by side.
        row.addWidget(control)
    else:
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return card(title, words(text, Role.QUIET), row)
