"""Which printer papers go to is remembered by the computer, beside the preferences."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.preferences import Appearance, Preferences, read_preferences, write_preferences
from app.printer_choice import PrinterChoice


def test_a_printer_that_was_chosen_is_chosen_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "indstillinger.json"

    PrinterChoice(file).choose("Kontoret_2")

    assert PrinterChoice(file).name == "Kontoret_2"


def test_the_printer_and_the_other_preferences_leave_each_other_alone(tmp_path: Path) -> None:
    file = tmp_path / "indstillinger.json"
    dark = Preferences(Appearance.DARK, 150)
    write_preferences(file, dark)

    PrinterChoice(file).choose("Kontoret_2")
    write_preferences(file, replace(read_preferences(file), text_size=200))

    assert PrinterChoice(file).name == "Kontoret_2"
    assert read_preferences(file) == replace(dark, text_size=200)


def test_without_a_file_the_choice_holds_for_now() -> None:
    choice = PrinterChoice()

    choice.choose("Kontoret_2")

    assert choice.name == "Kontoret_2"


def test_a_printer_that_cannot_be_remembered_is_chosen_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "optaget").touch()
    choice = PrinterChoice(tmp_path / "optaget" / "indstillinger.json")

    with pytest.raises(OSError, match="optaget"):
        choice.choose("Kontoret_2")

    assert choice.name == "Kontoret_2"
