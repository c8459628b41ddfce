"""The conversation notes of a case as its overview shows them: whole, the newest first."""

from collections.abc import Iterator

from app.case_overview_rows import STEP, key_of
from app.open_case import OpenCase
from app.records import day_of
from app.wording import moment_in_words
from app.work import Work
from forms.fair_copy import Filling, fair_copy
from forms.questionnaire import Questionnaire, Voice
from models.case import Case, Entry
from models.course import Form
from models.danish import long_date
from models.filled_form import Answered
from views.screen.case_overview.notes_view import NoteShown, SaidShown

_DAY = "conversation_note.date"


def notes_shown(case: OpenCase, work: Work) -> tuple[NoteShown, ...]:
    """Return every conversation note that stands, by the day it is about."""
    notes = sorted(case.case.all(Form.CONVERSATION_NOTE), key=_when, reverse=True)
    return tuple(_note(entry, case.case, work) for entry in notes)


def _when(entry: Entry) -> tuple[str, str]:
    day = entry.answers.day(_DAY)
    written = entry.started.isoformat()
    return (day.isoformat() if day else written, written)


def _note(entry: Entry, case: Case, work: Work) -> NoteShown:
    day = entry.answers.day(_DAY)
    verb = "Underskrevet" if entry.signed else "Sidst ændret"
    at = entry.signed or entry.changed
    return NoteShown(
        key=key_of(STEP, entry.id),
        day=long_date(day) if day else "Uden dato",
        by=f"{verb} {moment_in_words(at)} af {entry.author}",
        state=_state(entry, case),
        said=tuple(_said(entry, work)),
    )


def _state(entry: Entry, case: Case) -> str:
    if not entry.is_signed:
        return "Kladde"
    return "Bliver rettet" if case.correction_of(entry) else ""


def _said(entry: Entry, work: Work) -> Iterator[SaidShown]:
    form = work.supplies.form(entry.form, entry.version)
    filling = Filling(form, entry.answers, day_of(entry, work.today))
    for block in fair_copy(filling, for_citizen=False):
        if isinstance(block, Answered) and not block.is_missing and block.link_id != _DAY:
            told = "\n".join(block.lines)
            yield SaidShown(block.question, told, is_citizens=_is_citizens(form, block.link_id))


def _is_citizens(form: Questionnaire, link_id: str) -> bool:
    item = form.by_link_id.get(link_id)
    return item is not None and item.voice is Voice.CITIZEN
