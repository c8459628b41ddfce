"""The recovery key as it stands on the printed sheet: eight groups, each with a check letter."""

from typing import Final

from storage.errors import RecoveryKeyMistypedError

RECOVERY_KEY_BYTES: Final = 20

# Crockford's letters: none that looks like another, no U.
_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GROUPS: Final = 8
_LETTERS_OF_KEY: Final = 4
# Odd weights: modulo 32 every single wrong letter changes the sum.
_WEIGHTS: Final = (1, 3, 7, 13)


def printed_key(secret: bytes) -> str:
    """Return 20 secret bytes as text for the sheet, e.g. ``"7K2MD-…-0HX4R"``."""
    number = int.from_bytes(secret, "big")
    count = _GROUPS * _LETTERS_OF_KEY
    letters = "".join(_LETTERS[number >> 5 * place & 31] for place in reversed(range(count)))
    step = _LETTERS_OF_KEY
    groups = [letters[start : start + step] for start in range(0, count, step)]
    return "-".join(group + _check_letter(group, place) for place, group in enumerate(groups))


def secret_of(typed: str) -> bytes:
    """Return the 20 bytes of a typed recovery key; hyphens, spaces and case do not matter.

    Raises RecoveryKeyMistypedError naming the group that cannot be right.
    """
    letters = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_READ_AS)
    length = _LETTERS_OF_KEY + 1
    groups = [letters[start : start + length] for start in range(0, len(letters), length)]
    number = 0
    for place, group in enumerate(groups):
        if not _is_right(group, place):
            raise RecoveryKeyMistypedError(place + 1 if len(groups) == _GROUPS else 0)
        for letter in group[:-1]:
            number = number << 5 | _LETTERS.index(letter)
    if len(groups) != _GROUPS:
        raise RecoveryKeyMistypedError(0)
    return number.to_bytes(RECOVERY_KEY_BYTES, "big")


def _is_right(group: str, place: int) -> bool:
    data = group[:-1]
    return (
        len(data) == _LETTERS_OF_KEY
        and set(data) <= set(_LETTERS)
        and group[-1] == _check_letter(data, place)
    )


def _check_letter(group: str, place: int) -> str:
    weighed = zip(_WEIGHTS, group, strict=True)
    total = sum(weight * _LETTERS.index(letter) for weight, letter in weighed)
    return _LETTERS[(total + 5 * place) % len(_LETTERS)]
