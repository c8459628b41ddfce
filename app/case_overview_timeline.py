"""The timeline of a case as its overview shows it: by month, sifted by kind and by word."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.case_overview_letters import replaced_letters
from app.case_overview_rows import LETTER, STEP, TASK, key_of
from app.due_shown import due_state
from app.letters_story import happened
from app.listed import told_in
from app.open_case import OpenCase
from app.trail_shown import lines_of
from app.wording import counted, moment_in_words
from app.work import Work
from models.beside import telling
from models.case import Document, Entry
from models.courses import courses_of
from models.danish import MONTHS, short_date
from models.deadlines.all import deadlines_of
from models.deadlines.term import Deadline, DeadlineState
from models.letters.letter import LetterKind
from models.timeline import CourseTold, Happening, Kind, timeline
from storage.records import Deed
from views.screen.case_overview.rows import RowGroup, RowShown
from views.screen.choices import Choice
from views.screen.due import DueState

SEEN = "seen"
"""The code of who has seen the case: what the trail says, beside what happened."""
KINDS = (
    Choice(Kind.SIGNED, "Underskrevne skemaer"),
    Choice(Kind.NOTE, "Noter"),
    Choice(Kind.CORRECTED, "Rettelser"),
    Choice(Kind.BEGUN, "Kladder"),
    Choice(Kind.LETTER, "Breve"),
    Choice(Kind.COURSE, "Forløb"),
    Choice(Kind.DEADLINE, "Frister"),
    Choice(SEEN, "Hvem har set sagen"),
)
_MOST_SEEN = 5000
_LOOKED = frozenset[str](
    {
        Deed.READ,
        Deed.DOCUMENT_PRINTED,
        Deed.DOCUMENT_SAVED,
        Deed.ENTRY_PRINTED,
        Deed.ENTRY_SAVED,
        Deed.ENTRY_EXPORTED,
    }
)
_CHIPS: Mapping[Kind, tuple[str, DueState]] = {
    Kind.SIGNED: ("Underskrevet", DueState.MET),
    Kind.NOTE: ("Note", DueState.LATER),
    Kind.CORRECTED: ("Rettelse", DueState.LATER),
    Kind.BEGUN: ("Kladde", DueState.SOON),
    Kind.LETTER: ("Brev", DueState.LATER),
    Kind.COURSE: ("Forløb", DueState.LATER),
}
_DEADLINE_CHIPS: Mapping[DeadlineState, str] = {
    DeadlineState.MET: "Holdt",
    DeadlineState.MET_LATE: "For sent",
    DeadlineState.OVERDUE: "Overskredet",
    DeadlineState.EXPIRED: "Udløbet",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the timeline: its kind, the month it belongs to, and all it is found by."""

    kind: str
    month: str
    row: RowShown
    found_by: str


def told_timeline(case: OpenCase, work: Work) -> tuple[Told, ...]:
    """Return all that has happened in the case, the newest first."""
    parts = courses_of(case.case)
    courses = tuple(
        CourseTold(part, course, deadlines_of(course, work.supplies.law, work.today))
        for part in parts
        for course in (case.told_by(part),)
    )
    replaced = replaced_letters(parts, work.supplies.book.catalogue)
    lines = _Lines(case, work)
    return tuple(lines.told(one) for one in timeline(case.case, courses, replaced, work.today))


def told_seen(case: OpenCase, work: Work, name: str) -> tuple[Told, ...]:
    """Return who has seen the case or taken a copy of it; raises `RegisterError`."""
    case_id = case.case.id
    rows = [row for row in work.register.trail(_MOST_SEEN, case_id) if row.deed in _LOOKED]
    lines = lines_of(rows, work.today, {case_id: name})
    return tuple(
        Told(SEEN, _month(row.at.astimezone().date()), shown, _folded(line.title, line.detail))
        for row, line in zip(rows, lines, strict=True)
        for shown in (RowShown("", line.title, line.detail),)
    )


