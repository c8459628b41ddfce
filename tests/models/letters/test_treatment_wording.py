"""The wording of the letters along the treatment: easy to read, and whole when it is printed."""

import re

import pytest

from app.supplies import supplies
from models.letters.letter import LetterKind
from models.letters.writers_treatment import TREATMENT_WRITERS
from models.readability import readability_of
from tests.builders import draft, text_of
from tests.models.letters.treatment_facts import letter_in, treated

NEVER_PRINTED = re.compile(r"[{}]|None|[^\n] {2,}")


@pytest.mark.parametrize("kind", TREATMENT_WRITERS)
def test_no_text_of_a_letter_is_hard_to_read(kind: LetterKind) -> None:
    texts = supplies().book.wordings[kind].texts.values()

    assert [text for text in texts if readability_of(text).is_hard] == []


@pytest.mark.parametrize("kind", TREATMENT_WRITERS)
def test_a_full_letter_prints_no_slot_and_no_gap(kind: LetterKind) -> None:
    of = treated(kind)

    assert NEVER_PRINTED.findall(text_of(draft(letter_in(kind, of), of).letter)) == []


@pytest.mark.parametrize("kind", TREATMENT_WRITERS)
def test_whatever_provision_a_letter_cites_is_in_the_tables(kind: LetterKind) -> None:
    law, cited = supplies().law, supplies().book.wordings[kind].cited

    assert {row.id for row in law.provisions} >= set(cited)
