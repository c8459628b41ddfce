"""Who writes the letters along the treatment."""

from collections.abc import Mapping

from models.after_care import AfterCare
from models.course import Course
from models.letters import after_care_letter as after
from models.letters import meeting_letter as meeting
from models.letters.basis import Dating, Occasion
from models.letters.discharge_letter import discharge_letter, is_left
from models.letters.lapse_card import is_agreed, lapse_card
from models.letters.letter import LetterKind
from models.letters.no_show_letter import is_missed, missed_telling, no_show_letter
from models.letters.plan_full_letter import plan_full_letter
from models.letters.plan_letter import plan_letter
from models.letters.recommendation_letter import recommendation_letter
from models.letters.status_letter import is_newest, status_letter, talk_telling
from models.letters.writer import EachWriter, OnceWriter, Writer
from models.meetings import meetings, missed, talks


def _recommended(course: Course, occasion: Occasion) -> Dating:
    return Dating(course.recommendation.day or occasion.today, occasion.person)


def _planned(course: Course, occasion: Occasion) -> Dating:
    plan = course.plan
    return Dating(plan.day or occasion.today, plan.therapist or occasion.person)


def _carded(course: Course, occasion: Occasion) -> Dating:
    return Dating(occasion.today, course.plan.therapist or occasion.person)


def _after_care(course: Course) -> tuple[AfterCare, ...]:
    return course.after_care


TREATMENT_WRITERS: Mapping[LetterKind, Writer] = {
    LetterKind.RECOMMENDATION: OnceWriter(recommendation_letter, dating=_recommended),
    LetterKind.TREATMENT_PLAN: OnceWriter(plan_letter, dating=_planned),
    LetterKind.TREATMENT_PLAN_FULL: OnceWriter(plan_full_letter, dating=_planned),
    LetterKind.LAPSE_CARD: OnceWriter(lapse_card, is_agreed, _carded),
    LetterKind.MEETING: EachWriter(
        meetings, meeting.meeting_letter, meeting.is_met, meeting.meeting_telling
    ),
    LetterKind.MEETING_REMINDER: EachWriter(
        meetings, meeting.meeting_reminder, meeting.is_reminded, meeting.meeting_telling
    ),
    LetterKind.NO_SHOW: EachWriter(missed, no_show_letter, is_missed, missed_telling),
    LetterKind.STATUS: EachWriter(talks, status_letter, is_newest, talk_telling),
    LetterKind.DISCHARGE_STATUS: OnceWriter(discharge_letter, is_left),
    LetterKind.FOLLOW_UP_ONE_MONTH: EachWriter(
        _after_care, after.after_care_letter, after.is_one_month, after.after_care_telling
    ),
    LetterKind.FOLLOW_UP_SIX_MONTHS: EachWriter(
        _after_care, after.after_care_letter, after.is_six_months, after.after_care_telling
    ),
}
"""From the recommendation to the follow-up after the discharge."""
