"""How letters of one kind are written: once in a course, or one about each entry of a form."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from models.course import Course, Form
from models.decisions import Made, of_entry, standing
from models.letters.basis import About, Basis, Dating, Occasion
from models.letters.contents import LetterDraft
from models.letters.pieces import dated


class Writer(Protocol):
    """Writes the letters of one kind; *form* is the one they rest on."""

    def called(self, course: Course, form: Form) -> tuple[About, ...]:
        """Return what the course calls for such a letter about, oldest first."""

    def about(self, course: Course, form: Form, entry_id: str) -> About:
        """Return what the letter about this entry is about."""

    def dated(self, course: Course, entry_id: str, occasion: Occasion) -> Dating:
        """Return the day the letter bears, and who answers for it."""

    def write(self, basis: Basis) -> LetterDraft:
        """Return the letter as it stands, and what it still lacks."""


class Told(Protocol):
    """What an entry of a form that is filled again and again tells."""

    @property
    def entry_id(self) -> str:
        """The id of the entry."""

    @property
    def is_signed(self) -> bool:
        """Whether the entry is signed."""


_Told = TypeVar("_Told", bound=Told)


def of_today(_told: object, occasion: Occasion) -> Dating:
    """Return that a letter is dated today, and that who writes it answers for it."""
    return Dating(occasion.today, occasion.person)


def always(_told: object) -> bool:
    """Return that a letter is called for whatever is told."""
    return True


def _without_telling(_told: object) -> str:
    return ""


@dataclass(frozen=True)
class OnceWriter:
    """Writes the one letter of its kind in a course.

    It is called for when its form is begun and the course `is_wanted` to have it.
    """

    letter: Callable[[Basis], LetterDraft]
    is_wanted: Callable[[Course], bool] = always
    dating: Callable[[Course, Occasion], Dating] = of_today

    def called(self, course: Course, form: Form) -> tuple[About, ...]:
        """Return that the course calls for the letter, if it does."""
        is_called = form in course.entry_ids and self.is_wanted(course)
        return (self.about(course, form, ""),) if is_called else ()

    def about(self, course: Course, form: Form, entry_id: str) -> About:
        """Return whether the form that the letter rests on is signed."""
        return About(entry_id, course.is_signed(form))

    def dated(self, course: Course, entry_id: str, occasion: Occasion) -> Dating:  # noqa: ARG002 - what a Writer is told
        """Return the day the letter bears, and who answers for it."""
        return self.dating(course, occasion)

    def write(self, basis: Basis) -> LetterDraft:
        """Return the letter as it stands, and what it still lacks."""
        return self.letter(basis)


@dataclass(frozen=True)
class EachWriter(Generic[_Told]):
    """Writes a letter about each of the `entries` that `is_wanted`."""

    entries: Callable[[Course], tuple[_Told, ...]]
    letter: Callable[[Basis, _Told], LetterDraft]
    is_wanted: Callable[[_Told], bool] = always
    telling: Callable[[_Told], str] = _without_telling
    dating: Callable[[_Told, Occasion], Dating] = of_today

    def called(self, course: Course, form: Form) -> tuple[About, ...]:  # noqa: ARG002 - what a Writer is told
        """Return the entries that call for a letter, oldest first."""
        return tuple(self._about(told) for told in self.entries(course) if self.is_wanted(told))

    def about(self, course: Course, form: Form, entry_id: str) -> About:  # noqa: ARG002 - what a Writer is told
        """Return what the letter about this entry is about."""
        return self._about(self._told(course, entry_id))

    def dated(self, course: Course, entry_id: str, occasion: Occasion) -> Dating:
        """Return the day the letter bears, and who answers for it."""
        return self.dating(self._told(course, entry_id), occasion)

    def write(self, basis: Basis) -> LetterDraft:
        """Return the letter as it stands, and what it still lacks."""
        return self.letter(basis, self._told(basis.course, basis.about.entry_id))

    def _about(self, told: _Told) -> About:
        return About(told.entry_id, told.is_signed, self.telling(told))

    def _told(self, course: Course, entry_id: str) -> _Told:
        return next(told for told in self.entries(course) if told.entry_id == entry_id)


@dataclass(frozen=True)
class EachAloneWriter:
    """Writes a letter about each of the `entries` as if the course held no other of its form.

    `alone` returns the course as the letter about an entry sees it: that is what `is_wanted` and
    `dating` judge, and what the letter is written from.
    """

    entries: Callable[[Course], tuple[Made, ...]]
    alone: Callable[[Course, str], Course]
    letter: Callable[[Basis], LetterDraft]
    is_wanted: Callable[[Course], bool] = always
    dating: Callable[[Course, Occasion], Dating] = of_today

    def called(self, course: Course, form: Form) -> tuple[About, ...]:
        """Return the entries that call for a letter, oldest first."""
        return tuple(
            self.about(course, form, told.entry_id)
            for told in self.entries(course)
            if self.is_wanted(self.alone(course, told.entry_id))
        )

    def about(self, course: Course, form: Form, entry_id: str) -> About:  # noqa: ARG002 - what a Writer is told
        """Return what the letter about this entry is about; without one, about the newest."""
        entries = self.entries(course)
        told = of_entry(entries, entry_id) or standing(entries)
        if told is None:
            return About(entry_id, is_signed=False)
        # The only one of its kind needs no day to be told from others.
        telling = dated(told.day) if len(entries) > 1 else ""
        return About(entry_id, told.is_signed, telling)

    def dated(self, course: Course, entry_id: str, occasion: Occasion) -> Dating:
        """Return the day the letter bears, and who answers for it."""
        return self.dating(self.alone(course, entry_id), occasion)

    def write(self, basis: Basis) -> LetterDraft:
        """Return the letter as it stands, and what it still lacks."""
        return self.letter(basis)
