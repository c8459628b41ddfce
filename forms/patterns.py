"""Patterns that text must match, in time that grows no faster than the text is long.

Python's own matching can take years over a harmless-looking pattern, and a form comes from outside.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

Matcher = Callable[[str], bool]

LONGEST = 1_000
LONGEST_TEXT = 2_000
_MOST_STATES = 1_000
_DEEPEST = 20
_SIMPLE = re.compile(
    r"(?P<clazz>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<escape>\\[dDwWsSnrt\\^$.|?*+()\[\]{}/\"'-])"
    r"|(?P<any>\.)|(?P<open>\((?:\?:)?)(?!\?)|(?P<sign>[|)])|(?P<letter>[^\\^$.|?*+()\[\]{}])"
)
_TIMES = re.compile(
    r"(?:(?P<sign>[?*+])|\{(?P<least>[0-9]{1,4})(?P<comma>,(?P<most>[0-9]{1,4})?)?\})"
)
_SPANS = {"?": (0, 1), "*": (0, None), "+": (1, None)}
_INNER = re.compile(r"\\[dDwWsSnrt\\^$.|?*+()\[\]{}/\"'-]|[^\\\[]")

# Python may one day read these as operators between classes.
_DOUBLE = re.compile(r"--|&&|~~|\|\|")


class PatternError(Exception):
    """The pattern is none that this program matches; the message is a Danish sentence."""


@dataclass(frozen=True)
class Pattern:
    """A pattern made ready: for each state what it reads and where it goes on."""

    steps: tuple[tuple[Matcher | None, tuple[int, ...]], ...]
    start: int
    end: int

    def matches(self, text: str) -> bool:
        """Return whether the whole of *text* fits; a text beyond `LONGEST_TEXT` never does."""
        if len(text) > LONGEST_TEXT:
            return False
        states = self._reached({self.start})
        for letter in text:
            moved = {
                target
                for state in states
                if (reads := self.steps[state][0]) is not None and reads(letter)
                for target in self.steps[state][1]
            }
            states = self._reached(moved)
            if not states:
                return False
        return self.end in states

    def _reached(self, states: set[int]) -> set[int]:
        waiting = list(states)
        while waiting:
            reads, targets = self.steps[waiting.pop()]
            if reads is None:
                new = [target for target in targets if target not in states]
                states.update(new)
                waiting.extend(new)
        return states


@lru_cache(maxsize=256)
def pattern(text: str) -> Pattern:
    """Return *text*, a regular expression, made ready; raises `PatternError`.

    Letters, classes, groups, ``|``, ``? * +`` and ``{2,5}``. The whole answer must fit, so ``^`` in
    front and ``$`` at the end say nothing more.
    """
    if len(text) > LONGEST:
        raise PatternError("Mønsteret er for langt.")
    inner = text.removeprefix("^")
    if inner.endswith("$") and not inner.endswith("\\$"):
        inner = inner[:-1]
    making = _Making(inner)
    start, end = making.alternatives()
    if making.at < len(inner):
        raise PatternError("Mønsteret har en parentes for meget.")
    return Pattern(tuple((reads, tuple(targets)) for reads, targets in making.steps), start, end)


_Piece = tuple[int, int]


@dataclass
class _Making:
    """Reads a pattern into states (Thompson's construction)."""

    text: str
    at: int = 0
    depth: int = 0
    steps: list[tuple[Matcher | None, list[int]]] = field(default_factory=list)

    def alternatives(self) -> _Piece:
        start, end = self._state(), self._state()
        while True:
            first, last = self._sequence()
            self._join(start, first)
            self._join(last, end)
            if not self.text.startswith("|", self.at):
                return start, end
            self.at += 1

    def _sequence(self) -> _Piece:
        start = last = self._state()
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            before = self.at
            piece = self._atom()
            for copy, is_needed in self._repeats(piece, before):
                self._join(last, copy[0])
                if not is_needed:
                    self._join(last, copy[1])
                last = copy[1]
        return start, last

    def _repeats(self, piece: _Piece, before: int) -> Iterator[tuple[_Piece, bool]]:
        """Yield the piece as often as it is repeated; later copies are read from *before* again."""
        match = _TIMES.match(self.text, self.at)
        least, most = _span(match)
        after = match.end() if match else self.at
        for number in range(max(least, most or 1)):
            if number:
                self.at = before
                piece = self._atom()
            if most is None and number == max(least, 1) - 1:
                piece = self._looped(piece)
            yield piece, number < least
        self.at = after

    def _looped(self, piece: _Piece) -> _Piece:
        start, end = self._state(), self._state()
        self._join(start, piece[0])
        self._join(piece[1], piece[0])
        self._join(piece[1], end)
        return start, end

    def _atom(self) -> _Piece:
        match = _SIMPLE.match(self.text, self.at)
        if match is None or match.lastgroup == "sign":
            raise PatternError(f"Mønsteret kan ikke læses fra tegn {self.at + 1}.")
        self.at = match.end()
        if match.lastgroup == "open":
            return self._group()
        start = self._state(_reader(match.group()))
        end = self._state()
        self._join(start, end)
        return start, end

    def _group(self) -> _Piece:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise PatternError("Mønsteret er for dybt indlejret.")
        piece = self.alternatives()
        if not self.text.startswith(")", self.at):
            raise PatternError("Mønsteret mangler en parentes.")
        self.at += 1
        self.depth -= 1
        return piece

    def _state(self, reads: Matcher | None = None) -> int:
        if len(self.steps) >= _MOST_STATES:
            raise PatternError("Mønsteret er for omfattende.")
        self.steps.append((reads, []))
        return len(self.steps) - 1

    def _join(self, start: int, end: int) -> None:
        self.steps[start][1].append(end)


def _span(match: re.Match[str] | None) -> tuple[int, int | None]:
    """Return the least and the most times; None when there is no most."""
    if match is None:
        return 1, 1
    if match["sign"]:
        return _SPANS[match["sign"]]
    least = int(match["least"])
    most = least if not match["comma"] else int(match["most"]) if match["most"] else None
    if most is not None and (most < least or most == 0):
        raise PatternError("Et antal i mønsteret giver ingen mening.")
    return least, most


def _reader(part: str) -> Matcher:
    """Return whether one letter is *part*: a letter, an escape, a class or ``.``."""
    # One letter against one class: Python's own engine cannot go astray here.
    inner = part[1:-1].removeprefix("^") if part.startswith("[") else ""
    if _INNER.sub("", inner) or _DOUBLE.search(inner):
        raise PatternError("Mønsteret har en klasse, der ikke kan læses.")
    try:
        compiled = re.compile(part if len(part) > 1 or part == "." else re.escape(part))
    except re.error:
        raise PatternError("Mønsteret har en klasse, der ikke kan læses.") from None

    def reads(letter: str) -> bool:
        return compiled.fullmatch(letter) is not None

    return reads
