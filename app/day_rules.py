"""The shipped rules of the list of the day."""

from functools import cache

import resources
from models.day_list import DayRules, read_day_rules


@cache
def day_rules() -> DayRules:
    """Return the rules of the list of the day, read when they are first asked for."""
    return read_day_rules(resources.text("guidelines/today.toml"))
