"""Where in a form one is."""

from dataclasses import dataclass

from models.answers import Place


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A section of a form, a question in it and the place of the caret, counted in characters."""

    section: int = 0
    place: Place | None = None
    caret: int = 0
