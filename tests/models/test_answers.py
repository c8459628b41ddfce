from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from models.answers import Answers, Coding, Place, Unread

GROUP = Place("children")
INSIDE = frozenset({"children", "name", "contacts", "phone"})

grown = st.lists(st.lists(st.text(min_size=1), max_size=3), max_size=5)


def _filled(rows: list[list[str]]) -> Answers:
    """Return answers with one row per list: a name, and one row in it per text."""
    answers = Answers().with_answer(Place("outside"), "stays")
    for row, phones in enumerate(rows):
        answers = answers.with_row(GROUP).with_answer(Place("name", (row,)), f"row {row}")
        for inner, phone in enumerate(phones):
            answers = answers.with_row(Place("contacts", (row,)))
            answers = answers.with_answer(Place("phone", (row, inner)), phone)
    return answers


def _named(rows: list[tuple[int, list[str]]]) -> list[tuple[str, list[str]]]:
    return [(f"row {row}", phones) for row, phones in rows]


def _told(answers: Answers) -> list[tuple[str, list[str]]]:
    return [
        (
            answers.text("name", row),
            [
                str(answers.at(Place("phone", (row, inner)))[0])
                for inner in range(answers.rows(Place("contacts", (row,))))
            ],
        )
        for row in range(answers.rows(GROUP))
    ]


@given(rows=grown.filter(bool), data=st.data())
def test_removing_a_row_moves_the_later_ones_up_with_all_that_is_in_them(
    rows: list[list[str]], data: st.DataObject
) -> None:
    gone = data.draw(st.integers(0, len(rows) - 1))
    numbered = list(enumerate(rows))

    answers = _filled(rows).without_row(GROUP, gone, INSIDE)

    assert _told(answers) == _named(numbered[:gone] + numbered[gone + 1 :])


@given(rows=grown.filter(bool), data=st.data())
def test_removing_a_row_leaves_nothing_behind_and_nothing_else_touched(
    rows: list[list[str]], data: st.DataObject
) -> None:
    gone = data.draw(st.integers(0, len(rows) - 1))

    answers = _filled(rows).without_row(GROUP, gone, INSIDE)

    left = sum(1 + len(phones) for row, phones in enumerate(rows) if row != gone)
    assert len(answers.values) == left + 1
    assert answers.text("outside") == "stays"


@given(rows=grown)
def test_adding_a_row_and_removing_it_again_changes_no_answer(rows: list[list[str]]) -> None:
    before = _filled(rows)

    after = before.with_row(GROUP).without_row(GROUP, len(rows), INSIDE)

    assert (after.values, after.rows(GROUP)) == (before.values, before.rows(GROUP))


def test_removing_an_inner_row_touches_only_the_row_it_stands_in() -> None:
    answers = _filled([["a", "b"], ["c"]])

    answers = answers.without_row(Place("contacts", (0,)), 0, frozenset({"contacts", "phone"}))

    assert _told(answers) == [("row 0", ["b"]), ("row 1", ["c"])]


def test_changed_answers_are_new_and_the_old_ones_stay() -> None:
    first = Answers().with_answer(Place("a"), "one")

    second = first.with_answer(Place("a"), "two")

    assert (first.text("a"), second.text("a")) == ("one", "two")


def test_an_answer_without_values_is_gone() -> None:
    answers = Answers().with_answer(Place("a"), "one").with_answer(Place("a"))

    assert answers == Answers()


@given(rows=grown)
def test_answers_at_some_places_only_are_the_same_answers_there(rows: list[list[str]]) -> None:
    answers = _filled(rows)
    places = frozenset({GROUP, *(Place("name", (row,)) for row in range(len(rows)))})

    kept = answers.only(places)

    assert _told(kept) == [(f"row {row}", []) for row in range(len(rows))]
    assert kept.text("outside") == ""


def test_answers_are_asked_for_by_what_they_mean() -> None:
    answers = (
        Answers()
        .with_answer(Place("name"), "  Bo ")
        .with_answer(Place("day"), date(2026, 11, 2))
        .with_answer(Place("yes"), True)
        .with_answer(Place("grams"), Decimal("1.5"))
        .with_answer(Place("drugs"), Coding("hash", "Hash"), "andet")
    )

    assert answers.text("name") == "Bo"
    assert answers.day("day") == date(2026, 11, 2)
    assert answers.yes("yes") is True
    assert answers.number("grams") == Decimal("1.5")
    assert answers.choices("drugs") == (Coding("hash", "Hash"), Coding("", "andet"))
    assert answers.code("drugs") == "hash"


def test_unread_text_is_no_answer_of_any_kind() -> None:
    answers = Answers().with_answer(Place("x"), Unread("i morgen"))

    assert (answers.text("x"), answers.day("x"), answers.number("x")) == ("", None, None)
    assert answers.choices("x") == ()


def test_yes_is_no_number() -> None:
    assert Answers().with_answer(Place("x"), True).number("x") is None
