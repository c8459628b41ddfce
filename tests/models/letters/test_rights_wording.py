"""The wording of the letters about rights: easy to read, and whole when it is printed."""

import re

import pytest

from app.supplies import supplies
from models.letters.letter import LetterKind
from models.letters.writers_rights import RIGHTS_WRITERS
from models.readability import readability_of
from tests.builders import draft, text_of
from tests.letters_told import case_told, course_told, letter_told

NEVER_PRINTED = re.compile(r"[{}]|None|[^\n] {2,}|\.\.")

every_kind = pytest.mark.parametrize("kind", RIGHTS_WRITERS)


@every_kind
def test_no_text_of_a_letter_is_hard_to_read(kind: LetterKind) -> None:
    texts = supplies().book.wordings[kind].texts.values()

    assert [text for text in texts if readability_of(text).is_hard] == []


@every_kind
def test_a_full_letter_prints_no_slot_and_no_gap(kind: LetterKind) -> None:
    letter = draft(letter_told(kind), course_told(case_told(kind))).letter

    assert NEVER_PRINTED.findall(text_of(letter)) == []


@every_kind
def test_whatever_provision_a_letter_cites_is_in_the_tables(kind: LetterKind) -> None:
    law, cited = supplies().law, supplies().book.wordings[kind].cited

    assert {row.id for row in law.provisions} >= set(cited)
