"""The clinic's letter paper: its logo, and where the window of its envelopes is."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout

from views.screen.first_focus import begin_at
from views.screen.icons import Sign, SignButton
from views.screen.look import Role, scaled
from views.screen.messages import ask_picture_file, ask_save_path, ask_yes_no
from views.screen.page_view import PageView
from views.screen.problem_line import ProblemLine
from views.screen.side_page import SidePage, button, card, in_a_row
from views.screen.words import words

_LOGO = (
    "Logoet står øverst til højre på den første side af alle breve. Vælg et billede i formatet PNG "
    "eller JPEG. Breve, der er godkendt, bliver stående, som de er."
)
_NO_LOGO = "I har ikke noget logo endnu."
_WINDOW = (
    "Modtagerens adresse skal kunne læses i kuvertens rude, og intet andet må kunne ses. Mål, hvor "
    "ruden begynder på jeres kuverter, og prøv med en prøveside."
)
_HEAD = "Sådan ser den første side ud. Navn, adresse og telefontid retter I under jeres sted."
_TEST_NAME = "proeveside.pdf"
_LOGO_BOX = QSize(260, 74)
_PAGE_HEIGHT = 420


@dataclass(frozen=True, slots=True)
class PaperShown:
    """The letter paper as it is: `logo` is a picture file, empty for none; `sheet` a sample."""

    logo: bytes
    left_mm: str
    top_mm: str
    sheet: bytes


class LetterPaperPage(SidePage):
    """Shows the letter paper, and says what is to be changed or tried."""

    logo_chosen = Signal(str)
    logo_removed = Signal()
    window_chosen = Signal(str, str)
    print_asked = Signal()
    save_asked = Signal(str)
    profile_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Brevpapir", "Indstillinger")
        self._logo = QLabel()
        self._no_logo = words(_NO_LOGO, Role.QUIET)
        self._choose = button("Vælg et logo …")
        self._remove = button("Fjern logoet", Role.SUBTLE)
        self._logo_problem = ProblemLine()
        self._left, self._top = QLineEdit(), QLineEdit()
        self._keep = button("Gem rudens plads")
        self._kept = words("", Role.GOOD)
        self._window_problem = ProblemLine()
        self._print = SignButton("Skriv prøvesiden ud", Sign.PRINT)
        self._save = button("Gem prøvesiden som PDF …")
        self._profile = button("Ret oplysninger om jeres sted")
        self._sheet = PageView()
        self._connect()
        self._lay_out()
        begin_at(self, self._choose)

    def show_paper(self, shown: PaperShown) -> None:
        """Show the letter paper; raises `UnreadableLetterError`."""
        picture = QPixmap()
        picture.loadFromData(shown.logo)
        if not picture.isNull():
            ratio = self.devicePixelRatioF()
            kept = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            size = QSize(scaled(_LOGO_BOX.width()), scaled(_LOGO_BOX.height())) * ratio
            picture = picture.scaled(size, kept, smooth)
            picture.setDevicePixelRatio(ratio)
        self._logo.setPixmap(picture)
        self._logo.setVisible(bool(shown.logo))
        self._no_logo.setVisible(not shown.logo)
        self._remove.setVisible(bool(shown.logo))
        self._left.setText(shown.left_mm)
        self._top.setText(shown.top_mm)
        if shown.sheet:
            self._sheet.show_pdf(shown.sheet)

    def show_logo_problem(self, sentence: str) -> None:
        """Say why a picture cannot be the logo; empty takes it back."""
        self._logo_problem.show_sentence(sentence)

    def show_window_outcome(self, problem: str, done: str = "") -> None:
        """Say what came of a new place of the window, or of the test page."""
        self._window_problem.show_sentence(problem)
        self._kept.setText(done)
        self._kept.setVisible(bool(done))

    def _connect(self) -> None:
        self._choose.clicked.connect(self._choose_logo)
        self._remove.clicked.connect(self._ask_removal)
        self._keep.clicked.connect(self._say_window)
        self._left.returnPressed.connect(self._say_window)
        self._top.returnPressed.connect(self._say_window)
        self._print.clicked.connect(self.print_asked)
        self._save.clicked.connect(self._ask_where)
        self._profile.clicked.connect(self.profile_asked)

    def _lay_out(self) -> None:
        self._logo.setAccessibleName("Jeres logo")
        # A logo is drawn for white paper, whatever the screen's colours are.
        self._logo.setStyleSheet("background: white; padding: 6px;")
        self._logo.setSizePolicy(
            self._logo.sizePolicy().Policy.Maximum, self._logo.sizePolicy().Policy.Maximum
        )
        self._sheet.setFixedHeight(scaled(_PAGE_HEIGHT))
        self._sheet.setAccessibleName("Den første side af et brev")
        self._kept.hide()
        logo = QVBoxLayout()
        logo.addWidget(self._logo)
        logo.addWidget(self._no_logo)
        logo.addWidget(self._logo_problem)
        logo.addLayout(in_a_row(self._choose, self._remove))
        self.body.addWidget(card("Logo", words(_LOGO, Role.QUIET), logo))
        self.body.addWidget(
            card(
                "Kuvertens rude",
                words(_WINDOW, Role.QUIET),
                self._places(),
                self._window_problem,
                self._kept,
                in_a_row(self._keep),
                in_a_row(self._print, self._save),
            )
        )
        self.body.addWidget(
            card("Brevhovedet", words(_HEAD, Role.QUIET), in_a_row(self._profile), self._sheet)
        )

    def _places(self) -> QGridLayout:
        grid = QGridLayout()
        named = (
            (self._left, "Fra kuvertens venstre kant (mm)"),
            (self._top, "Fra kuvertens øverste kant (mm)"),
        )
        for row, (line, name) in enumerate(named):
            label = words(name)
            label.setBuddy(line)
            line.setAccessibleName(name)
            line.setMaxLength(4)
            line.setFixedWidth(scaled(70))
            grid.addWidget(label, row, 0)
            grid.addWidget(line, row, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 2)
        return grid

    @Slot()
    def _choose_logo(self) -> None:
        if path := ask_picture_file(self):
            self.logo_chosen.emit(path)

    @Slot()
    def _ask_removal(self) -> None:
        explanation = "Nye breve bliver skrevet uden. De, der er godkendt, ændrer sig ikke."
        if ask_yes_no(self, "Vil du fjerne logoet?", explanation, "Fjern logoet", "Behold det"):
            self.logo_removed.emit()

    @Slot()
    def _say_window(self) -> None:
        self.window_chosen.emit(self._left.text(), self._top.text())

    @Slot()
    def _ask_where(self) -> None:
        if path := ask_save_path(self, _TEST_NAME):
            self.save_asked.emit(path)
