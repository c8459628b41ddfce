"""How binding a rule is: the word, and how its chip looks."""

from enum import StrEnum

from PySide6.QtWidgets import QLabel

from views.screen.look import Role
from views.screen.words import chip


class Strength(StrEnum):
    """How binding a rule is; the values are the words that are shown."""

    MUST = "skal"
    SHOULD = "bør"
    MAY = "kan"
    LAW = "lov"
    TIME = "frist"


_CHIPS = {
    Strength.MUST: Role.CHIP_MUST,
    Strength.SHOULD: Role.CHIP_SHOULD,
    Strength.MAY: Role.CHIP_MAY,
}


def strength_chip(strength: Strength) -> QLabel:
    """Return the word as a chip."""
    return chip(strength.value, _CHIPS.get(strength, Role.CHIP))
