"""The provisions: what has moved or ended is kept, dated, and says what came in its place."""

import tomllib
from datetime import date, timedelta
from itertools import pairwise

import pytest

import resources

Row = dict[str, str | date | list[str]]

# What the guideline of 2020 cites, and what the law notes say of it (law.md 1.1 and 1.2).
CITED = {
    "serviceloven": "1-1 1-3 3-2 10 12 81 82 82a 82b 82d 85 99 101-1 101-2 101-3 101-4 101-5 101-6"
    " 101-7 101-8 101-9 101-10 101-11 101-12 101-13 101a 102 107-2-2 139 141 148 152 153 154 166",
    "barnets lov": "33 34 133 135 136",
    "sundhedsloven": "82c 141 141-2 142-1 142-2 142-3 142-6 142-7",
    "forvaltningsloven": "7 8 19 22 23 24 25",
    "retssikkerhedsloven": "4 5 6 9 9b 10 11a 11c 12 60-2 60-3 61 66 67 68 82",
}
SHORT = {
    "serviceloven": "sel",
    "barnets lov": "bl",
    "sundhedsloven": "sul",
    "forvaltningsloven": "fvl",
    "retssikkerhedsloven": "rsl",
}


def provisions() -> list[Row]:
    rows: list[Row] = tomllib.loads(resources.text("law/provisions.toml"))["provision"]
    return rows


def day(row: Row, name: str) -> date | None:
    found = row.get(name)
    assert found is None or isinstance(found, date)
    return found


def first_day(row: Row) -> date:
    return day(row, "gyldig_fra") or date.min


def successors(row: Row) -> list[str]:
    named = row.get("afloest_af", [])
    assert isinstance(named, list)
    return named


def versions(provision_id: str) -> list[Row]:
    return sorted((row for row in provisions() if row["id"] == provision_id), key=first_day)


@pytest.mark.parametrize("law", CITED)
def test_every_provision_the_guideline_leans_on_has_a_row(law: str) -> None:
    known = {row["id"] for row in provisions() if row["law"] == law}

    assert {f"{SHORT[law]}-{number}" for number in CITED[law].split()} <= known


def test_what_came_in_the_place_of_a_rule_is_known_and_holds_after_it() -> None:
    for row in provisions():
        for successor in successors(row):
            came = versions(successor)
            ended = day(row, "gyldig_til")
            assert ended, row["id"]
            assert came, (row["id"], successor)
            last = day(came[-1], "gyldig_til")
            assert last is None or last > ended, (row["id"], successor)


def test_a_rule_whose_words_changed_has_no_day_without_words() -> None:
    for earlier, later in pairwise(sorted(provisions(), key=_id_and_start)):
        if earlier["id"] == later["id"]:
            ended = day(earlier, "gyldig_til")
            assert ended, earlier["id"]
            assert first_day(later) == ended + timedelta(days=1), earlier["id"]


def _id_and_start(row: Row) -> tuple[str, date]:
    return str(row["id"]), first_day(row)


@pytest.mark.parametrize(
    ("ended", "came_instead"),
    [
        ("sel-153", "bl-133"),
        ("sel-154", "bl-135"),
        ("sel-101-10", "bl-34"),
        ("sel-101-12", "bl-33"),
        ("smdb-skemaer", "bek-data"),
        ("smdb-kvalhep", "bek-895"),
        ("bek-1789", "bek-895"),
        ("vej-10327", "vej-9449"),
        ("ast-51-13", "ast-23-18"),
        ("navn-socialstyrelsen", "navn-sbst"),
        ("navn-statsforvaltningen", "navn-familieretshuset"),
        ("navn-emcdda", "navn-euda"),
    ],
)
def test_what_the_law_moved_since_2020_names_its_new_place(ended: str, came_instead: str) -> None:
    (row,) = versions(ended)

    assert came_instead in successors(row)


def test_the_children_of_the_service_act_left_it_on_the_last_day_of_2023() -> None:
    for moved in ("sel-11", "sel-101-10", "sel-101-12", "sel-152", "sel-153", "sel-154"):
        assert day(versions(moved)[-1], "gyldig_til") == date(2023, 12, 31), moved


def test_the_right_to_treatment_is_an_adults_since_2024_and_not_a_patients_since_september() -> (
    None
):
    before, since_2024, now = versions("sel-101-1")

    assert "18 år" not in str(before["content"])
    assert (first_day(since_2024), "18 år" in str(since_2024["content"])) == (
        date(2024, 1, 1),
        True,
    )
    assert (first_day(now), "indlagt" in str(now["content"])) == (date(2024, 9, 1), True)
