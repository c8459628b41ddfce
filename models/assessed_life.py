"""What the assessment found about daily life and safety, as codes for the rules."""

from dataclasses import dataclass

from models.answers import Answers
from models.chosen import chosen


@dataclass(frozen=True, slots=True)
class AssessedLife:
    """How the citizen lives and what is unsafe; the texts are codes of the form's options.

    `violence_help`, `suicide_help` and `debt_help` are what was agreed about it, and
    `crime_what` what to allow for, in words. What nobody answered is None.
    """

    partner: str
    network_uses: bool | None
    violence: str
    suicide: str
    needs_examination: bool | None
    income: str
    debt: str
    housing: str
    crime: frozenset[str]
    pregnancy: str
    pregnancy_referral: str
    contraception: str
    is_told_of_duty: bool | None
    violence_help: str
    suicide_help: str
    debt_help: str
    crime_what: str


def assessed_life_of(answers: Answers) -> AssessedLife:
    """Return what the answers to the form *assessment* say about daily life and safety."""
    return AssessedLife(
        partner=answers.code("social.partner"),
        network_uses=answers.yes("social.network_uses"),
        violence=answers.code("social.violence"),
        suicide=answers.code("health.suicide"),
        needs_examination=answers.yes("health.further"),
        income=answers.code("work.income"),
        debt=answers.code("work.debt"),
        housing=answers.code("housing.situation"),
        crime=chosen(answers, "other.crime"),
        pregnancy=answers.code("pregnancy"),
        pregnancy_referral=answers.code("pregnancy.referral"),
        contraception=answers.code("pregnancy.prevention"),
        is_told_of_duty=answers.yes("children.told"),
        violence_help=answers.text("social.violence_help"),
        suicide_help=answers.text("health.suicide_help"),
        debt_help=answers.text("work.debt_help"),
        crime_what=answers.text("other.crime_what"),
    )
