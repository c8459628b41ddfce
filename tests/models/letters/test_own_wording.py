"""The clinic's own words in a letter: what may stand there, and when the program's does."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.answers import Answers, Place, Value
from models.case import Case, Entry, EntryState
from models.law_tables import Authorship
from models.letters.letter import LetterKind
from models.letters.own_wording import (
    FORM,
    OwnText,
    Reading,
    SlotName,
    WordingError,
    filled_with_examples,
    for_people,
    from_people,
    own_texts_of,
    owners_of,
    with_own,
)
from models.letters.wording import Wording
from tests.builders import NOON

READING = Reading(
    places={"text": "Brevets tekst"},
    slots={"date": SlotName("datoen", "3. marts 2026"), "day": SlotName("date", "tirsdag")},
    owners={"meeting": {"appeal": ("rsl-67",)}},
)
SHIPPED = "Kom den {date}, en {day}."
WORDING = Wording(
    "2026-1",
    {"text.come": SHIPPED, "text.law": "Efter {lov:sel-101-1}.", "appeal.where": "Skriv til os."},
)
OURS = OwnText(
    "entry", LetterKind.MEETING, "text.come", "Vi ses {day} {date}!", Authorship("Ida", date.min)
)


def said(key: str, text: str, number: int, *, back: bool = False, signed: bool = True) -> Entry:
    at = NOON + timedelta(hours=number)
    given_answers: dict[str, Value] = {
        "wording.letter": "meeting",
        "wording.key": key,
        "wording.text": text,
        "wording.back": back,
    }
    answers = Answers({Place(name): (value,) for name, value in given_answers.items()})
    draft = Entry(str(number), FORM, "1", EntryState.DRAFT, "Ida Øvesen", at, at, answers)
    return draft.as_signed("Ida Øvesen", at) if signed else draft


def test_people_see_danish_names_and_the_letter_gets_its_own_back() -> None:
    seen = for_people(SHIPPED, READING)

    assert seen == "Kom den {datoen}, en {date}."
    assert from_people("En {date}, den {datoen}.", SHIPPED, READING) == "En {day}, den {date}."
    assert filled_with_examples(SHIPPED, READING) == "Kom den 3. marts 2026, en tirsdag."


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Der står ikke noget"),
        (" \n ", "Der står ikke noget"),
        ("Kom den {datoen}.", "mangler {date}"),
        ("Kom den {datoen}, en {date} i {huset}.", "{huset} ikke bruges"),
        ("Kom {datoen {date}.", "Klammerne"),
        ("Kom {datoen}} {date}.", "Klammerne"),
        ("Kom {{datoen}} {date}.", "Klammerne"),
        ("Kom {datoen!r} {date}.", "Klammerne"),
        ("Kom {datoen:>20} {date}.", "Klammerne"),
        ("Kom {} {datoen} {date}.", "ikke bruges"),
        ("Kom {datoen.year} {date}.", "ikke bruges"),
    ],
)
def test_a_text_that_no_letter_can_say_is_refused_in_words(typed: str, sentence: str) -> None:
    with pytest.raises(WordingError, match=sentence.replace("{", r"\{")):
        from_people(typed, SHIPPED, READING)


@given(st.text(alphabet="ab{}!:.[]0 \n", max_size=30))
def test_whatever_is_typed_is_refused_or_can_be_said(typed: str) -> None:
    shipped = "{a} {b}"
    try:
        text = from_people(typed, shipped, READING)
    except WordingError:
        return

    assert "  " not in text
    assert text.format(a="1", b="2")


def test_the_law_owns_what_cites_it_and_what_is_said_to_be_its_own() -> None:
    found = [owners_of(LetterKind.MEETING, key, WORDING, READING) for key in WORDING.texts]

    assert found == [(), ("sel-101-1",), ("rsl-67",)]


def test_the_clinics_words_stand_in_the_wording_and_are_told_from_the_programs() -> None:
    wording = with_own(WORDING, [OURS], READING)

    assert wording.texts["text.come"] == OURS.text
    assert wording.own == {"text.come": "entry"}
    assert wording.version == WORDING.version


@pytest.mark.parametrize(
    "misfit",
    [
        replace(OURS, key="text.gone"),
        replace(OURS, key="text.law", text="Efter loven."),
        replace(OURS, text="Kom den {date}."),
        replace(OURS, text="Kom den {date {day}"),
    ],
)
def test_words_that_do_not_fit_a_newer_program_are_not_used(misfit: OwnText) -> None:
    assert with_own(WORDING, [misfit], READING) == WORDING


def test_the_last_that_was_signed_of_a_text_stands() -> None:
    case = Case("", (said("a.b", "Først", 1), said("a.b", "Så", 2), said("c.d", "Andet", 3)))

    assert {text.key: text.text for text in own_texts_of(case)} == {"a.b": "Så", "c.d": "Andet"}


def test_a_draft_changes_no_letter_and_what_is_taken_back_stands_no_more() -> None:
    draft = said("a.b", "Kladde", 2, signed=False)

    assert [text.text for text in own_texts_of(Case("", (said("a.b", "Før", 1), draft)))] == ["Før"]
    taken_back = said("a.b", "", 3, back=True)
    assert own_texts_of(Case("", (said("a.b", "Før", 1), draft, taken_back))) == ()
