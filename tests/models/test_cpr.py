from datetime import date

import pytest

from models.cpr import Sex, age_on, read_cpr


@pytest.mark.parametrize("typed", ["300279-0012", "3002790012", " 300279 0012 "])
def test_a_date_that_does_not_exist_is_hinted_at_and_the_number_kept(typed: str) -> None:
    reading = read_cpr(typed)

    assert reading.written == "300279-0012"
    assert reading.birth is None
    assert "findes ikke" in reading.hint


@pytest.mark.parametrize("typed", ["12345", "010170-12", "abcdef-ghij", "²²0170-1234"])
def test_what_is_no_cpr_number_is_kept_as_typed(typed: str) -> None:
    reading = read_cpr(typed)

    assert reading.written == typed
    assert "ti cifre" in reading.hint


def test_an_unknown_number_is_no_fault() -> None:
    assert read_cpr("").hint == ""


@pytest.mark.parametrize(
    ("seventh", "year", "born"),
    [
        ("0", "70", 1970),
        ("3", "05", 1905),
        ("4", "36", 2036),
        ("4", "37", 1937),
        ("5", "57", 2057),
        ("5", "58", 1858),
        ("9", "00", 2000),
        ("9", "99", 1999),
    ],
)
def test_the_seventh_digit_tells_the_century(seventh: str, year: str, born: int) -> None:
    birth = read_cpr(f"0101{year}-{seventh}000").birth

    assert birth is not None
    assert birth.year == born


def test_a_wrong_check_digit_is_only_a_hint_and_only_for_old_numbers() -> None:
    assert "Kontrolcifferet" in read_cpr("010170-0001").hint
    assert read_cpr("010110-4001").hint == ""


def test_one_is_a_year_older_on_the_birthday() -> None:
    born = date(2008, 2, 29)

    assert age_on(born, date(2026, 2, 28)) == 17
    assert age_on(born, date(2026, 3, 1)) == 18


@pytest.mark.parametrize(
    ("typed", "sex"),
    [
        ("300279-0012", None),
        ("010136-4002", Sex.WOMAN),
        ("010136-4003", Sex.MAN),
        ("01013640", None),
        ("", None),
    ],
)
def test_the_last_digit_of_a_number_with_a_day_in_it_says_the_sex(
    typed: str, sex: Sex | None
) -> None:
    # Nobody has these numbers yet: the day lies in 2036.
    assert read_cpr(typed).sex is sex
