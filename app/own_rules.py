"""The clinic's own rules at hand, and the law and guideline as they stand with them."""

from collections.abc import Iterable, Mapping
from datetime import date

from models.guidelines import Guideline, Instruction
from models.law_tables import LawTables
from models.own_rules import (
    OwnRule,
    RuleKind,
    instructions_known,
    instructions_on,
    law_with_own,
)


class OwnRules:
    """What the register last said of the clinic's own rules; ends with the register's unlocking."""

    def __init__(self, law: LawTables, guideline: Guideline) -> None:
        """*law* and *guideline* are as they are shipped."""
        self._shipped_law = law
        self._guideline = guideline
        self.rules: tuple[OwnRule, ...] = ()
        self.law = law

    def become(self, rules: Iterable[OwnRule]) -> None:
        """Know *rules*, the one that begins last first, in place of what was known."""
        ours = tuple(rules)
        # The law first: who tells by the rules whether a list is outdated must not take the old
        # law for the new one.
        self.law = law_with_own(self._shipped_law, ours)
        self.rules = ours

    def instructions_on(self, day: date) -> Mapping[str, Instruction]:
        """Return the instructions by number as they stand on *day*."""
        return instructions_on(self._guideline.instructions, self.rules, day)

    def instructions_known(self, day: date) -> Mapping[str, Instruction]:
        """Return the instructions as on *day*, and what the clinic added for another time."""
        return instructions_known(self._guideline.instructions, self.rules, day)

    def about(self, kind: RuleKind, name: str) -> tuple[OwnRule, ...]:
        """Return the clinic's own rules with this key, whenever they hold."""
        return tuple(rule for rule in self.rules if (rule.kind, rule.key) == (kind, name))
