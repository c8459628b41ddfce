"""What looks wrong in a case, as the screen says it: a word at the step, a line at the question."""

from collections.abc import Mapping, Sequence

from app.open_case import OpenCase
from models.answers import Place
from models.case import Entry
from models.oddities import Oddity

ODD = "Noget passer ikke"
"""What stands at a step in which something looks wrong."""


def odd_entries(case: OpenCase, on_screen: Entry | None) -> frozenset[str]:
    """Return the ids of the entries to mark; a draft *on_screen* says it at its questions."""
    found = {oddity.entry_id for oddity in case.oddities()}
    return frozenset(found - ({on_screen.id} if on_screen and not on_screen.is_signed else set()))


def odd_lines(case: OpenCase, entry: Entry) -> Mapping[Place, Sequence[str]]:
    """Return what looks wrong in *entry* as it stands on the screen, by the place of the answer."""
    lines: dict[Place, list[str]] = {}
    for oddity in case.oddities(entry):
        if oddity.entry_id == entry.id:
            lines.setdefault(_place(oddity), []).append(oddity.sentence)
    return lines


def _place(oddity: Oddity) -> Place:
    return Place(oddity.link_id, oddity.rows)
