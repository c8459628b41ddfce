"""Rules about how the assessment is done: explained, with a tool, on what others may tell."""

from collections.abc import Mapping

from models.course import Course
from models.reminders.facts import is_assessing, is_undecided, standing_consents
from models.reminders.rule import Rule

_FETCHING = {"fetch", "both"}
# Whose consent covers what was fetched: kinds of party in the consent, by source in the assessment.
_PARTIES: Mapping[str, frozenset[str]] = {
    "provider": frozenset({"provider"}),
    "doctor": frozenset({"doctor", "hospital"}),
    "psychiatry": frozenset({"psychiatry", "hospital"}),
    "municipality": frozenset({"same-municipality", "other-municipality", "jobcenter", "housing"}),
    "probation": frozenset({"probation"}),
    "network": frozenset({"network"}),
}


def _is_explained(course: Course) -> bool:
    return course.assessment.is_explained is True


def _has_tool(course: Course) -> bool:
    return bool(course.assessment.tool)


def _others_told(course: Course) -> list[frozenset[str]]:
    """Return, for each source outside the house, the parties whose consent covers it."""
    return [_PARTIES[source] for source in course.assessment.sources if source in _PARTIES]


def _builds_on_others(course: Course) -> bool:
    return is_undecided(course) and bool(_others_told(course))


def _may_fetch_it_all(course: Course) -> bool:
    found = standing_consents(course)
    asked = {consent.party_kind for consent in found if consent.direction in _FETCHING}
    return all(parties & asked for parties in _others_told(course))


RULES: Mapping[str, Rule] = {
    "assessment_explained": Rule(is_assessing, _is_explained),
    "assessment_tool": Rule(is_assessing, _has_tool),
    "consent_to_fetch": Rule(_builds_on_others, _may_fetch_it_all),
}
