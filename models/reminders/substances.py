"""Rules about drugs and alcohol: antidote, infections, overdose, withdrawal, both treated."""

from collections.abc import Iterator, Mapping
from datetime import date

from models.course import Course
from models.reminders.facts import is_dead, substances, takes_opioids
from models.reminders.rule import Rule, newest, outliving

_ANSWERED = frozenset({"has", "given", "offered", "accepted", "declined"})
_IN_HAND = frozenset({"has", "given"})
_PROMISED = frozenset({"offered", "accepted"})
_MAYBE = {"yes", "unsure"}
_EVER = {"earlier", "recent"}
_TESTED = frozenset({"done", "offered", "accepted", "declined"})
_POSITIVE = {"done", "accepted"}
_VACCINATED = {"done", "accepted", "declined"}
_DANGEROUS = frozenset({"ghb", "benzodiazepines"})
_WITH_DOCTOR = {"booked", "held"}
_ALCOHOL_SETTLED = {"has", "offered", "declined"}
_NO_PROBLEM = {"none", "little"}


def _said_of_naloxone(course: Course) -> Iterator[str]:
    yield course.assessment.drugs.naloxone
    yield from (found.naloxone for found in course.screenings)
    yield from (lapse.naloxone for lapse in course.lapses)


def _may_overdose(course: Course) -> bool:
    return takes_opioids(course) and not is_dead(course)


def _is_naloxone_offered(course: Course) -> bool:
    return bool(_ANSWERED & {*_said_of_naloxone(course)})


def _is_naloxone_promised(course: Course) -> bool:
    return bool(_PROMISED & {*_said_of_naloxone(course)}) and not is_dead(course)


def _has_naloxone(course: Course) -> bool:
    return bool(_IN_HAND & {*_said_of_naloxone(course)})


def _has_lapsed_with_opioids(course: Course) -> bool:
    lapsed = any(lapse.opioids in _MAYBE for lapse in course.lapses)
    return lapsed and not is_dead(course)


def _is_naloxone_spoken_of_after_lapses(course: Course) -> bool:
    return all(lapse.naloxone in _ANSWERED for lapse in course.lapses if lapse.opioids in _MAYBE)


def _lapsed_with_opioids(course: Course) -> date | None:
    return newest(lapse.day for lapse in course.lapses if lapse.opioids in _MAYBE)


def _may_be_infected(course: Course) -> bool:
    return takes_opioids(course) or course.assessment.drugs.injecting in _EVER


def _is_test_offered(course: Course) -> bool:
    screened = {found.hepatitis for found in course.screenings}
    return bool(_TESTED & {course.assessment.drugs.hepatitis, *screened})


def _wants_vaccination(course: Course) -> bool:
    return any(
        found.hepatitis in _POSITIVE and found.vaccination != "not-relevant"
        for found in course.screenings
    )


def _is_vaccination_offered(course: Course) -> bool:
    return any(found.vaccination in _VACCINATED for found in course.screenings)


def _injects(course: Course) -> bool:
    drugs = course.assessment.drugs
    return drugs.injecting == "recent" or drugs.sharing == "recent"


def _is_equipment_spoken_of(course: Course) -> bool:
    return "equipment" in course.counselling.safer.union(*(one.advice for one in course.lapses))


def _had_overdose(course: Course) -> bool:
    assessed = course.assessment.drugs.overdose in _EVER
    overdosed = assessed or any("overdose" in lapse.danger for lapse in course.lapses)
    return overdosed and not is_dead(course)


def _has_overdose_plan(course: Course) -> bool:
    relapse = course.plan.relapse
    return bool(relapse.i_do and relapse.call)


def _may_stop_dangerously(course: Course) -> bool:
    in_withdrawal = any("withdrawal" in lapse.danger for lapse in course.lapses)
    used = bool(_DANGEROUS & substances(course)) or _drinks_too_much(course)
    return used or in_withdrawal


def _withdrawal_day(course: Course) -> date | None:
    return newest(lapse.day for lapse in course.lapses if "withdrawal" in lapse.danger)


def _has_seen_doctor(course: Course) -> bool:
    """Whether a doctor is in it, and after the newest withdrawal if there was one."""
    interview, event = course.medical_interview, _withdrawal_day(course)
    if interview.result not in _WITH_DOCTOR:
        return False
    return event is None or (interview.day is not None and interview.day >= event)


def _drinks_too_much(course: Course) -> bool:
    drugs = course.assessment.drugs
    if drugs.alcohol in _NO_PROBLEM:
        return False
    return drugs.alcohol == "too-much" or "alcohol" in substances(course)


def _is_alcohol_treatment_offered(course: Course) -> bool:
    if course.assessment.drugs.alcohol_offer in _ALCOHOL_SETTLED:
        return True
    exams = (exam for found in course.screenings for exam in found.examinations)
    return any(exam.kind == "alcohol" and exam.answer for exam in exams)


RULES: Mapping[str, Rule] = {
    "naloxone": outliving(_may_overdose, _is_naloxone_offered),
    "naloxone_delivered": outliving(_is_naloxone_promised, _has_naloxone),
    "naloxone_after_lapse": outliving(
        _has_lapsed_with_opioids,
        _is_naloxone_spoken_of_after_lapses,
        since=_lapsed_with_opioids,
    ),
    "infections": Rule(_may_be_infected, _is_test_offered),
    "vaccination": Rule(_wants_vaccination, _is_vaccination_offered),
    "clean_equipment": Rule(_injects, _is_equipment_spoken_of),
    "overdose_plan": outliving(_had_overdose, _has_overdose_plan),
    "dangerous_withdrawal": Rule(_may_stop_dangerously, _has_seen_doctor, since=_withdrawal_day),
    "alcohol": Rule(_drinks_too_much, _is_alcohol_treatment_offered),
}
