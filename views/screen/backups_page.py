"""The backups: whether there is a fresh one, where they lie, and what each holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot

from views.screen.backup_detail import BackupDetail, DetailShown
from views.screen.erased_notice import ErasedNotice, ErasedShown
from views.screen.first_focus import begin_at
from views.screen.line_list import Line, LineList
from views.screen.look import Role, set_role
from views.screen.messages import ask_folder
from views.screen.problem_line import ProblemLine
from views.screen.side_page import SidePage, button, card, in_a_row
from views.screen.words import words

_MOST_LINES = 6
_WHAT = (
    "En kopi er krypteret ligesom kartoteket. Den åbnes med den adgangssætning, du havde, da den "
    "blev lavet. Programmet laver selv kopier, mens du arbejder, og rydder op i de gamle."
)
_WHY_ANOTHER = (
    "Går disken i stykker, eller bliver computeren stjålet, ryger kopierne ved siden af kartoteket "
    "med. Vælg en mappe på et andet drev, for eksempel en USB-nøgle, du lægger et andet sted."
)
_NOT_CHOSEN = "Der er ikke valgt et andet sted."
_PAUSED = (
    "Oprydningen i gamle kopier holder pause, fordi kartoteket er hentet fra en kopi. Se efter, at "
    "alt er, som det skal være, før du lader den begynde igen."
)
_CHOOSE = "Vælg en kopi på listen for at se, hvad der er i den."


@dataclass(frozen=True, slots=True)
class BackupsShown:
    """How it stands: `state` in one sentence, `problem` what is wrong, `second_place` in words."""

    state: str
    problem: str
    second_place: str
    is_paused: bool


class BackupsPage(SidePage):
    """Shows what it is given; the conductor makes, reads, restores and removes."""

    making_asked = Signal()
    place_chosen = Signal(str)
    forgetting_asked = Signal()
    resuming_asked = Signal()
    backup_chosen = Signal(str)
    restoring_asked = Signal(str)
    removing_asked = Signal()
    cleaning_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Sikkerhedskopier", "Indstillinger")
        self._state = words("", Role.STRONG)
        self._problem = ProblemLine()
        self._make = button("Lav en kopi nu", Role.PRIMARY)
        self._place = words("")
        self._choose = button("Vælg mappe …")
        self._forget = button("Brug ikke stedet mere", Role.SUBTLE)
        self._resume = button("Genoptag oprydningen")
        self._paused = card("Oprydningen holder pause", words(_PAUSED), in_a_row(self._resume))
        self._erased = ErasedNotice()
        self._list = LineList("Kopier", _MOST_LINES)
        self._hint = words(_CHOOSE, Role.QUIET)
        self._detail = BackupDetail()
        self._lay_out()
        self._connect()
        begin_at(self, self._make)
        self.show_backups(())
        self.show_detail(None)

    def show_state(self, shown: BackupsShown) -> None:
        """Show how it stands with the backups."""
        self._state.setText(shown.state)
        self._problem.show_sentence(shown.problem)
        self._place.setText(shown.second_place or _NOT_CHOSEN)
        set_role(self._place, Role.READ if shown.second_place else Role.QUIET)
        self._forget.setVisible(bool(shown.second_place))
        self._choose.setText("Vælg en anden mappe …" if shown.second_place else "Vælg mappe …")
        self._paused.setVisible(shown.is_paused)

    def show_making(self, *, busy: bool) -> None:
        """Show that a backup is being made."""
        self._make.setEnabled(not busy)
        self._make.setText("Laver en kopi …" if busy else "Lav en kopi nu")

    def show_backups(self, lines: Sequence[Line]) -> None:
        """Show the backups, the newest first."""
        self._list.show_lines(lines)
        self._list.setVisible(bool(lines))
        self._hint.setText(_CHOOSE if lines else "Her er ingen kopier endnu.")

    def show_detail(self, shown: DetailShown | None) -> None:
        """Show what is known of the backup that was chosen, None for no one."""
        self._hint.setVisible(shown is None)
        self._detail.setVisible(shown is not None)
        self._detail.show_detail(shown or DetailShown("", "", ""))
        if shown is not None:
            self.column.ensureWidgetVisible(self._detail)

    def show_restoring_problem(self, sentence: str) -> None:
        """Say why the backup cannot be put back, where the passphrase is typed."""
        self._detail.show_problem(sentence)

    def show_erased(self, shown: ErasedShown) -> None:
        """Show which backups still hold citizens who were erased."""
        self._erased.show_erased(shown)

    def show_cleaning(self, *, busy: bool) -> None:
        """Show that backups are being cleaned; nothing else can be done with one meanwhile."""
        if busy:
            # Else the focus goes to the next button, which a second press was not meant for.
            self.column.setFocus()
        self._erased.show_cleaning(busy=busy)
        self._detail.setEnabled(not busy)

    def _lay_out(self) -> None:
        self.body.addWidget(
            card("", self._state, self._problem, words(_WHAT, Role.QUIET), in_a_row(self._make))
        )
        self.body.addWidget(self._erased)
        self.body.addWidget(self._paused)
        place = card(
            "Kopier et andet sted",
            words(_WHY_ANOTHER, Role.QUIET),
            self._place,
            in_a_row(self._choose, self._forget),
        )
        self.body.addWidget(place)
        self.body.addWidget(card("Kopierne", self._list, self._hint))
        self.body.addWidget(self._detail)

    def _connect(self) -> None:
        self._make.clicked.connect(self.making_asked)
        self._choose.clicked.connect(self._ask_place)
        self._forget.clicked.connect(self.forgetting_asked)
        self._resume.clicked.connect(self.resuming_asked)
        self._list.line_chosen.connect(self.backup_chosen)
        self._detail.restoring_asked.connect(self.restoring_asked)
        self._detail.removing_asked.connect(self.removing_asked)
        self._erased.cleaning_asked.connect(self.cleaning_asked)

    @Slot()
    def _ask_place(self) -> None:
        if folder := ask_folder(self, "Hvor skal kopierne også ligge?"):
            self.place_chosen.emit(folder)
