"""What was changed in a form since it was opened, step by step, to be taken back and done again."""

from dataclasses import dataclass, replace

from models.answers import Answers, Coding, Declined, Place, Unread, Value

MOST = 300
"""Steps kept; the oldest go first."""


@dataclass(frozen=True)
class Step:
    """One change, made at `place`: a question, or a group whose rows came or went."""

    place: Place
    before: Answers
    after: Answers


@dataclass(frozen=True)
class History:
    """The steps behind (`past`, the newest last) and those taken back (`future`, the next last).

    What is typed in one field, from coming to leaving it, is one step; each choice is one.
    """

    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    is_open: bool = False
    """Whether the newest step still goes on."""

    def with_change(self, place: Place, before: Answers, after: Answers) -> "History":
        """Return this with the change from *before* to *after* made at *place*."""
        if before == after:
            return self
        last = self.past[-1] if self.past and self.is_open else None
        if last is None or last.place != place or _is_choice(place, before, after):
            return History((*self.past, Step(place, before, after))[-MOST:], (), is_open=True)
        if last.before == after:
            # All that was typed here is taken back again.
            return History(self.past[:-1])
        return History((*self.past[:-1], replace(last, after=after)), (), is_open=True)

    def left(self, place: Place) -> "History":
        """Return this with what was done at *place* as a step of its own: one has left it."""
        goes_on = bool(self.past) and self.past[-1].place != place
        return replace(self, is_open=self.is_open and goes_on)

    def back(self) -> tuple["History", Step | None]:
        """Return this with the newest step taken back, and that step; None when there is none."""
        if not self.past:
            return self, None
        *earlier, last = self.past
        return History(tuple(earlier), (*self.future, last)), last

    def again(self) -> tuple["History", Step | None]:
        """Return this with the step taken back last done again, and that; None without one."""
        if not self.future:
            return self, None
        *later, then = self.future
        return History((*self.past, then), tuple(later)), then


def changed_places(step: Step) -> frozenset[Place]:
    """Return the places where an answer or the number of rows differs by *step*."""
    before, after = step.before, step.after
    answered = before.values.keys() | after.values.keys()
    counted = before.counts.keys() | after.counts.keys()
    return frozenset(
        {place for place in answered if before.at(place) != after.at(place)}
        | {place for place in counted if before.rows(place) != after.rows(place)}
    )


def _is_choice(place: Place, before: Answers, after: Answers) -> bool:
    """Return whether another option was chosen at *place*, rather than something typed."""
    if before.counts != after.counts:
        return True
    then, now = before.at(place), after.at(place)
    # Where options are searched for by typing, what is taken belongs to what was typed.
    is_typed = any(isinstance(value, Unread) for value in then)
    return not is_typed and _chosen(then) != _chosen(now)


def _chosen(values: tuple[Value, ...]) -> tuple[Value, ...]:
    return tuple(value for value in values if isinstance(value, bool | Coding | Declined))
