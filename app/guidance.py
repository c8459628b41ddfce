"""What the guideline and the law say about one question, as the panel beside it shows it."""

from collections.abc import Iterator
from datetime import date

from app.rule_keys import instruction_key, provision_key
from app.rule_words import authorship_in_words, doubt_in_words
from app.supplies import Supplies
from forms.questionnaire import Item
from models.guidelines import Instruction
from models.law_tables import NoRuleInForceError, Provision
from views.screen.guidance_panel import GuidanceLine
from views.screen.strength import Strength


def guidance_for(item: Item, supplies: Supplies, today: date) -> tuple[GuidanceLine, ...]:
    """Return the instructions that *item* serves and the provisions it touches, most binding first.

    A provision that is not in force *today*, and that nothing stands in the place of, is left out.
    """
    lines = (*_instructions(item, supplies, today), *_provisions(item, supplies, today))
    order = tuple(Strength)
    return tuple(sorted(lines, key=lambda line: order.index(line.strength)))


def _instructions(item: Item, supplies: Supplies, today: date) -> Iterator[GuidanceLine]:
    standing = supplies.own_rules.instructions_on(today)
    for number in item.instructions:
        said = standing[number]
        reference = f"Anvisning {said.id} ({said.edition})"
        yield GuidanceLine(
            Strength(said.strength),
            reference,
            said.title,
            said.text,
            _note(said),
            instruction_key(number),
        )


def _provisions(item: Item, supplies: Supplies, today: date) -> Iterator[GuidanceLine]:
    for name in item.provisions:
        try:
            said = supplies.law.provision(name, today)
        except NoRuleInForceError:
            continue
        note = " ".join(part for part in (_note(said), doubt_in_words(said.confidence)) if part)
        yield GuidanceLine(
            Strength.LAW, said.citation, said.title, said.content, note, provision_key(said.id)
        )


def _note(said: Instruction | Provision) -> str:
    return authorship_in_words(said.own) if said.own else ""
