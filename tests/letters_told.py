"""A citizen of whom everything is told, so that every kind of letter can be written and judged.

Each free text names the question it answers, so that one can see which answers a letter holds. The
choices that a kind of letter needs stand in `CHOSEN`; whoever writes a letter adds what it needs.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cache

from app.facts import Facts, answers_from
from app.supplies import supplies
from forms.calculation import with_calculated, with_typed
from forms.enablement import applicable_places, enabled_places
from forms.outline import walk_places, with_started_row
from forms.questionnaire import Item, ItemType, Questionnaire
from forms.reading import read_reply
from forms.reply import Reply
from models.answers import Answers
from models.case import Case, Entry, EntryState
from models.course import Course, Form, course_of
from models.decision import Result
from models.letters.catalogue import Per
from models.letters.contents import Element
from models.letters.letter import LetterKind, LetterOf
from tests.builders import CONTACT, NOON, TODAY
from tests.filling import reply_to, rows_for, waits

CATALOGUE = supplies().book.catalogue
DECISIONS = {LetterKind.DECISION, LetterKind.DECISION_CHANGED}
"""The kinds of letters that the matrix of a decision holds for."""
_NOT_OF_A_CHANGE = frozenset({"applied_for", "not_granted", "matches_request", "heard"})
"""What a decision that answers no request need not hold."""

ALWAYS: Facts = {
    **CONTACT,
    "contact.anonymous": ["false"],
    "citizen.protected_address": ["false"],
    "citizen.digital_post": ["reads"],
    "citizen.reading": ["plain"],
    "citizen.interpreter": ["false"],
    "request.received": "2.11.2026",
    "request.representation": ["none"],
    "request.regional": ["neither"],
    "decision.result": ["partial"],
    "decision.facts": "Du bad om hjælp den 2. november 2026. Du har bolig og arbejde.",
    "decision.considerations": "Du kan blive i din bolig og dit arbejde.",
    "decision.view_answer": "Vi har set på, at du har dit arbejde.",
    "decision.free_choice_limited": ["false"],
    "consent.answer": ["given"],
    "consent.withdrawn": ["false"],
}
"""What every letter rests on, and choices without which a question is not asked."""

CHOSEN: Mapping[LetterKind, Facts] = {
    LetterKind.MEDICAL_INTERVIEW_OFFER: {"medical.result": ["booked"]},
    LetterKind.MANDATE: {
        "request.representation": ["representative"],
        "request.representative_mandate": ["false"],
    },
    LetterKind.DECISION_CHANGED: {"decision.change": ["changed"]},
    LetterKind.FREE_CHOICE_REPLY: {"free_choice.limited": ["false"], "free_choice.answer": ["no"]},
    LetterKind.CONSENT: {"consent.told": ["refusal"]},
    LetterKind.REASSESSMENT: {"appeal.kind": ["decision"], "appeal.result": ["partly"]},
    LetterKind.APPEAL_FORWARDED: {
        "appeal.kind": ["decision"],
        "appeal.result": ["upheld"],
        "appeal.enclosed": ["appeal", "decision", "reasons"],
    },
    LetterKind.STATEMENT: {"statement.right": ["law"]},
    LetterKind.RECORD_COPY: {
        "record_access.scope": ["all"],
        "record_access.exceptions": ["others"],
        "record_access.judged": ["true"],
        "record_access.withheld": "1",
        "record_access.result": ["partial"],
    },
    LetterKind.GIFT_CARD_RECEIPT: {"gift_card.step": ["both"]},
    LetterKind.NO_SHOW: {
        "attendance.outcome": ["no-show"],
        "attendance.reached": ["false"],
    },
    LetterKind.FOLLOW_UP_ONE_MONTH: {"after_care.reached": ["reached"]},
    LetterKind.FOLLOW_UP_SIX_MONTHS: {
        "after_care.which": ["six-months"],
        "after_care.reached": ["reached"],
    },
}
"""What one kind of letter needs besides."""


@cache
def case_told(kind: LetterKind) -> Case:
    """Return the case of which everything is told, as letters of this *kind* need it."""
    return case_with(kind, {})


def case_with(kind: LetterKind, changed: Facts) -> Case:
    """Return the case of `case_told` with other answers to the questions *changed*."""
    facts = {**ALWAYS, **CHOSEN.get(kind, {}), **changed}
    entries = (_entry(form, number, facts) for number, form in enumerate(Form, start=1))
    return Case("case", tuple(entries))


def course_told(case: Case) -> Course:
    """Return what *case* means: only the answers to questions that apply."""
    entries = (entry.rewritten(_applying(entry), entry.changed) for entry in case.entries)
    return course_of(Case(case.id, tuple(entries), case.documents))


def without(case: Case, questions: Collection[str]) -> Case:
    """Return *case* without the answers to *questions*, in every row."""
    kept = (
        replace(
            entry.answers,
            values={p: v for p, v in entry.answers.values.items() if p.link_id not in questions},
        )
        for entry in case.entries
    )
    entries = zip(case.entries, kept, strict=True)
    return Case(case.id, tuple(entry.rewritten(left, entry.changed) for entry, left in entries))


def controls(kind: LetterKind) -> frozenset[str]:
    """Return the questions whose answers were chosen so that others are asked."""
    facts = {**ALWAYS, **CHOSEN.get(kind, {})}
    return frozenset(question for question, fact in facts.items() if isinstance(fact, list))


def unsigned(case: Case, form: str) -> Case:
    """Return *case* with the entry of *form* as a draft."""
    entries = (
        replace(entry, state=EntryState.DRAFT, signed=None) if entry.form == form else entry
        for entry in case.entries
    )
    return Case(case.id, tuple(entries))


def answered(case: Case) -> frozenset[str]:
    """Return the questions that are answered and apply."""
    told = (_applying(entry).values for entry in case.entries)
    return frozenset(place.link_id for values in told for place in values)


def musts(kind: LetterKind) -> tuple[Element, ...]:
    """Return what a letter of this *kind* may not be without, a decision as a partial refusal."""
    held = supplies().book.musts
    left_out = _NOT_OF_A_CHANGE if kind is LetterKind.DECISION_CHANGED else frozenset[str]()
    matrix = (e for e in held.contents.elements if e.id not in left_out)
    of_matrix = (element for element in matrix if Result.PARTIAL in element.must_for)
    named = (lack.element for lack in held.lacks if kind in lack.letters)
    return (*(of_matrix if kind in DECISIONS else ()), *named)


def letter_told(kind: LetterKind) -> LetterOf:
    """Return the letter of this *kind* that the case of `case_told` calls for."""
    row = CATALOGUE[kind]
    return LetterOf(kind, row.form if row.per is Per.ENTRY else "")


def _applying(entry: Entry) -> Answers:
    form = supplies().form(entry.form, entry.version)
    return entry.answers.only(applicable_places(form, entry.answers, TODAY))


def _entry(form: Form, number: int, facts: Facts) -> Entry:
    questionnaire = supplies().newest(form)
    own = {key: fact for key, fact in facts.items() if key in questionnaire.by_link_id}
    return Entry(
        id=str(form),
        form=form,
        version=questionnaire.version,
        state=EntryState.SIGNED,
        author="Prøve Behandler",
        started=NOON.replace(minute=number),
        changed=NOON,
        answers=_filled(form, json.dumps(own)),
        signed=NOON,
    )


@cache
def _filled(form_id: Form, own: str) -> Answers:
    """Return the form filled with its *own* facts, as JSON: most kinds of letters share them."""
    form = supplies().newest(form_id)
    answers = answers_from(form, json.loads(own), TODAY)
    while (fuller := _one_more(form, answers)) is not answers:
        answers = with_calculated(form, fuller, TODAY)
    return answers


def _one_more(form: Questionnaire, answers: Answers) -> Answers:
    shown = enabled_places(form, answers, TODAY)
    for item, place in walk_places(form.items, answers):
        if place not in shown:
            continue
        if item.is_repeating_group and answers.rows(place) < rows_for(item):
            return with_started_row(item, place, answers)
        if waits(item, answers, place):
            return with_typed(form, answers, place, *read_reply(item, _reply(item)))
    return answers


def _reply(item: Item) -> Reply:
    if item.type in {ItemType.STRING, ItemType.TEXT}:
        return Reply(marked(item.link_id)[: item.max_length])
    return reply_to(item, TODAY)


def marked(question: str) -> str:
    """Return the free text that answers *question*."""
    return f"Ærligt {question.replace('.', ' ').replace('_', ' ')}"
