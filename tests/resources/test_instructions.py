"""The guideline table: all instructions of both editions, each with the strength it has there."""

import tomllib
from collections import Counter
from datetime import date

import resources

Row = dict[str, str | date | list[str]]
WORDS = {"edition", "id", "strength", "title", "text"}
SOMETIMES = {"gyldig_til", "afloest_af", "note", "supported_by"}

# The strength is the guideline's own; what is named neither here nor in MAY is a "bør".
MUST_2020 = {
    "2.2": (4,),
    "2.3": (1, 2, 4, 7, 12, 13, 14),
    "2.4": (1,),
    "2.5": (1, 3, 4, 6),
    "2.6": (1, 6, 7, 9, 11, 13, 14),
    "2.7": (1, 6),
    "2.8": (1, 2, 3, 4),
    "3.1": (2,),
    "3.3": (1, 2, 3, 4),
    "3.4": (1, 3, 4, 5),
    "3.5": (1, 2, 4, 5, 10, 11),
    "3.6": (1, 2, 3, 4, 5),
    "3.7": (1, 2, 3, 4),
    "3.8": (3,),
    "3.9": (1, 2),
    "3.11": (1,),
    "3.12": (1, 6),
}
MUST = {f"2020/{part}.{last}" for part, ends in MUST_2020.items() for last in ends} | {"2016/3.1.3"}
MAY = {"2020/3.10.2"}


def table(name: str) -> list[Row]:
    rows: list[Row] = tomllib.loads(resources.text("guidelines/instructions.toml"))[name]
    return rows


def instructions() -> list[Row]:
    return table("instruction")


def number(row: Row) -> str:
    return f"{row['edition']}/{row['id']}"


def strength_in_the_guideline(row: Row) -> str:
    if number(row) in MUST:
        return "skal"
    return "kan" if number(row) in MAY else "bør"


def test_both_editions_are_there_whole() -> None:
    editions = Counter(row["edition"] for row in instructions())

    assert editions == {"2020": 137, "2016": 18}


def test_no_instruction_is_there_twice() -> None:
    numbers = [number(row) for row in instructions()]

    assert len(set(numbers)) == len(numbers)


def test_an_instruction_has_a_title_and_a_sentence() -> None:
    for row in instructions():
        assert row.keys() >= WORDS
        assert row.keys() <= WORDS | SOMETIMES
        assert str(row["text"]).endswith("."), number(row)
        assert not str(row["title"]).endswith("."), number(row)


def test_an_instruction_is_short_enough_to_read_in_a_conversation() -> None:
    assert [number(row) for row in instructions() if len(str(row["text"])) > 230] == []


def test_must_should_and_may_are_the_guidelines_own() -> None:
    for row in instructions():
        assert row["strength"] == strength_in_the_guideline(row), number(row)


def test_every_instruction_stands_in_a_chapter_that_has_a_name() -> None:
    chapters = {number(row) for row in table("chapter")}

    assert {number(row).rpartition(".")[0] for row in instructions()} == chapters


def test_each_edition_says_where_it_was_read_since_when_it_holds_and_how_sure_that_is() -> None:
    editions = table("edition")

    assert {str(row["id"]) for row in editions} == {"2020", "2016"}
    for row in editions:
        assert row.keys() >= {"title", "gyldig_fra", "kilde", "confidence"}


def test_a_duty_that_has_ended_names_a_provision_that_came_instead() -> None:
    provisions = tomllib.loads(resources.text("law/provisions.toml"))["provision"]
    known = {row["id"] for row in provisions if "gyldig_til" not in row}

    moved = [row for row in instructions() if "gyldig_til" in row or "afloest_af" in row]
    assert moved
    for row in moved:
        instead = row["afloest_af"]
        assert isinstance(instead, list)
        assert instead, number(row)
        assert set(instead) <= known, number(row)
        assert row["note"], number(row)


def test_reporting_seven_items_at_the_discharge_ended_with_2024() -> None:
    (discharged,) = (row for row in instructions() if number(row) == "2020/3.11.1")

    assert discharged["gyldig_til"] == date(2024, 12, 31)
