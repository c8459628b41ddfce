"""A second place for the backups, for the day the disk or the whole computer is gone."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton

from views.screen.first_start.page import StartPage, to_the_left
from views.screen.first_start.progress import Place
from views.screen.labelled import labelled
from views.screen.look import Role
from views.screen.messages import ask_folder
from views.screen.words import words

_BESIDE = (
    "Mens du arbejder, laver programmet selv krypterede sikkerhedskopier i kartotekets egen mappe. "
    "De hjælper, hvis kartoteket tager skade, men ikke, hvis disken går i stykker, eller "
    "computeren bliver væk."
)
_ELSEWHERE = (
    "Vælg derfor et sted mere: en USB-nøgle, et ekstra drev eller en mappe på jeres netværk. Er "
    "stedet der ikke en dag, bliver kopien kun lavet ved siden af kartoteket, og programmet siger "
    "det til dig. Kopierne kan kun læses med en adgangssætning eller gendannelsesnøglen."
)
_LATER = "Du kan vælge stedet senere under Indstillinger. Indtil da er alle kopier på samme disk."
_PUT_THERE = "Læg kopier dér"
_TRYING = "Lægger den første kopi dér …"


class BackupPlacePage(StartPage):
    """Asks for a folder on another disk; one can go on without."""

    place_chosen = Signal(str)
    skipped = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__(place, "En kopi et andet sted", _PUT_THERE)
        self._folder = QLineEdit()
        self._choose = QPushButton("Vælg mappe …")
        self._skip = QPushButton("Spring over for nu")
        self.back.hide()
        self.onward.clicked.connect(self._say_place)
        self._folder.returnPressed.connect(self._say_place)
        self._choose.clicked.connect(self._choose_folder)
        self._skip.clicked.connect(self.skipped)
        self.add(words(_BESIDE))
        self.add(words(_ELSEWHERE))
        self.add_space()
        self.add(labelled("Mappen til kopierne", self._folder))
        self.add(to_the_left(self._choose))
        self.add_below(to_the_left(self._skip))
        self.add_below(words(_LATER, Role.QUIET))

    def show_busy(self, *, busy: bool) -> None:
        """Show that the first copy is being put there; nothing else can be done meanwhile."""
        self.onward.setText(_TRYING if busy else _PUT_THERE)
        for widget in (self.onward, self._skip, self._choose, self._folder):
            widget.setEnabled(not busy)
        if busy:
            self.show_problem("")
        else:
            self._folder.setFocus()

    @Slot()
    def _say_place(self) -> None:
        if typed := self._folder.text().strip():
            self.place_chosen.emit(typed)
        else:
            self.show_problem("Vælg en mappe, eller spring over for nu.")

    @Slot()
    def _choose_folder(self) -> None:
        if folder := ask_folder(self, "Hvor skal kopierne også ligge?"):
            self._folder.setText(folder)
            self.show_problem("")
