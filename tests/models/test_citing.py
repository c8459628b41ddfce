from datetime import date

from app.supplies import supplies
from models.letters.citing import as_in_the_law, cited_together

DAY = date(2026, 11, 2)


def cited(*names: str) -> str:
    return cited_together([supplies().law.provision(name, DAY) for name in names])


def test_one_provision_is_cited_as_it_is() -> None:
    assert cited("sel-101-4") == "serviceloven § 101, stk. 4"


def test_paragraphs_of_one_section_are_put_together() -> None:
    assert cited("sel-101-1", "sel-101-2", "sel-101-4") == "serviceloven § 101, stk. 1, 2 og 4"


def test_a_law_is_named_once_for_all_its_sections() -> None:
    together = cited("sel-101-1", "sel-107-2-2", "sul-142-1")

    assert together == (
        "serviceloven § 101, stk. 1, § 107, stk. 2, nr. 2 og sundhedsloven § 142, stk. 1"
    )


def test_provisions_stand_law_by_law_and_by_their_numbers() -> None:
    given = ("sel-101-5", "fvl-24", "rsl-66", "sel-107-2-2", "sel-101a", "sel-101-8", "sel-12")

    placed = as_in_the_law(supplies().law.provision(name, DAY) for name in given)

    assert [one.id for one in placed] == [
        *("sel-12", "sel-101-5", "sel-101-8", "sel-101a", "sel-107-2-2"),
        *("fvl-24", "rsl-66"),
    ]
