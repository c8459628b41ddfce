"""How names are folded, so that soren, søren and soeren all find Søren, and how they are sorted."""

import re
from collections.abc import Iterable
from typing import Final
from unicodedata import combining, normalize

_PLAIN: Final = str.maketrans(
    {"æ": "ae", "ø": "o", "å": "a", "œ": "oe", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th"}
    | {"ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "k"}
)
# An e after o or u, and an a or e after a, spell ø, ü, å and æ where a keyboard lacks them. Leaving
# such letters out depends on nothing that follows, so a folded beginning begins the folded whole.
_SPELT_OUT: Final = re.compile(r"([ou])e+|(a)[ae]+")
_APOSTROPHES: Final = re.compile(r"['’`´]")
_CPR_PART: Final = re.compile(r"[0-9]+(-[0-9]*)?")
_LAST_FOUR: Final = 4
LONGEST_BEGINNING: Final = 10

# Danish letters sort after z in the order æ, ø, å; these three follow z in ASCII.
_IN_ORDER: Final = str.maketrans(
    {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y", "ı": "i", "ł": "l", "đ": "d"}
)


def fold(text: str) -> str:
    """Return *text* in small plain letters, with æ, ø, å and their spellings made one."""
    # Letters such as 𝓐 are plain capitals only when taken apart.
    bare = _without_marks(_without_marks(text).casefold()).translate(_PLAIN)
    return _SPELT_OUT.sub(r"\1\2", bare)


def words_of(name: str, cpr: str, address: str = "") -> tuple[str, ...]:
    """Return the folded words a citizen is found by.

    They are each name, the CPR number, its last four digits, and each word of the address.
    """
    digits = "".join(re.findall(r"[0-9]", cpr))
    numbers = (digits, digits[-_LAST_FOUR:]) if len(digits) > _LAST_FOUR else (digits,)
    found = (*_split(name), *numbers, *_split(address))
    return tuple(dict.fromkeys(word for word in found if word))


def beginnings_of(words: Iterable[str]) -> tuple[str, ...]:
    """Return each beginning, of up to `LONGEST_BEGINNING` letters, that one of *words* has."""
    lengths = range(1, LONGEST_BEGINNING + 1)
    return tuple(dict.fromkeys(word[:length] for word in words for length in lengths))


def told_words(text: str) -> tuple[str, ...]:
    """Return the folded words of *text*, each once, in the order of the alphabet."""
    return tuple(sorted(set(_split(text))))


def joined_words(words: Iterable[str]) -> str:
    """Return *words* such that a beginning of one is found as a space and that beginning."""
    return "".join(f" {word}" for word in words)


def search_terms(search: str) -> tuple[str, ...]:
    """Return the folded beginnings of words that *search* asks for, longest first."""
    terms: list[str] = []
    for part in search.split():
        if _CPR_PART.fullmatch(part):
            terms.append(part.replace("-", ""))
        else:
            terms.extend(_split(part))
    return tuple(sorted(dict.fromkeys(terms), key=len, reverse=True))


def name_order(name: str) -> str:
    """Return text that sorts as *name* does in a Danish list: æ, ø, å last, aa as å."""
    small = normalize("NFC", name.casefold()).replace("aa", "å")
    return _without_marks(small.translate(_IN_ORDER))


def _split(text: str) -> list[str]:
    joined = _APOSTROPHES.sub("", fold(text))
    return "".join(letter if letter.isalnum() else " " for letter in joined).split()


def _without_marks(text: str) -> str:
    return "".join(letter for letter in normalize("NFKD", text) if not combining(letter))
