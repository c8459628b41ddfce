from pathlib import Path

from storage.register import open_register
from tests.drills.kill_loop import run
from tests.drills.looking import differences, found_world, people_among
from tests.drills.scenes import make_before
from tests.storage.samples import NOW, PASSPHRASE, PERSON, a_row, an_id


def test_nothing_that_was_acknowledged_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    tally = run(20, 4711, tmp_path)

    assert tally.ills == []
    assert tally.kills == 20
    assert tally.acknowledged > 20


def test_the_drill_notices_a_loss(tmp_path: Path) -> None:
    world = make_before(tmp_path / "kartotek")
    possible = {name: {fact} for name, fact in world.facts.items()}
    register = open_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOW)
    register.discard_draft(an_id(11), a_row("Et andet navn", 901), PERSON, NOW)
    register.close()

    found, _ = found_world(tmp_path / "kartotek", people_among(possible), NOW)

    lost = differences(found.facts, possible)
    assert [told.split()[0] for told in lost] == ["case", "entry"]
