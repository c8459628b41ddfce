"""The record of a whole case for one who asked to see it: what was asked and answered, numbered."""

from collections.abc import Iterator
from functools import cache

import resources
from app.records import day_of
from app.work import Work
from forms.fair_copy import Filling, fair_copy
from forms.questionnaire import Questionnaire, Voice
from models.case import Case, Document, Entry
from models.filled_form import Answered
from models.letters.letter import LetterKind
from models.letters.record import (
    AboutOthers,
    Record,
    RecordedAnswer,
    RecordedBlock,
    RecordedEntry,
    RecordedLetter,
    read_about_others,
)

_ABOUT_OTHERS = frozenset({LetterKind.NOTIFICATION})


def record_of(whole: Case, request_id: str, work: Work) -> Record:
    """Return all that was written in a case, but for the request that is being answered.

    The numbers of what is there already stay when more is written. Raises `UnknownFormError`.
    """
    entries = [entry for entry in whole.entries if not _is_of(entry, request_id, whole)]
    replaced = {entry.replaces for entry in entries if entry.replaces and entry.is_signed}
    documents = sorted(whole.documents, key=_approved)
    return Record(
        tuple(
            _entry(entry, number, work, is_replaced=entry.id in replaced)
            for number, entry in enumerate(entries, start=1)
        ),
        tuple(_letter(document, number) for number, document in enumerate(documents, start=1)),
    )


def _approved(document: Document) -> tuple[str, str]:
    return document.approved.isoformat(), document.id


def _is_of(entry: Entry, request_id: str, whole: Case) -> bool:
    """Whether *entry* is the request being answered, or what that corrects."""
    asked = whole.entry(request_id)
    return asked is not None and whole.begun(entry) == whole.begun(asked)


def _entry(entry: Entry, number: int, work: Work, *, is_replaced: bool) -> RecordedEntry:
    form = work.supplies.form(entry.form, entry.version)
    draft_or_signed = "signed" if entry.is_signed else "draft"
    return RecordedEntry(
        number=str(number),
        title=form.title,
        day=(entry.signed or entry.changed).date(),
        author=entry.author,
        state="replaced" if is_replaced else draft_or_signed,
        blocks=tuple(_blocks(entry, form, number, work)),
    )


def _blocks(entry: Entry, form: Questionnaire, number: int, work: Work) -> Iterator[RecordedBlock]:
    filling = Filling(form, entry.answers, day_of(entry, work.today))
    told, private = 0, _private(form)
    for block in fair_copy(filling, for_citizen=False):
        if not isinstance(block, Answered):
            yield block
        elif not block.is_missing:
            told += 1
            yield _answer(block, f"{number}.{told}", entry, form, private)


def _answer(
    answered: Answered, number: str, entry: Entry, form: Questionnaire, private: frozenset[str]
) -> RecordedAnswer:
    item, is_private = form.by_link_id[answered.link_id], answered.link_id in private
    of_the_citizen = "citizen" if item.voice is Voice.CITIZEN else ""
    return RecordedAnswer(
        number=number,
        question=answered.question,
        lines=answered.lines,
        voice="private" if is_private else of_the_citizen,
        is_running_text=answered.is_running_text,
        needs_a_look=is_private or _about_others().tells(entry.form, item.link_id),
    )


def _letter(document: Document, number: int) -> RecordedLetter:
    is_about_others = document.kind in _ABOUT_OTHERS
    return RecordedLetter(
        f"B{number}", document.title, document.approved.date(), needs_a_look=is_about_others
    )


def _private(form: Questionnaire) -> frozenset[str]:
    items = (item for item in form.by_link_id.values() if item.counsellor_only)
    return frozenset(inner.link_id for item in items for inner in item.walk())


@cache
def _about_others() -> AboutOthers:
    return read_about_others(resources.text("law/about_others.toml"))
