"""The setting the program runs in: which register, which preferences, practice or not."""

from dataclasses import dataclass
from pathlib import Path

from app.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Setting:
    """`folder` is where the register lies, or would lie.

    The tour is offered when the program was started as a person starts it, and only once.
    """

    folder: Path
    preferences: Preferences
    preferences_file: Path
    is_practice: bool = False
    offers_tour: bool = False
