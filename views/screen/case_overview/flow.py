"""A column of cards below the tabs of the overview, as wide as they are."""

import re

from PySide6.QtWidgets import QLabel

from views.screen.column import Column
from views.screen.look import Role, scaled
from views.screen.words import words

_WIDTH = 760
_LONG = re.compile(r"(\S{20})(?=\S)")
_PIECE = "\\1\u200b"
"""A place of no width at which a line may break."""


def flow() -> Column:
    """Return an empty column that begins where the page around it does."""
    column = Column(_WIDTH)
    holder = column.widget()
    outer = holder.layout() if holder is not None else None
    if outer is not None:
        outer.setContentsMargins(0, 0, scaled(6), scaled(8))
        # The stretch to the left would put it into the middle.
        outer.takeAt(0)
    return column


def told(text: str, role: Role | None = None) -> QLabel:
    """Return a label with what somebody wrote, in which even a word without end breaks."""
    return words(_LONG.sub(_PIECE, text), role)
