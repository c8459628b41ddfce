import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.supplies import supplies
from models.letters.letter import LetterKind
from models.letters.own_words import is_about, is_standard
from tests.builders import CONTACT, REQUEST, course

WORDING = supplies().book.wordings[LetterKind.DECISION]
ASSESSED = {
    "housing.problem": "Sover på sin søsters sofa.",
    "work.resources": "Er udlært tømrer og savner værkstedet.",
}
COURSE = course(contact=CONTACT, request=REQUEST, assessment=ASSESSED)


@pytest.mark.parametrize(
    "text",
    [
        "Du bad om behandling den 2. november 2026.",
        "Du ringede 2.11.2026.",
        "Łukasz har fortalt, hvordan det er.",
        "Du sover hos din søster.",
        "Du er tømrer.",
    ],
)
def test_a_text_with_a_day_a_name_or_something_found_is_about_the_case(text: str) -> None:
    assert is_about(text, COURSE, WORDING)


@pytest.mark.parametrize(
    "text",
    [
        "Du opfylder ikke betingelserne.",
        "Vi har vurderet, at ambulant behandling er nok.",
        "Kommunens serviceniveau er 12 samtaler.",
        "Du ringede 12.11.2026.",
        "Du ringede den 2. novemberdag.",
    ],
)
def test_a_text_that_fits_anybody_is_not_about_the_case(text: str) -> None:
    assert not is_about(text, COURSE, WORDING)


def test_what_else_tells_of_the_case_counts_too() -> None:
    text = "Derfor lægger vi vægt på hunden."

    assert not is_about(text, COURSE, WORDING)
    assert is_about(text, COURSE, WORDING, ["Hunden bor hos dig."])


@given(st.sampled_from(sorted(WORDING.texts)), st.sampled_from(["", " ", "\n", "!", " . "]))
def test_our_own_text_is_a_standard_text_however_it_ends(key: str, ending: str) -> None:
    assert is_standard(f"{WORDING.texts[key].upper()}{ending}", WORDING)


def test_a_sentence_of_ones_own_is_no_standard_text() -> None:
    assert not is_standard("Du sover hos din søster.", WORDING)
