"""One rule in full as the room of the guideline shows it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.guidelines_index import current, length_text
from app.guidelines_links import came_after, came_before, rests_on, where_it_helps
from app.rule_keys import RuleKey, instruction_key, length_key, provision_key
from app.rule_words import (
    authorship_in_words,
    confidence_in_words,
    doubt_in_words,
    validity_in_words,
)
from app.supplies import Supplies
from app.supports import Supports
from models.danish import long_date
from models.guidelines import Edition, Instruction
from models.law_tables import Authorship, Confidence, Length, NoRuleInForceError, Provision, holds
from models.own_rules import EDITION, OwnRule, RuleKind
from views.screen.guidelines_detail import Link, LinkGroup, RuleShown
from views.screen.strength import Strength

_NO_MORE = "Reglen gælder ikke mere."
_ENDED = f"{_NO_MORE} Den står her, fordi ældre breve og retningslinjen nævner den."
_NO_DUTY = "Som pligt ophørte den {}."
_OTHER_TIMES = "På andre tidspunkter"

_Row = TypeVar("_Row", Provision, Length)


@dataclass(frozen=True)
class RulesAtHand:
    """All one needs to show a rule: what there is, what helps with it, and the day it is."""

    supplies: Supplies
    supports: Supports
    today: date

    def shown(self, key: RuleKey) -> RuleShown | None:
        """Return the rule of this key as it stands today; None when there is none."""
        match key.kind:
            case RuleKind.INSTRUCTION:
                said = self.supplies.own_rules.instructions_known(self.today).get(key.name)
                return self._instruction(said) if said else None
            case RuleKind.PROVISION:
                rows = _of_id(self.supplies.law.provisions, key.name)
                return self._provision(rows) if rows else None
            case RuleKind.LENGTH:
                lengths = _of_id(self.supplies.law.lengths, key.name)
                return self._length(lengths) if lengths else None

    def _instruction(self, said: Instruction) -> RuleShown:
        supplies, key = self.supplies, instruction_key(said.number)
        shipped = supplies.instructions.get(said.number)
        ours = supplies.own_rules.about(RuleKind.INSTRUCTION, said.number)
        standing = next((rule for rule in ours if _is_said_by(rule, said)), None)
        edition = supplies.guideline.editions.get(said.edition)
        return RuleShown(
            key=key,
            strength=Strength(said.strength),
            reference=_numbered(said),
            title=said.title,
            text=said.text,
            remarks=_remarks(said.own, Confidence.SURE, self._ended(said), said.note),
            facts=_facts(standing) if standing else _edition_facts(edition),
            shipped=_shipped(shipped.text) if said.own and shipped else "",
            groups=(
                *_other_times((_since(rule), rule.text) for rule in ours if rule is not standing),
                *came_after(said.replaced_by, supplies),
                *where_it_helps(key, supplies, self.supports, self.today),
            ),
            is_own=bool(ours),
            is_shipped=shipped is not None,
        )

    def _ended(self, said: Instruction) -> str:
        if said.valid_until is None or said.valid_until >= self.today:
            return ""
        return _NO_MORE if said.own else _NO_DUTY.format(long_date(said.valid_until))

    def _provision(self, rows: Sequence[Provision]) -> RuleShown:
        said, shipped = current(tuple(rows), self.today), _shipped_of(rows)
        key = provision_key(said.id)
        ended = _ENDED if said.valid_until and said.valid_until < self.today else ""
        return RuleShown(
            key=key,
            strength=Strength.LAW,
            reference=said.citation,
            title=said.title,
            text=said.content,
            remarks=_remarks(said.own, said.confidence, ended, said.note),
            facts=_facts(said),
            shipped=_shipped(shipped.content) if said.own and shipped else "",
            groups=(
                *_other_times((_since(row), row.content) for row in rows if row is not said),
                *came_before(said.id, self.supplies),
                *came_after(said.replaced_by, self.supplies),
                *where_it_helps(key, self.supplies, self.supports, self.today),
            ),
            is_own=any(row.own for row in rows),
            is_shipped=shipped is not None,
        )

    def _length(self, rows: Sequence[Length]) -> RuleShown:
        said = next((row for row in rows if holds(row, self.today)), rows[0])
        shipped = _shipped_of(rows)
        return RuleShown(
            key=length_key(said.id),
            strength=Strength.TIME,
            reference=self._cited(said),
            title=said.title,
            text=_sentence(said),
            remarks=_remarks(said.own, said.confidence, "", said.note),
            facts=_facts(said),
            shipped=_shipped(_sentence(shipped)) if said.own and shipped else "",
            groups=(
                *_other_times((_since(row), length_text(row)) for row in rows if row is not said),
                *rests_on(said, self.supplies),
            ),
            is_own=any(row.own for row in rows),
        )

    def _cited(self, length: Length) -> str:
        try:
            return self.supplies.law.citation(length.provision, self.today)
        except NoRuleInForceError:
            return ""


def _of_id(rows: Sequence[_Row], rule_id: str) -> tuple[_Row, ...]:
    return tuple(row for row in rows if row.id == rule_id)


def _shipped_of(rows: Sequence[_Row]) -> _Row | None:
    return next((row for row in rows if row.own is None), None)


def _is_said_by(rule: OwnRule, said: Instruction) -> bool:
    return (rule.author, rule.valid_from, rule.text) == (said.own, said.valid_from, said.text)


def _numbered(said: Instruction) -> str:
    return "Jeres egen" if said.edition == EDITION else f"Anvisning {said.id} ({said.edition})"


def _sentence(said: Length) -> str:
    return f"{length_text(said).capitalize()}."


def _facts(said: Provision | Length | OwnRule) -> tuple[tuple[str, str], ...]:
    return (
        ("Gælder", validity_in_words(said.valid_from, said.valid_until)),
        ("Kilde", said.source),
        ("Hvor sikkert", confidence_in_words(said.confidence)),
    )


def _edition_facts(edition: Edition | None) -> tuple[tuple[str, str], ...]:
    if edition is None:
        return ()
    return (
        ("Kilde", edition.title),
        ("Udgivet af", edition.source),
        ("Gælder", validity_in_words(edition.valid_from, None)),
        ("Hvor sikkert", confidence_in_words(edition.confidence)),
        ("Om udgaven", edition.note),
    )


def _remarks(
    own: Authorship | None, confidence: Confidence, ended: str, note: str
) -> tuple[str, ...]:
    written = authorship_in_words(own) if own else ""
    return tuple(part for part in (written, ended, doubt_in_words(confidence), note) if part)


def _shipped(text: str) -> str:
    return f"Det står der i programmet: {text}"


def _other_times(said: Iterator[tuple[str, str]]) -> Iterator[LinkGroup]:
    if links := tuple(Link("", f"{since}: {text}") for since, text in said):
        yield LinkGroup(_OTHER_TIMES, links)


def _since(row: Provision | Length | OwnRule) -> str:
    is_own = isinstance(row, OwnRule) or row.own is not None
    when = validity_in_words(row.valid_from, row.valid_until)
    return f"{when[:1].upper()}{when[1:]}{', jeres egen' if is_own else ''}"
