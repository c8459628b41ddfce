"""A new draft opens with what is known, as far as its form has a place for it."""

from app.beginning import opening_answers
from app.supplies import supplies
from forms.checking import problems
from forms.questionnaire import Questionnaire
from forms.response import read_response, write_response
from models.answers import Coding, Place
from models.starting import Known
from tests.builders import NOON, TODAY


def form(name: str) -> Questionnaire:
    return supplies().newest(name)


def test_an_option_gets_the_words_it_is_chosen_by() -> None:
    known = {Place("network.children"): (Coding("home", ""), Coding("expecting", ""))}

    (home, expecting) = opening_answers(form("network"), known).choices("network.children")

    assert (home.code, expecting.code) == ("home", "expecting")
    assert home.display == "Ja, de bor hjemme"


def test_an_option_the_form_does_not_offer_is_left_out() -> None:
    known = {Place("plan.other_plans"): (Coding("unknown", ""), Coding("job", ""))}

    opened = opening_answers(form("treatment_plan"), known)

    assert [choice.code for choice in opened.choices("plan.other_plans")] == ["job"]


def test_rows_are_added_where_something_is_known() -> None:
    known = {Place("follow_up.goal.words", (row,)): (f"Mål {row}",) for row in range(3)}

    opened = opening_answers(form("follow_up"), known)

    assert opened.rows(Place("follow_up.goal")) == 3
    assert opened.text("follow_up.goal.words", 2) == "Mål 2"


def test_a_goal_written_in_two_lines_is_asked_about_in_one() -> None:
    known = {Place("follow_up.goal.words", (0,)): ("Sove godt.\nStå op om morgenen.",)}

    opened = opening_answers(form("follow_up"), known)

    assert opened.text("follow_up.goal.words", 0) == "Sove godt. Stå op om morgenen."


def test_a_question_with_one_answer_gets_no_more() -> None:
    codes = tuple(Coding(code, "") for code in ("gone", "day", "no-wish"))
    known = {Place("request.wished_kind"): codes}

    opened = opening_answers(form("request"), known)

    assert [choice.code for choice in opened.choices("request.wished_kind")] == ["day"]


def test_what_has_no_place_in_the_form_is_left_out() -> None:
    known: Known = {
        Place("nothing.of.ours"): ("ord",),
        Place("who_5.date"): ("i går",),
        Place("who_5.score", (0,)): (44,),
    }

    assert opening_answers(form("who_5"), known) == opening_answers(form("who_5"), {})


def test_what_a_form_opens_with_comes_back_from_the_register() -> None:
    plan = form("treatment_plan")
    known: Known = {Place("plan.date"): (TODAY,), Place("plan.family"): (Coding("home", ""),)}
    opened = opening_answers(plan, known)

    written = write_response(plan, opened, NOON, signed=False)

    assert read_response(plan, written) == opened
    assert not [found for found in problems(plan, opened) if "mangler" not in found.sentence]
