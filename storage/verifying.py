"""Looking through an open register for what is not as it was written."""

from collections.abc import Callable, Generator, Mapping, Sized
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeAlias

from storage.clinic_forms import all_forms
from storage.connection import Connection, SqlRow, SqlValue
from storage.documents import hash_of
from storage.entries import digest_of
from storage.erasing import has_rests
from storage.errors import RegisterDamagedError, RegisterError
from storage.file_names import KEY_FILE, KEY_FILE_COPY
from storage.key_file import read_key_file
from storage.list_faults import list_faults
from storage.records import Deed
from storage.trail import Head, faults_in

_BRING_BACK: Final = (
    "Lad filerne ligge, som de er, og hent den nyeste sikkerhedskopi, der er hel, frem."
)
_CANNOT_BE_READ: Final = f"En del af kartoteket kan ikke læses. {_BRING_BACK}"
# So many rows are read at a time: whoever writes need not wait long for the whole to be read.
_ENTRIES_AT_A_TIME: Final = 200
_DOCUMENTS_AT_A_TIME: Final = 10


class Part(StrEnum):
    """What was looked at."""

    PAGES = "pages"
    STRUCTURE = "structure"
    LINKS = "links"
    TRAIL = "trail"
    ENTRIES = "entries"
    DOCUMENTS = "documents"
    FORMS = "forms"
    LISTS = "lists"
    RESTS = "rests"
    KEY_FILES = "key-files"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be; `sentence` is the Danish one to show."""

    part: Part
    sentence: str


Lend: TypeAlias = Callable[[], AbstractContextManager[Connection]]
_Sentences: TypeAlias = Generator[str]


def findings_in(lend: Lend, folder: Path, witnessed: Head | None) -> Generator[Finding]:
    """Yield what is wrong with the register, and with the key files in its *folder*.

    *lend* lends fresh connections to it, *witnessed* is the row its trail is known to have reached.
    Only reads. Raises a named error of the disk.
    """

    def trail_faults(connection: Connection) -> _Sentences:
        yield from (fault.sentence for fault in faults_in(connection, witnessed))

    checks: dict[Part, Callable[[Connection], _Sentences]] = {
        Part.PAGES: _damaged_pages,
        Part.STRUCTURE: _structure_faults,
        Part.LINKS: _broken_links,
        Part.TRAIL: trail_faults,
        Part.ENTRIES: _changed_entries,
        Part.DOCUMENTS: _changed_documents,
        Part.FORMS: _changed_forms,
        Part.LISTS: list_faults,
        Part.RESTS: _rests,
    }
    for part, check in checks.items():
        for sentence in _said_by(check, lend):
            yield Finding(part, sentence)
    for sentence in _key_file_faults(folder):
        yield Finding(Part.KEY_FILES, sentence)


def _said_by(check: Callable[[Connection], _Sentences], lend: Lend) -> _Sentences:
    """Yield what *check* says on a connection of its own, for a damaged page spoils one."""
    try:
        with lend() as connection:
            yield from check(connection)
    except RegisterDamagedError:
        yield _CANNOT_BE_READ


def _damaged_pages(connection: Connection) -> _Sentences:
    # A page that is being written just now can look damaged once, but not twice.
    damaged = _broken_seals(connection)
    if damaged and (damaged := damaged & _broken_seals(connection)):
        yield f"{_counted(damaged, 'sted', 'steder')} i filen er beskadiget. {_BRING_BACK}"


def _broken_seals(connection: Connection) -> frozenset[str]:
    rows = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    return frozenset(str(row[0]) for row in rows)


def _structure_faults(connection: Connection) -> _Sentences:
    if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        yield f"Filens opbygning er beskadiget. {_BRING_BACK}"


def _broken_links(connection: Connection) -> _Sentences:
    if broken := connection.execute("PRAGMA foreign_key_check").fetchall():
        rows = _counted(broken, "række", "rækker")
        yield f"{rows} peger på noget, der ikke findes. {_BRING_BACK}"


def _changed_entries(connection: Connection) -> _Sentences:
    told = _told(connection, Deed.SIGNED)
    query = "SELECT id, response FROM entry WHERE state = 'signed' AND id > ? ORDER BY id LIMIT ?"
    found = {
        entry_id: digest_of(response)
        for entry_id, response in _all_rows(connection, query, _ENTRIES_AT_A_TIME)
    }
    if changed := _otherwise(found, told):
        forms = _counted(changed, "underskrevet skema", "underskrevne skemaer")
        yield f"{forms} er ikke, som da der blev skrevet under. {_BRING_BACK}"
    if missing := told.keys() - found.keys():
        forms = _counted(missing, "underskrevet skema", "underskrevne skemaer")
        yield f"{forms} mangler. {_BRING_BACK}"


def _changed_documents(connection: Connection) -> _Sentences:
    told = _told(connection, Deed.DOCUMENT_APPROVED)
    query = "SELECT id, content FROM document WHERE id > ? ORDER BY id LIMIT ?"
    found = {
        document_id: hash_of(bytes(content))
        for document_id, content in _all_rows(connection, query, _DOCUMENTS_AT_A_TIME)
    }
    if changed := _otherwise(found, told):
        letters = _counted(changed, "brev", "breve")
        yield f"{letters} er ikke, som da der blev godkendt. {_BRING_BACK}"
    if missing := told.keys() - found.keys():
        yield f"{_counted(missing, 'godkendt brev', 'godkendte breve')} mangler. {_BRING_BACK}"


def _changed_forms(connection: Connection) -> _Sentences:
    found = {str(form.name): digest_of(form.json) for form in all_forms(connection)}
    for name in _otherwise(found, _told(connection, Deed.FORM_IMPORTED)):
        yield f"Et af jeres egne skemaer ({name}) er ikke det, der blev hentet ind."


def _otherwise(found: Mapping[str, str], told: Mapping[str, str]) -> list[str]:
    """Return what was *found* with another digest than the trail *told*, or none."""
    return [one for one, digest in found.items() if told.get(one) != digest]


def _told(connection: Connection, deed: Deed) -> dict[str, str]:
    """Return the digest of what the trail says was kept, by its id; the newest word counts."""
    rows = connection.execute(
        "SELECT subject, digest FROM trail WHERE deed = ? AND subject IS NOT NULL ORDER BY number",
        (deed,),
    )
    return {row[0]: row[1] for row in rows.fetchall()}


def _all_rows(connection: Connection, query: str, at_a_time: int) -> Generator[SqlRow]:
    last: SqlValue = ""
    while rows := connection.execute(query, (last, at_a_time)).fetchall():
        yield from rows
        last = rows[-1][0]


def _rests(connection: Connection) -> _Sentences:
    if has_rests(connection):
        yield (
            "En borger er slettet, men filen er ikke ryddet op bagefter. Der kan ligge krypterede "
            "rester i den. Vælg Ryd op."
        )


def _key_file_faults(folder: Path) -> _Sentences:
    try:
        read_key_file(folder)
    except RegisterError as error:
        yield str(error)
        return
    if len({_bytes_at(folder / name) for name in (KEY_FILE, KEY_FILE_COPY)}) > 1:
        yield (
            "De to nøglefiler, kartotek.noegle og kartotek.noegle-kopi, er ikke ens. "
            "Luk kartoteket, og åbn det igen: så bliver den ene til en kopi af den anden."
        )


def _counted(found: Sized, one: str, more: str) -> str:
    return f"1 {one}" if len(found) == 1 else f"{len(found)} {more}"


def _bytes_at(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
