"""The free medical interview that must be offered before treatment starts."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers


@dataclass(frozen=True, slots=True)
class MedicalInterview:
    """When the interview was offered, when it is, and what came of it.

    `doctor` is whom one talks with, `where` the time of the day and the place. `needs_company`
    means that somebody is to go with the citizen.
    """

    offered: date | None
    result: str
    day: date | None
    needs_company: bool
    doctor: str = ""
    where: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether it was held, or the citizen said no."""
        return self.result in {"held", "declined"}


def medical_interview_of(answers: Answers) -> MedicalInterview:
    """Return what the answers to the form *medical_interview* say."""
    return MedicalInterview(
        offered=answers.day("medical.offered"),
        result=answers.code("medical.result"),
        day=answers.day("medical.date"),
        needs_company=answers.yes("medical.support") is True,
        doctor=answers.text("medical.doctor"),
        where=answers.text("medical.where"),
    )
