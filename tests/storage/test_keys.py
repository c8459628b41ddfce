import subprocess
import sys
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.access_errors import EmptyNameError, EmptyPassphraseError
from storage.credentials import ByPassphrase, ByRecoveryKey
from storage.errors import (
    KeyFileDamagedError,
    KeyOfAnotherRegisterError,
    UnknownPersonError,
    WeakKeyCostError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from storage.key_format import decoded, encoded
from storage.key_rings import first_key_file, settled, with_next, with_slot
from storage.key_slots import (
    LEAST_COST,
    MOST_MEMORY,
    KeyCost,
    KeyFile,
    KeyRing,
    KeySlot,
    SealedKey,
    SlotKind,
)
from storage.keys import (
    calibrated_cost,
    key_of,
    new_key,
    new_slot,
    older_key,
    require_name,
    require_passphrase,
    secret_in,
)
from storage.recovery_key import printed_key
from tests.storage.key_files import first_slot
from tests.storage.samples import CHEAP, PASSPHRASE, PERSON

REGISTER = "et kartotek"
SALT, NEXT_SALT, LAST_SALT = b"1" * 16, b"2" * 16, b"3" * 16
ANNA, BO = ByPassphrase("Anna", "æbler"), ByPassphrase("Bo", "pærer")
SHEET = ByRecoveryKey(printed_key(bytes(range(20))))
KEY, NEXT_KEY = new_key(), new_key()


def a_slot(who: ByPassphrase | ByRecoveryKey) -> KeySlot:
    name = who.person if isinstance(who, ByPassphrase) else ""
    return new_slot(name, secret_in(who), CHEAP, REGISTER)


@pytest.fixture(scope="module")
def key_file() -> KeyFile:
    return first_key_file(REGISTER, SALT, KEY, (a_slot(ANNA), a_slot(BO), a_slot(SHEET)))


@pytest.mark.parametrize("who", [ANNA, BO, SHEET])
def test_everybody_gets_the_same_key_with_what_is_theirs(
    key_file: KeyFile, who: ByPassphrase | ByRecoveryKey
) -> None:
    assert key_of(key_file, SALT, who) == KEY


def test_nobody_gets_it_with_what_is_not_theirs(key_file: KeyFile) -> None:
    with pytest.raises(WrongPassphraseError):
        key_of(key_file, SALT, ByPassphrase("Anna", "pærer"))
    with pytest.raises(UnknownPersonError):
        key_of(key_file, SALT, ByPassphrase("", "æbler"))
    with pytest.raises(WrongRecoveryKeyError):
        key_of(key_file, SALT, ByRecoveryKey(printed_key(bytes(20))))
    with pytest.raises(KeyOfAnotherRegisterError):
        key_of(key_file, NEXT_SALT, ANNA)


def test_neither_keys_nor_secrets_can_be_read_from_it_or_from_a_trace(key_file: KeyFile) -> None:
    shown = encoded(key_file).decode() + repr((key_file, ANNA, SHEET))

    assert KEY.hex() not in shown
    assert ANNA.passphrase not in shown
    assert SHEET.typed not in shown


def test_a_next_key_opens_beside_the_present_one_for_all_who_stay(key_file: KeyFile) -> None:
    both = with_next(key_file, KEY, NEXT_SALT, NEXT_KEY, without="Bo")

    assert key_of(both, SALT, ANNA) == key_of(both, SALT, BO) == KEY
    assert key_of(both, NEXT_SALT, ANNA) == key_of(both, NEXT_SALT, SHEET) == NEXT_KEY
    with pytest.raises(UnknownPersonError):
        key_of(both, NEXT_SALT, BO)


def test_a_settled_key_file_has_one_key_and_the_older_ones_under_it(key_file: KeyFile) -> None:
    second = settled(with_next(key_file, KEY, NEXT_SALT, NEXT_KEY, "Bo"), NEXT_SALT, NEXT_KEY)
    last = new_key()
    third = settled(with_next(second, NEXT_KEY, LAST_SALT, last), LAST_SALT, last)

    assert third.next is None
    assert [slot.name for slot in third.slots] == ["Anna", ""]
    assert [key_of(third, salt, ANNA) for salt in (SALT, NEXT_SALT, LAST_SALT)] == [
        KEY,
        NEXT_KEY,
        last,
    ]
    assert older_key(third, last, SALT) == KEY


def test_an_old_key_opens_nothing_newer(key_file: KeyFile) -> None:
    both = with_next(key_file, KEY, NEXT_SALT, NEXT_KEY, without="Bo")
    second = settled(both, NEXT_SALT, NEXT_KEY)

    assert older_key(both, KEY, NEXT_SALT) is None
    assert older_key(second, KEY, NEXT_SALT) is None
    assert older_key(second, KEY, SALT) is None


def test_a_next_file_that_never_came_leaves_all_as_it_was(key_file: KeyFile) -> None:
    again = settled(with_next(key_file, KEY, NEXT_SALT, NEXT_KEY, "Bo"), SALT, KEY)

    assert again.slots == key_file.slots
    assert again.current.sealed == key_file.current.sealed
    assert key_of(again, SALT, BO) == KEY


def test_the_same_key_can_be_put_on_another_file(key_file: KeyFile) -> None:
    moved = settled(with_next(key_file, KEY, NEXT_SALT, KEY), NEXT_SALT, KEY)

    assert key_of(moved, NEXT_SALT, BO) == KEY
    assert older_key(moved, KEY, SALT) == KEY


def test_a_settled_key_file_is_not_written_anew(key_file: KeyFile) -> None:
    assert settled(key_file, SALT, KEY) is key_file
    with pytest.raises(KeyOfAnotherRegisterError):
        settled(key_file, NEXT_SALT, KEY)


def test_a_slot_stands_where_the_one_it_replaces_stood(key_file: KeyFile) -> None:
    other = ByPassphrase("Bo", "blommer")

    changed = with_slot(key_file, KEY, a_slot(other), (key_file.slots[1],))

    assert [slot.name for slot in changed.slots] == ["Anna", "Bo", ""]
    assert key_of(changed, SALT, other) == KEY
    with pytest.raises(WrongPassphraseError):
        key_of(changed, SALT, BO)


def test_a_planted_slot_is_noticed(key_file: KeyFile) -> None:
    planted = a_slot(ByPassphrase("Ukendt", "hemmelig"))

    changed = replace(key_file, slots=(*key_file.slots, planted))

    with pytest.raises(KeyFileDamagedError):
        key_of(changed, SALT, ANNA)


def test_a_planted_public_key_is_noticed(key_file: KeyFile) -> None:
    mine = a_slot(ByPassphrase("Bo", "hemmelig"))
    anna, bo, sheet = key_file.slots

    changed = replace(key_file, slots=(anna, replace(bo, public=mine.public), sheet))

    with pytest.raises(KeyFileDamagedError):
        key_of(changed, SALT, ANNA)


@pytest.mark.parametrize("sealed", ["", "00", "00" * 80])
def test_a_sealed_key_that_is_none_is_noticed(key_file: KeyFile, sealed: str) -> None:
    ring = replace(key_file.current, sealed=(SealedKey(key_file.slots[0].id, sealed),))

    with pytest.raises(KeyFileDamagedError):
        key_of(replace(key_file, current=ring), SALT, ANNA)


def test_a_sealed_key_moved_to_another_slot_or_file_is_noticed(key_file: KeyFile) -> None:
    first, second, *_ = key_file.current.sealed
    to_slot = replace(key_file.current, sealed=(replace(second, slot=first.slot),))
    to_file = replace(key_file.current, file_salt=NEXT_SALT.hex())

    with pytest.raises(KeyFileDamagedError):
        key_of(replace(key_file, current=to_slot), SALT, ANNA)
    with pytest.raises(KeyFileDamagedError):
        key_of(replace(key_file, current=to_file), NEXT_SALT, ANNA)


def first_format() -> KeyFile:
    slots = tuple(first_slot(who.person, secret_in(who), KEY, REGISTER) for who in (ANNA, BO))
    ring = KeyRing(SALT.hex(), tuple(SealedKey(slot.id, "") for slot in slots))
    return KeyFile(REGISTER, 3, slots, ring, version=1)


def test_the_first_format_is_written_and_read_as_it_was() -> None:
    old = first_format()

    assert decoded(encoded(old)) == old
    assert key_of(old, SALT, ANNA) == KEY


def test_a_slot_in_the_first_format_goes_along_with_the_same_key_only() -> None:
    fresh = ByPassphrase("Ny", "nødder")
    mixed = with_slot(first_format(), KEY, a_slot(fresh))

    same = settled(with_next(mixed, KEY, NEXT_SALT, KEY), NEXT_SALT, KEY)
    other = settled(with_next(mixed, KEY, NEXT_SALT, NEXT_KEY), NEXT_SALT, NEXT_KEY)

    assert key_of(same, NEXT_SALT, ANNA) == KEY
    assert [slot.name for slot in other.slots] == ["Ny"]


names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)


