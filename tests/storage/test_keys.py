from itertools import count

import pytest

from storage.errors import WeakKeyCostError
from storage.key_file import LEAST_COST, KeyCost
from storage.keys import calibrated_cost, new_key, unwrapped_key, wrapped_key
from tests.storage.samples import CHEAP


def test_a_slot_opens_with_its_own_secret_register_and_id_only() -> None:
    key = new_key()
    slot = wrapped_key(key, b"hemmelig", "register", "Navn", CHEAP)

    assert unwrapped_key(slot, b"hemmelig", "register") == key
    assert unwrapped_key(slot, b"hemmeligt", "register") is None
    assert unwrapped_key(slot, b"hemmelig", "et andet") is None
    assert key.hex() not in repr(slot)


def test_a_cost_that_protects_nobody_is_refused() -> None:
    with pytest.raises(WeakKeyCostError):
        KeyCost(64 * 1024 - 1, 3, 4)
    with pytest.raises(WeakKeyCostError):
        KeyCost(64 * 1024, 2, 4)


def test_a_slow_machine_gets_the_least_cost() -> None:
    seconds = count(0, 10)

    assert calibrated_cost(lambda: float(next(seconds))) == LEAST_COST


def test_a_quick_machine_gets_a_higher_cost() -> None:
    ticks = iter([0.0, 0.1, 1.0, 1.3])

    cost = calibrated_cost(lambda: next(ticks))

    assert cost == KeyCost(2 * LEAST_COST.memory, LEAST_COST.passes, LEAST_COST.lanes)
