"""The rules a clinic wrote itself (jeres egne regler): added, or in the place of a shipped one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from models.answers import Answers
from models.case import Case, Entry
from models.guidelines import Instruction
from models.law_tables import (
    Authorship,
    Confidence,
    LawTables,
    Length,
    Provision,
    holds,
)

FORM = "own_rule"
"""The form in which a clinic says a rule of its own."""

EDITION = "egen"
"""What stands where a shipped instruction names its edition."""

OWN_LAW = "jeres egne"
"""What stands where a shipped provision names its law."""

_UNITS = {"days", "weeks", "working_days", "months"}


class RuleKind(StrEnum):
    """What a rule is; the values are the codes of the form."""

    INSTRUCTION = "instruction"
    PROVISION = "provision"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A signed rule of the clinic's own; `about` is the id of the shipped one it corrects.

    `about` is an instruction's number, or the id of a provision or of a length; empty when the
    rule is new. `amount` and `unit` are those of a deadline.
    """

    id: str
    kind: RuleKind
    about: str
    strength: str
    reference: str
    title: str
    text: str
    amount: int | None
    unit: str
    valid_from: date
    valid_until: date | None
    source: str
    confidence: Confidence
    note: str
    author: Authorship

    @property
    def key(self) -> str:
        """The id of the shipped rule it stands for, else one of its own."""
        return self.about or f"{EDITION}/{self.id}"


def own_rules_of(case: Case) -> tuple[OwnRule, ...]:
    """Return the rules that stand in the clinic's own file, the one that begins last first."""
    read = (_rule_of(entry) for entry in case.all(FORM))
    return tuple(sorted((rule for rule in read if rule), key=_precedence, reverse=True))


def law_with_own(law: LawTables, rules: Iterable[OwnRule]) -> LawTables:
    """Return the law tables with what *rules* say of provisions and deadlines."""
    ours = tuple(rules)
    provisions = (_provision(rule, law) for rule in ours if rule.kind is RuleKind.PROVISION)
    lengths = (_length(rule, law) for rule in ours if rule.kind is RuleKind.LENGTH)
    return law.with_own(tuple(provisions), tuple(length for length in lengths if length))


def instructions_on(
    shipped: Mapping[str, Instruction], rules: Iterable[OwnRule], day: date
) -> Mapping[str, Instruction]:
    """Return the instructions by number as they stand on *day*, with the clinic's own."""
    standing = dict(shipped)
    for rule in reversed(tuple(rules)):
        if rule.kind is RuleKind.INSTRUCTION and holds(rule, day):
            standing[rule.key] = as_instruction(rule, shipped.get(rule.about))
    return standing


def instructions_known(
    shipped: Mapping[str, Instruction], rules: Iterable[OwnRule], day: date
) -> Mapping[str, Instruction]:
    """Return the instructions as on *day*, and what the clinic added for another time."""
    ours = tuple(rules)
    standing = dict(instructions_on(shipped, ours, day))
    for rule in ours:
        if rule.kind is RuleKind.INSTRUCTION and rule.key not in standing:
            standing[rule.key] = as_instruction(rule, None)
    return standing


def _rule_of(entry: Entry) -> OwnRule | None:
    answers, valid_from = entry.answers, entry.answers.day("rule.valid_from")
    kind = answers.code("rule.about_kind") or answers.code("rule.kind")
    if not entry.signed or kind not in set(RuleKind) or valid_from is None:
        return None
    amount = answers.number("rule.amount")
    return OwnRule(
        id=entry.id,
        kind=RuleKind(kind),
        about=answers.text("rule.about"),
        strength=answers.code("rule.strength"),
        reference=answers.text("rule.reference"),
        title=answers.text("rule.title"),
        text=answers.text("rule.text"),
        amount=int(amount) if amount is not None else None,
        unit=answers.code("rule.unit"),
        valid_from=valid_from,
        valid_until=answers.day("rule.valid_until"),
        source=answers.text("rule.source"),
        confidence=_confidence(answers),
        note=answers.text("rule.note"),
        author=Authorship(entry.author, entry.signed.date()),
    )


def _confidence(answers: Answers) -> Confidence:
    said = answers.code("rule.confidence")
    return Confidence(said) if said in set(Confidence) else Confidence.UNVERIFIED


def _provision(rule: OwnRule, law: LawTables) -> Provision:
    shipped = next((row for row in law.provisions if row.id == rule.about), None)
    return Provision(
        id=rule.key,
        law=shipped.law if shipped else OWN_LAW,
        citation=rule.reference,
        title=rule.title,
        content=rule.text,
        valid_from=rule.valid_from,
        valid_until=rule.valid_until,
        source=rule.source,
        confidence=rule.confidence,
        note=rule.note,
        own=rule.author,
    )


def _length(rule: OwnRule, law: LawTables) -> Length | None:
    """Return the length as the clinic set it, as long before its end nearly over as the shipped."""
    if rule.amount is None or rule.unit not in _UNITS:
        return None
    versions = [row for row in law.lengths if row.id == rule.about]
    if not versions:
        return None
    shipped = next((row for row in versions if holds(row, rule.valid_from)), versions[0])
    longer = rule.amount - shipped.amount if rule.unit == shipped.unit else None
    return replace(
        shipped,
        amount=rule.amount,
        unit=rule.unit,
        valid_from=rule.valid_from,
        valid_until=rule.valid_until,
        confidence=rule.confidence,
        soon_from=_moved(shipped.soon_from, longer),
        urgent_from=_moved(shipped.urgent_from, longer),
        source=rule.source,
        note=rule.note,
        own=rule.author,
    )


def _moved(day_of_period: int | None, by: int | None) -> int | None:
    return None if day_of_period is None or by is None else max(day_of_period + by, 0)


def as_instruction(rule: OwnRule, shipped: Instruction | None) -> Instruction:
    """Return the rule as an instruction; what serves the shipped one serves it too."""
    if shipped is None:
        return Instruction(
            edition=EDITION,
            id=rule.id,
            strength=rule.strength,
            title=rule.title,
            text=rule.text,
            valid_from=rule.valid_from,
            valid_until=rule.valid_until,
            note=rule.note,
            own=rule.author,
        )
    return replace(
        shipped,
        strength=rule.strength,
        title=rule.title,
        text=rule.text,
        valid_from=rule.valid_from,
        valid_until=rule.valid_until,
        note=rule.note,
        own=rule.author,
    )


def _precedence(rule: OwnRule) -> tuple[date, date, str]:
    return rule.valid_from, rule.author.on, rule.id
