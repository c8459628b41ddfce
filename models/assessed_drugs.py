"""What the assessment found about drugs and alcohol, as codes for the rules."""

from dataclasses import dataclass

from models.answers import Answers, Place
from models.chosen import whole


@dataclass(frozen=True, slots=True)
class Substance:
    """One drug; `code` is empty for one typed by hand. `days` of the last 30, `age` in years."""

    code: str
    way: str
    days: int | None
    age: int | None


@dataclass(frozen=True, slots=True)
class AssessedDrugs:
    """How drugs and alcohol are used, and what was offered for it; the texts are codes.

    `takes_opioids` is None when nobody answered.
    """

    substances: tuple[Substance, ...]
    alcohol: str
    alcohol_offer: str
    injecting: str
    sharing: str
    overdose: str
    takes_opioids: bool | None
    naloxone: str
    hepatitis: str
    treatment_before: str


def assessed_drugs_of(answers: Answers) -> AssessedDrugs:
    """Return what the answers to the form *assessment* say about drugs and alcohol."""
    rows = range(answers.rows(Place("substance")))
    return AssessedDrugs(
        substances=tuple(_substance(answers, row) for row in rows),
        alcohol=answers.code("drugs.alcohol"),
        alcohol_offer=answers.code("drugs.alcohol_offer"),
        injecting=answers.code("drugs.injecting"),
        sharing=answers.code("drugs.sharing"),
        overdose=answers.code("drugs.overdose"),
        takes_opioids=answers.yes("drugs.opioids"),
        naloxone=answers.code("drugs.naloxone"),
        hepatitis=answers.code("drugs.hepatitis"),
        treatment_before=answers.code("drugs.treatment_before"),
    )


def _substance(answers: Answers, row: int) -> Substance:
    return Substance(
        code=answers.code("substance.name", row),
        way=answers.code("substance.way", row),
        days=whole(answers, "substance.days", row),
        age=whole(answers, "substance.age", row),
    )
