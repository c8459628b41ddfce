"""What was told in each entry, folded to words that are found however they are spelt."""

import hashlib
from collections.abc import Iterable
from typing import Final

from storage.connection import Connection
from storage.folding import search_terms, told_words
from storage.list_records import ListPlace, ToldText

SHORTEST: Final = 3
"""A shorter beginning of a word would be found nearly everywhere."""
_MOST: Final = 1000


def write_told(connection: Connection, case_id: str, texts: Iterable[ToldText]) -> None:
    """Put *texts* in place of all that was told in the case."""
    gone = {
        entry_id: (number, mark)
        for number, entry_id, mark in connection.execute(
            "SELECT number, entry_id, mark FROM told WHERE case_id = ?", (case_id,)
        ).fetchall()
    }
    for one in texts:
        # At nearly every keystroke all entries but one say what they said.
        mark = hashlib.sha256(one.text.encode()).hexdigest()
        number, known = gone.pop(one.entry_id, (None, ""))
        if mark != known:
            _remove(connection, number)
            _insert(connection, case_id, one, mark)
    for number, _ in gone.values():
        _remove(connection, number)


def remove_told(connection: Connection, case_id: str) -> None:
    """Take away all that was told in the case."""
    connection.execute(
        "DELETE FROM told_words WHERE rowid IN (SELECT number FROM told WHERE case_id = ?)",
        (case_id,),
    )
    connection.execute("DELETE FROM told WHERE case_id = ?", (case_id,))


def remove_told_astray(connection: Connection) -> None:
    """Take away what cannot be searched in, or leads to no entry, so that it can be told anew."""
    # Words and their index may not fit each other either; the words are right.
    renew_told_index(connection)
    connection.execute(
        "DELETE FROM told WHERE number NOT IN (SELECT id FROM told_words_docsize)"
        " OR NOT EXISTS (SELECT 1 FROM entry"
        " WHERE entry.id = told.entry_id AND entry.case_id = told.case_id)"
    )
    remove_words_of_nothing(connection)


def remove_words_of_nothing(connection: Connection) -> None:
    """Take away the words of which it is not known where they were told."""
    connection.execute("DELETE FROM told_words WHERE rowid NOT IN (SELECT number FROM told)")


def renew_told_index(connection: Connection) -> None:
    """Make the index of all words anew, without the rests that deleting leaves in it.

    What is deleted goes from its pages, but the beginnings of words that lead to a page stay, also
    when the file is compacted. Takes some seconds with a hundred thousand notes.
    """
    connection.execute("INSERT INTO told_words (told_words) VALUES ('rebuild')")


def remove_told_of_nobody(connection: Connection) -> None:
    """Take away what was told in cases that are in no list."""
    rows = connection.execute(
        "SELECT DISTINCT case_id FROM told WHERE case_id NOT IN (SELECT case_id FROM citizen)"
    )
    for (case_id,) in rows.fetchall():
        remove_told(connection, case_id)


def told_places(connection: Connection, search: str) -> tuple[list[ListPlace], bool]:
    """Return where those stand in the list in one of whose entries all words of *search* begin.

    Of very many entries only some are looked at; the second value says so. Words that are too
    short to search for are passed over.
    """
    terms = [term for term in search_terms(search) if len(term) >= SHORTEST]
    if not terms:
        return [], False
    # Folded terms are letters and digits alone, so that none of them can say anything to FTS5.
    wanted = " ".join(f'"{term}"*' for term in terms)
    numbers = connection.execute(
        "SELECT rowid FROM told_words WHERE told_words MATCH ? LIMIT ?", (wanted, _MOST + 1)
    ).fetchall()
    rows = connection.execute(
        "SELECT DISTINCT name_order, citizen.number FROM told JOIN citizen USING (case_id)"  # noqa: S608 - only numbers
        f" WHERE told.number IN ({', '.join(str(row[0]) for row in numbers[:_MOST])})"
    )
    return sorted(ListPlace(*row) for row in rows.fetchall()), len(numbers) > _MOST


def _insert(connection: Connection, case_id: str, one: ToldText, mark: str) -> None:
    connection.execute(
        "INSERT INTO told (case_id, entry_id, mark) VALUES (?, ?, ?)",
        (case_id, one.entry_id, mark),
    )
    connection.execute(
        "INSERT INTO told_words (rowid, words) SELECT number, ? FROM told WHERE entry_id = ?",
        (" ".join(told_words(one.text)), one.entry_id),
    )


def _remove(connection: Connection, number: int | None) -> None:
    if number is not None:
        connection.execute("DELETE FROM told_words WHERE rowid = ?", (number,))
        connection.execute("DELETE FROM told WHERE number = ?", (number,))
