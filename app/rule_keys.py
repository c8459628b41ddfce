"""The keys by which a rule is named between the screens: what kind of rule, and which."""

from typing import NamedTuple

from models.own_rules import OwnRule, RuleKind


class RuleKey(NamedTuple):
    """A rule of the guideline, of the law, or the length of a deadline."""

    kind: RuleKind
    name: str


def instruction_key(number: str) -> str:
    """Return the key of the instruction with this number, ``"instruction:2020/3.5.1"``."""
    return f"{RuleKind.INSTRUCTION}:{number}"


def provision_key(provision_id: str) -> str:
    """Return the key of a provision."""
    return f"{RuleKind.PROVISION}:{provision_id}"


def length_key(length_id: str) -> str:
    """Return the key of the length of a deadline."""
    return f"{RuleKind.LENGTH}:{length_id}"


def rule_key(rule: OwnRule) -> str:
    """Return the key of a rule of the clinic's own: that of the shipped one it stands for."""
    return f"{rule.kind}:{rule.key}"


def read_key(key: str) -> RuleKey:
    """Return what *key* names."""
    kind, _, name = key.partition(":")
    return RuleKey(RuleKind(kind), name)
