"""What the citizens can be sifted by: the stages and the counsellors there are."""

from collections.abc import Generator

from storage.connection import Connection


def stages_in(connection: Connection) -> tuple[str, ...]:
    """Return how far any course has come, each stage once."""
    return tuple(_each(connection, "stage"))


def counsellors_in(connection: Connection) -> tuple[str, ...]:
    """Return who wrote last in any case, each once, by name."""
    return tuple(_each(connection, "counsellor"))


def _each(connection: Connection, column: str) -> Generator[str]:
    """Yield what stands in an indexed column, each once; each is one look into the index."""
    last = ""
    while True:
        row = connection.execute(
            f"SELECT min({column}) FROM citizen WHERE {column} > ?",  # noqa: S608 - only our own words
            (last,),
        ).fetchone()
        if row is None or row[0] is None:
            return
        last = str(row[0])
        yield last
