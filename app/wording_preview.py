"""How a letter looks with other words in it: written to the made-up citizens of the practice."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property

import resources
from app.facts import PracticeForm, answers_from, read_practice
from app.own_wordings import reading
from app.records import Meaning
from app.shipped_forms import files_of_today, read_shipped
from app.supplies import Supplies
from models.case import Case, Entry, EntryState
from models.clinic import Clinic
from models.course import Course, course_of
from models.courses import present_course
from models.law_tables import NoRuleInForceError
from models.letters.basis import Occasion
from models.letters.contents import LetterDraft
from models.letters.letter import Letter, LetterKind, LetterOf, Paragraph, Receiver, Sender
from models.letters.own_wording import filled_with_examples
from models.letters.wording import Wording
from models.letters.writers import WRITERS
from models.letters.writing import write_letter

_SEEN = "\N{PILCROW SIGN}"
_ALONE = "Et stykke af et brev"
_RECEIVER = Receiver(("Prøve Modtager", "Prøvevej 1, 2. tv.", "0000 Prøveby"))


@dataclass(frozen=True, slots=True)
class Sample:
    """A made-up citizen to whom a letter is written."""

    course: Course
    letter: LetterOf


class WordingPreview:
    """Writes letters of the *clinic* to made-up citizens; nothing is kept."""

    def __init__(self, supplies: Supplies, clinic: Clinic, now: datetime, person: str) -> None:
        self._supplies = supplies
        self._clinic = clinic
        self._now = now
        self._occasion = Occasion(now.date(), person)

    def sample(self, kind: LetterKind, key: str) -> Sample | None:
        """Return the first of them whose letter says the text called *key*; None without one."""
        wording = self._supplies.own_wordings[kind]
        marked = _with_text(wording, key, wording.texts[key] + _SEEN)
        return next(
            (one for one in self._samples(kind) if self._says(one, wording, marked)),
            None,
        )

    def written(self, sample: Sample, key: str, text: str) -> Letter | None:
        """Return the letter of *sample* with *text* in place of the one called *key*.

        None when no rule of the law holds on its day.
        """
        wording = self._supplies.own_wordings[sample.letter.kind]
        draft = self._draft(sample, _with_text(wording, key, text))
        return draft.letter if draft else None

    def draft_of(self, sample: Sample) -> LetterDraft | None:
        """Return the letter of *sample* as the clinic's words stand; None when no rule holds."""
        return self._draft(sample, self._supplies.own_wordings[sample.letter.kind])

    def _says(self, sample: Sample, wording: Wording, marked: Wording) -> bool:
        draft = self._draft(sample, wording)
        return draft is not None and draft != self._draft(sample, marked)

    def _draft(self, sample: Sample, wording: Wording) -> LetterDraft | None:
        book = self._supplies.book
        book = replace(book, wordings={sample.letter.kind: wording})
        try:
            return write_letter(sample.letter, sample.course, self._clinic, book, self._occasion)
        except NoRuleInForceError:
            return None

    def _samples(self, kind: LetterKind) -> Iterator[Sample]:
        form, writer = self._supplies.book.catalogue[kind].form, WRITERS[kind]
        for course in self._courses:
            for about in writer.called(course, form):
                yield Sample(course, LetterOf(kind, about.entry_id))

    @cached_property
    def _courses(self) -> tuple[Course, ...]:
        facts = read_practice(resources.text("practice/citizens.json"))
        meaning, today = Meaning(self._supplies), self._now.date()
        cases = (self._case(str(number), forms) for number, forms in enumerate(facts.citizens))
        return tuple(course_of(meaning.of(present_course(case), today)) for case in cases)

    def _case(self, number: str, forms: tuple[PracticeForm, ...]) -> Case:
        entries = (
            self._entry(f"{number}-{place}", filled, self._now.date())
            for place, filled in enumerate(forms)
        )
        return Case(number, tuple(entries))

    def _entry(self, entry_id: str, filled: PracticeForm, today: date) -> Entry:
        form = read_shipped(files_of_today()[filled.form])
        then = self._now - timedelta(days=filled.days_ago)
        entry = Entry(
            id=entry_id,
            form=filled.form,
            version=form.version,
            state=EntryState.DRAFT,
            author=self._occasion.person,
            started=then,
            changed=then,
            answers=answers_from(form, filled.answers, today),
        )
        return entry.as_signed(self._occasion.person, then) if filled.signed else entry


def letter_saying(text: str, clinic: Clinic, day: date) -> Letter:
    """Return a letter of the *clinic* that says *text* only, with examples of what is put into it.

    Raises `WordingError` when its braces cannot be read.
    """
    said = Paragraph(filled_with_examples(text, reading()))
    return Letter(_ALONE, day, sender_of(clinic), _RECEIVER, (), (said,))


def sender_of(clinic: Clinic) -> Sender:
    """Return the *clinic* as a letter names it, whoever writes."""
    contact = tuple(line for line in (clinic.phone, clinic.email, clinic.opening) if line)
    return Sender(clinic.name, clinic.unit, clinic.address.lines, contact)


def _with_text(wording: Wording, key: str, text: str) -> Wording:
    return replace(wording, texts={**wording.texts, key: text})
