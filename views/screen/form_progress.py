"""How far one is in each section of a form, for the thread of sections."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from forms.answered import is_settled
from forms.outline import places_of, sections
from forms.questionnaire import Item, Questionnaire
from models.answers import Answers, Place
from views.screen.section_thread import SectionState


def section_states(
    questionnaire: Questionnaire,
    answers: Answers,
    enabled: frozenset[Place],
    troubled: Collection[Place],
    *,
    reads_along: bool = False,
) -> tuple[SectionState, ...]:
    """Return the sections in which something is asked or shown, *troubled* places counted.

    While the citizen *reads_along* they go by the names the citizen knows.
    """
    named = sections(questionnaire)
    if reads_along:
        named = tuple(replace(one, text=one.citizen_wording or one.text) for one in named)
    states = (
        _state(index, section, answers, enabled, troubled) for index, section in enumerate(named)
    )
    return tuple(state for state in states if state is not None)


def _state(
    index: int,
    section: Item,
    answers: Answers,
    enabled: frozenset[Place],
    troubled: Collection[Place],
) -> SectionState | None:
    own = Place(section.link_id)
    places = places_of(section, answers)
    shown = [(item, place) for item, place in places if place in enabled]
    if not shown and own not in enabled:
        return None
    asked = [place for item, place in shown if item.is_question]
    return SectionState(
        index,
        section.text,
        answered=sum(1 for place in asked if is_settled(answers.at(place))),
        asked=len(asked),
        problems=sum(1 for place in (own, *(p for _, p in shown)) if place in troubled),
    )


def place_among(states: Sequence[SectionState], section: int) -> int:
    """Return where *section* stands among those that can be gone to, else -1."""
    indexes = [state.index for state in states]
    return indexes.index(section) if section in indexes else -1


def progress_words(states: Sequence[SectionState], section: int) -> str:
    """Return how far one is, ``"Afsnit 2 af 5 · 3 af 8 besvaret"``."""
    at, count = place_among(states, section), len(states)
    parts = [f"Afsnit {at + 1} af {count}"] if at >= 0 and count > 1 else []
    if at >= 0 and states[at].asked:
        parts.append(f"{states[at].answered} af {states[at].asked} besvaret")
    return " · ".join(parts)
