"""What is wrong or odd in the form on the screen, question by question."""

from collections.abc import Sequence

from app.asking import Asking
from forms.checking import Problem, problem_at
from forms.unfinished import finished
from models.answers import Place
from models.hints import hint_at
from views.screen.form_page import FormPage


class FormProblems:
    """Remembers what was said about each question, and says it again when the page is new."""

    def __init__(self, page: FormPage) -> None:
        self._page = page
        self._said: dict[Place, Problem] = {}

    def show(self) -> None:
        """Show on the page what is remembered."""
        self._page.show_problems(tuple(self._said.values()))

    def find(self, found: Sequence[Problem]) -> None:
        """Remember *found* instead of what there was."""
        self._said = {problem.place: problem for problem in found}

    def look_at(self, asking: Asking, place: Place) -> None:
        """Say what is wrong or odd with the answer at *place*, now that one has left it."""
        item, answers = asking.item(place), asking.answers
        hint = hint_at(place.link_id, answers.text(place.link_id, *place.rows))
        sentence = problem_at(item, finished(item, answers.at(place), asking.today)) or hint
        if sentence or place in self._said:
            self._said.pop(place, None)
            if sentence:
                self._said[place] = Problem(place, sentence)
            self.show()

    def relieve(self, asking: Asking, place: Place) -> None:
        """Take back what was said of *place* as soon as it is no longer wrong."""
        if place in self._said and not problem_at(asking.item(place), asking.answers.at(place)):
            del self._said[place]
            self.show()

    def forget(self, inside: frozenset[str]) -> None:
        """Forget what was said of the questions *inside* a group whose rows have moved."""
        self._said = {p: problem for p, problem in self._said.items() if p.link_id not in inside}
        self.show()
