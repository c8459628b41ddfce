"""The assessment of the six areas that the law names."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.answers import Answers, Coding

_WITH_CHILDREN = {"yes", "sometimes", "elsewhere"}


class Area(StrEnum):
    """The six areas, in the order of the form; the values are the prefixes of its link ids."""

    DRUGS = "drugs"
    SOCIAL = "social"
    HEALTH = "health"
    WORK = "work"
    HOUSING = "housing"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AreaFinding:
    """What was found in one area; `level` is what the form calls it, empty when not judged."""

    area: Area
    problem: str
    resources: str
    need: str
    words: str
    level: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the assessment found, and the citizen's wishes.

    `plans` are the other plans there are. `children` says where the children are, as the code of
    the option chosen, `children_who` who they are; nobody is expected unless said.
    """

    day: date | None
    areas: tuple[AreaFinding, ...]
    wishes: str
    dream: str
    plans: tuple[Coding, ...]
    children: str
    children_who: str
    is_expecting: bool

    @property
    def has_children(self) -> bool:
        """Whether there are children under 18 years."""
        return self.children in _WITH_CHILDREN


def assessment_of(answers: Answers) -> Assessment:
    """Return what the answers to the form *assessment* say."""
    return Assessment(
        day=answers.day("assessment.date"),
        areas=tuple(_finding(answers, area) for area in Area),
        wishes=answers.text("assessment.wishes"),
        dream=answers.text("assessment.dream"),
        plans=answers.choices("other.plans"),
        children=answers.code("children.home"),
        children_who=answers.text("children.who"),
        is_expecting=answers.code("pregnancy") == "yes",
    )


def _finding(answers: Answers, area: Area) -> AreaFinding:
    levels = answers.choices(f"{area}.level")
    return AreaFinding(
        area=area,
        problem=answers.text(f"{area}.problem"),
        resources=answers.text(f"{area}.resources"),
        need=answers.text(f"{area}.need"),
        words=answers.text(f"{area}.words"),
        level=levels[0].display if levels else "",
    )
