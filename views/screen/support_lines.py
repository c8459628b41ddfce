"""Where one can read more: an address to copy, for the program never opens the network."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from forms.questionnaire import Item
from views.screen.look import Role
from views.screen.words import words


def support_lines(item: Item) -> QLabel | None:
    """Return the addresses that *item* points to as text to select, None when it has none."""
    if not item.support_links:
        return None
    label = words("Læs mere: " + "\n".join(item.support_links), Role.QUIET)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAccessibleName(label.text())
    return label
