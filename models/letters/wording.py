"""The wording of a letter: texts by key, with slots for facts and for citations of the law."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from typing_extensions import override

from models.law_tables import LawTables

_CITATION = re.compile(r"\{lov:([^}]+)\}")


@dataclass(frozen=True, slots=True)
class _Citation:
    """Lets a text say ``{lov:sel-101-4}`` where the law of the letter's day is cited."""

    law: LawTables
    day: date

    @override
    def __format__(self, provision_id: str) -> str:
        return self.law.citation(provision_id, self.day)


@dataclass(frozen=True, slots=True)
class Wording:
    """All texts of one letter, as ``"group.key"``, in the version that the letter records.

    `own` tells which of them are the clinic's, each with the id of the entry that says it.
    """

    version: str
    texts: Mapping[str, str]
    own: Mapping[str, str] = field(default_factory=dict)

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the provisions that the texts may cite, each once, in order."""
        found = (_CITATION.findall(text) for text in self.texts.values())
        return tuple(dict.fromkeys(chain.from_iterable(found)))

    def for_day(self, law: LawTables, day: date) -> "Speech":
        """Return the wording as it is said on *day*, with the law of that day."""
        return Speech(self, _Citation(law, day))


@dataclass(frozen=True, slots=True)
class Speech:
    """The wording on one day."""

    wording: Wording
    citation: _Citation

    def say(self, key: str, **facts: str) -> str:
        """Return the text called *key* with *facts* in its slots; slots in a fact stay text."""
        return self.wording.texts[key].format(lov=self.citation, **facts)


def read_wording(toml: str) -> Wording:
    """Return the wording read from one TOML text of resources/letters."""
    table = tomllib.loads(toml)
    texts = {
        f"{group}.{key}": text
        for group, entries in table.items()
        if isinstance(entries, dict)
        for key, text in entries.items()
    }
    return Wording(str(table["version"]), texts)
