import pytest

from storage.small_json import json_in


@pytest.mark.parametrize("written", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"a":' * 100_000])
def test_what_cannot_be_read_as_json_is_a_value_error(written: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        json_in(written)


def test_what_can_be_read_is_read() -> None:
    assert json_in('{"navn": "ærø"}'.encode()) == {"navn": "ærø"}
