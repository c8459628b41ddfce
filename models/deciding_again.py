"""What a new decision opens with when the citizen has had one: what there is now, to be changed."""

from models.answers import Coding, Value
from models.course import Course
from models.decision import Decision
from models.decisions import in_force, signed_ones

_CHANGED = Coding("changed", "")
_NEW = Coding("new", "")


def known_again(course: Course) -> dict[str, Value | None]:
    """Return by link id what is known of a decision beside the earlier ones; empty for the first.

    The help the citizen has is what a change starts from, and what stays of it need not be written
    again. Without any, the new decision answers a new wish.
    """
    if not signed_ones(course.decisions):
        return {}
    latest, now = course.decision, in_force(course.decisions)
    way = Coding(latest.delivery, "") if latest.delivery else None
    known: dict[str, Value | None] = {
        "decision.delivery": way,
        "decision.caseworker_phone": latest.caseworker_phone,
    }
    if now is None:
        return {**known, "decision.change": _NEW}
    return {
        **known,
        "decision.change": _CHANGED,
        "decision.change_before": _before(course, now),
        "decision.change_decided": now.day,
        **_measure(course, now),
    }


def _measure(course: Course, now: Decision) -> dict[str, Value | None]:
    measure = now.measure
    return {
        "decision.measure": measure.kind,
        "decision.provider": _place(course, now),
        "decision.content": measure.content,
        "decision.volume": measure.volume,
        "decision.duration": measure.duration,
        "decision.contact": measure.contact,
        "decision.purpose": measure.purpose,
        "decision.payment": measure.payment,
        "decision.plan_141": Coding(now.plan_141, "") if now.plan_141 else None,
    }


def _before(course: Course, now: Decision) -> str:
    """Return the help until now in words to the citizen, as they can stand in the letter."""
    measure, place = now.measure, _place(course, now)
    kind = measure.kind.display.lower() if measure.kind else ""
    given = f"Du får {kind} hos {place}" if kind and place else ""
    said = (given, measure.volume, measure.content)
    return " ".join(_ended(text) for text in said if text)


def _place(course: Course, now: Decision) -> str:
    """Return where the help is given: the place chosen since, else the one that was granted."""
    chosen = course.free_choice
    since = chosen.answered is None or now.day is None or chosen.answered >= now.day
    is_elsewhere = chosen.is_signed and chosen.is_granted and since
    return chosen.place if is_elsewhere and chosen.place else now.measure.provider


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
