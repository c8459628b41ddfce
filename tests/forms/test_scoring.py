"""Two forms come to a score in the same way, or they do not."""

import json
from typing import Any

import pytest

import resources
from forms.questionnaire import Questionnaire
from forms.reader import read_questionnaire
from forms.scoring import scores_alike


def tree(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resources.text(f"questionnaires/instruments/{name}.json"))
    return found


def form(made: dict[str, Any]) -> Questionnaire:
    return read_questionnaire(json.dumps(made))


def item_of(made: dict[str, Any], link_id: str) -> dict[str, Any]:
    """Return the item with this link id, wherever in *made* it stands."""
    waiting = list(made["item"])
    while waiting:
        item: dict[str, Any] = waiting.pop()
        if item["linkId"] == link_id:
            return item
        waiting.extend(item.get("item", []))
    raise LookupError(link_id)


def scored(item: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the options of *item*, each with the extension that holds its score."""
    options: list[dict[str, Any]] = item["answerOption"]
    return options


def test_a_form_with_its_own_words_scores_as_the_shipped_one() -> None:
    worded = tree("audit")
    for number in range(1, 11):
        question = item_of(worded, f"audit.q{number}")
        question["text"] = f"Vores ord {number}"
        for option in scored(question):
            option["valueCoding"]["display"] = f"Svar {option['valueCoding']['code']}"

    assert scores_alike(form(worded), form(tree("audit")), "audit.score")


def test_another_expression_is_another_score() -> None:
    doubled = tree("audit")
    for extension in item_of(doubled, "audit.score")["extension"]:
        if "valueExpression" in extension:
            extension["valueExpression"]["expression"] += " * 2"

    assert not scores_alike(form(doubled), form(tree("audit")), "audit.score")
    assert scores_alike(form(doubled), form(tree("audit")), "audit.consumption")


def test_other_points_for_an_answer_are_another_score() -> None:
    changed = tree("dast_10")
    yes, no = scored(item_of(changed, "dast_10.q3"))
    yes["extension"], no["extension"] = no["extension"], yes["extension"]

    assert not scores_alike(form(changed), form(tree("dast_10")), "dast_10.score")


def test_another_range_of_what_is_added_up_is_another_score() -> None:
    millimetres = tree("ors")
    for extension in item_of(millimetres, "ors.overall")["extension"]:
        if extension["url"].endswith("maxValue"):
            extension.update({key: 100 for key in extension if key.startswith("value")})

    assert not scores_alike(form(millimetres), form(tree("ors")), "ors.score")


def test_a_score_that_is_typed_in_place_of_worked_out_is_another() -> None:
    typed = tree("audit")
    score = item_of(typed, "audit.score")
    score["extension"] = [e for e in score["extension"] if "valueExpression" not in e]

    assert not scores_alike(form(typed), form(tree("audit")), "audit.score")


def test_a_score_made_of_scores_looks_at_what_they_are_made_of() -> None:
    changed = tree("mate")
    for extension in item_of(changed, "mate.sq2_1")["extension"]:
        if extension["url"].endswith("maxValue"):
            extension["valueInteger"] = 21

    assert not scores_alike(form(changed), form(tree("mate")), "mate.sq2_4")


@pytest.mark.parametrize("name", ["who_5", "audit", "asi", "mate", "europasi"])
def test_a_score_is_like_itself(name: str) -> None:
    one, other = form(tree(name)), form(tree(name))
    scores = [link_id for link_id, item in one.by_link_id.items() if item.calculated]

    assert all(scores_alike(one, other, link_id) for link_id in scores)


def test_what_only_one_form_asks_is_not_alike() -> None:
    assert not scores_alike(form(tree("audit")), form(tree("who_5")), "audit.score")
    assert not scores_alike(form(tree("who_5")), form(tree("audit")), "audit.score")
