"""Every screen of the program as it is painted: nothing too pale, nothing cut off at 200 %."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.preferences import Appearance, Preferences
from tests.screens import WORK
from tests.screens_shown import cut_off, too_pale
from tests.screens_start import START
from tests.visitor import Visitor

# Where these go others went before: counting the lines again would take as long as they do.
pytestmark = [pytest.mark.journey, pytest.mark.no_cover]

SIZE = (1366, 768)
LARGE_IN_THE_DARK = Preferences(Appearance.DARK, 200)


def wrongly_shown(visitor: Visitor) -> list[str]:
    """Return what is too pale or has not the room it needs, and how far the window outgrew it."""
    seen = visitor.seen
    outgrown = seen is visitor.window and (seen.width() > SIZE[0] or seen.height() > SIZE[1])
    return [
        *too_pale(seen),
        *cut_off(seen),
        *([f"outgrown: {seen.width()} x {seen.height()}"] if outgrown else []),
    ]


def test_every_screen_can_be_read_in_the_dark_with_large_letters(
    tmp_path: Path, qapp: QApplication, practised: None
) -> None:
    visitor = Visitor(tmp_path, LARGE_IN_THE_DARK, SIZE, is_practice=True)
    found = []
    for screen in WORK:
        visitor.come_home()
        screen.reach(visitor)
        found += [f"{screen.name}: {one}" for one in wrongly_shown(visitor)]
    visitor.close()

    assert found == []


def test_the_first_start_can_be_read_in_the_dark_with_large_letters(
    tmp_path: Path, qapp: QApplication
) -> None:
    newcomer = Visitor(tmp_path, LARGE_IN_THE_DARK, SIZE, is_practice=False)
    found = []
    for screen in START:
        screen.reach(newcomer)
        found += [f"{screen.name}: {one}" for one in wrongly_shown(newcomer)]
    newcomer.close()

    assert found == []
