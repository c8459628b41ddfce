"""A score is told with what it means, and how sure that is."""

from app.score_words import score_words
from app.supplies import supplies
from models.answers import Answers, Place, Value
from models.cpr import Sex

INSTRUMENTS = supplies().instruments


def words(link_id: str, score: Value, sex: Sex | None = None) -> str:
    found = score_words(Answers().with_answer(Place(link_id), score), INSTRUMENTS, sex)
    return " ".join(found.get(Place(link_id), ()))


def test_a_score_says_the_band_it_lies_in() -> None:
    assert words("who_5.score", 32).startswith("Lav trivsel: ")
    assert words("who_5.score", 60).startswith("God trivsel: ")


def test_what_is_not_sure_is_said_to_be_so() -> None:
    assert "ikke set efter i kilden" in words("dast_10.score", 4)
    assert "ikke set efter" not in words("who_5.score", 60)


def test_a_limit_that_differs_is_told_to_those_it_concerns() -> None:
    assert "Problemer med stoffer" in words("dudit.score", 4, Sex.WOMAN)
    assert "Under grænsen" in words("dudit.score", 4, Sex.MAN)


def test_that_the_sex_is_not_known_is_said_where_it_matters() -> None:
    assert "kan ikke læse kønnet" in words("dudit.score", 4)
    assert "kan ikke læse kønnet" not in words("dudit.score", 4, Sex.MAN)
    assert "kan ikke læse kønnet" not in words("who_5.score", 60)


def test_that_the_sex_is_not_known_is_not_said_where_all_are_told_the_same() -> None:
    assert "kan ikke læse kønnet" not in words("audit.score", 9)
    assert "kan ikke læse kønnet" in words("audit.score", 13)
    assert "kan ikke læse kønnet" not in words("audit.score", 15)
    assert "Tegn på afhængighed" in words("audit.score", 15)
    assert "kan ikke læse kønnet" not in words("audit.consumption", 5)


def test_a_mark_that_is_reached_is_told_beside_the_band() -> None:
    assert "Tegn på afhængighed" in words("audit.score", 15, Sex.MAN)
    assert "Tegn på afhængighed" not in words("audit.score", 14, Sex.MAN)


def test_a_score_off_its_scale_lies_in_no_band() -> None:
    assert "trivsel" not in words("who_5.score", 140).lower()


def test_what_is_no_score_says_nothing() -> None:
    assert words("who_5.score", "mange") == ""
    assert words("citizen.name", "Bo") == ""
