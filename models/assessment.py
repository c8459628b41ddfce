"""The assessment of the six areas that the law names."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from models.answers import Answers, Coding
from models.assessed_drugs import AssessedDrugs, assessed_drugs_of
from models.assessed_life import AssessedLife, assessed_life_of
from models.chosen import chosen

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
    """What was found in one area; `level` is what the form calls it, empty when not judged.

    `level_code` is the code of that option, "0" (no difficulties) to "4".
    """

    area: Area
    problem: str
    resources: str
    need: str
    words: str
    level: str
    level_code: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the assessment found, and the citizen's wishes.

    `is_explained` is None when nobody answered whether the citizen knows what it is for, `tool` is
    what was used, in words, and `sources` are codes. `help_now` is the help there is already,
    `plans` the other plans. `children` says where the children are, as the code of
    the option chosen, `children_who` who they are; nobody is expected unless said. While
    something is not assessed yet it `is_unfinished`, and `unfinished_reason` says why.
    """

    day: date | None
    areas: tuple[AreaFinding, ...]
    wishes: str
    dream: str
    plans: tuple[Coding, ...]
    children: str
    children_who: str
    is_expecting: bool
    drugs: AssessedDrugs
    life: AssessedLife
    other_help: str
    conclusion: str
    is_unfinished: bool
    unfinished_reason: str
    is_explained: bool | None = None
    tool: str = ""
    sources: frozenset[str] = frozenset()
    help_now: str = ""

    @property
    def has_children(self) -> bool:
        """Whether there are children under 18 years."""
        return self.children in _WITH_CHILDREN


def assessment_of(answers: Answers) -> Assessment:
    """Return what the answers to the form *assessment* say."""
    return replace(
        _found(answers),
        is_explained=answers.yes("assessment.explained"),
        tool=next((tool.display for tool in answers.choices("assessment.tool")), ""),
        sources=chosen(answers, "assessment.sources"),
        help_now=answers.text("other.help_now"),
    )


def _found(answers: Answers) -> Assessment:
    return Assessment(
        day=answers.day("assessment.date"),
        areas=tuple(_finding(answers, area) for area in Area),
        wishes=answers.text("assessment.wishes"),
        dream=answers.text("assessment.dream"),
        plans=answers.choices("other.plans"),
        children=answers.code("children.home"),
        children_who=answers.text("children.who"),
        is_expecting=answers.code("pregnancy") == "yes",
        drugs=assessed_drugs_of(answers),
        life=assessed_life_of(answers),
        other_help=answers.text("assessment.other_help"),
        conclusion=answers.text("assessment.conclusion"),
        is_unfinished=answers.yes("assessment.unfinished") is True,
        unfinished_reason=answers.text("assessment.unfinished_reason"),
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
        level_code=levels[0].code if levels else "",
    )
