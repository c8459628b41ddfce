"""Rules about the way to a decision: assessment, feedback, consent, hearing, refusal, appeal."""

from collections.abc import Iterator, Mapping
from datetime import date

from models.appeals import Appeal
from models.consent import Consent
from models.course import Course, Form
from models.decision import Result
from models.reminders.facts import is_requested, is_undecided, standing_consents
from models.reminders.rule import Rule, is_since, newest

_ANSWERED = {"replied", "declined", "no-reply"}
_NOT_ALL = {Result.PARTIAL, Result.REFUSAL}
_MUST_KNOW = {"refusal", "withdrawal"}
_ABOUT_THE_CASE = "case"


def _is_assessed(course: Course) -> bool:
    return course.is_signed(Form.ASSESSMENT)


def _is_unfinished(course: Course) -> bool:
    return is_requested(course) and course.assessment.is_unfinished


def _is_decided(course: Course) -> bool:
    return course.is_signed(Form.DECISION)


def _is_assessed_and_undecided(course: Course) -> bool:
    return _is_assessed(course) and is_undecided(course)


def _has_feedback(course: Course) -> bool:
    return course.feedback.day is not None


def _knows_who_decides(course: Course) -> bool:
    return "decision" in course.feedback.told


def _has_consent(course: Course) -> bool:
    return bool(standing_consents(course))


def _consent_ran_out(course: Course, today: date) -> date | None:
    """Return when the newest consent ran out that nobody has answered anew since."""
    return newest(
        found.valid_until
        for found in standing_consents(course)
        if found.valid_until and found.valid_until < today and not _is_answered_anew(found, course)
    )


def _is_answered_anew(consent: Consent, course: Course) -> bool:
    return any(
        other.party.casefold() == consent.party.casefold()
        and other.day
        and consent.day
        and other.day > consent.day
        for other in course.consents
    )


def _is_consent_withdrawn(course: Course) -> bool:
    return any(found.is_withdrawn for found in course.consents)


def _is_withdrawal_told(course: Course) -> bool:
    return all(found.withdrawn_told for found in course.consents if found.is_withdrawn)


def _withdrawn_day(course: Course) -> date | None:
    return newest(found.withdrawn_day for found in course.consents)


def _unexplained(course: Course) -> list[Consent]:
    return [found for found in standing_consents(course) if not found.told >= _MUST_KNOW]


def _has_unexplained_consent(course: Course) -> bool:
    return bool(_unexplained(course))


def _unexplained_day(course: Course) -> date | None:
    return newest(found.day for found in _unexplained(course))


def _needs_hearing(course: Course) -> bool:
    speaks_against = course.has_adverse_facts or course.recommendation.is_against
    return is_undecided(course) and (speaks_against or course.hearing.is_needed_again)


def _adverse_days(course: Course) -> Iterator[date | None]:
    if course.feedback.is_against:
        yield course.feedback.day
    if course.recommendation.is_against:
        yield course.recommendation.day
    yield from (note.day for note in course.conversation_notes if note.is_adverse)


def _adverse_day(course: Course) -> date | None:
    return newest(_adverse_days(course))


def _is_heard(course: Course) -> bool:
    """Whether the citizen was heard when, or after, the newest adverse fact came up."""
    if course.hearing.is_needed_again:
        return False
    days = (course.hearing.day, course.decision.reasons.hearing_date)
    return any(is_since(day, _adverse_day(course)) for day in days)


def _awaits_reply(course: Course) -> bool:
    return is_undecided(course) and course.hearing.day is not None


def _has_replied(course: Course) -> bool:
    return course.hearing.answered in _ANSWERED


def _hearing_day(course: Course) -> date | None:
    return course.hearing.day


def _recommends_against(course: Course) -> bool:
    return course.recommendation.is_against


def _knows_of_recommendation(course: Course) -> bool:
    return course.recommendation.is_against_known is True