@settings(max_examples=25)
@given(st.lists(st.tuples(names, st.booleans()), max_size=3))
def test_every_key_file_is_read_back_as_it_was_written(people: list[tuple[str, bool]]) -> None:
    slots = tuple(
        replace(new_slot(name, b"x", CHEAP, REGISTER), confirmed=confirmed)
        for name, confirmed in people
    )
    key_file = with_next(first_key_file(REGISTER, SALT, KEY, slots), KEY, NEXT_SALT, NEXT_KEY)

    assert decoded(encoded(key_file)) == key_file
    assert decoded(encoded(key_file)[:-1]) is None


def test_a_slot_without_a_name_is_for_recovery() -> None:
    assert a_slot(SHEET).kind is SlotKind.RECOVERY
    assert a_slot(ANNA).kind is SlotKind.PERSON


def test_letters_count_however_they_are_composed() -> None:
    composed = ByPassphrase("J\u00f8rgen \u00c5", "bl\u00e5 d\u00f8r")
    key_file = first_key_file(REGISTER, SALT, KEY, (a_slot(composed),))

    assert key_of(key_file, SALT, ByPassphrase("J\u00f8rgen  A\u030a", "bla\u030a d\u00f8r")) == KEY


def test_nothing_is_no_name_and_no_passphrase() -> None:
    with pytest.raises(EmptyPassphraseError):
        require_passphrase("  ")
    with pytest.raises(EmptyNameError):
        require_name(" \n")
    require_passphrase(PASSPHRASE)
    require_name(PERSON)


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


@pytest.mark.skipif(sys.platform == "win32", reason="limits are of POSIX")
def test_too_little_memory_for_a_guess_has_a_name() -> None:
    script = (
        "import resource; from storage.access_errors import *; from storage.key_slots import *;"
        "from storage.key_wrapping import stretched\n"
        "resource.setrlimit(resource.RLIMIT_AS, (600 << 20, resource.RLIM_INFINITY))\n"
        "try: stretched(b'any', bytes(16), KeyCost(MOST_MEMORY, 3, 4))\n"
        "except NotEnoughMemoryError as error: print(error)"
    )

    ran = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)

    assert "hukommelse" in ran.stdout


def test_no_more_memory_than_a_computer_has_is_ever_asked_for(key_file: KeyFile) -> None:
    asks_too_much = replace(LEAST_COST, memory=MOST_MEMORY + 1)
    slots = tuple(replace(slot, cost=asks_too_much) for slot in key_file.slots)

    assert MOST_MEMORY == 1 << 20
    assert decoded(encoded(replace(key_file, slots=slots))) is None
