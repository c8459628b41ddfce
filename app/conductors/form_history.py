"""Taking back and doing again what was changed in the form on the screen."""

from dataclasses import replace

from app.asking import Asking
from app.conductors.form_problems import FormProblems
from forms.history import History, Step, changed_places
from forms.outline import link_ids_inside, walk_places
from models.answers import Answers, Place
from views.screen.form_page import FormPage

_NOTHING_LEFT = {-1: "Der er ikke mere at fortryde.", 1: "Der er ikke mere at gøre om."}
_DONE = {-1: "Fortrudt", 1: "Gjort om"}


class FormHistory:
    """Remembers each change to one form as long as it is on the screen, and says what it does."""

    def __init__(self, page: FormPage, problems: FormProblems) -> None:
        self._page = page
        self._problems = problems
        self._history = History()

    def note(self, place: Place, before: Answers, after: Answers) -> None:
        """Remember that something was changed at *place*."""
        self._history = self._history.with_change(place, before, after)

    def leave(self, place: Place) -> None:
        """Take what was typed at *place* as one change."""
        self._history = self._history.left(place)

    def forget(self) -> None:
        """Remember nothing any more: the form is another one."""
        self._history = History()

    def retraced(self, way: int, asking: Asking) -> tuple[Asking, Place] | None:
        """Return the form with the last change taken back (-1) or done again (1), and where.

        None when there is none; the page says so.
        """
        self._history, step = self._history.back() if way < 0 else self._history.again()
        if step is None:
            self._page.say(_NOTHING_LEFT[way])
            return None
        answers = step.before if way < 0 else step.after
        then = replace(asking, answers=answers).up_to_date()
        if then.item(step.place).is_question:
            self._problems.relieve(then, step.place)
        else:
            self._problems.forget(link_ids_inside(then.item(step.place)))
        return then, _place_to_show(step, then)

    def tell(self, way: int, place: Place, asking: Asking) -> None:
        """Say at which question something was taken back or done again, never what it was."""
        question = "" if self._page.hides(place) else asking.item(place).text.strip()
        self._page.say(f"{_DONE[way]}: {question}" if question else f"{_DONE[way]}.")


def _place_to_show(step: Step, asking: Asking) -> Place:
    """Return the question where *step* was made; of rows that came back the first in them."""
    item = asking.item(step.place)
    if item.is_question:
        return step.place
    changed = changed_places(step) & asking.enabled
    asked = walk_places(asking.form.items, asking.answers)
    inside = (place for inner, place in asked if inner.is_question and place in changed)
    return next(inside, step.place)
