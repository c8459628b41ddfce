"""The assessment of the six areas that the law names."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.answers import Answers


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
    """What the assessment found, and the citizen's wishes."""

    day: date | None
    areas: tuple[AreaFinding, ...]
    wishes: str
    dream: str


def assessment_of(answers: Answers) -> Assessment:
    """Return what the answers to the form *assessment* say."""
    return Assessment(
        day=answers.day("assessment.date"),
        areas=tuple(_finding(answers, area) for area in Area),
        wishes=answers.text("assessment.wishes"),
        dream=answers.text("assessment.dream"),
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
