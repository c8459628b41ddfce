"""The start: carries out a command, or shows the window; each fetches only what it needs."""

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from app.command_line import read_arguments
from app.places import practice_folder, preferences_file, usual_register_folder
from app.preferences import read_preferences
from app.setting import Setting
from storage.hygiene import harden_process


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program, or one command, and return the exit status."""
    asked = read_arguments(arguments)
    setting = _setting(asked.folder, is_practice=asked.practice)
    harden_process()
    if asked.command:
        from app.commands import carry_out  # noqa: PLC0415 - needs no Qt, and the window not it

        return carry_out(asked.command, asked, setting.folder, _now)
    from app.start import run_window  # noqa: PLC0415 - a command must do without Qt

    return run_window(setting, _now, only_first=asked.first_window_test)


def _setting(folder: Path | None, *, is_practice: bool) -> Setting:
    preferences = read_preferences(preferences_file())
    usual = Path(preferences.register) if preferences.register else usual_register_folder()
    chosen = practice_folder() if is_practice else usual
    return Setting(
        folder or chosen,
        preferences,
        preferences_file(),
        is_practice=is_practice,
        offers_tour=True,
    )


def _now() -> datetime:
    return datetime.now().astimezone()


if __name__ == "__main__":
    sys.exit(main())
