"""The conductor of the settings: what is chosen holds at once and is kept on this computer."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.capture_guard import can_hide_from_capture
from app.preferences import Appearance, Preferences, write_preferences
from views.screen.settings_page import Look, SettingsPage, SettingsShown

_LOOKS = {
    Appearance.LIGHT: Look.LIGHT,
    Appearance.DARK: Look.DARK,
    Appearance.SYSTEM: Look.SYSTEM,
}
_APPEARANCES = {look: appearance for appearance, look in _LOOKS.items()}


class SettingsConductor(QObject):
    """Says `changed` with the preferences that now hold."""

    changed = Signal(Preferences)
    profile_asked = Signal()
    people_asked = Signal()
    backups_asked = Signal()
    upkeep_asked = Signal()
    forms_asked = Signal()
    checklists_asked = Signal()
    wordings_asked = Signal()
    letter_paper_asked = Signal()
    problem = Signal(str)

    def __init__(self, preferences: Preferences, file: Path) -> None:
        super().__init__()
        self._preferences = preferences
        self._file = file
        self.page = SettingsPage(_shown(preferences))
        self.page.look_chosen.connect(self._choose_look)
        self.page.text_size_chosen.connect(self._choose_text_size)
        self.page.lock_after_chosen.connect(self._choose_lock_after)
        self.page.hiding_chosen.connect(self._choose_hiding)
        self.page.profile_asked.connect(self.profile_asked)
        self.page.people_asked.connect(self.people_asked)
        self.page.backups_asked.connect(self.backups_asked)
        self.page.upkeep_asked.connect(self.upkeep_asked)
        self.page.forms_asked.connect(self.forms_asked)
        self.page.checklists_asked.connect(self.checklists_asked)
        self.page.wordings_asked.connect(self.wordings_asked)
        self.page.letter_paper_asked.connect(self.letter_paper_asked)

    @Slot(Look)
    def _choose_look(self, look: Look) -> None:
        self._become(replace(self._preferences, appearance=_APPEARANCES[look]))

    @Slot(int)
    def _choose_text_size(self, per_cent: int) -> None:
        self._become(replace(self._preferences, text_size=per_cent))

    @Slot(int)
    def _choose_lock_after(self, minutes: int) -> None:
        self._become(replace(self._preferences, lock_after=minutes))

    @Slot(bool)
    def _choose_hiding(self, hides: bool) -> None:  # noqa: FBT001 - as a tick says it
        self._become(replace(self._preferences, hides_from_capture=hides))

    def _become(self, preferences: Preferences) -> None:
        self._preferences = preferences
        try:
            write_preferences(self._file, preferences)
        except OSError:
            self.problem.emit(
                "Indstillingen gælder, til programmet lukkes. Den kunne ikke gemmes på computeren."
            )
        self.page.show_settings(_shown(preferences))
        self.changed.emit(preferences)


def _shown(preferences: Preferences) -> SettingsShown:
    look = _LOOKS[preferences.appearance]
    hides = preferences.hides_from_capture if can_hide_from_capture() else None
    return SettingsShown(look, preferences.text_size, preferences.lock_after, hides)
