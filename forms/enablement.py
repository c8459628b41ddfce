"""Which questions are asked, given what has been answered so far."""

from datetime import date

from forms.deciding import decide
from forms.plan import plan_of
from forms.questionnaire import Questionnaire
from models.answers import Answers, Place


def enabled_places(
    questionnaire: Questionnaire, answers: Answers, today: date | None = None
) -> frozenset[Place]:
    """Return every place, group or question, that is shown: its conditions hold, it is not hidden.

    An item in a disabled or hidden group is not shown, whatever its own conditions say. Without
    *today* an expression that asks for the day finds nothing.
    """
    applicable = decide(questionnaire, answers, today).applicable
    hidden = plan_of(questionnaire).hidden
    return frozenset(place for place in applicable if place.link_id not in hidden)


def applicable_places(
    questionnaire: Questionnaire, answers: Answers, today: date | None = None
) -> frozenset[Place]:
    """Return every place whose conditions hold, the hidden ones too: what a signed form keeps."""
    return frozenset(decide(questionnaire, answers, today).applicable)
