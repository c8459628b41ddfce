"""The whole case as a citizen may ask to see it: every form and letter, each piece numbered."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from models.letters.letter import Heading, Paragraph
from models.toml_rows import rows, text_of, texts_of

_NUMBER = re.compile(r"[a-zæøå]*\d+(?:\.\d+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """A question and its answers, one to a line; its `number` is ``"3.2"``.

    `voice` is "citizen" for the citizen's own words, "private" for what the counsellor wrote for
    themselves, else empty. Somebody has to look at it before it is given away when it
    `needs_a_look`: it may be about other people.
    """

    number: str
    question: str
    lines: tuple[str, ...]
    voice: str = ""
    is_running_text: bool = False
    needs_a_look: bool = False


RecordedBlock: TypeAlias = Heading | Paragraph | RecordedAnswer


@dataclass(frozen=True, slots=True)
class RecordedEntry:
    """One filled form; `state` is "signed", "draft" or "replaced"."""

    number: str
    title: str
    day: date
    author: str
    state: str
    blocks: tuple[RecordedBlock, ...]


@dataclass(frozen=True, slots=True)
class RecordedLetter:
    """One letter that was issued; its `number` is ``"B1"``."""

    number: str
    title: str
    day: date
    needs_a_look: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """All that was written in a case, the oldest first."""

    entries: tuple[RecordedEntry, ...] = ()
    letters: tuple[RecordedLetter, ...] = ()

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers of all forms, answers and letters."""
        return frozenset(self._numbers())

    def _numbers(self) -> Iterator[str]:
        for entry in self.entries:
            yield entry.number
            yield from (b.number for b in entry.blocks if isinstance(b, RecordedAnswer))
        yield from (letter.number for letter in self.letters)

    def only(self, numbers: frozenset[str]) -> "Record":
        """Return of this record the forms and letters with these *numbers*, all when it is none.

        The number of one answer stands for the whole form it is in.
        """
        if not numbers:
            return self
        wanted = {number.partition(".")[0] for number in numbers}
        return Record(
            tuple(entry for entry in self.entries if entry.number in wanted),
            tuple(letter for letter in self.letters if letter.number in wanted),
        )


NO_RECORD = Record()
"""What a letter that is no copy of the record knows of it."""


@dataclass(frozen=True, slots=True)
class AboutOthers:
    """What may be about other people than the citizen: whole forms, and single questions."""

    forms: frozenset[str]
    questions: frozenset[str]

    def tells(self, form: str, link_id: str) -> bool:
        """Return whether the answer to a question of a *form* may be about somebody else."""
        return form in self.forms or link_id in self.questions


def read_about_others(toml: str) -> AboutOthers:
    """Return what may be about others, from the TOML text of resources/law/about_others.toml."""
    table: Mapping[str, frozenset[str]] = {
        text_of(row, "what"): frozenset(texts_of(row, "ids")) for row in rows(toml, "about")
    }
    return AboutOthers(table["forms"], table["questions"])


def numbers_in(typed: str) -> frozenset[str]:
    """Return the numbers named in what somebody *typed*, ``"3.2, 5 og b1"``."""
    return frozenset(found.upper() for found in _NUMBER.findall(typed))
