"""The courses of a case: each request that is no correction begins a new one.

A citizen who asks again after a discharge has a new course, and the guarantee runs anew
(retningslinjen 3.12.6). Who the citizen is, what was consented to and the network belong to all.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from models.case import Case, Document, Entry
from models.course import Form
from models.letters.letter import LetterKind

OF_THE_CITIZEN = frozenset({Form.CONTACT, Form.CONSENT, Form.NETWORK})
"""Forms that are about the citizen and not about one course."""

LETTERS_OF_THE_CITIZEN = frozenset({LetterKind.CONSENT})
"""Letters that rest on such a form: they stand with the newest course, as long as they hold."""


def courses_of(case: Case) -> tuple[Case, ...]:
    """Return what *case* holds, course by course: the oldest first, never none.

    What is begun belongs to the course of the newest request before it, a correction to that of
    what it corrects, a letter to that of the entries it was made from, or to the newest when it is
    about the citizen. Two things are written late: a discharge dated before the request of its
    course belongs to the open course before, if there is one, and a follow-up after discharge to
    the newest course that has a discharge.
    """
    return _layout(case).parts()


def present_course(case: Case) -> Case:
    """Return what *case* holds of the newest course."""
    return courses_of(case)[-1]


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which course each entry belongs to.

    `firsts` is the first in the chain of corrections of each entry, by its id. `begins` are the
    second request and those after it. `moved` are courses by the id of a first entry, where time
    alone would say another.
    """

    case: Case
    firsts: Mapping[str, Entry]
    begins: tuple[tuple[datetime, str], ...]
    moved: Mapping[str, int] = field(default_factory=dict)

    def parts(self) -> tuple[Case, ...]:
        return tuple(self._part(number) for number in range(len(self.begins) + 1))

    def with_late(self, form: Form) -> "_Layout":
        """Return this layout with the entries of *form* in the courses they speak of."""
        parts = self.parts()
        late = {
            self.firsts[entry.id].id: _course_meant(entry, number, parts)
            for number, part in enumerate(parts)
            for entry in part.all(form)
        }
        return replace(self, moved={**self.moved, **late})

    def _of_entry(self, entry: Entry) -> int:
        first = self.firsts[entry.id]
        return self.moved.get(first.id, bisect_right(self.begins, _begun(first)))

    def _of_document(self, document: Document) -> int:
        if document.kind in LETTERS_OF_THE_CITIZEN:
            return len(self.begins)
        made_from = (e for e in self.case.entries if e.id in document.entries)
        numbers = [self._of_entry(e) for e in made_from if e.form not in OF_THE_CITIZEN]
        by_time = bisect_right([when for when, _ in self.begins], document.approved)
        return max(numbers, default=by_time)

    def _part(self, number: int) -> Case:
        return replace(
            self.case,
            entries=tuple(
                entry
                for entry in sorted(self.case.entries, key=_begun)
                if entry.form in OF_THE_CITIZEN or self._of_entry(entry) == number
            ),
            documents=tuple(d for d in self.case.documents if self._of_document(d) == number),
        )


def _layout(case: Case) -> _Layout:
    by_id = {entry.id: entry for entry in case.entries}
    firsts = {entry.id: by_id[case.begun(entry)[1]] for entry in case.entries}
    requests = {_begun(first) for first in firsts.values() if first.form == Form.REQUEST}
    layout = _Layout(case, firsts, tuple(sorted(requests)[1:]))
    return layout.with_late(Form.DISCHARGE).with_late(Form.AFTER_CARE) if layout.begins else layout


def _course_meant(entry: Entry, by_time: int, parts: tuple[Case, ...]) -> int:
    """Return the number of the course that a discharge or a follow-up after it speaks of."""
    newest_first = reversed(range(by_time + 1))
    if entry.form == Form.AFTER_CARE:
        return next((n for n in newest_first if parts[n].current(Form.DISCHARGE)), by_time)
    ended, asked = entry.answers.day("discharge.date"), _asked(parts[by_time])
    if ended is None or asked is None or ended >= asked:
        return by_time
    still_open = (n for n in newest_first if not parts[n].current(Form.DISCHARGE))
    return next((n for n in still_open if (_asked(parts[n]) or ended) <= ended), by_time)


def _asked(part: Case) -> date | None:
    return part.answers(Form.REQUEST).day("request.received")


def _begun(entry: Entry) -> tuple[datetime, str]:
    return entry.started, entry.id
