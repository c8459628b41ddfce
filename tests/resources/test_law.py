"""The law tables: every row whole, dated, sourced, and found by those that lean on it."""

import tomllib
from datetime import date
from itertools import pairwise

import resources

Row = dict[str, str | int | date]

CONFIDENCE = {"sure", "likely", "unverified"}
UNITS = {"days", "weeks", "working_days", "months"}
PROVISION_FIELDS = {"id", "law", "citation", "title", "content", "gyldig_fra", "kilde"}
SOMETIMES = {"gyldig_til", "afloest_af", "confidence", "note"}
DEADLINE_FIELDS = {"id", "title", "length", "unit", "provision", "gyldig_fra", "kilde"}


def provisions() -> list[Row]:
    rows: list[Row] = tomllib.loads(resources.text("law/provisions.toml"))["provision"]
    return rows


def deadlines() -> list[Row]:
    rows: list[Row] = tomllib.loads(resources.text("law/deadlines.toml"))["deadline"]
    return rows


def day(row: Row, name: str, otherwise: date = date.max) -> date:
    found = row.get(name, otherwise)
    assert isinstance(found, date)
    return found


def overlapping(rows: list[Row]) -> list[str]:
    in_order = sorted(rows, key=_id_and_start)
    return [
        str(later["id"])
        for earlier, later in pairwise(in_order)
        if earlier["id"] == later["id"] and day(earlier, "gyldig_til") >= day(later, "gyldig_fra")
    ]


def _id_and_start(row: Row) -> tuple[str, date]:
    return str(row["id"]), day(row, "gyldig_fra")


def test_a_provision_says_all_that_a_letter_and_the_guidance_need() -> None:
    for row in provisions():
        assert row.keys() >= PROVISION_FIELDS, row["id"]
        assert row.keys() <= PROVISION_FIELDS | SOMETIMES, row["id"]
        assert all(value != "" for value in row.values()), row["id"]


def test_a_deadline_says_how_long_by_which_law_and_from_when() -> None:
    known = {"soon_from", "urgent_from", "gyldig_til", "confidence", "note"}
    for row in deadlines():
        assert row.keys() >= DEADLINE_FIELDS, row["id"]
        assert row.keys() <= DEADLINE_FIELDS | known, row["id"]
        assert row["unit"] in UNITS, row["id"]


def test_every_row_says_how_sure_it_is() -> None:
    assert {row["confidence"] for row in [*provisions(), *deadlines()]} <= CONFIDENCE


def test_no_two_rows_of_one_rule_hold_on_the_same_day() -> None:
    assert overlapping(provisions()) == []
    assert overlapping(deadlines()) == []


def test_a_rule_that_has_ended_ended_after_it_began() -> None:
    for row in [*provisions(), *deadlines()]:
        assert day(row, "gyldig_fra") < day(row, "gyldig_til"), row["id"]


def test_a_deadline_leans_on_a_provision_that_is_law_as_long_as_it_is() -> None:
    law = {row["id"]: row for row in provisions()}

    for row in deadlines():
        provision = law[row["provision"]]
        assert day(provision, "gyldig_fra") <= day(row, "gyldig_fra"), row["id"]
        assert day(row, "gyldig_til") <= day(provision, "gyldig_til"), row["id"]


def test_the_guarantee_turns_yellow_then_red_before_it_ends() -> None:
    (guarantee,) = (row for row in deadlines() if row["id"] == "treatment_guarantee")

    assert (guarantee["length"], guarantee["unit"]) == (14, "days")
    assert (guarantee["soon_from"], guarantee["urgent_from"]) == (8, 12)


def test_the_duty_to_notify_about_a_child_moved_to_the_childrens_act_without_a_gap() -> None:
    law = {row["id"]: row for row in provisions()}

    assert day(law["sel-153"], "gyldig_til") == date(2023, 12, 31)
    assert day(law["bl-133"], "gyldig_fra") == date(2024, 1, 1)


def test_the_days_a_letter_is_presumed_to_take_are_unverified_since_the_post_changed() -> None:
    rows = [row for row in deadlines() if row["id"] == "presumed_letter_days"]

    assert [(row["length"], row["unit"]) for row in rows] == [(6, "working_days")] * 2
    assert [row["confidence"] for row in rows if "gyldig_til" not in row] == ["unverified"]


def test_a_provision_is_short_enough_to_stand_in_a_letter() -> None:
    assert [row["id"] for row in provisions() if len(str(row["content"])) > 260] == []
