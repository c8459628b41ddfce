"""The first page: what the program is, and where the register is to lie."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.first_focus import begin_at
from views.screen.first_start.page import StartPage, to_the_left
from views.screen.first_start.progress import Place
from views.screen.labelled import labelled
from views.screen.look import Role, scaled, set_role
from views.screen.messages import ask_folder
from views.screen.words import words

_WHAT = (
    "Rød Tråd er et kartotek til dig, der arbejder med stofmisbrugsbehandling. Det fører dig og "
    "borgeren gennem forløbet spørgsmål for spørgsmål, holder øje med fristerne og skriver planen "
    "og brevene."
)
_SAFE = (
    "Alt ligger i én krypteret fil på denne computer. Programmet går aldrig på nettet, og ingen "
    "kan læse filen uden adgangssætningen eller gendannelsesnøglen."
)
_MAKE = "Opret et nyt kartotek"
_ANYWAY = "Opret kartoteket dér alligevel"
_RESTORE = "Hent fra en sikkerhedskopi …"
_RESTORE_ANYWAY = "Hent kartoteket dertil alligevel …"
_NO_FOLDER = "Vælg den mappe, kartoteket skal ligge i."


class WelcomePage(StartPage):
    """Asks for a folder, for a new register or one from a backup; or which other to open."""

    folder_chosen = Signal(str)
    existing_chosen = Signal(str)
    restoring_asked = Signal(str)
    practice_asked = Signal()

    def __init__(self, place: Place, folder: str) -> None:
        super().__init__(place, "Velkommen til Rød Tråd", _MAKE)
        self._folder = QLineEdit(folder)
        self._choose = QPushButton("Vælg en anden mappe …")
        self._existing = QPushButton("Åbn et kartotek, der findes i forvejen …")
        self._restore = QPushButton(_RESTORE)
        self._practice = QPushButton("Prøv med øvekartoteket")
        self.back.hide()
        begin_at(self, self._folder)
        self._folder.textChanged.connect(self._forget_problem)
        self._folder.returnPressed.connect(self._say_folder)
        self.onward.clicked.connect(self._say_folder)
        self._choose.clicked.connect(self._choose_folder)
        self._existing.clicked.connect(self._choose_existing)
        self._restore.clicked.connect(self._say_restoring)
        self._practice.clicked.connect(self.practice_asked)
        self._lay_out()

    def show_risk(self, sentence: str) -> None:
        """Warn with *sentence* of the folder chosen; the buttons that use it then mean it."""
        self.show_problem(sentence)
        self.onward.setText(_ANYWAY)
        self._restore.setText(_RESTORE_ANYWAY)

    @override
    def show_problem(self, sentence: str) -> None:
        """Show *sentence* above the buttons; an empty one takes it, or a warning, away."""
        super().show_problem(sentence)
        self.onward.setText(_MAKE)
        self._restore.setText(_RESTORE)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab come to the main button before the other ways; only in a window does it last."""
        super().showEvent(event)
        QWidget.setTabOrder(self._choose, self.onward)

    def _lay_out(self) -> None:
        self.add(words(_WHAT))
        self.add(words(_SAFE))
        self.add_space()
        self.add(labelled("Her kommer kartoteket til at ligge", self._folder))
        self.add(to_the_left(self._choose))
        self.add_below(self._others())

    def _others(self) -> QFrame:
        card = QFrame()
        set_role(card, Role.CARD)
        column = QVBoxLayout(card)
        column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(14))
        column.addWidget(words("Eller", Role.STRONG))
        for button, text in (
            (
                self._existing,
                "Har I allerede et kartotek på computeren eller et drev?",
            ),
            (
                self._restore,
                "Har I en sikkerhedskopi? Kartoteket fra den kommer til at ligge i mappen herover.",
            ),
            (
                self._practice,
                "I øvekartoteket er alle borgere opdigtede, så du trygt kan prøve.",
            ),
        ):
            column.addSpacing(scaled(4))
            column.addWidget(words(text, Role.QUIET))
            column.addWidget(to_the_left(button))
        return card

    @Slot()
    def _forget_problem(self) -> None:
        self.show_problem("")

    @Slot()
    def _say_folder(self) -> None:
        if self._folder.text().strip():
            self.folder_chosen.emit(self._folder.text().strip())
        else:
            self.show_problem(_NO_FOLDER)

    @Slot()
    def _say_restoring(self) -> None:
        if folder := self._folder.text().strip():
            self.restoring_asked.emit(folder)
        else:
            self.show_problem(_NO_FOLDER)

    @Slot()
    def _choose_folder(self) -> None:
        if folder := ask_folder(self, "Hvor skal kartoteket ligge?"):
            self._folder.setText(folder)

    @Slot()
    def _choose_existing(self) -> None:
        if folder := ask_folder(self, "Hvor ligger kartoteket?"):
            self.existing_chosen.emit(folder)
