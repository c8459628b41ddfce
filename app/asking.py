"""A form as it is asked on a day: what is answered, and what each answer sets off."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from forms.calculation import following_again, with_calculated, with_typed
from forms.checking import Problem, problems
from forms.enablement import enabled_places
from forms.outline import link_ids_inside, places_of, sections, with_started_row
from forms.questionnaire import Item, Questionnaire
from forms.reply import Reply
from forms.unfinished import read_unfinished, told
from models.answers import Answers, Place
from models.oddities_stopping import impossible_days


@dataclass(frozen=True)
class Asking:
    """The answers to *form* on the day *today*; of a signed entry that is the day it was signed.

    Every change brings what is calculated up to date, before anybody asks what is enabled.
    """

    form: Questionnaire
    answers: Answers
    today: date

    @cached_property
    def enabled(self) -> frozenset[Place]:
        """The places that are asked."""
        return enabled_places(self.form, self.answers, self.today)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is missing or wrong, and what cannot be at all."""
        impossible = impossible_days(self.answers, self.today)
        asked = (one for one in impossible if one.place in self.enabled)
        wrong = tuple(Problem(one.place, one.sentence) for one in asked)
        return (*problems(self.form, self.answers, self.today), *wrong)

    def first_to_mend(self, found: Sequence[Problem]) -> Place:
        """Return the place of the first problem; in a group that lacks something, where it is."""
        first = found[0].place
        inside = link_ids_inside(self.item(first)) - {first.link_id}
        return next((one.place for one in found if one.place.link_id in inside), first)

    def item(self, place: Place) -> Item:
        """Return the item that stands at *place*."""
        return self.form.by_link_id[place.link_id]

    def section_of(self, link_id: str, otherwise: int) -> int:
        """Return the number of the section that *link_id* stands in, or is; else *otherwise*."""
        inside = (link_ids_inside(section) for section in sections(self.form))
        found = (number for number, link_ids in enumerate(inside) if link_id in link_ids)
        return next(found, otherwise)

    def first_waiting(self, section: int) -> Place | None:
        """Return the first question asked in a section that waits for an answer, else the first."""
        places = places_of(sections(self.form)[section], self.answers)
        asked = [place for item, place in places if item.is_question and place in self.enabled]
        waiting = (place for place in asked if not self.answers.at(place))
        return next(waiting, next(iter(asked), None))

    def up_to_date(self) -> "Asking":
        """Return this with what is calculated as it is today."""
        return self._with(self.answers)

    def with_reply(self, place: Place, reply: Reply) -> "Asking":
        """Return this with what a person, who may still be typing, said at *place*."""
        values = read_unfinished(self.item(place), reply, self.today)
        return self._with(with_typed(self.form, self.answers, place, *values))

    def with_told(self, place: Place) -> "Asking":
        """Return this with a day at *place* that is told by today, such as ``+3``, written out."""
        typed = self.answers.at(place)
        values = told(self.item(place), typed, self.today)
        if values == typed:
            return self
        return self._with(with_typed(self.form, self.answers, place, *values))

    def following(self, place: Place) -> "Asking":
        """Return this with the answer at *place* worked out again in place of a person's."""
        answers = following_again(self.form, self.answers, place, self.today)
        return replace(self, answers=answers)

    def with_row(self, group: Place) -> "Asking":
        """Return this with one more row of *group*."""
        return self._with(with_started_row(self.item(group), group, self.answers))

    def without_row(self, group: Place, row: int) -> "Asking":
        """Return this without *row* of *group*."""
        inside = link_ids_inside(self.item(group))
        return self._with(self.answers.without_row(group, row, inside))

    def holds_something(self, group: Place, row: int) -> bool:
        """Return whether anything is answered in *row* of *group*."""
        inside = link_ids_inside(self.item(group))
        here = (*group.rows, row)
        return any(
            place.link_id in inside and place.rows[: len(here)] == here
            for place in self.answers.values
        )

    def _with(self, answers: Answers) -> "Asking":
        return replace(self, answers=with_calculated(self.form, answers, self.today))
