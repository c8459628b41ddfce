"""A score says how it moved since last time and since the first; in short it stands in a line."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from app.asking import Asking
from app.score_words import score_words, scores_in_short
from app.supplies import supplies
from forms.reply import Reply
from models.answers import Answers, Place, Value
from models.measured import Measuring
from tests.builders import TODAY

INSTRUMENTS = supplies().instruments
AUGUST, OCTOBER = date(2026, 8, 3), date(2026, 10, 5)


def measuring(day: date, link_id: str, score: Value) -> Measuring:
    return Measuring(day, Answers().with_answer(Place(link_id), score), "1")


def changes(link_id: str, score: Value, *before: Measuring) -> list[str]:
    """Return what is said of the score beyond what would be said without *before*."""
    answers = Answers().with_answer(Place(link_id), score)
    alone = score_words(answers, INSTRUMENTS, None)[Place(link_id)]
    said = score_words(answers, INSTRUMENTS, None, before)[Place(link_id)]
    return list(said[len(alone) :])


def test_a_score_says_how_it_moved_since_last_time_and_since_the_first() -> None:
    first = measuring(AUGUST, "who_5.score", 28)
    last = measuring(OCTOBER, "who_5.score", 40)

    since_last, since_first, caution = changes("who_5.score", 44, first, last)

    assert since_last == (
        "Sidst, 5.10.2026: 40. Fremgang på 4 point. Så lille en ændring siger ikke noget sikkert."
    )
    assert since_first == (
        "Første gang, 3.8.2026: 28. Fremgang på 16 point. "
        "Så stor en ændring regnes for at betyde noget."
    )
    assert caution == "Grænsen er almindeligt brugt, men ikke set efter i kilden."


def test_a_rule_that_is_sure_needs_no_caution_and_the_only_time_is_said_once() -> None:
    (said,) = changes("ors.score", Decimal("27.5"), measuring(AUGUST, "ors.score", 21))

    assert said == (
        "Sidst, 3.8.2026: 21. Fremgang på 6,5 point. "
        "Det er mere, end målingens usikkerhed kan forklare. Grænsen på 25 er krydset."
    )


def test_a_score_without_a_rule_says_what_it_was_and_judges_nothing() -> None:
    assert changes("audit.score", 9, measuring(AUGUST, "audit.score", 17)) == [
        "Sidst, 3.8.2026: 17."
    ]


def test_a_score_that_stands_still_needs_no_caution() -> None:
    assert changes("who_5.score", 44, measuring(AUGUST, "who_5.score", 44)) == [
        "Sidst, 3.8.2026: 44. Uændret."
    ]


def test_what_was_measured_without_this_score_is_passed_over() -> None:
    assert changes("who_5.score", 44, measuring(AUGUST, "who_5.cheerful", 3)) == []


def filled(name: str, replies: Mapping[str, str]) -> Asking:
    asking = Asking(supplies().newest(name), Answers(), TODAY)
    for link_id, code in replies.items():
        asking = asking.with_reply(Place(f"{name}.{link_id}"), Reply(codes=(code,)))
    return asking


WHO_5 = dict.fromkeys(("cheerful", "calm", "active", "rested", "interested"), "2")


def test_the_scores_of_a_section_stand_in_one_line() -> None:
    audit = filled("audit", {f"q{number}": "2" for number in range(1, 11)})

    assert scores_in_short(filled("who_5", WHO_5), 0, INSTRUMENTS, None) == (
        "WHO-5: 40 – nedsat trivsel"
    )
    assert scores_in_short(audit, 0, INSTRUMENTS, None).startswith(
        "AUDIT: 20 – zone IV · AUDIT-C: 6"
    )


def test_where_the_result_is_talked_about_it_stands_too() -> None:
    assert scores_in_short(filled("who_5", WHO_5), 1, INSTRUMENTS, None).startswith("WHO-5: 40")


def test_where_no_score_is_worked_out_a_long_form_says_none() -> None:
    asi = Asking(supplies().newest("asi"), Answers(), TODAY)
    areas = ("medical", "employment", "alcohol", "drugs", "legal", "family", "psychiatric")
    for area in areas:
        asi = asi.with_reply(Place(f"asi.{area}.score"), Reply("0,5"))

    assert scores_in_short(asi, 0, INSTRUMENTS, None) == ""
    assert scores_in_short(asi, 1, INSTRUMENTS, None).startswith("ASI fysisk helbred: 0,5")
    assert "arbejde" not in scores_in_short(asi, 1, INSTRUMENTS, None)


def test_a_form_half_filled_has_no_line() -> None:
    assert scores_in_short(filled("who_5", {"calm": "2"}), 0, INSTRUMENTS, None) == ""


def test_a_score_that_is_typed_in_its_own_question_needs_no_line() -> None:
    typed = Asking(supplies().newest("srs"), Answers(), TODAY)
    typed = typed.with_reply(Place("srs.relationship"), Reply("9"))

    assert scores_in_short(typed, 0, INSTRUMENTS, None) == ""
