"""What holds for every kind of letter: it is told, it may be approved exactly when it holds all it
must, and it says what was answered.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

import resources
from app.facts import Facts
from app.supplies import supplies
from models.case import Case
from models.clinic import Role
from models.course import Form
from models.letters.contents import Element, LetterDraft
from models.letters.letter import LetterKind
from models.letters.writers import WRITERS
from models.letters.writing import letters_called
from tests.builders import TODAY, clinic, draft
from tests.letters_told import (
    CATALOGUE,
    answered,
    case_told,
    case_with,
    controls,
    course_told,
    letter_told,
    musts,
    unsigned,
    without,
)
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter

KINDS = tuple(WRITERS)
every_kind = pytest.mark.parametrize("kind", KINDS)

FRAMED = {
    "signed",
    "sender",
    "authority",
    "adult",
    "dated",
    "receiver",
    "representative",
    "mandate",
    "guardian",
    "guardianship",
    "reachable",
    "named",
    "matches_request",
    "heard",
}
"""Musts that are judged by more than whether one question is answered."""
JUDGED = re.compile(r"(^|_)(passed|concrete|ahead|matches)$")
"""Musts about what an answer is like, which the letters' own tests judge."""
SEVERAL = {"other_help", "free_choice", "found", "warning", "way_back", "onward", "citizen"}
SEVERAL |= {"reply", "due", "start"}
SEVERAL |= {"content", "decided", "children"}
"""Musts that more than one answer can meet."""
OFFICE = {"free_choice", "way_back"}
"""Musts that the office's own profile can meet, besides those that lead to it."""
UNASKED = {"legal_basis", "medical_interview"}
"""Musts that our own wording meets, whatever is answered."""
CHILD: Facts = {"citizen.cpr": "150715-4000"}
REPRESENTED: Facts = {
    "request.representation": ["representative"],
    # What the citizen consents to goes to the citizen, whoever acts.
    "consent.given_by": ["representative"],
}


def lacking(letter: LetterDraft) -> set[str]:
    return {lack.id for lack in letter.lacks}


def written(kind: LetterKind, case: Case, today: date = TODAY) -> LetterDraft:
    return draft(letter_told(kind), course_told(case), today=today)


def plain_musts(kind: LetterKind) -> tuple[Element, ...]:
    """Return the musts of *kind* that are met exactly when their question is answered."""
    others = FRAMED | SEVERAL | UNASKED
    asked = (must for must in musts(kind) if must.form in set(Form))
    return tuple(m for m in asked if m.id not in others and not JUDGED.search(m.id))


def has(kind: LetterKind, element: str) -> bool:
    return any(must.id == element for must in musts(kind))


@every_kind
def test_a_letter_of_which_everything_is_told_is_called_for_and_may_be_approved(
    kind: LetterKind,
) -> None:
    course = course_told(case_told(kind))

    called = {named.letter for named in letters_called(course, clinic(), CATALOGUE)}

    assert letter_told(kind) in called
    assert lacking(written(kind, case_told(kind))) == set()


@cache
def missed_without(kind: LetterKind) -> Mapping[str, frozenset[str]]:
    """Return what a letter lacks without the answer to each question that a must leads to."""
    told = case_told(kind)
    asked = ({must.question for must in musts(kind)} & answered(told)) - controls(kind)
    return {
        question: frozenset(lacking(written(kind, without(told, {question})))) for question in asked
    }


@every_kind
def test_a_must_is_lacking_when_its_question_is_not_answered(kind: LetterKind) -> None:
    missed = missed_without(kind)

    led_to = {must.id: must.question for must in plain_musts(kind) if must.question in missed}

    assert [must for must, question in led_to.items() if must not in missed[question]] == []


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_a_letter_may_be_approved_exactly_when_it_holds_all_it_must(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(KINDS))
    asked = sorted(missed_without(kind))
    dropped = data.draw(st.sets(st.sampled_from(asked), max_size=6) if asked else st.just(set()))
    case = without(case_told(kind), dropped)

    letter = written(kind, case)

    plain = {must.id for must in plain_musts(kind)}
    expected = plain & set().union(*(missed_without(kind)[question] for question in dropped))
    assert lacking(letter) & plain == expected
    still = answered(case)
    several = lacking(letter) & (SEVERAL - OFFICE)
    assert [m.id for m in musts(kind) if m.id in several and m.question in still] == []
    event(f"approvable: {letter.lacks == ()}")


