"""A quiet word below what the office writes itself in a letter, when it is hard to read."""

from collections.abc import Iterator, Mapping

from app.asking import Asking
from app.wordings_shown import hard_because
from forms.questionnaire import ItemType, Voice
from models.answers import Place
from models.readability import readability_of

_FEWEST_WORDS = 15
"""Of a sentence or two that somebody has just begun, nothing is said."""


def reading_hints(asking: Asking) -> Mapping[Place, tuple[str, ...]]:
    """Return what makes the office's own texts hard to read, by the place of each."""
    return dict(_hints(asking))


def _hints(asking: Asking) -> Iterator[tuple[Place, tuple[str, ...]]]:
    for place in asking.enabled:
        item = asking.form.by_link_id[place.link_id]
        if item.type is not ItemType.TEXT or item.voice is not Voice.AUTHORITY:
            continue
        said = asking.answers.at(place)
        counted = readability_of("\n".join(text for text in said if isinstance(text, str)))
        if counted.is_hard and counted.words >= _FEWEST_WORDS:
            yield place, (f"Svær at læse: {hard_because(counted)} (LIX {counted.lix}).",)
