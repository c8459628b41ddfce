"""Rules about the start, the treatment plan, free choice, and gift cards."""

from collections.abc import Iterable, Mapping
from datetime import date

from models.course import Course, Form
from models.gift_card import GiftCard
from models.reminders.facts import is_planning, is_started
from models.reminders.rule import Rule, newest

_IN_TIME = {"", "none"}
_NO_RECEIPT = {"", "not-yet"}


def _is_delayed(course: Course) -> bool:
    return course.start.delay not in _IN_TIME


def _is_delay_explained(course: Course) -> bool:
    return bool(course.start.delay_reason)


def _has_plan(course: Course) -> bool:
    return course.is_signed(Form.TREATMENT_PLAN)


def _is_handed_over(course: Course) -> bool:
    return course.plan.handed_over is not None


def _plan_day(course: Course) -> date | None:
    return course.plan.day


def _says_what_was_found(course: Course) -> bool:
    return bool(course.plan.summary)


def _says_what_about_drugs(course: Course) -> bool:
    return bool(course.plan.drugs_stance)


def _has_relapse_plan(course: Course) -> bool:
    return bool(course.plan.relapse.i_do)


def _says_what_helps_coming(course: Course) -> bool:
    return bool(course.plan.support)


def _says_what_if_absent(course: Course) -> bool:
    return bool(course.plan.no_show)


def _says_what_comes_after(course: Course) -> bool:
    plan = course.plan
    return bool(plan.one_month and plan.six_months and plan.follow_up_who)


def _has_review_day(course: Course) -> bool:
    return course.plan.review is not None


def _has_actors(course: Course) -> bool:
    return bool(course.plan.actors)


def _follows_up_with_all(course: Course) -> bool:
    return all(actor.follow_up for actor in course.plan.actors)


def _waits_for_chosen_place(course: Course) -> bool:
    waits = course.free_choice.room == "later"
    return waits and course.free_choice.is_granted and not is_started(course)


def _uses_gift_cards(course: Course) -> bool:
    return bool(course.gift_cards)


def _is_gift_card_decided(course: Course) -> bool:
    return any(card.decided == "yes" for card in course.gift_cards)


def _given(course: Course) -> list[GiftCard]:
    return [card for card in course.gift_cards if card.given]


def _given_day(course: Course) -> date | None:
    return newest(card.given for card in course.gift_cards)


def _has_given_more_than_agreed(course: Course) -> bool:
    given = _given(course)
    most = _agreed(card.most for card in course.gift_cards)
    amount = _agreed(card.amount for card in course.gift_cards)
    too_large = any(amount is not None and (card.given_amount or 0) > amount for card in given)
    return too_large or (most is not None and len(given) > most)


def _agreed(numbers: Iterable[int | None]) -> int | None:
    """Return what was agreed last."""
    said = [number for number in numbers if number is not None]
    return said[-1] if said else None


def _without_receipt(course: Course) -> list[GiftCard]:
    return [card for card in _given(course) if card.receipt in _NO_RECEIPT]


def _lacks_receipt(course: Course) -> bool:
    return bool(_without_receipt(course))


def _lacks_receipt_since(course: Course) -> date | None:
    return newest(card.given for card in _without_receipt(course))


RULES: Mapping[str, Rule] = {
    "start_delayed": Rule(_is_delayed, _is_delay_explained),
    "plan_handed_over": Rule(_has_plan, _is_handed_over, since=_plan_day),
    "plan_findings": Rule(is_planning, _says_what_was_found),
    "plan_drugs_stance": Rule(is_planning, _says_what_about_drugs),
    "plan_relapse": Rule(is_planning, _has_relapse_plan),
    "plan_support": Rule(is_planning, _says_what_helps_coming),
    "plan_no_show": Rule(is_planning, _says_what_if_absent),
    "plan_after": Rule(is_planning, _says_what_comes_after),
    "plan_review_day": Rule(is_planning, _has_review_day),
    "plan_actors_follow_up": Rule(_has_actors, _follows_up_with_all),
    "free_choice_waiting": Rule(_waits_for_chosen_place),
    "gift_card_decided": Rule(_uses_gift_cards, _is_gift_card_decided),
    "gift_card_agreed": Rule(_has_given_more_than_agreed, since=_given_day),
    "gift_card_receipt": Rule(_lacks_receipt, since=_lacks_receipt_since),
}