@every_kind
def test_every_must_can_be_lacking(kind: LetterKind) -> None:
    told, kept = case_told(kind), controls(kind)

    little = lacking(written(kind, without(told, answered(told) - kept)))

    asked = (must for must in musts(kind) if must.form in set(Form) and must.question not in kept)
    unmet = {must.id for must in asked} - FRAMED - UNASKED - OFFICE
    assert {must for must in unmet if not JUDGED.search(must)} - little == set()


@every_kind
def test_no_letter_is_approved_from_a_form_that_is_not_signed(kind: LetterKind) -> None:
    case = unsigned(case_told(kind), CATALOGUE[kind].form)

    assert has(kind, "signed")
    assert "signed" in lacking(written(kind, case))


@every_kind
def test_a_letter_to_a_child_or_from_a_wrong_office_is_not_approved(kind: LetterKind) -> None:
    course = course_told(case_with(kind, CHILD))

    letter = draft(letter_told(kind), course, clinic(Role.PROVIDER))

    assert has(kind, "adult") <= ("adult" in lacking(letter))
    assert has(kind, "authority") <= ("authority" in lacking(letter))


@every_kind
def test_a_letter_whose_date_is_not_the_day_it_goes_is_not_approved(kind: LetterKind) -> None:
    letter = written(kind, case_told(kind), TODAY + timedelta(days=1))

    late = letter.letter.day != TODAY + timedelta(days=1)
    assert (has(kind, "dated") and late) == ("dated" in lacking(letter))


@every_kind
def test_nobody_speaks_for_the_citizen_without_a_mandate_or_a_name(kind: LetterKind) -> None:
    unasked = case_with(kind, {**REPRESENTED, "request.representative_mandate": ["false"]})
    allowed = case_with(kind, {**REPRESENTED, "request.representative_mandate": ["true"]})
    nameless = without(allowed, {"request.representative_name"})

    assert has(kind, "mandate") == ("mandate" in lacking(written(kind, unasked)))
    assert has(kind, "representative") == ("representative" in lacking(written(kind, nameless)))


@every_kind
def test_an_approved_letter_says_on_paper_what_was_answered_to_each_must(kind: LetterKind) -> None:
    case, letter = case_told(kind), written(kind, case_told(kind)).letter

    said = on_paper(draw_letter(letter, EnvelopeWindow()))

    answers = {
        must.question: told
        for must in musts(kind)
        if must.id != "adult" and (told := text_told(case, must))
    }
    assert {question for question, told in answers.items() if plain(told) not in said} == set()


def text_told(case: Case, must: Element) -> str:
    entry = case.current(must.form)
    return entry.answers.text(must.question) if entry else ""


def on_paper(pdf: bytes) -> str:
    document = PdfDocument(pdf)
    pages = (document[number].get_textpage().get_text_range() for number in range(len(document)))
    return plain(" ".join(pages))


def plain(text: str) -> str:
    return re.sub(r"\W+", "", text)


def test_every_kind_of_letter_can_be_written() -> None:
    names = set(resources.names("letters"))

    assert list(CATALOGUE) == list(LetterKind)
    assert all(row.title and row.file_name for row in CATALOGUE.values())
    assert {kind for kind in LetterKind if kind not in WRITERS} == set()
    assert {kind for kind in LetterKind if f"letters/{kind}.toml" not in names} == set()
    assert {kind for kind in LetterKind if not musts(kind)} == set()
    assert all(supplies().book.wordings[kind].texts for kind in WRITERS)


def test_the_titles_and_file_names_of_letters_tell_them_apart() -> None:
    rows = CATALOGUE.values()

    assert len({row.title for row in rows}) == len(LetterKind)
    assert len({row.file_name for row in rows}) == len(LetterKind)
    assert [row.file_name for row in rows if re.search(r"misbrug|stof|rus", row.file_name)] == []
