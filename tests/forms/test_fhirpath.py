import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from time import process_time
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.fhirpath.date_sums import boundaries, moved, whole_units
from forms.fhirpath.errors import CalculationError, ExpressionError, OutsideSubsetError
from forms.fhirpath.parser import parse
from forms.fhirpath.scope import NOTHING, RESPONSE, Collection, Found, Node, Scope
from models.answers import Quantity

Outputs: TypeAlias = "str | list[list[str]]"
TABLE = json.loads((Path(__file__).parent / "fhirpath_cases.json").read_text(encoding="utf-8"))
CASES: list[tuple[str, Outputs]] = [(expression, wanted) for expression, wanted in TABLE["cases"]]
TODAY = date(2026, 11, 2)


class Empty:
    """A form without answers."""

    def __init__(self) -> None:
        self.spent = 0

    def items(self, link_id: str, around: Found, *, deep: bool) -> Collection:  # noqa: ARG002 - it has none
        return NOTHING

    def spend(self, steps: int) -> None:
        self.spent += steps
        if self.spent > 10_000:
            raise CalculationError("Det blev for meget.")

    def answers(self, found: Found) -> Collection:  # noqa: ARG002 - it has none
        return NOTHING


def worked_out(expression: str, today: date | None = TODAY) -> Collection:
    return parse(expression).values(Scope(Empty(), RESPONSE, RESPONSE, today))


def _typed(node: Node) -> list[str]:
    if isinstance(node, bool):
        return ["boolean", str(node).lower()]
    if isinstance(node, int):
        return ["integer", str(node)]
    if isinstance(node, Decimal):
        return ["decimal", format(node.normalize(), "f")]
    return ["date" if isinstance(node, date) else "string", str(node)]


def _normal(kind: str, text: str) -> list[str]:
    return [kind, format(Decimal(text).normalize(), "f") if kind == "decimal" else text]


@pytest.mark.parametrize(
    ("expression", "wanted"), CASES, ids=[str(number) for number in range(len(CASES))]
)
def test_a_published_case_gives_what_it_should(expression: str, wanted: Outputs) -> None:
    if wanted == "refused":
        with pytest.raises(ExpressionError):
            parse(expression)
    elif isinstance(wanted, str):
        with pytest.raises(CalculationError):
            worked_out(expression)
    else:
        assert [_typed(node) for node in worked_out(expression)] == [
            _normal(*one) for one in wanted
        ]


@pytest.mark.parametrize(
    ("expression", "position"),
    [
        ("1 +", 4),
        ("1 + * 2", 5),
        ("(1 + 2", 7),
        ("1 # 2", 3),
        ("'abc", 1),
        ("@2026-02-30", 1),
        ("1 2", 3),
        ("$this", 1),
        ("today(1)", 1),
        ("'a'.length(", 12),
        ("", 1),
    ],
)
def test_an_error_says_where_it_is(expression: str, position: int) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(expression)

    assert caught.value.position == position
    assert caught.value.code == "expression"
    assert f"tegn {position}:" in str(caught.value)


@pytest.mark.parametrize(
    ("expression", "position"),
    [
        ("%resource.item", 11),
        ("%resource.descendants().answer", 11),
        ("%resource.item.where(text = 'a')", 22),
        ("%patient.name", 1),
        ("answer.value", 1),
        ("(1 | 2).aggregate($this)", 9),
        ("1 ~ 1", 3),
        ("%resource.item.where(linkId = 'a').id", 36),
        ("@2026-11", 1),
        ("1.5 years", 1),
    ],
)
def test_fhirpath_that_is_not_in_the_subset_is_refused_where_it_stands(
    expression: str, position: int
) -> None:
    with pytest.raises(OutsideSubsetError) as caught:
        parse(expression)

    assert caught.value.position == position
    assert caught.value.code == "outside-subset"


@pytest.mark.parametrize(
    "expression",
    [
        "(" * 5_000,
        "1" + "+1" * 5_000,
        "1" + ".abs()" * 1_000,
        "-" * 5_000 + "1",
        "iif(true, " * 900,
        "'" + "a" * 20_000,
        "9" * 5_000,
    ],
)
def test_an_endless_expression_is_refused_soon(expression: str) -> None:
    start = process_time()

    with pytest.raises(ExpressionError):
        parse(expression)

    assert process_time() - start < 1


def test_a_number_without_end_cannot_be_worked_out() -> None:
    with pytest.raises(CalculationError):
        worked_out(" * ".join(["9999999999"] * 20))


@given(text=st.text(alphabet="'`%$.()[]{}+-*/=<>|,@ 019aitem\\un", max_size=40))
def test_any_text_is_read_or_refused_where_it_stands(text: str) -> None:
    position = 1

    try:
        worked_out(text)
    except ExpressionError as error:
        position = error.position
    except CalculationError:
        position = 1

    assert 1 <= position <= len(text) + 1


def test_sums_of_nothing_are_nothing() -> None:
    for function in ("sum", "avg", "min", "max"):
        assert worked_out(f"{{}}.{function}()") == NOTHING


def test_sums_averages_and_extremes_keep_to_numbers() -> None:
    assert worked_out("(1 | 2 | 3.5).sum()") == (Decimal("6.5"),)
    assert worked_out("(1 | 2).avg()") == (Decimal("1.5"),)
    assert worked_out("(3 | 1 | 2).min()") == (1,)
    assert worked_out("(3 | 1 | 2).max()") == (3,)
    with pytest.raises(CalculationError):
        worked_out("('a' | 'b').sum()")


def test_days_are_counted_in_whole_units_and_in_boundaries() -> None:
    assert worked_out("@1990-11-03.duration(today(), 'years')") == (35,)
    assert worked_out("@1990-11-02.duration(today(), 'years')") == (36,)
    assert worked_out("@1990-11-03.difference(today(), 'year')") == (36,)
    assert worked_out("today().duration(@2026-10-20, 'days')") == (-13,)
    assert worked_out("@2026-01-31 + 1 month") == (date(2026, 2, 28),)
    assert worked_out("@9999-12-31 + 1 day") == NOTHING


def test_without_a_day_today_is_unknown() -> None:
    assert worked_out("today() + 1 day", None) == NOTHING


@given(start=st.dates(), end=st.dates(), unit=st.sampled_from(["day", "week", "month", "year"]))
def test_whole_units_fit_between_two_days(start: date, end: date, unit: str) -> None:
    early, late = sorted((start, end))
    base, times = ("day", 7 if unit == "week" else 1), 12 if unit == "year" else 1
    word = "month" if unit in {"month", "year"} else base[0]
    size = times if word == "month" else base[1]

    whole = whole_units(early, late, unit)

    reached = moved(early, Quantity(Decimal(whole * size), word), 1)
    beyond = moved(early, Quantity(Decimal((whole + 1) * size), word), 1)
    assert reached is not None
    assert reached <= late
    assert beyond is None or beyond > late
    assert whole <= boundaries(early, late, unit) + 1
    assert whole_units(late, early, unit) == -whole
