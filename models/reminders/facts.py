"""What several forms of a course say together, for the rules that ask for it."""

from models.consent import Consent
from models.course import Course, Form

_OPIOIDS = frozenset({"heroin", "methadone", "buprenorphine", "opioids"})
_MAYBE = frozenset({"yes", "unsure"})
_OWN_CHILDREN = frozenset({"home", "sometimes", "elsewhere"})
_DEAD = "dead"
_SEVERE = frozenset({"yes", "suspected"})


def told(course: Course) -> frozenset[str]:
    """Return the codes of what the citizen was told at the first talks."""
    first = course.contact.told | course.counselling.told
    return first | course.request.told | course.feedback.told


def standing_consents(course: Course) -> tuple[Consent, ...]:
    """Return the consents that were given and not withdrawn, expired or not."""
    return tuple(found for found in course.consents if found.is_given and not found.is_withdrawn)


def is_requested(course: Course) -> bool:
    """Whether a named citizen asked for treatment, and the municipality has the duty."""
    request = course.request
    if course.contact.is_anonymous or request.is_elsewhere:
        return False
    return request.received is not None


def is_undecided(course: Course) -> bool:
    """Whether treatment was asked for, and the decision is not signed."""
    return is_requested(course) and not course.is_signed(Form.DECISION)


def is_dead(course: Course) -> bool:
    """Whether the course ended because the citizen died."""
    return course.discharge.reason == _DEAD


def is_started(course: Course) -> bool:
    """Whether treatment has begun."""
    return course.start.day is not None


def is_assessing(course: Course) -> bool:
    """Whether the assessment is begun."""
    return course.assessment.day is not None


def is_planning(course: Course) -> bool:
    """Whether the treatment plan is begun."""
    return course.plan.day is not None


def substances(course: Course) -> frozenset[str]:
    """Return the codes of the drugs that the assessment names."""
    return frozenset(found.code for found in course.assessment.drugs.substances)


def takes_opioids(course: Course) -> bool:
    """Whether the citizen takes heroin or other opioids, or perhaps does."""
    assessed = course.assessment.drugs.takes_opioids is True
    screened = any(found.opioids in _MAYBE for found in course.screenings)
    lapsed = any(lapse.opioids in _MAYBE for lapse in course.lapses)
    return assessed or screened or lapsed or bool(_OPIOIDS & substances(course))


def is_expecting(course: Course) -> bool:
    """Whether the citizen expects a child."""
    return course.assessment.is_expecting or _expects_by_later_talks(course)


def _expects_by_later_talks(course: Course) -> bool:
    screened = any(found.pregnancy == "yes" for found in course.screenings)
    lapsed = any("pregnant" in lapse.danger for lapse in course.lapses)
    return screened or lapsed or "expecting" in _family(course)


def has_children(course: Course) -> bool:
    """Whether the citizen has children under 18 years, wherever they live."""
    return course.assessment.has_children or bool(_OWN_CHILDREN & _family(course))


def has_family(course: Course) -> bool:
    """Whether there are children under 18 years, or one is expected."""
    return has_children(course) or is_expecting(course)


def _family(course: Course) -> frozenset[str]:
    later = (talk.children for talk in course.after_care)
    said = course.plan.family | course.network.children | course.counselling.children
    return said.union(*later)


def is_mentally_ill(course: Course) -> bool:
    """Whether there are signs of a severe mental illness."""
    said = course.coordinated_plan.mental in _SEVERE
    return said or any("psychosis" in found.signs for found in course.screenings)
