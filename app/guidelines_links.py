"""Where one can go on to from a rule: what came before and after, and what helps with it."""

from collections.abc import Iterator
from datetime import date

from app.rule_keys import instruction_key, length_key, provision_key
from app.shipped_forms import head_of
from app.supplies import Supplies
from app.supports import Support, SupportKind, Supports
from app.wording import counted
from models.law_tables import Length, Provision, holds
from models.letters.letter import LetterKind
from views.screen.guidelines_detail import Link, LinkGroup

RULE = "rule:"
"""Before the key of a rule that a link leads to."""

_NOW = "Står nu her"
_BEFORE = "Kom i stedet for"
_RESTS_ON = "Bygger på"
_HELPS = "Hvor hjælper programmet?"


def came_after(replaced_by: tuple[str, ...], supplies: Supplies) -> Iterator[LinkGroup]:
    """Yield the provisions that came in the place of a rule, if any."""
    if replaced_by:
        yield LinkGroup(_NOW, tuple(_provision_link(name, supplies) for name in replaced_by))


def came_before(provision_id: str, supplies: Supplies) -> Iterator[LinkGroup]:
    """Yield the provisions in whose place this one came, if any."""
    rows = (row for row in supplies.law.provisions if provision_id in row.replaced_by)
    names = dict.fromkeys(row.id for row in rows)
    if names:
        yield LinkGroup(_BEFORE, tuple(_provision_link(name, supplies) for name in names))


def rests_on(length: Length, supplies: Supplies) -> Iterator[LinkGroup]:
    """Yield the provision that sets a deadline, and the instructions that name it."""
    named = f"{SupportKind.DEADLINE}:{length.id}"
    instructions = tuple(
        Link(f"{RULE}{instruction_key(number)}", f"Anvisning {said.id} ({said.edition})")
        for number, said in supplies.instructions.items()
        if named in said.supported_by
    )
    yield LinkGroup(_RESTS_ON, (_provision_link(length.provision, supplies), *instructions))


def where_it_helps(
    key: str, supplies: Supplies, supports: Supports, today: date
) -> Iterator[LinkGroup]:
    """Yield what in the program helps with the rule of this key *today*, if anything."""
    links = (_support_link(support, supplies, today) for support in supports.of(key))
    if helping := tuple(link for link in links if link):
        yield LinkGroup(_HELPS, helping)


def _provision_link(provision_id: str, supplies: Supplies) -> Link:
    rows = [row for row in supplies.law.provisions if row.id == provision_id]
    return Link(f"{RULE}{provision_key(provision_id)}", max(rows, key=_first_day).citation)


def _first_day(row: Provision) -> date:
    return row.valid_from


def _support_link(support: Support, supplies: Supplies, today: date) -> Link | None:
    match support.kind:
        case SupportKind.FORM | SupportKind.CHECKLIST:
            return _form_link(support)
        case SupportKind.GATE | SupportKind.REMINDER:
            return _reminder_link(support, supplies, today)
        case SupportKind.DEADLINE:
            title = next(row.title for row in supplies.law.lengths if row.id == support.name)
            return Link(f"{RULE}{length_key(support.name)}", f"Frist: {title}")
        case SupportKind.LETTER:
            return Link("", f"Brev: {supplies.book.catalogue[LetterKind(support.name)].title}")


def _reminder_link(support: Support, supplies: Supplies, today: date) -> Link | None:
    """Return the link of a gate or reminder; None when none with this id is in force."""
    rows = (row for row in supplies.reminders if row.id == support.name and holds(row, today))
    sort = "Før et skridt" if support.kind is SupportKind.GATE else "Påmindelse"
    links = (Link(f"{SupportKind.FORM}:{row.form}/", f"{sort}: {row.title}") for row in rows)
    return next(links, None)


def _form_link(support: Support) -> Link:
    asked = counted(len(support.questions), "spørgsmål", "spørgsmål")
    sort = "Skema" if support.kind is SupportKind.FORM else "Tjekliste"
    text = f"{sort}: {head_of(support.name).title} ({asked})"
    return Link(f"{support.kind}:{support.name}/{support.questions[0]}", text)
