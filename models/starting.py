"""What a form of the course opens with, so that nothing is typed twice."""

from collections.abc import Mapping
from datetime import date

from models.answers import Place, Value
from models.course import Course, Form


def known_answers(form: Form, course: Course, today: date, person: str) -> Mapping[Place, Value]:
    """Return the answers to *form* that the rest of the course, the day and the person give.

    They are suggestions: each can be changed. The day a request was received is never suggested,
    because the treatment guarantee runs from it.
    """
    provider = course.start.provider or course.decision.measure.provider
    answers: dict[Form, dict[str, Value | None]] = {
        Form.CONTACT: {"contact.date": today},
        Form.ASSESSMENT: {"assessment.date": today},
        Form.DECISION: {"decision.date": today, "decision.caseworker": person},
        Form.START: {"start.provider": provider, "start.date": course.decision.measure.start},
        Form.TREATMENT_PLAN: {
            "plan.date": today,
            "plan.provider": provider,
            "plan.therapist": person,
            "plan.start": course.start.day,
            "plan.duration": course.decision.measure.duration,
            "plan.intensity": course.decision.measure.volume,
        },
        Form.FOLLOW_UP: {"follow_up.date": today},
        Form.DISCHARGE: {"discharge.date": today},
    }
    known = answers.get(form, {})
    return {Place(link_id): value for link_id, value in known.items() if value not in {None, ""}}