def groups_of(told: Iterable[Told], kind: str, typed: str) -> tuple[RowGroup, ...]:
    """Return the lines of one *kind*, or of all, that hold every word typed, month by month."""
    wanted = typed.casefold().split()
    left = (
        one
        for one in told
        if kind in {"", one.kind} and all(word in one.found_by for word in wanted)
    )
    return tuple(
        RowGroup(month, tuple(one.row for one in lines))
        for month, lines in groupby(left, _of_month)
    )


def count_of(groups: Sequence[RowGroup]) -> str:
    """Return how many lines there are, in words."""
    number = sum(len(group.rows) for group in groups)
    return counted(number, "linje", "linjer") if number else ""


class _Lines:
    """Says what happened in words."""

    def __init__(self, case: OpenCase, work: Work) -> None:
        self._supplies = work.supplies
        self._content = {one.entry_id: one.text for one in told_in(case.case)}
        self._tasks = frozenset(task.id for task in case.tasks())

    def told(self, one: Happening) -> Told:
        row = self._row(one)
        content = self._content.get(one.entry.id, "") if one.entry and one.at else ""
        found_by = _folded(row.title, row.detail, row.chip, content)
        return Told(one.kind, _month(one.day), row, found_by)

    def _row(self, one: Happening) -> RowShown:
        if one.document:
            return self._letter(one, one.document)
        if one.deadline:
            return self._deadline(one, one.deadline)
        if one.kind is Kind.COURSE or one.entry is None:
            return _course(one)
        return self._entry(one, one.entry)

    def _entry(self, one: Happening, entry: Entry) -> RowShown:
        title = self._supplies.form(entry.form, entry.version).title
        said = telling(entry)
        verb = "Begyndt" if one.kind is Kind.BEGUN else "Underskrevet"
        detail = f"{verb} {_moment(one)} af {one.by}"
        chip, state = _CHIPS[one.kind]
        if one.kind is Kind.BEGUN and entry.replaces:
            detail = f"Rettelse, der ikke er underskrevet. {detail}"
        key = key_of(STEP, entry.id)
        return RowShown(key, f"{title}: {said}" if said else title, detail, chip, state)

    def _letter(self, one: Happening, document: Document) -> RowShown:
        title = self._supplies.book.catalogue[LetterKind(document.kind)].title
        key = key_of(LETTER, document.id)
        if one.event:
            return RowShown(key, title, happened(one.event), *_CHIPS[Kind.LETTER])
        detail = f"{_moment(one)}: {one.by} godkendte et nyt i stedet"
        return RowShown(key, title, detail, "Trukket tilbage", DueState.OVERDUE)

    def _deadline(self, one: Happening, deadline: Deadline) -> RowShown:
        key = key_of(STEP, one.entry.id) if one.entry else ""
        if deadline.id in self._tasks:
            key = key_of(TASK, deadline.id)
        last = f"Sidste dag var {short_date(deadline.due)}. " if deadline.due else ""
        chip = _DEADLINE_CHIPS[deadline.state]
        detail = f"{last}{deadline.sentence}"
        return RowShown(key, deadline.title, detail, chip, due_state(deadline.state))


def _course(one: Happening) -> RowShown:
    title = "Forløbet sluttede" if one.is_end else "Et forløb begyndte"
    detail = f"{'Udskrevet' if one.is_end else 'Anmodet om behandling'} {short_date(one.day)}"
    key = key_of(STEP, one.entry.id) if one.entry else ""
    return RowShown(key, title, detail, *_CHIPS[Kind.COURSE])


def _moment(one: Happening) -> str:
    return moment_in_words(one.at) if one.at else short_date(one.day)


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1].capitalize()} {day.year}"


def _of_month(told: Told) -> str:
    return told.month


def _folded(*parts: str) -> str:
    return " ".join(parts).casefold()
