"""Looks for what a person wrote in files where it must not stand."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

_ENOUGH = 24
_SHOWN_ON_PURPOSE = {".pdf", ".png"}


def spellings(text: str) -> frozenset[bytes]:
    """Return the beginning of *text* in every form in which a file might hold it."""
    beginning = text[:_ENOUGH]
    escaped = json.dumps(beginning)[1:-1]
    return frozenset(
        written.encode(encoding, "replace")
        for written in (beginning, escaped)
        for encoding in ("utf-8", "utf-16-le", "latin-1")
        if encoding != "latin-1" or _fits(written)
    )


def found_in(content: bytes, canaries: Iterable[str]) -> set[str]:
    """Return the canaries that stand readable in *content*."""
    return {text for text in canaries if any(spelling in content for spelling in spellings(text))}


def leaks(places: Iterable[Path], canaries: Iterable[str]) -> dict[str, set[str]]:
    """Return for each file below *places* the canaries in it or in its name.

    Letters and pictures that a person asked for are left out.
    """
    wanted = tuple(canaries)
    found = {
        str(path): found_in(str(path).encode() + b"\n" + path.read_bytes(), wanted)
        for path in files_below(places)
        if path.suffix not in _SHOWN_ON_PURPOSE
    }
    return {path: texts for path, texts in found.items() if texts}


def files_below(places: Iterable[Path]) -> Iterator[Path]:
    """Yield every file below *places*."""
    for place in places:
        yield from sorted(path for path in place.rglob("*") if path.is_file())


def _fits(text: str) -> bool:
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True
