"""How the form of a rule of the clinic's own begins: with what the rule says already."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.beginning import opening_answers
from app.guidelines_index import current
from app.open_case import OpenCase
from app.rule_keys import RuleKey
from app.supplies import Supplies
from app.work import Work
from models.answers import Coding, Place, Value
from models.case import Case, Entry
from models.law_tables import holds
from models.own_rules import EDITION, FORM, RuleKind

_Said = tuple[str, Value | None]


def rule_about(key: RuleKey | None, case: Case, work: Work) -> Entry:
    """Return the form about the rule of this key, or about a new one: begun before, or begun now.

    *case* is the clinic's own file. Raises `UnknownFormError` or `FormError`.
    """
    about = key.name if key else ""
    drafts = (entry for entry in case.all(FORM) if not entry.is_signed)
    begun = next((draft for draft in drafts if draft.answers.text("rule.about") == about), None)
    if begun:
        return begun
    draft = OpenCase(case, work).begin(FORM)
    form = work.supplies.form(draft.form, draft.version)
    said = _said(key, work.supplies, work.today) if key else ()
    known = {Place(link_id): (value,) for link_id, value in said if value}
    return replace(draft, answers=opening_answers(form, known))


def correction_of(key: RuleKey, case: OpenCase) -> Entry | None:
    """Return the draft that corrects the clinic's own rule of this key; None when there is none."""
    signed = (entry for entry in case.case.all(FORM) if entry.is_signed)
    its = [entry for entry in signed if _name(entry) == key.name]
    if not its:
        return None
    return case.case.correction_of(its[-1]) or case.correct(its[-1])


def _name(entry: Entry) -> str:
    return entry.answers.text("rule.about") or f"{EDITION}/{entry.id}"


def _said(key: RuleKey, supplies: Supplies, today: date) -> Iterator[_Said]:
    yield "rule.about", key.name
    yield "rule.about_kind", Coding(key.kind, "")
    match key.kind:
        case RuleKind.INSTRUCTION:
            yield from _instruction(key.name, supplies, today)
        case RuleKind.PROVISION:
            yield from _provision(key.name, supplies, today)
        case RuleKind.LENGTH:
            yield from _length(key.name, supplies, today)


def _instruction(number: str, supplies: Supplies, today: date) -> Iterator[_Said]:
    said = supplies.own_rules.instructions_known(today)[number]
    yield "rule.about_title", f"Anvisning {said.id} ({said.edition}): {said.title}"
    yield "rule.strength", Coding(said.strength, "")
    yield "rule.title", said.title
    yield "rule.text", said.text


def _provision(provision_id: str, supplies: Supplies, today: date) -> Iterator[_Said]:
    rows = tuple(row for row in supplies.law.provisions if row.id == provision_id)
    said = current(rows, today)
    yield "rule.about_title", f"{said.citation}: {said.title}"
    yield "rule.reference", said.citation
    yield "rule.title", said.title
    yield "rule.text", said.content


def _length(length_id: str, supplies: Supplies, today: date) -> Iterator[_Said]:
    rows = [row for row in supplies.law.lengths if row.id == length_id]
    said = next((row for row in rows if holds(row, today)), rows[0])
    yield "rule.about_title", f"Fristen: {said.title}"
    yield "rule.amount", said.amount or None
    yield "rule.unit", Coding(said.unit, "")
