"""How each goal has gone: by its words, and else by its place in the plan."""

from app.facts import Facts
from models.course import Course
from models.goal_progress import goals_told
from tests.builders import course

PLAN: Facts = {
    "plan.date": "2.11.2026",
    "goal.words@0": "Sove om natten.",
    "goal.words@1": "Synge igen.",
}


def followed(day: str, *rows: tuple[str, str]) -> Course:
    facts: dict[str, str | list[str] | dict[str, str | list[str]]] = {"follow_up.date": day}
    for number, (words, status) in enumerate(rows):
        facts[f"follow_up.goal.words@{number}"] = words
        facts[f"follow_up.goal.status@{number}"] = [status]
    return course(treatment_plan=PLAN, follow_up=facts)


def told(of: Course) -> list[list[tuple[str, str]]]:
    return [[(one.status, one.words) for one in goal] for goal in goals_told(of)]


def test_a_goal_is_found_by_its_words_wherever_it_stands() -> None:
    talk = followed("5.11.2026", ("synge  IGEN.", "reached"), ("Sove om natten.", "on-way"))

    assert told(talk) == [[("on-way", "")], [("reached", "")]]


def test_words_of_no_goal_are_about_the_goal_in_their_place_and_are_shown() -> None:
    talk = followed("5.11.2026", ("Af med pillerne", "unchanged"))

    assert told(talk) == [[("unchanged", "Af med pillerne")], []]


def test_words_of_another_goal_are_never_taken_for_the_one_in_their_place() -> None:
    talk = followed("5.11.2026", ("Synge igen.", "reached"))

    assert told(talk) == [[], [("reached", "")]]


def test_a_talk_before_the_plan_tells_only_of_goals_it_names() -> None:
    talk = followed("1.11.2026", ("Af med pillerne", "unchanged"), ("Synge igen.", "on-way"))

    assert told(talk) == [[], [("on-way", "")]]


def test_without_a_plan_there_is_nothing_to_tell() -> None:
    assert goals_told(course()) == ()
