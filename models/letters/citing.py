"""Citing several provisions: as they stand in the law, and in one sentence, nothing said twice."""

import re
from collections.abc import Iterable, Sequence

from models.danish import listed
from models.law_tables import Provision

_PARAGRAPH = ", stk. "
_SECTION = re.compile(r"(?P<number>\d+)(?: (?P<letter>[a-zæøå])\b)?")
_NUMBER = re.compile(r"\d+")


def as_in_the_law(provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    """Return *provisions* law by law, the law named first foremost, each by its numbers."""
    given = tuple(provisions)
    laws = tuple(dict.fromkeys(one.law for one in given))
    return tuple(sorted(given, key=lambda one: (laws.index(one.law), *_place(one))))


def _place(provision: Provision) -> tuple[int, str, tuple[int, ...]]:
    """Return the number of the section, its letter, and the numbers within it."""
    cited = provision.citation.removeprefix(provision.law)
    section = _SECTION.search(cited)
    if section is None:
        return 0, "", ()
    within = _NUMBER.findall(cited, section.end())
    return int(section["number"]), section["letter"] or "", tuple(map(int, within))


def cited_together(provisions: Sequence[Provision]) -> str:
    """Return the citations as one enumeration, those of one law and one section put together."""
    endings: dict[tuple[str, str], list[str]] = {}
    for provision in provisions:
        section, _, ending = provision.citation.partition(_PARAGRAPH)
        endings.setdefault((provision.law, section), []).append(ending)
    parts: list[str] = []
    laws: set[str] = set()
    for (law, section), said in endings.items():
        named = section.removeprefix(law).strip() if law in laws else section
        laws.add(law)
        parts.append(_with_paragraphs(named, [ending for ending in said if ending]))
    return listed(parts)


def _with_paragraphs(section: str, paragraphs: Sequence[str]) -> str:
    return f"{section}{_PARAGRAPH}{listed(paragraphs)}" if paragraphs else section
