"""Citing several provisions in one sentence, without saying the same law and section again."""

from collections.abc import Sequence

from models.danish import listed
from models.law_tables import Provision

_PARAGRAPH = ", stk. "


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
