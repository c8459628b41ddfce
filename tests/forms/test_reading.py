import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.questionnaire import Item, ItemType, Option
from forms.reading import read_reply, shown_text, typed_text
from forms.reply import Reply
from models.answers import Coding, Unread

DAY = Item("day", ItemType.DATE)
WHOLE = Item("whole", ItemType.INTEGER)
AMOUNT = Item("amount", ItemType.DECIMAL)
YES_NO = Item("yes_no", ItemType.BOOLEAN)
TEXT = Item("text", ItemType.TEXT)
HASH = Coding("hash", "Hash", "urn:x")
WINE = Coding("wine", "Vin", "urn:x")
OPEN = Item("drugs", ItemType.OPEN_CHOICE, repeats=True, options=(Option(HASH), Option(WINE)))
CHOICE = Item("drug", ItemType.CHOICE, options=(Option(HASH), Option(WINE)))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2.11.2026", date(2026, 11, 2)),
        ("02.11.2026", date(2026, 11, 2)),
        ("2. 11. 2026", date(2026, 11, 2)),
        ("2/11-26", date(2026, 11, 2)),
        ("2/11 2026", date(2026, 11, 2)),
        ("02-11-2026", date(2026, 11, 2)),
        ("2 11 26", date(2026, 11, 2)),
        ("021126", date(2026, 11, 2)),
        ("02112026", date(2026, 11, 2)),
        ("2. november 2026", date(2026, 11, 2)),
        ("  2.  November   2026 ", date(2026, 11, 2)),
        ("den 2. november 2026", date(2026, 11, 2)),
        ("d. 2. nov. 26", date(2026, 11, 2)),
        ("2 nov 2026", date(2026, 11, 2)),
        ("2nov26", date(2026, 11, 2)),
        ("2026-11-02", date(2026, 11, 2)),
        ("29.2.2028", date(2028, 2, 29)),
        ("1.1.39", date(2039, 1, 1)),
        ("1.1.40", date(1940, 1, 1)),
        ("050365", date(1965, 3, 5)),
        ("1.1.1800", date(1800, 1, 1)),
        ("31.12.2199", date(2199, 12, 31)),
    ],
)
def test_a_day_is_read_as_danes_write_it(typed: str, day: date) -> None:
    assert read_reply(DAY, Reply(typed)) == (day,)


@pytest.mark.parametrize(
    "typed",
    [
        "i dag",
        "2 nov",
        "2.11.",
        "2.11.202",
        "31.11.2026",
        "29.2.2026",
        "0.1.2026",
        "32.1.2026",
        "1.13.2026",
        "2. brumaire 2026",
        "2. ma 2026",
        "1.1.1799",
        "1.1.2200",
        "2026-13-01",
        "20261102",
        "2.11.2026 kl. 9",
        "٢.١١.٢٠٢٦",
        "2" * 10_000,
        "1" + "." * 50_000,
    ],
)
def test_what_is_no_day_is_kept_as_it_was_typed(typed: str) -> None:
    values = read_reply(DAY, Reply(typed))

    assert values == (Unread(typed),)
    assert typed_text(DAY, values) == typed


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("14", 14),
        (" 14 ", 14),
        ("-3", -3),
        ("−3", -3),
        ("+3", 3),
        ("1.500", 1500),
        ("1 500", 1500),
        ("1.500.000", 1_500_000),
        ("007", 7),
        ("2147483647", 2147483647),
    ],
)
def test_a_whole_number_is_read_as_danes_write_it(typed: str, number: int) -> None:
    (value,) = read_reply(WHOLE, Reply(typed))

    assert (type(value), value) == (int, number)


@pytest.mark.parametrize(
    "typed", ["1,5", "1.5", "2,0", "15.00", "2147483648", "to", "1e3", "3 kr."]
)
def test_what_is_no_whole_number_is_kept_as_it_was_typed(typed: str) -> None:
    assert read_reply(WHOLE, Reply(typed)) == (Unread(typed),)


