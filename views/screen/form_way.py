"""The ways through a form: the thread of sections, forward and back, the deed that closes it."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal, Slot

from forms.questionnaire import Questionnaire
from models.answers import Answers, Place
from views.screen.form_progress import place_among, progress_words, section_states
from views.screen.section_thread import SectionState, SectionThread
from views.screen.way_on import WayOn


class FormWay(QObject):
    """Keeps the thread of sections and the buttons below the questions in step."""

    section_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.thread_of_sections = SectionThread()
        self.way_on = WayOn()
        self._section = 0
        self._closing = ""
        self._states: tuple[SectionState, ...] = ()
        self.thread_of_sections.section_asked.connect(self.section_asked)
        self.way_on.back_asked.connect(self.go_back)
        self.way_on.on_asked.connect(self.go_on)

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
        self._section = section
        self._states = section_states(questionnaire, *shown, problems)
        self.thread_of_sections.show_sections(self._states, section)
        self.thread_of_sections.setHidden(len(self._states) < 2)  # noqa: PLR2004 - one is no thread
        self._show_way()
        return progress_words(self._states, section)

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

    def _show_way(self) -> None:
        at = place_among(self._states, self._section)
        before = self._states[at - 1].title if at > 0 else ""
        after = self._states[at + 1].title if 0 <= at < len(self._states) - 1 else ""
        self.way_on.show_way(before, after, self._closing if at >= 0 else "")

    def _step(self, step: int) -> None:
        then = place_among(self._states, self._section) + step
        if 0 <= then < len(self._states):
            self.section_asked.emit(self._states[then].index)
