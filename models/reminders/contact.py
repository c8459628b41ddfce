"""Rules about the first talks: what was told, how one reaches the citizen, and the request."""

from collections.abc import Iterator, Mapping
from datetime import date

from models.course import Course, Form
from models.decision import Delivery
from models.reminders.facts import is_dead, is_requested, is_started, is_undecided, told
from models.reminders.rule import Rule, newest, nothing_shows, outliving

_WISHES_TO_TALK = {"counselling", "unsure"}
_COMPANION = {"companion", "representation"}
_ON_PAPER = {Delivery.LETTER, Delivery.HANDED_OVER}
_NONE = frozenset({"none"})


def _what_was_done(course: Course) -> Iterator[str]:
    """Yield what was done about each thing that could not wait."""
    if course.contact.is_acute:
        yield course.contact.acute_note
    if course.counselling.is_acute:
        yield course.counselling.agreement
    yield from (note.acute_action for note in course.conversation_notes if note.is_acute)


def _is_acute(course: Course) -> bool:
    return any(True for _ in _what_was_done(course))


def _is_acute_help_given(course: Course) -> bool:
    return all(_what_was_done(course))


def _acute_day(course: Course) -> date | None:
    return newest(
        (
            course.contact.day if course.contact.is_acute else None,
            course.counselling.day if course.counselling.is_acute else None,
            *(note.day for note in course.conversation_notes if note.is_acute),
        )
    )


def _wishes_to_talk(course: Course) -> bool:
    return course.contact.wish in _WISHES_TO_TALK and course.request.received is None


def _has_talked(course: Course) -> bool:
    return course.counselling.day is not None


def _needs_more_than_counselling(course: Course) -> bool:
    return bool(course.counselling.other_needs - _NONE)


def _is_shown_the_way(course: Course) -> bool:
    return bool(course.counselling.agreement)


def _next_talk_day(course: Course) -> date | None:
    return course.counselling.next_day


def _has_agreed_to_talk(course: Course) -> bool:
    return _next_talk_day(course) is not None


def _has_met_again(course: Course) -> bool:
    """Whether a talk, or an appointment that came to nothing, is written down since that day."""
    agreed = _next_talk_day(course)
    talks = (note.day for note in course.conversation_notes)
    appointments = (appointment.day for appointment in course.attendances)
    return agreed is not None and any(day and day >= agreed for day in (*talks, *appointments))


def _counselled_day(course: Course) -> date | None:
    return course.counselling.day


def _chose_treatment(course: Course) -> bool:
    return course.counselling.choice == "treatment"


def _has_asked(course: Course) -> bool:
    return course.request.received is not None


def _has_begun(course: Course) -> bool:
    return course.contact.day is not None or _has_asked(course)


def _knows_of_companion(course: Course) -> bool:
    has_one = bool(course.request.companion) or course.request.representative is not None
    return has_one or bool(_COMPANION & told(course))


def _knows_of_privacy(course: Course) -> bool:
    return "privacy" in told(course)


def _knows_what_is_confidential(course: Course) -> bool:
    return "confidentiality" in told(course)


def _needs_interpreter(course: Course) -> bool:
    return course.citizen.needs_interpreter


def _wants_letters_read_aloud(course: Course) -> bool:
    return course.citizen.reading == "aloud" and not is_dead(course)


def _is_reading_unknown(course: Course) -> bool:
    return course.citizen.reading == "unknown"


def _is_deciding(course: Course) -> bool:
    """Whether the decision, where the way of the letter is chosen, is begun."""
    return Form.DECISION in course.entry_ids


def _is_exempt(course: Course) -> bool:
    return _is_deciding(course) and course.citizen.is_exempt_from_digital_post


def _does_not_read_digital_post(course: Course) -> bool:
    return _is_deciding(course) and course.citizen.digital_post == "does-not-read"


def _is_on_paper(course: Course) -> bool:
    return course.decision.delivery in _ON_PAPER


def _has_protected_address(course: Course) -> bool:
    return course.citizen.has_protected_address


def _is_represented(course: Course) -> bool:
    return course.request.representative is not None


def _has_mandate(course: Course) -> bool:
    found = course.request.representative
    return found is not None and found.has_mandate


def _has_guardian(course: Course) -> bool:
    return course.request.guardian is not None


def _is_guardianship_known(course: Course) -> bool:
    guardian = course.request.guardian
    return guardian is not None and guardian.covers is not None


def _is_under_age(course: Course) -> bool:
    """Whether the citizen was under 18 on the day of the request, or of the first contact."""
    day = course.request.received or course.contact.day
    return day is not None and course.citizen.is_under_age(day)


def _asks_anonymously(course: Course) -> bool:
    return course.contact.is_anonymous and _has_asked(course)


def _awaits_start(course: Course) -> bool:
    return is_requested(course) and not is_started(course)


def _knows_the_guarantee(course: Course) -> bool:
    return "guarantee" in told(course)


def _knows_free_choice(course: Course) -> bool:
    return "free-choice" in told(course) or course.free_choice.day is not None


def _is_municipality_in_doubt(course: Course) -> bool:
    return course.request.is_municipality_in_doubt


def _has_start_signed(course: Course) -> bool:
    return course.is_signed(Form.START)


def _is_elsewhere(course: Course) -> bool:
    return course.request.is_elsewhere


def _knows_when_it_ends(course: Course) -> bool:
    return course.request.elsewhere_end is not None


def _is_with_the_municipality(course: Course) -> bool:
    return course.request.regional == "neither"


def _wishes_medical(course: Course) -> bool:
    return course.request.wishes_medical is True


def _has_a_doctor(course: Course) -> bool:
    return course.medical_interview.result in {"booked", "held"}


RULES: Mapping[str, Rule] = {
    "acute_need": Rule(_is_acute, _is_acute_help_given, since=_acute_day),
    "counselling_talk": Rule(_wishes_to_talk, _has_talked),
    "counselling_next": Rule(
        _has_agreed_to_talk, _has_met_again, since=_counselled_day, agreed=_next_talk_day
    ),
    "counselling_needs": Rule(_needs_more_than_counselling, _is_shown_the_way),
    "request_written": Rule(_chose_treatment, _has_asked),
    "companion_told": Rule(_has_begun, _knows_of_companion),
    "privacy_told": Rule(_has_begun, _knows_of_privacy),
    "confidentiality_told": Rule(_has_begun, _knows_what_is_confidential),
    "interpreter": Rule(_needs_interpreter),
    "reading_aloud": outliving(_wants_letters_read_aloud, nothing_shows),
    "reading_asked": Rule(_is_reading_unknown),
    "digital_post_exempt": Rule(_is_exempt, _is_on_paper),
    "digital_post_unread": Rule(_does_not_read_digital_post, _is_on_paper),
    "protected_address": Rule(_has_protected_address),
    "mandate": Rule(_is_represented, _has_mandate),
    "guardian_covers": Rule(_has_guardian, _is_guardianship_known),
    "under_age": Rule(_is_under_age),
    "anonymous_limits": Rule(_asks_anonymously),
    "guarantee_told": Rule(_awaits_start, _knows_the_guarantee),
    "free_choice_told": Rule(_awaits_start, _knows_free_choice),
    "municipality_doubt": Rule(_is_municipality_in_doubt, _has_start_signed),
    "region_asked": Rule(is_undecided, _is_with_the_municipality),
    "region_handover": Rule(_is_elsewhere, _knows_when_it_ends),
    "medical_wish": Rule(_wishes_medical, _has_a_doctor),
}
