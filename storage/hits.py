"""Citizens in the order of names: walks through those a word leads to, and how walks are joined."""

from bisect import bisect_left
from collections.abc import Generator, Sequence
from typing import Final, Protocol

from storage.connection import Connection, SqlValue
from storage.list_records import FIRST_PLACE, ListPlace

# Hits are fetched a few at a time after a leap, for the next may leap again, and more while one
# walks step by step.
_FEWEST: Final = 8
_MOST: Final = 512


class Walk(Protocol):
    """Some of the citizens, in the order of names."""

    def first_from(self, place: ListPlace) -> ListPlace | None:
        """Return the first of them at *place* or after it; *place* never goes back."""


def places_on(walk: Walk, start: ListPlace = FIRST_PLACE) -> Generator[ListPlace]:
    """Yield the places of *walk* from *start* on."""
    place = walk.first_from(start)
    while place is not None:
        yield place
        place = walk.first_from(following(place))


def following(place: ListPlace) -> ListPlace:
    """Return the first place after *place*."""
    return ListPlace(place.name_order, place.number + 1)


class EveryWalk:
    """The citizens that are on all of several walks.

    A stretch of names where one of them has nobody is leapt over, so that the time depends on how
    the hits lie among each other and next to nothing on how many citizens there are.
    """

    def __init__(self, walks: Sequence[Walk]) -> None:
        self._walks = walks

    def first_from(self, place: ListPlace) -> ListPlace | None:
        """Return the first place from *place* on that all walks come by."""
        agreeing = 0
        while agreeing < len(self._walks):
            for walk in self._walks:
                hit = walk.first_from(place)
                if hit is None:
                    return None
                agreeing = agreeing + 1 if hit == place else 1
                place = hit
                if agreeing == len(self._walks):
                    break
        return place


class AnyWalk:
    """The citizens that are on at least one of several walks."""

    def __init__(self, walks: Sequence[Walk]) -> None:
        self._walks = walks

    def first_from(self, place: ListPlace) -> ListPlace | None:
        """Return the first place from *place* on that one of the walks comes by."""
        hits = (walk.first_from(place) for walk in self._walks)
        return min((hit for hit in hits if hit is not None), default=None)


class KnownWalk:
    """Citizens whose *places* are known already, in order."""

    def __init__(self, places: Sequence[ListPlace]) -> None:
        self._places = places

    def first_from(self, place: ListPlace) -> ListPlace | None:
        """Return the first of the places from *place* on."""
        at = bisect_left(self._places, place)
        return self._places[at] if at < len(self._places) else None


class TableWalk:
    """The citizens that *source* gives: an SQL text with its values, all but where and how many.

    It ends inside a condition, and its columns `name_order` and *number* are in the order of an
    index.
    """

    def __init__(
        self, connection: Connection, source: str, values: Sequence[SqlValue], number: str
    ) -> None:
        self._connection = connection
        self._sql = (
            f"{source} AND (name_order, {number}) >= (?, ?) ORDER BY name_order, {number} LIMIT ?"
        )
        self._values = tuple(values)
        self._fetched: list[ListPlace] = []
        self._at = 0
        self._size = _FEWEST
        self._is_last = False

    def first_from(self, place: ListPlace) -> ListPlace | None:
        """Return the first hit at *place* or after it; *place* never goes back."""
        if not self._has_reached(place):
            self._fetch(place)
        self._at = bisect_left(self._fetched, place, lo=self._at)
        return self._fetched[self._at] if self._at < len(self._fetched) else None

    def _has_reached(self, place: ListPlace) -> bool:
        return self._is_last or (bool(self._fetched) and place <= self._fetched[-1])

    def _fetch(self, place: ListPlace) -> None:
        walked_through = self._at >= len(self._fetched) - 1
        self._size = min(4 * self._size, _MOST) if walked_through else _FEWEST
        rows = self._connection.execute(self._sql, (*self._values, *place, self._size))
        self._fetched, self._at = [ListPlace(*row) for row in rows.fetchall()], 0
        self._is_last = len(self._fetched) < self._size
