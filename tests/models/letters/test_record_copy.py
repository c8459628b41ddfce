"""The copy of the record: numbered, with what is held out named, and judged before it is given."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facts import Facts
from app.supplies import supplies
from models.letters.basis import Occasion
from models.letters.contents import LetterDraft
from models.letters.letter import Facts as FactRows
from models.letters.letter import LetterKind, LetterOf, Table
from models.letters.record import (
    Record,
    RecordedAnswer,
    RecordedEntry,
    RecordedLetter,
    numbers_in,
)
from models.letters.writing import write_letter
from tests.builders import CONTACT, TODAY, clinic, course, text_of
from tests.models.letters.rights_cases import CONSENT, RECORD_ACCESS

SISTER = RecordedAnswer("2.2", "Hvem støtter?", ("Min søster",), needs_a_look=True)
RECORD = Record(
    (
        RecordedEntry(
            "1",
            "Henvendelse",
            date(2026, 10, 1),
            "Ida Øvesen",
            "signed",
            (RecordedAnswer("1.1", "Hvad siger borgeren?", ("Hjælp mig.",), "citizen", True),),
        ),
        RecordedEntry(
            "2",
            "Afdækning",
            date(2026, 10, 8),
            "Bo Øvemann",
            "replaced",
            (RecordedAnswer("2.1", "Hvor bor borgeren?", ("Egen bolig",)), SISTER),
        ),
    ),
    (RecordedLetter("B1", "Underretning om et barn", date(2026, 10, 9), needs_a_look=True),),
)
PARTIAL: Facts = {
    **RECORD_ACCESS,
    "record_access.exceptions": ["others"],
    "record_access.withheld": "2.2 og b1",
    "record_access.result": ["partial"],
    "record_access.reasons": "To linjer handler om din søster.",
}


def copy_of(asked: Facts, record: Record = RECORD) -> LetterDraft:
    of = course(contact=CONTACT, consent=CONSENT, record_access=asked)
    letter = LetterOf(LetterKind.RECORD_COPY, "record_access-3")
    occasion = Occasion(TODAY, "Prøve Behandler", record=record)
    return write_letter(letter, of, clinic(), supplies().book, occasion)


def lacking(asked: Facts) -> set[str]:
    return {lack.id for lack in copy_of(asked).lacks}


def rows(draft: LetterDraft) -> dict[str, str]:
    blocks = draft.letter.blocks
    return dict(row for block in blocks if isinstance(block, FactRows) for row in block.rows)


def test_a_copy_lists_all_forms_and_letters_and_holds_every_answer() -> None:
    copy = copy_of(RECORD_ACCESS)

    tables = [block.rows for block in copy.letter.blocks if isinstance(block, Table)]
    assert copy.lacks == ()
    assert [row[0] for table in tables for row in table] == ["1", "2", "B1"]
    assert rows(copy)["1.1 Hvad siger borgeren?"] == "»Hjælp mig.«"
    assert rows(copy)["2.2 Hvem støtter?"] == "Min søster"
    assert "Det er rettet senere" in text_of(copy.letter)


def test_what_may_be_about_others_is_marked_until_somebody_has_looked() -> None:
    unjudged = {**RECORD_ACCESS, "record_access.judged": ["false"]}

    copy = copy_of(unjudged)

    assert lacking(unjudged) == {"judged"}
    assert rows(copy)["2.2 Hvem støtter?"].startswith("Se på det")
    assert not rows(copy)["2.1 Hvor bor borgeren?"].startswith("Se på det")
    assert text_of(copy.letter).count("Se på det") == 2


def test_what_is_held_out_leaves_only_its_number() -> None:
    copy = copy_of(PARTIAL)

    text = text_of(copy.letter)
    assert copy.lacks == ()
    assert rows(copy)["2.2 Hvem støtter?"] == "Holdt ude"
    assert "Min søster" not in text
    assert "Underretning om et barn" not in text
    assert "To linjer handler om din søster." in text


def test_a_whole_form_can_be_held_out() -> None:
    text = text_of(copy_of({**PARTIAL, "record_access.withheld": "2"}).letter)

    assert "2. Holdt ude" in text
    assert "Egen bolig" not in text


@pytest.mark.parametrize(
    ("changed", "lacks"),
    [
        ({"record_access.withheld": ""}, {"withheld"}),
        ({"record_access.withheld": "7.1"}, {"numbers_matches"}),
        ({"record_access.reasons": ""}, {"reasons"}),
        ({"record_access.result": ["full"]}, {"exceptions_matches"}),
        ({"record_access.by": ["other"]}, {"party_matches"}),
    ],
)
def test_a_partial_copy_is_not_approved(changed: Facts, lacks: set[str]) -> None:
    assert lacking({**PARTIAL, **changed}) == lacks


def test_a_refusal_gives_reasons_and_guidance_and_nothing_of_the_record() -> None:
    refusal = {
        **PARTIAL,
        "record_access.result": ["refusal"],
        "record_access.reasons": "Vi har ingen papirer om det.",
    }

    text = text_of(copy_of(refusal).letter)

    assert lacking(refusal) == set()
    assert "Du kan klage over, at du ikke kan få det at se." in text
    assert "Egen bolig" not in text
    assert "Vi har ingen papirer om det." in text
    assert "helst inden 4 uger" in text


def test_one_who_asks_for_some_papers_gets_those() -> None:
    some = {**RECORD_ACCESS, "record_access.scope": ["some"], "record_access.only": "2.1"}

    text = text_of(copy_of(some).letter)

    assert "Egen bolig" in text
    assert "Hjælp mig." not in text


@pytest.mark.parametrize("kind", ["party", "data", "both"])
def test_one_who_asks_for_the_data_hears_what_they_are_used_for(kind: str) -> None:
    is_told = kind != "party"

    copy = copy_of({**RECORD_ACCESS, "record_access.kind": [kind]})

    assert ("Datatilsynet" in text_of(copy.letter)) is is_told
    assert (rows(copy).get("Du har sagt ja til, at vi deler med") is not None) is is_told


@given(
    st.sets(st.tuples(st.integers(1, 99), st.integers(0, 99))),
    st.sampled_from([", ", " og ", "\n"]),
)
def test_numbers_are_read_however_they_are_put_apart(
    pairs: set[tuple[int, int]], between: str
) -> None:
    named = {f"{form}.{answer}" if answer else str(form) for form, answer in pairs}

    assert numbers_in(between.join(sorted(named))) == named


def test_the_letters_of_a_number_may_be_small() -> None:
    assert numbers_in("b1 og B2") == {"B1", "B2"}