@pytest.mark.parametrize(
    ("typed", "number", "shown"),
    [
        ("2,5", "2.5", "2,5"),
        ("2,50", "2.50", "2,50"),
        ("3", "3", "3"),
        ("1.500,25", "1500.25", "1500,25"),
        ("-0,5", "-0.5", "-0,5"),
    ],
)
def test_a_number_is_read_with_a_decimal_comma(typed: str, number: str, shown: str) -> None:
    values = read_reply(AMOUNT, Reply(typed))

    assert values == (Decimal(number),)
    assert typed_text(AMOUNT, values) == shown


@pytest.mark.parametrize(
    "typed", ["1.5", "1,5,5", ",5", "5,", "12.34", "1" * 19, "NaN", "Infinity"]
)
def test_a_number_that_could_mean_two_things_is_kept_as_it_was_typed(typed: str) -> None:
    assert read_reply(AMOUNT, Reply(typed)) == (Unread(typed),)


@given(day=st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_a_day_shown_in_its_field_is_read_as_the_same_day(day: date) -> None:
    assert read_reply(DAY, Reply(typed_text(DAY, (day,)))) == (day,)


@given(day=st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_a_day_written_out_is_read_as_the_same_day(day: date) -> None:
    assert read_reply(DAY, Reply(shown_text((day,)))) == (day,)


@given(number=st.decimals(-(10**9), 10**9, places=3))
def test_a_number_shown_in_its_field_is_read_as_the_same_number(number: Decimal) -> None:
    assert read_reply(AMOUNT, Reply(typed_text(AMOUNT, (number,)))) == (number,)


@given(typed=st.text())
def test_text_is_kept_letter_by_letter_its_accents_composed(typed: str) -> None:
    values = read_reply(TEXT, Reply(typed))

    assert typed_text(TEXT, values) == unicodedata.normalize("NFC", typed)


@given(typed=st.text().filter(str.strip), item=st.sampled_from([DAY, WHOLE, AMOUNT, YES_NO]))
def test_whatever_is_typed_is_either_read_or_kept(typed: str, item: Item) -> None:
    (value,) = read_reply(item, Reply(typed))

    assert not isinstance(value, Unread) or value.typed == unicodedata.normalize("NFC", typed)


def test_a_blank_field_is_no_answer() -> None:
    assert read_reply(DAY, Reply("  ")) == ()
    assert read_reply(TEXT, Reply("")) == ()


def test_half_a_character_from_the_clipboard_can_still_be_stored() -> None:
    (value,) = read_reply(TEXT, Reply("a\ud83db \ud83d\ude00"))

    assert value == "a\ufffdb 😀"


def test_yes_and_no_are_read_from_their_codes() -> None:
    assert read_reply(YES_NO, Reply(codes=("true",))) == (True,)
    assert read_reply(YES_NO, Reply(codes=("false",))) == (False,)
    assert read_reply(YES_NO, Reply()) == ()


def test_options_are_kept_in_the_order_they_are_offered_with_free_text_last() -> None:
    assert read_reply(OPEN, Reply("lim", ("wine", "hash", "wine"))) == (HASH, WINE, "lim")


def test_a_code_nobody_offered_is_kept_unread() -> None:
    assert read_reply(CHOICE, Reply(codes=("rom",))) == (Unread("rom"),)


def test_the_free_text_of_an_open_choice_is_what_its_field_shows() -> None:
    assert typed_text(OPEN, (HASH, "lim ")) == "lim "
    assert typed_text(CHOICE, (HASH,)) == ""


def test_answers_are_shown_in_danish() -> None:
    assert shown_text(()) == ""
    assert shown_text((True,)) == "Ja"
    assert shown_text((False,)) == "Nej"
    assert shown_text((HASH, WINE, " lim ")) == "Hash, Vin og lim"
    assert shown_text((date(2026, 11, 2),)) == "2. november 2026"
    assert shown_text((Decimal("2.5"),)) == "2,5"
    assert shown_text((Unread("i dag"),)) == "i dag"
