"""Which entries a letter has been approved about."""

from collections.abc import Set as AbstractSet
from typing import TypeAlias

from models.case import Case

Lettered: TypeAlias = AbstractSet[tuple[str, str]]
"""The kind of each letter issued, with the id of each entry that it was made from."""

NO_LETTERS: Lettered = frozenset()


def lettered(case: Case) -> Lettered:
    """Return what letters were approved about in *case*.

    A letter made from an entry that was corrected is one about the correction, too.
    """
    if not case.documents:
        return NO_LETTERS
    begun = {entry.id: case.begun(entry) for entry in case.entries}
    return frozenset(
        (document.kind, entry_id)
        for document in case.documents
        for entry_id, first in begun.items()
        if any(begun.get(made_from) == first for made_from in document.entries)
    )
