"""What the guideline and the law say about one question, as the panel beside it shows it."""

from collections.abc import Iterator
from datetime import date

from app.supplies import Supplies
from forms.questionnaire import Item
from models.law_tables import Confidence, NoRuleInForceError
from views.screen.guidance_panel import GuidanceLine, Strength

_NOTES = {
    Confidence.SURE: "",
    Confidence.LIKELY: "Sandsynligt, men ikke efterset i loven.",
    Confidence.UNVERIFIED: "Ikke bekræftet. Se efter i loven, før du bygger på det.",
}


def guidance_for(item: Item, supplies: Supplies, today: date) -> tuple[GuidanceLine, ...]:
    """Return the instructions that *item* serves and the provisions it touches, most binding first.

    A provision that is no longer in force *today* is left out.
    """
    lines = (*_instructions(item, supplies), *_provisions(item, supplies, today))
    order = tuple(Strength)
    return tuple(sorted(lines, key=lambda line: order.index(line.strength)))


def _instructions(item: Item, supplies: Supplies) -> Iterator[GuidanceLine]:
    for number in item.instructions:
        said = supplies.instructions[number]
        reference = f"Anvisning {said.id} ({said.edition})"
        yield GuidanceLine(Strength(said.strength), reference, said.title, said.text)


def _provisions(item: Item, supplies: Supplies, today: date) -> Iterator[GuidanceLine]:
    for name in item.provisions:
        try:
            said = supplies.law.provision(name, today)
        except NoRuleInForceError:
            continue
        note = _NOTES[said.confidence]
        yield GuidanceLine(Strength.LAW, said.citation, said.title, said.content, note)
