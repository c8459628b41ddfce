"""The ways through a form: the thread of sections, forward and back, the deed that closes it."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forms.privacy import private_items
from forms.questionnaire import Questionnaire
from models.answers import Answers, Place
from views.screen.form_progress import place_among, progress_words, section_states
from views.screen.look import scaled
from views.screen.section_thread import SectionState, SectionThread
from views.screen.way_on import WayOn

_WIDEST_THREAD = 960


class FormWay(QObject):
    """Keeps the thread of sections and the buttons below the questions in step."""

    section_asked = Signal(int)
    end_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.thread_of_sections = SectionThread()
        self.way_on = WayOn()
        self._section = -1
        self._reads_along = False
        self._closing = ""
        self._states: tuple[SectionState, ...] = ()
        self.thread_of_sections.section_asked.connect(self.section_asked)
        self.way_on.back_asked.connect(self.go_back)
        self.way_on.on_asked.connect(self.go_on)
        self.way_on.end_asked.connect(self._go_to_last)

    def thread_in_middle(self) -> QHBoxLayout:
        """Return a row in which the thread stands, no wider than it is read with ease."""
        self.thread_of_sections.setMaximumWidth(scaled(_WIDEST_THREAD))
        centred = QHBoxLayout()
        centred.addWidget(self.thread_of_sections)
        return centred

    def listen_in(self, page: QWidget) -> None:
        """Let Ctrl+Page Up and Ctrl+Page Down lead back and on wherever one is in *page*.

        Ctrl+Shift+Enter asks for the end of the form.
        """
        for keys, go in (("Ctrl+PgUp", self.go_back), ("Ctrl+PgDown", self.go_on)):
            QShortcut(QKeySequence(keys), page).activated.connect(go)
        for enter in ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"):
            QShortcut(QKeySequence(enter), page).activated.connect(self.end_asked)

    def show_progress(
        self,
        questionnaire: Questionnaire,
        section: int,
        shown: tuple[Answers, frozenset[Place]],
        problems: Collection[Place],
    ) -> str:
        """Show how far each section is, with number *section* on the screen; return it in words.

        *shown* are the answers and the places that are asked.
        """
        reads_along = self._reads_along
        asked = self._asked(questionnaire, shown[1])
        states = section_states(questionnaire, shown[0], asked, problems, reads_along=reads_along)
        # With most keys nothing changes here, and to paint all knots anew takes half of a key.
        if (states, section) != (self._states, self._section):
            self._states, self._section = states, section
            thread = self.thread_of_sections
            thread.show_sections(states, section)
            thread.setHidden(len(states) < 2)  # noqa: PLR2004 - one is no thread
            self._show_way()
        return progress_words(states, section)

    def set_citizen_view(self, reads_along: bool) -> None:  # noqa: FBT001 - a setter, as Qt's own
        """Lead past what is the counsellor's alone, or not, from the next `show_progress` on."""
        self._reads_along = reads_along

    @property
    def leads_back(self) -> bool:
        """Whether there is a section before the one on the screen."""
        return place_among(self._states, self._section) > 0

    @property
    def leads_nowhere(self) -> bool:
        """Whether there is no section to go to."""
        return not self._states

    def turn_away(self) -> None:
        """Ask for the first section when the one on the screen is none to go to."""
        if self._states and place_among(self._states, self._section) < 0:
            self.section_asked.emit(self._states[0].index)

    def set_closing_action(self, text: str) -> None:
        """Offer the deed *text* after the last section; empty offers none."""
        self._closing = text
        self._show_way()

    @Slot()
    def go_back(self) -> None:
        """Ask for the section before."""
        self._step(-1)

    @Slot()
    def go_on(self) -> None:
        """Ask for the section after."""
        self._step(1)

    @Slot()
    def _go_to_last(self) -> None:
        if self._states and self._states[-1].index != self._section:
            self.section_asked.emit(self._states[-1].index)

    def _asked(self, questionnaire: Questionnaire, enabled: frozenset[Place]) -> frozenset[Place]:
        if not self._reads_along:
            return enabled
        private = private_items(questionnaire.items)
        return frozenset(place for place in enabled if place.link_id not in private)

    def _show_way(self) -> None:
        at = place_among(self._states, self._section)
        before = self._states[at - 1].title if at > 0 else ""
        after = self._states[at + 1].title if 0 <= at < len(self._states) - 1 else ""
        self.way_on.show_way(before, after, self._closing if at >= 0 else "")

    def _step(self, step: int) -> None:
        then = place_among(self._states, self._section) + step
        if 0 <= then < len(self._states):
            self.section_asked.emit(self._states[then].index)
