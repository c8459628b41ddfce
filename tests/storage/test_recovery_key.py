import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import RecoveryKeyMistypedError
from storage.recovery_key import printed_key, secret_of

secrets_of_20_bytes = st.binary(min_size=20, max_size=20)


@given(secrets_of_20_bytes)
def test_a_printed_key_is_read_back(secret: bytes) -> None:
    printed = printed_key(secret)

    assert secret_of(printed) == secret
    assert secret_of(printed.replace("-", " ").lower()) == secret
    assert secret_of(printed.replace("0", "O").replace("1", "l")) == secret


@given(secrets_of_20_bytes, st.integers(0, 39), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_every_single_wrong_letter_is_noticed_and_placed(
    secret: bytes, place: int, letter: str
) -> None:
    letters = printed_key(secret).replace("-", "")
    mistyped = letters[:place] + letter + letters[place + 1 :]
    if mistyped == letters:
        return

    with pytest.raises(RecoveryKeyMistypedError) as caught:
        secret_of(mistyped)

    assert caught.value.group == place // 5 + 1


@pytest.mark.parametrize("typed", ["", "ABCDE", "7K2MD" * 9, "æøå"])
def test_a_key_of_the_wrong_length_is_noticed(typed: str) -> None:
    with pytest.raises(RecoveryKeyMistypedError) as caught:
        secret_of(typed)

    assert caught.value.group == 0
