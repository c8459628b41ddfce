"""What was changed in a form can be taken back step by step, and done again."""

from hypothesis import given
from hypothesis import strategies as st

from forms.history import MOST, History, changed_places
from models.answers import Answers, Coding, Place, Unread

NAME, NOTE, WAY = Place("name"), Place("note"), Place("way")
MAIL, LETTER = Coding("mail", "Mail"), Coding("letter", "Brev")


def typed(history: History, place: Place, answers: Answers, *texts: str) -> tuple[History, Answers]:
    """Return both after each of *texts* stood at *place*, one after the other."""
    for text in texts:
        after = answers.with_answer(place, text)
        history, answers = history.with_change(place, answers, after), after
    return history, answers


def test_what_is_typed_between_coming_and_leaving_is_one_step() -> None:
    history, answers = typed(History(), NAME, Answers(), "a", "ab", "abc")
    history, answers = typed(history.left(NAME), NAME, answers, "abcd")

    back, last = history.back()
    _, first = back.back()

    assert last is not None
    assert first is not None
    assert last.before.text("name") == "abc"
    assert first.before == Answers()


def test_leaving_another_field_does_not_end_what_is_typed_here() -> None:
    history, answers = typed(History(), NAME, Answers(), "a")

    history, _ = typed(history.left(NOTE), NAME, answers, "ab")

    assert len(history.past) == 1


def test_each_choice_is_a_step() -> None:
    first = Answers().with_answer(WAY, MAIL)
    second = Answers().with_answer(WAY, LETTER)

    history = History().with_change(WAY, Answers(), first).with_change(WAY, first, second)

    assert [step.after for step in history.past] == [first, second]


def test_an_option_searched_for_by_typing_is_one_step() -> None:
    begun = Answers().with_answer(WAY, Unread("ma"))
    taken = Answers().with_answer(WAY, MAIL)

    history = History().with_change(WAY, Answers(), begun).with_change(WAY, begun, taken)

    assert len(history.past) == 1


def test_each_row_is_a_step() -> None:
    one = Answers().with_row(WAY)
    two = one.with_row(WAY)

    history = History().with_change(WAY, Answers(), one).with_change(WAY, one, two)

    assert [step.before for step in history.past] == [Answers(), one]


def test_what_was_typed_and_taken_back_letter_by_letter_leaves_no_step() -> None:
    history, answers = typed(History(), NAME, Answers(), "a")

    history = history.with_change(NAME, answers, Answers())

    assert history.past == ()


def test_a_new_change_forgets_what_was_taken_back() -> None:
    history, answers = typed(History(), NAME, Answers(), "a")
    back, step = history.back()

    changed, _ = typed(back, NOTE, Answers(), "b")

    assert step is not None
    assert step.after == answers
    assert changed.again() == (changed, None)


def test_nothing_to_take_back_is_none() -> None:
    assert History().back() == (History(), None)
    assert History().again() == (History(), None)


def test_the_oldest_steps_go_first() -> None:
    history, answers = History(), Answers()
    for number in range(MOST + 5):
        history, answers = typed(history.left(NAME), NAME, answers, f"{number}")

    assert len(history.past) == MOST
    assert history.past[-1].after.text("name") == f"{MOST + 4}"


def test_the_places_a_step_changed_are_told() -> None:
    before = Answers().with_answer(NAME, "a").with_row(WAY)
    after = before.with_answer(NAME, "b").with_answer(NOTE, "c").with_row(WAY)

    history = History().with_change(NAME, before, after)

    assert changed_places(history.past[0]) == {NAME, NOTE, WAY}


@given(
    st.lists(
        st.tuples(st.sampled_from((NAME, NOTE, WAY)), st.sampled_from("abc"), st.booleans()),
        max_size=25,
    )
)
def test_all_the_way_back_and_again_is_where_one_was(
    changes: list[tuple[Place, str, bool]],
) -> None:
    history, answers = History(), Answers()
    for place, text, leaves in changes:
        history, answers = typed(history, place, answers, text)
        history = history.left(place) if leaves else history
    seen = answers

    while (step := (taken := history.back())[1]) is not None:
        history = taken[0]
        assert step.after == seen
        seen = step.before
    first = seen
    while (step := (taken := history.again())[1]) is not None:
        history = taken[0]
        seen = step.after

    assert (first, seen) == (Answers(), answers)
