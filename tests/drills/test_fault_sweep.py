from pathlib import Path

import pytest

from tests.drills.fault_sweep import Tally, runner, sweep, why_not
from tests.drills.scenes import SCENES

_STEPS = 5


@pytest.mark.skipif(bool(why_not()), reason=why_not())
@pytest.mark.parametrize("scene", SCENES)
def test_a_disk_that_fails_once_or_for_good_is_met_by_name_and_nothing_kept_is_lost(
    tmp_path: Path, scene: str
) -> None:
    tally = Tally()

    with runner(tmp_path) as player:
        calls = player.play(scene, 0, 0, stays=False).seen
        sweep(player, scene, calls // _STEPS, tally)

    assert tally.ills == {}
    assert tally.failures >= _STEPS
    assert tally.refused
