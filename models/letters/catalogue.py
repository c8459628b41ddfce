"""The catalogue of letters: what each is called, which form it rests on, who may send it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from models.clinic import Clinic, Role
from models.course import Form
from models.decision import Delivery
from models.letters.letter import LetterKind
from models.toml_rows import Row, rows, text_of, texts_of


class Per(StrEnum):
    """Whether a course has one such letter, or each entry of the form its own."""

    COURSE = "course"
    ENTRY = "entry"


class SentBy(StrEnum):
    """Which offices may send a letter."""

    AUTHORITY = "authority"
    PROVIDER = "provider"
    BOTH = "both"


_OFFICES = {
    SentBy.AUTHORITY: {Role.AUTHORITY, Role.BOTH},
    SentBy.PROVIDER: {Role.PROVIDER, Role.BOTH},
    SentBy.BOTH: set(Role),
}


class SentTo(StrEnum):
    """Who gets a letter: the citizen, or whoever represents them; or somebody else."""

    CITIZEN = "citizen"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One kind of letter; `reads` are the forms whose answers it may hold besides its own.

    `later` are the questions of its form that are answered when it has gone.

    `file_name` is offered when it is saved: it names neither a person nor what the letter is about.
    `ways` are those it usually goes by, the most usual first.
    """

    kind: LetterKind
    title: str
    form: Form
    per: Per
    reads: tuple[Form, ...]
    file_name: str
    sent_by: SentBy
    sent_to: SentTo
    ways: tuple[Delivery, ...]
    later: frozenset[str] = frozenset()

    def may_be_sent_by(self, clinic: Clinic) -> bool:
        """Return whether this office may send such a letter."""
        return clinic.role in _OFFICES[self.sent_by]


Catalogue: TypeAlias = Mapping[LetterKind, LetterRow]
"""All kinds of letters in the order they are shown in."""


def read_catalogue(toml: str) -> Catalogue:
    """Return the catalogue from the TOML text of resources/letters/catalogue.toml."""
    read = (_row(row) for row in rows(toml, "letter"))
    return {row.kind: row for row in read}


def _row(row: Row) -> LetterRow:
    return LetterRow(
        kind=LetterKind(text_of(row, "id")),
        title=text_of(row, "title"),
        form=Form(text_of(row, "form")),
        per=Per(text_of(row, "per")),
        reads=tuple(Form(name) for name in texts_of(row, "reads")),
        file_name=text_of(row, "file_name"),
        sent_by=SentBy(text_of(row, "sent_by")),
        sent_to=SentTo(text_of(row, "sent_to")),
        ways=tuple(Delivery(way) for way in texts_of(row, "ways")),
        later=frozenset(texts_of(row, "later")),
    )
