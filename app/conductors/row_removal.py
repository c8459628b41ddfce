"""The question before a row of a form is taken away."""

from PySide6.QtWidgets import QWidget

from app.asking import Asking
from models.answers import Place
from views.screen.messages import ask_yes_no

_REMOVE = ("Vil du fjerne det?", "Det, der er skrevet her, bliver slettet.", "Fjern", "Behold")


def may_remove(page: QWidget, asking: Asking, group: Place, row: int) -> bool:
    """Return whether *row* of *group* holds nothing, or the person is sure."""
    return not asking.holds_something(group, row) or ask_yes_no(page, *_REMOVE)
