"""The one door that text comes through on its way to paper."""

import re
import unicodedata

NO_BREAK_SPACE = "\u00a0"
_NARROW_NO_BREAK_SPACE = "\u202f"
_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r" {2,}")
_BLANK_LINES = re.compile(r"\n{2,}")
# They ask for the coloured or the plain shape of a sign, and have no shape themselves.
_VARIATION_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))


def printable(text: str) -> str:
    r"""Return *text* as it is set on paper: composed letters, single spaces, ``\n`` for line ends.

    Markup has no meaning here and stays as it was written. What has no shape of its own (control,
    zero-width and direction characters, soft hyphens) is gone.
    """
    ended = _LINE_ENDS.sub("\n", text)
    composed = unicodedata.normalize("NFC", ended.translate(_SHOWN))
    return "\n".join(_SPACES.sub(" ", line).strip(" ") for line in composed.split("\n")).strip("\n")


def one_line(text: str) -> str:
    """Return *text* as it is set on paper, on one line."""
    return " ".join(printable(text).split("\n")).strip()


def paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of each paragraph of *text*; an empty line parts two paragraphs."""
    return tuple(tuple(part.split("\n")) for part in _BLANK_LINES.split(printable(text)) if part)


class _Shown(dict[int, str]):
    """What each character is set as, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _shown(chr(code))
        return self[code]


_SHOWN = _Shown()


def _shown(character: str) -> str:
    if character in {"\n", NO_BREAK_SPACE}:
        return character
    if character == _NARROW_NO_BREAK_SPACE:
        return NO_BREAK_SPACE
    if character == "\t" or unicodedata.category(character) == "Zs":
        return " "
    shapeless = unicodedata.category(character) in {"Cc", "Cf"}
    return "" if shapeless or character in _VARIATION_SELECTORS else character
