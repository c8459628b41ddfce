import pytest

from app.facts import Facts
from models.clinic import Clinic
from models.letters.letter import LetterKind, Paragraph
from tests.builders import (
    CONTACT,
    DECIDED,
    PARTIAL_REFUSAL,
    REPRESENTED,
    REQUEST,
    course,
    draft,
)

KINDS = (LetterKind.REQUEST_RECEIPT, LetterKind.DECISION, LetterKind.TREATMENT_PLAN)
ALOUD: Facts = {"citizen.reading": ["aloud"]}
INTERPRETED: Facts = {"citizen.interpreter": ["true"]}


def first_lines(
    kind: LetterKind, contact: Facts, request: Facts = REQUEST, by: Clinic | None = None
) -> list[str]:
    told = course(contact={**CONTACT, **contact}, request=request, decision=PARTIAL_REFUSAL)
    blocks = draft(kind, told, by, DECIDED).letter.blocks[:2]
    return [block.text for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_begins_with_the_help_to_read_it(kind: LetterKind) -> None:
    aloud, interpreted = first_lines(kind, {**ALOUD, **INTERPRETED})

    assert "højt for dig" in aloud
    assert "00 00 00 10" in aloud
    assert "en tolk" in interpreted


@pytest.mark.parametrize("kind", KINDS)
def test_one_who_reads_alone_is_offered_nothing(kind: LetterKind) -> None:
    lines = first_lines(kind, {"citizen.reading": ["plain"]})

    assert not any("højt" in line or "tolk" in line for line in lines)


def test_the_representative_is_not_offered_to_be_read_to() -> None:
    lines = first_lines(LetterKind.DECISION, ALOUD, REPRESENTED)

    assert not any("højt" in line for line in lines)
