from pathlib import Path

import pytest

from app.preferences import Appearance, Preferences, read_preferences, write_preferences


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    chosen = Preferences(Appearance.DARK, 150, 15, "/et/sted/Øvekartotek", hides_from_capture=False)
    file = tmp_path / "en mappe" / "indstillinger.json"

    write_preferences(file, chosen)

    assert read_preferences(file) == chosen


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "{", '{"text_size": 9000}', '{"appearance": "rainbow", "lock_after": "x"}'],
)
def test_a_file_that_makes_no_sense_is_as_at_the_first_start(tmp_path: Path, text: str) -> None:
    file = tmp_path / "indstillinger.json"
    file.write_text(text, encoding="utf-8")

    assert read_preferences(file) == Preferences()


def test_a_missing_file_is_as_at_the_first_start(tmp_path: Path) -> None:
    assert read_preferences(tmp_path / "ingen.json") == Preferences()
