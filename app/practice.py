"""The practice register: made-up citizens in every stage of a course, to try the program on."""

from datetime import datetime, timedelta
from pathlib import Path

import resources
from app.conductors.profile import FORM, clinic_in, keep_profile
from app.door import PRACTICE_PASSPHRASE, PRACTICE_PERSON
from app.facts import PracticeForm, answers_from, read_practice
from app.open_case import Approval, OpenCase, new_case
from app.supplies import supplies
from app.work import Work
from models.letters.basis import Occasion
from models.letters.writing import letters_called, write_letter
from storage.file_names import has_register
from storage.key_slots import LEAST_COST
from storage.register import Register, create_register, open_register
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter


def open_practice_register(folder: Path, now: datetime) -> Register:
    """Return the practice register in *folder*, made if need be; raises `RegisterError`."""
    if has_register(folder):
        return open_register(folder, PRACTICE_PERSON, PRACTICE_PASSPHRASE, now)
    return make_practice_register(folder, now)


def make_practice_register(folder: Path, now: datetime) -> Register:
    """Make the practice register in *folder* and return it open; raises `RegisterError`."""
    facts = read_practice(resources.text("practice/citizens.json"))
    register, _ = create_register(folder, PRACTICE_PERSON, PRACTICE_PASSPHRASE, now, LEAST_COST)
    work = _work_at(register, now)
    clinic = answers_from(work.supplies.newest(FORM), facts.clinic, now.date())
    keep_profile(clinic, work)
    for forms in facts.citizens:
        _add_citizen(register, forms, now)
    register.flush()
    return register


def _add_citizen(register: Register, forms: tuple[PracticeForm, ...], now: datetime) -> None:
    case = new_case(_work_at(register, now))
    for filled in forms:
        then = now - timedelta(days=filled.days_ago)
        work = _work_at(register, then)
        opened = OpenCase(case, work)
        entry = opened.begin(filled.form)
        form = work.supplies.form(entry.form, entry.version)
        entry = entry.rewritten(answers_from(form, filled.answers, now.date()), then)
        opened.keep(entry)
        if filled.signed:
            opened.sign(entry)
            _issue(filled.form, opened, work)
        case = opened.case


def _work_at(register: Register, then: datetime) -> Work:
    return Work(register, supplies(), lambda: then, PRACTICE_PERSON)


def _issue(form: str, opened: OpenCase, work: Work) -> None:
    """Issue the letter that rests on *form*, when there is one and it lacks nothing."""
    clinic = clinic_in(work.register, work.supplies)
    occasion = Occasion(work.today, work.person)
    book = work.supplies.book
    called = (named.letter for named in letters_called(opened.course, clinic, book.catalogue))
    for letter in (named for named in called if book.catalogue[named.kind].form == form):
        draft = write_letter(letter, opened.course, clinic, book, occasion)
        if not draft.lacks:
            content = draw_letter(draft.letter, EnvelopeWindow())
            opened.approve(Approval(draft, content, opened.present))
