"""Finding citizens page by page: by folded words, in notes, and by what the list is sifted by."""

from collections.abc import Collection, Generator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from storage.citizens import COLUMNS, citizen_of
from storage.connection import Connection
from storage.folding import LONGEST_BEGINNING, search_terms
from storage.hits import AnyWalk, EveryWalk, KnownWalk, TableWalk, Walk, following, places_on
from storage.list_records import FIRST_PLACE, CitizenSearch, ListPlace, Sieve, Standing
from storage.records import CitizenRow
from storage.told import told_places

_AT_A_TIME: Final = 500
_BY_WORD: Final = "SELECT name_order, citizen FROM citizen_prefix WHERE prefix = ?"
_BY_NAME: Final = "SELECT name_order, number FROM citizen WHERE name_order >= ''"


@dataclass(frozen=True, slots=True)
class FoundCitizens:
    """Some citizens by name; `after` is where those that follow begin, None when nobody does.

    `is_cut` says that more entries than are looked at hold the words searched for.
    """

    rows: tuple[CitizenRow, ...]
    after: ListPlace | None = None
    is_cut: bool = False


def find_citizens(
    connection: Connection, search: CitizenSearch, limit: int, start: ListPlace = FIRST_PLACE
) -> FoundCitizens:
    """Return up to *limit* citizens, by name from *start* on, that *search* leads to.

    Each has a word that begins with every term, or with those of one of its entries.
    """
    terms = _needed(search_terms(search.words))
    told, is_cut = told_places(connection, search.words) if search.in_told else ([], False)
    places = places_on(_walk(connection, terms, told, search.sieve), start)
    numbers = frozenset(place.number for place in told)
    found: list[CitizenRow] = []
    after: ListPlace | None = start
    while len(found) < limit and after is not None:
        wanted = min(limit - len(found), _AT_A_TIME)
        page = tuple(islice(places, wanted))
        found += _having(connection, page, terms, numbers)
        after = following(page[-1]) if len(page) == wanted else None
    return FoundCitizens(tuple(found), after, is_cut)


def _walk(
    connection: Connection, terms: Sequence[str], told: Sequence[ListPlace], sieve: Sieve
) -> Walk:
    # Told by their first letters; whether all of a long word fits is seen when the row is read.
    beginnings = (term[:LONGEST_BEGINNING] for term in terms)
    words = [TableWalk(connection, _BY_WORD, (one,), "citizen") for one in beginnings]
    walks: list[Walk] = [AnyWalk((EveryWalk(words), KnownWalk(told)))] if words else []
    condition, values = _condition(sieve)
    if condition or not walks:
        walks.append(TableWalk(connection, _BY_NAME + condition, values, "number"))
    return EveryWalk(walks)


def _condition(sieve: Sieve) -> tuple[str, tuple[str | int, ...]]:
    """Return the condition that says the same as *sieve*, and its values."""
    # The plus keeps SQLite to the index in the order of names, which holds all of these.
    asked: list[tuple[str, tuple[str | int, ...]]] = []
    if sieve.stage:
        asked.append(("+stage = ?", (sieve.stage,)))
    if sieve.counsellor:
        asked.append(("+counsellor = ?", (sieve.counsellor,)))
    if sieve.standing:
        asked.append(("+is_open = ?", (int(sieve.standing is Standing.OPEN),)))
    if sieve.due:
        days = (sieve.due.since.isoformat(), sieve.due.before.isoformat())
        asked.append(("+due >= ? AND +due < ?", days))
    values = tuple(value for _, given in asked for value in given)
    return "".join(f" AND {condition}" for condition, _ in asked), values


def _needed(terms: tuple[str, ...]) -> tuple[str, ...]:
    """Return *terms*, longest first, without those that another one begins with."""
    return tuple(
        term
        for place, term in enumerate(terms)
        if not any(longer.startswith(term) for longer in terms[:place])
    )


def _having(
    connection: Connection, places: Sequence[ListPlace], terms: Sequence[str], told: Collection[int]
) -> Generator[CitizenRow]:
    """Yield those of the citizens at *places*, by name, that have a word for every term."""
    # The plus keeps SQLite from walking all names to have these few in order.
    rows = connection.execute(
        f"SELECT number, words, {COLUMNS} FROM citizen"  # noqa: S608 - only our own words
        f" WHERE number IN ({', '.join('?' * len(places))}) ORDER BY +name_order, number",
        tuple(place.number for place in places),
    )
    for number, words, *row in rows.fetchall():
        if number in told or all(f" {term}" in words for term in terms):
            yield citizen_of(tuple(row))
