"""The citizens that several words lead to, found by walking each word's hits in name order."""

from bisect import bisect_left
from collections.abc import Generator, Sequence
from typing import Final, TypeAlias

from storage.connection import Connection

Place: TypeAlias = tuple[str, int]
"""Where a citizen stands in the lists: the name as it sorts, and the citizen's number."""

_BEFORE_ALL: Final[Place] = ("", 0)
# Hits are fetched a few at a time after a leap, for the next may leap again, and more while one
# walks step by step.
_FEWEST: Final = 8
_MOST: Final = 512


def common_hits(connection: Connection, beginnings: Sequence[str]) -> Generator[int]:
    """Yield the numbers of the citizens that have a word with each of *beginnings*, by name.

    A stretch of names where one of the words hits nobody is leapt over, so that the time depends on
    how the hits lie among each other and next to nothing on how many citizens there are.
    """
    walks = [_Walk(connection, beginning) for beginning in beginnings]
    meeting = _meeting(walks, _BEFORE_ALL)
    while meeting is not None:
        order, number = meeting
        yield number
        meeting = _meeting(walks, (order, number + 1))


def _meeting(walks: Sequence["_Walk"], place: Place) -> Place | None:
    """Return the first place from *place* on that all *walks* come by."""
    agreeing = 0
    while agreeing < len(walks):
        for walk in walks:
            hit = walk.first_from(place)
            if hit is None:
                return None
            agreeing = agreeing + 1 if hit == place else 1
            place = hit
            if agreeing == len(walks):
                break
    return place


class _Walk:
    """The hits of one beginning of a word, in the order of names."""

    def __init__(self, connection: Connection, beginning: str) -> None:
        self._connection = connection
        self._beginning = beginning
        self._fetched: list[Place] = []
        self._at = 0
        self._size = _FEWEST
        self._is_last = False

    def first_from(self, place: Place) -> Place | None:
        """Return the first hit at *place* or after it; *place* never goes back."""
        if not self._has_reached(place):
            self._fetch(place)
        self._at = bisect_left(self._fetched, place, lo=self._at)
        return self._fetched[self._at] if self._at < len(self._fetched) else None

    def _has_reached(self, place: Place) -> bool:
        return self._is_last or (bool(self._fetched) and place <= self._fetched[-1])

    def _fetch(self, place: Place) -> None:
        walked_through = self._at >= len(self._fetched) - 1
        self._size = min(4 * self._size, _MOST) if walked_through else _FEWEST
        rows = self._connection.execute(
            "SELECT name_order, citizen FROM citizen_prefix"
            " WHERE prefix = ? AND (name_order, citizen) >= (?, ?)"
            " ORDER BY name_order, citizen LIMIT ?",
            (self._beginning, *place, self._size),
        )
        self._fetched, self._at = [(row[0], row[1]) for row in rows.fetchall()], 0
        self._is_last = len(self._fetched) < self._size
