from pathlib import Path

import pytest

from storage.errors import RegisterDamagedError
from storage.register import create_register, open_register
from tests.drills.flips import Damage, damages, make_template, verdict
from tests.drills.world import World
from tests.storage.samples import CHEAP, NOW, PASSPHRASE, PERSON, a_draft, a_row, as_signed

_SAMPLE = 2999


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, World]:
    template = tmp_path_factory.mktemp("flips") / "template"
    return template, make_template(template)


def test_no_damage_makes_wrong_answers_look_right(made: tuple[Path, World], tmp_path: Path) -> None:
    template, world = made

    came = {
        damage: verdict(template, world, damage, tmp_path / "work")
        for damage in damages(template, _SAMPLE)
    }

    ills = {damage: told for damage, told in came.items() if told.startswith(("CRASH", "WRONG"))}
    assert ills == {}
    assert any(told == "harmless" for told in came.values())
    assert any(told.startswith("refused") for told in came.values())
    assert any(told.startswith("told") for told in came.values())


def test_a_long_answer_with_a_damaged_end_is_refused_and_not_shown_with_a_gap(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "kartotek"
    register, _ = create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)
    register.sign(as_signed(a_draft(text="abc " * 6_000)), a_row())
    register.close()
    last_page = (folder / "kartotek.roedtraad").stat().st_size - 4096
    Damage("kartotek.roedtraad", last_page + 1_000, "byte").apply(folder)
    again = open_register(folder, PERSON, PASSPHRASE, NOW)

    with pytest.raises(RegisterDamagedError):
        again.case_entries(a_draft().case_id)

    again.close(even_unsaved=True)


def test_the_drill_notices_answers_that_differ(made: tuple[Path, World], tmp_path: Path) -> None:
    template, world = made
    other = world.with_fact("profile -", "noget andet")
    harmless = Damage("kartotek.laas", 0, "cut")

    assert verdict(template, other, harmless, tmp_path / "work") == "WRONG"
    assert verdict(template, world, harmless, tmp_path / "work") == "harmless"
