"""Boxes to filter a list by: all, or one of what there is."""

from collections.abc import Sequence
from dataclasses import dataclass

from views.screen.fields.calm_combo_box import CalmComboBox
from views.screen.look import scaled

_SHORTEST = 6
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to filter by, as its code and in words."""

    code: str
    words: str


def choice_box() -> CalmComboBox:
    """Return an empty box that gives way when there is little room."""
    box = CalmComboBox()
    box.setMinimumContentsLength(_SHORTEST)
    return box


def chosen_code(box: CalmComboBox) -> str:
    """Return the code of what is chosen; empty for all."""
    return str(box.currentData() or "")


def offer_choices(box: CalmComboBox, everything: str, choices: Sequence[Choice]) -> None:
    """Offer *everything* and *choices*, saying nothing; what was chosen stays if it is there."""
    chosen = chosen_code(box)
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, "")
    for choice in choices:
        box.addItem(choice.words, choice.code)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    let_read(box)
    box.blockSignals(False)


def let_read(box: CalmComboBox) -> None:
    """Let the list that drops down be as wide as its words, however narrow the box is."""
    widest = max(box.fontMetrics().horizontalAdvance(box.itemText(n)) for n in range(box.count()))
    box.view().setMinimumWidth(widest + scaled(_AROUND))
