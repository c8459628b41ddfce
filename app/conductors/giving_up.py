"""Taking a draft away for good, when the person is sure."""

from PySide6.QtWidgets import QWidget

from app.conductors.form import FormConductor
from app.open_case import OpenCase
from storage.errors import RegisterError
from views.screen.messages import ask_yes_no

_GIVE_UP = (
    "Vil du slette kladden?",
    "Det, du har skrevet i skemaet, bliver slettet. Det, der er underskrevet, står ved magt.",
    "Slet kladden",
    "Behold den",
)


def give_up(form: FormConductor, case: OpenCase, above: QWidget) -> bool:
    """Take the draft of *form* out of *case* when the person says yes in a box; return whether.

    When the disk does not take it, the draft stays and *form* says the problem.
    """
    if not ask_yes_no(above, *_GIVE_UP):
        return False
    try:
        case.give_up(form.entry)
    except RegisterError as error:
        form.problem.emit(str(error))
        return False
    form.forget()
    return True
