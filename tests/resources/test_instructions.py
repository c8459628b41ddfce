"""The guideline table: all instructions of both editions, each with the strength it has there."""

import tomllib
from collections import Counter

import resources

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


def instructions() -> list[dict[str, str]]:
    rows: list[dict[str, str]] = tomllib.loads(resources.text("guidelines/instructions.toml"))[
        "instruction"
    ]
    return rows


def number(row: dict[str, str]) -> str:
    return f"{row['edition']}/{row['id']}"


def strength_in_the_guideline(row: dict[str, str]) -> str:
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
        assert row.keys() == {"edition", "id", "strength", "title", "text"}
        assert row["text"].endswith("."), number(row)
        assert not row["title"].endswith("."), number(row)


def test_an_instruction_is_short_enough_to_read_in_a_conversation() -> None:
    assert [number(row) for row in instructions() if len(row["text"]) > 230] == []


def test_must_should_and_may_are_the_guidelines_own() -> None:
    for row in instructions():
        assert row["strength"] == strength_in_the_guideline(row), number(row)
