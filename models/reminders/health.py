"""Rules about body, mind and safety: the medical interview, examinations, what is dangerous."""

from collections.abc import Iterator, Mapping
from datetime import date

from models.course import Course
from models.cpr import age_on
from models.reminders.facts import (
    is_assessing,
    is_dead,
    is_expecting,
    is_planning,
    is_requested,
    is_started,
)
from models.reminders.rule import Rule, is_since, newest, outliving
from models.screening import Examination

# WHO counts the fertile age of women until 49; whoever has no CPR number here is asked too.
_FERTILE_UNTIL = 49
_OFFERED = frozenset({"offered", "accepted", "declined", "has", "not-relevant"})
_SUICIDAL = {"thoughts", "plans"}
_FAILED = {"missed", "refused"}
_OVER = {"done", *_FAILED}
_HARD_TO_FOLLOW = {"memory", "attention", "social"}
_HELP_WITH_VIOLENCE = frozenset({"violence"})
_HELP_WITH_MIND = frozenset({"psychiatry", "doctor"})


def _has_medical_interview_due(course: Course) -> bool:
    return is_requested(course) and not is_started(course)


def _is_medical_interview_offered(course: Course) -> bool:
    interview = course.medical_interview
    return interview.offered is not None or bool(interview.result)


def _was_not_reached(course: Course) -> bool:
    return course.medical_interview.result == "not-reached"


def _is_suicidal(course: Course) -> bool:
    said = course.assessment.life.suicide == "now" or bool(_suicidal_days(course))
    return said and not is_dead(course)


def _suicidal_days(course: Course) -> list[date | None]:
    screened = [found.day for found in course.screenings if found.suicide in _SUICIDAL]
    return screened + [lapse.day for lapse in course.lapses if "suicide" in lapse.danger]


def _suicidal_day(course: Course) -> date | None:
    assessed = course.assessment.day if course.assessment.life.suicide == "now" else None
    return newest((assessed, *_suicidal_days(course)))


def _has_help_against_suicide(course: Course) -> bool:
    """Whether help was brought in when, or after, it was talked about last."""
    event, life = _suicidal_day(course), course.assessment.life
    agreed = life.suicide == "now" and life.suicide_help and is_since(course.assessment.day, event)
    return bool(agreed) or _is_helped(course, _HELP_WITH_MIND, "suicide", event)


def _is_helped(course: Course, kinds: frozenset[str], danger: str, event: date | None) -> bool:
    referred = (exam.referred for exam in _examinations(course) if exam.kind in kinds)
    written = (lapse.day for lapse in course.lapses if danger in lapse.danger and lapse.danger_done)
    return any(is_since(day, event) for day in (*referred, *written))


def _is_suicide_not_asked(course: Course) -> bool:
    return course.assessment.life.suicide == "not-asked" and not any(
        found.suicide for found in course.screenings
    )


def _is_beaten(course: Course) -> bool:
    said = course.assessment.life.violence == "now" or bool(_violent_days(course))
    return said and not is_dead(course)


def _violent_days(course: Course) -> list[date | None]:
    screened = [found.day for found in course.screenings if found.violence == "now"]
    return screened + [lapse.day for lapse in course.lapses if "violence" in lapse.danger]


def _violent_day(course: Course) -> date | None:
    assessed = course.assessment.day if course.assessment.life.violence == "now" else None
    return newest((assessed, *_violent_days(course)))


def _has_help_against_violence(course: Course) -> bool:
    event, life = _violent_day(course), course.assessment.life
    agreed = (
        life.violence == "now" and life.violence_help and is_since(course.assessment.day, event)
    )
    return bool(agreed) or _is_helped(course, _HELP_WITH_VIOLENCE, "violence", event)


def _is_violence_not_asked(course: Course) -> bool:
    return course.assessment.life.violence == "not-asked" and not any(
        found.violence for found in course.screenings
    )


def _examinations(course: Course) -> Iterator[Examination]:
    return (exam for screening in course.screenings for exam in screening.examinations)


def _needs_examination(course: Course) -> bool:
    return course.assessment.life.needs_examination is True


def _has_examination(course: Course) -> bool:
    return any(exam.answer for exam in _examinations(course))


def _done(course: Course) -> list[Examination]:
    return [exam for exam in _examinations(course) if exam.state == "done"]


def _is_examined(course: Course) -> bool:
    return bool(_done(course))


def _is_examination_told(course: Course) -> bool:
    return all(exam.told for exam in _done(course))


def _examined_day(course: Course) -> date | None:
    return newest(exam.day for exam in _done(course))


def _has_failed_examination(course: Course) -> bool:
    return any(exam.state in _FAILED for exam in _examinations(course))


def _is_tried_again(course: Course) -> bool:
    """Whether each examination that came to nothing stands again further down."""
    exams = list(_examinations(course))
    return not any(
        exam.state in _FAILED and not any(later.kind == exam.kind for later in exams[number + 1 :])
        for number, exam in enumerate(exams)
    )


def _needs_company(course: Course) -> bool:
    at_doctor = course.medical_interview.needs_company and course.medical_interview.result != "held"
    return at_doctor or any(
        exam.needs_company and exam.state not in _OVER for exam in _examinations(course)
    )


def _is_beyond_us(course: Course) -> bool:
    planned = any(found.viso == "planned" for found in course.screenings)
    return planned or course.coordinated_plan.is_complex


def _is_viso_settled(course: Course) -> bool:
    return any(found.viso in {"asked", "not-needed"} for found in course.screenings)


def _has_trouble_following(course: Course) -> bool:
    signs = any(_HARD_TO_FOLLOW & found.signs for found in course.screenings)
    return signs and is_planning(course)


def _is_adapted(course: Course) -> bool:
    return bool(course.plan.barriers)


def _may_have_children(course: Course) -> bool:
    if not is_assessing(course) or is_expecting(course) or _is_past_fertile_age(course):
        return False
    return course.assessment.life.pregnancy != "not-relevant"


def _is_past_fertile_age(course: Course) -> bool:
    birth, day = course.citizen.cpr.birth, course.assessment.day
    return birth is not None and day is not None and age_on(birth, day) > _FERTILE_UNTIL


def _is_contraception_offered(course: Course) -> bool:
    screened = {found.contraception for found in course.screenings}
    return bool(_OFFERED & {course.assessment.life.contraception, *screened})


RULES: Mapping[str, Rule] = {
    "medical_interview_offered": Rule(_has_medical_interview_due, _is_medical_interview_offered),
    "medical_interview_missed": Rule(_was_not_reached),
    "suicide_safety": outliving(_is_suicidal, _has_help_against_suicide, since=_suicidal_day),
    "suicide_asked": Rule(_is_suicide_not_asked),
    "violence_safety": outliving(_is_beaten, _has_help_against_violence, since=_violent_day),
    "violence_asked": Rule(_is_violence_not_asked),
    "further_examination": Rule(_needs_examination, _has_examination),
    "examination_told": Rule(_is_examined, _is_examination_told, since=_examined_day),
    "examination_missed": Rule(_has_failed_examination, _is_tried_again),
    "examination_company": Rule(_needs_company),
    "viso": Rule(_is_beyond_us, _is_viso_settled),
    "adapted_treatment": Rule(_has_trouble_following, _is_adapted),
    "contraception": Rule(_may_have_children, _is_contraception_offered),
}
