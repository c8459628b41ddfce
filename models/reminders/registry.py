"""Every rule by the id of its rows in guidelines/reminders.toml."""

from collections.abc import Mapping

from models.reminders import (
    assessment,
    children,
    contact,
    coordination,
    decision,
    ending,
    health,
    living,
    network,
    on_the_way,
    plan,
    substances,
)
from models.reminders.rule import Rule

RULES: Mapping[str, Rule] = {
    **contact.RULES,
    **health.RULES,
    **substances.RULES,
    **children.RULES,
    **living.RULES,
    **network.RULES,
    **coordination.RULES,
    **assessment.RULES,
    **decision.RULES,
    **plan.RULES,
    **on_the_way.RULES,
    **ending.RULES,
}
