from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.identifiers import uuid7

milliseconds = st.integers(0, 2**48 - 1)
ten_bytes = st.binary(min_size=10, max_size=10)


@given(milliseconds, ten_bytes)
def test_an_identifier_is_a_uuid_of_version_7(at: int, chance: bytes) -> None:
    made = UUID(uuid7(at, chance))

    assert made.version == 7
    assert made.variant == "specified in RFC 4122"
    assert made.int >> 80 == at


@given(milliseconds, milliseconds, ten_bytes, ten_bytes)
def test_identifiers_sort_by_time(one: int, other: int, chance: bytes, more: bytes) -> None:
    if one < other:
        assert uuid7(one, chance) < uuid7(other, more)


@given(milliseconds, ten_bytes, ten_bytes)
def test_chance_tells_identifiers_of_one_moment_apart(at: int, one: bytes, other: bytes) -> None:
    # Two of the eighty random bits per byte pair give way to version and variant.
    relevant = (1 << 74) - 1
    same = int.from_bytes(one, "big") & relevant == int.from_bytes(other, "big") & relevant

    assert (uuid7(at, one) == uuid7(at, other)) is same


def test_too_little_chance_is_refused() -> None:
    with pytest.raises(ValueError, match="10 random bytes"):
        uuid7(0, b"123")
