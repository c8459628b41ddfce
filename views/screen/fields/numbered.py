"""Which option of a choice a digit stands for."""

import re
from collections.abc import Sequence

_FIRST_NUMBER = re.compile(r"[0-9]+")


def option_numbered(wordings: Sequence[str], digit: int) -> int | None:
    """Return the place, from 0, of the option that *digit* stands for among *wordings*.

    Where every option begins with a number, such as *0 – slet ikke*, it is the one that begins with
    the digit; else the first, the second, the third. None when there is no such option.
    """
    numbers = [_FIRST_NUMBER.match(wording.strip()) for wording in wordings]
    if all(numbers):
        said = [number.group() for number in numbers if number]
        return said.index(str(digit)) if str(digit) in said else None
    return digit - 1 if 1 <= digit <= len(wordings) else None