def _asked_for_papers(course: Course) -> bool:
    pending = any(asked.is_decision_pending for asked in course.record_accesses)
    return is_undecided(course) and pending


def _has_got_papers(course: Course) -> bool:
    return all(asked.sent for asked in course.record_accesses if asked.is_decision_pending)


def _asked_for_papers_day(course: Course) -> date | None:
    asked = course.record_accesses
    return newest(one.received for one in asked if one.is_decision_pending)


def _is_not_all_granted(course: Course) -> bool:
    return course.decision.chosen in _NOT_ALL


def _is_other_help_named(course: Course) -> bool:
    return bool(course.decision.other_help or course.decision.other_help_text)


def _was_refused(course: Course) -> bool:
    return _is_decided(course) and _is_not_all_granted(course)


def _decided_day(course: Course) -> date | None:
    return course.decision.day


def _is_refusal_talked_through(course: Course) -> bool:
    """Whether the case was talked about, or an appeal made, after the decision."""
    talks = (note.day for note in course.conversation_notes if _ABOUT_THE_CASE in note.about)
    appeals = (appeal.received for appeal in course.appeals)
    return any(is_since(day, course.decision.day) for day in (*talks, *appeals))


def _has_appealed(course: Course) -> bool:
    return bool(course.appeals)


def _is_helped_to_appeal(course: Course) -> bool:
    return all(appeal.helped for appeal in course.appeals)


def _is_appeal_acknowledged(course: Course) -> bool:
    return all(appeal.told_day for appeal in course.appeals)


def _not_acknowledged(course: Course) -> tuple[str, ...]:
    return tuple(appeal.entry_id for appeal in course.appeals if not appeal.told_day)


def _upheld_rests(course: Course) -> tuple[Appeal, ...]:
    """Return the appeals that were met in part, of which the citizen upholds the rest."""
    partly = (appeal for appeal in course.appeals if appeal.result == "partly")
    return tuple(appeal for appeal in partly if appeal.kept == "yes")


def _is_rest_upheld(course: Course) -> bool:
    return bool(_upheld_rests(course))


def _is_rest_sent_on(course: Course) -> bool:
    return all(appeal.forwarded for appeal in _upheld_rests(course))


def _appealed_day(course: Course) -> date | None:
    return newest(appeal.received for appeal in course.appeals)


RULES: Mapping[str, Rule] = {
    "assessment_signed": Rule(is_undecided, _is_assessed),
    "unfinished_assessment": Rule(_is_unfinished, _is_decided),
    "feedback_given": Rule(_is_assessed_and_undecided, _has_feedback),
    "decider_told": Rule(_is_assessed_and_undecided, _knows_who_decides),
    "consent_expired": Rule(_has_consent, lapsed=_consent_ran_out),
    "consent_withdrawn": Rule(
        _is_consent_withdrawn, _is_withdrawal_told, since=_withdrawn_day, outlives=True
    ),
    "consent_explained": Rule(_has_unexplained_consent, since=_unexplained_day),
    "hearing": Rule(_needs_hearing, _is_heard, since=_adverse_day),
    "hearing_reply_awaited": Rule(_awaits_reply, _has_replied, since=_hearing_day),
    "adverse_told": Rule(_recommends_against, _knows_of_recommendation),
    "access_before_decision": Rule(_asked_for_papers, _has_got_papers, since=_asked_for_papers_day),
    "refusal_other_help": Rule(_is_not_all_granted, _is_other_help_named),
    "refusal_talked_through": Rule(
        _was_refused, _is_refusal_talked_through, since=_decided_day, outlives=True
    ),
    "appeal_help": Rule(_has_appealed, _is_helped_to_appeal, since=_appealed_day, outlives=True),
    "appeal_told": Rule(
        _has_appealed,
        _is_appeal_acknowledged,
        since=_appealed_day,
        outlives=True,
        waiting=_not_acknowledged,
    ),
    "appeal_forwarded": Rule(_is_rest_upheld, _is_rest_sent_on, since=_appealed_day, outlives=True),
}
