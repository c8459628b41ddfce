"""The setting as it is now: where the register lies, and what is preferred, can change."""

from dataclasses import replace
from pathlib import Path

from app.preferences import Preferences, write_preferences
from app.setting import Setting


class CurrentSetting:
    """Has the setting in force as `now`."""

    def __init__(self, setting: Setting) -> None:
        self.now = setting

    def practise(self, folder: Path) -> None:
        """Go to the practice register in *folder*, which is not remembered."""
        self.now = replace(self.now, folder=folder, is_practice=True)

    def use_folder(self, folder: Path) -> None:
        """Go to the register in *folder*."""
        self.now = replace(self.now, folder=folder)

    def remember_folder(self, folder: Path) -> None:
        """Go to the register in *folder*, now and at the next start; raises OSError.

        Even then it is the one in force.
        """
        preferences = replace(self.now.preferences, register=str(folder))
        self.now = replace(self.now, folder=folder, preferences=preferences)
        write_preferences(self.now.preferences_file, preferences)

    def prefer(self, preferences: Preferences) -> None:
        """Let *preferences*, which are written already, be in force."""
        self.now = replace(self.now, preferences=preferences)
