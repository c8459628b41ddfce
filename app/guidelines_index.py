"""All rules of the guideline and the law as the lines of a list, and how one finds among them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from re import sub

from app.rule_keys import instruction_key, length_key, provision_key
from app.supplies import Supplies
from models.danish import long_date
from models.guidelines import Instruction
from models.law_tables import Authorship, Confidence, Length, Provision, holds
from models.letters.basis import length_in_words
from models.own_rules import EDITION
from storage.folding import fold
from views.screen.guidelines_list import RuleGroup, RuleLine
from views.screen.guidelines_search import Sought
from views.screen.strength import Strength

_OWN = "Jeres egne"
_TIMES = "Frister"
# A word is looked for by what is left of it without its ending: underretning, at underrette.
_ENDINGS = (
    *("ningerne", "elserne", "ningens", "ningen", "ninger", "elsens", "elsen", "elser"),
    *("ernes", "erne", "nings", "ning", "else", "ens", "ets", "er", "en", "et", "es", "e", "s"),
)
_SHORTEST_STEM = 4
_MARKS = {
    Confidence.SURE: "",
    Confidence.LIKELY: "ikke efterset",
    Confidence.UNVERIFIED: "ikke bekræftet",
}


@dataclass(frozen=True, slots=True)
class Indexed:
    """One rule among all: its line, the heading above it, its source, and what finds it."""

    line: RuleLine
    heading: str
    source: str
    folded: str
    is_doubtful: bool
    is_over: bool


def index_of(supplies: Supplies, today: date) -> tuple[Indexed, ...]:
    """Return all rules in the order they are shown: the guideline, the law, the deadlines."""
    return (
        *_instructions(supplies, today),
        *_provisions(supplies, today),
        *_lengths(supplies, today),
    )


def sources_of(index: tuple[Indexed, ...]) -> tuple[str, ...]:
    """Return where the rules are from, each once, in order."""
    return tuple(dict.fromkeys(rule.source for rule in index))


def found_in(index: tuple[Indexed, ...], sought: Sought) -> tuple[RuleGroup, ...]:
    """Return the rules that hold every word that is sought, below their headings.

    When words are sought, what holds comes before what is over, and titles before other words.
    """
    terms = fold(sought.text).split()
    found = [rule for rule in index if _passes(rule, sought) and _holds_all(rule.folded, terms)]
    if terms:
        found.sort(key=lambda rule: (rule.is_over, not _holds_all(_folded(rule.line.title), terms)))
    return tuple(
        RuleGroup(heading, tuple(rule.line for rule in rules))
        for heading, rules in groupby(found, key=attrgetter("heading"))
    )


def current(versions: tuple[Provision, ...], today: date) -> Provision:
    """Return the version of a provision that holds *today*, else the last there was."""
    standing = (version for version in versions if holds(version, today))
    return next(standing, None) or max(versions, key=attrgetter("valid_from"))


def _passes(rule: Indexed, sought: Sought) -> bool:
    return (
        sought.strength in {None, rule.line.strength}
        and sought.source in {"", rule.source}
        and (rule.is_doubtful or not sought.only_unverified)
    )


def _holds_all(folded: str, terms: list[str]) -> bool:
    return all(term in folded or f" {_stem(term)}" in folded for term in terms)


def _stem(word: str) -> str:
    cut = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    stem = next((stem for stem in cut if len(stem) >= _SHORTEST_STEM), word)
    # A consonant is doubled before a vowel only: underret, underrette.
    is_doubled = stem != word and stem[-1] == stem[-2] and len(stem) > _SHORTEST_STEM
    return stem[:-1] if is_doubled else stem


def _instructions(supplies: Supplies, today: date) -> Iterator[Indexed]:
    chapters = supplies.guideline.chapters
    for number, said in supplies.own_rules.instructions_known(today).items():
        chapter = chapters.get(said.chapter)
        of_chapter = said.chapter.rpartition("/")[2]
        named = f"{of_chapter} {chapter.title} ({said.edition})" if chapter else _OWN
        source = f"Retningslinjen {said.edition}" if chapter else _OWN
        line = RuleLine(
            instruction_key(number),
            Strength(said.strength),
            said.id if said.edition != EDITION else "",
            said.title,
            _mark(said.own, Confidence.SURE, _ending(said, today)),
        )
        folded = _folded(chapter.title if chapter else "", line.title, line.below, said.text)
        is_over = _is_over(said, today)
        yield Indexed(line, named, source, folded, is_doubtful=False, is_over=is_over)


def _ending(said: Instruction, today: date) -> str:
    if said.valid_from and said.valid_from > today:
        return f"fra {long_date(said.valid_from)}"
    over = "gælder ikke mere" if said.own else "ikke længere en pligt"
    return over if _is_over(said, today) else ""


def _provisions(supplies: Supplies, today: date) -> Iterator[Indexed]:
    # The shipped rows give the order; the clinic's own come first among the versions of a rule.
    ids: dict[str, dict[str, None]] = {}
    for row in (*supplies.shipped_book.law.provisions, *supplies.law.provisions):
        ids.setdefault(row.law, {})[row.id] = None
    for law, of_law in ids.items():
        for provision_id in of_law:
            versions = tuple(row for row in supplies.law.provisions if row.id == provision_id)
            yield _provision(current(versions, today), law[:1].upper() + law[1:], today)


def _provision(said: Provision, law: str, today: date) -> Indexed:
    line = RuleLine(
        provision_key(said.id),
        Strength.LAW,
        said.citation,
        said.title,
        _mark(said.own, said.confidence, _standing(said, today)),
    )
    folded = _folded(line.title, line.below, said.content, said.note)
    return Indexed(line, law, law, folded, _is_doubtful(said), _is_over(said, today))


def _lengths(supplies: Supplies, today: date) -> Iterator[Indexed]:
    versions: dict[str, Length] = {}
    for row in supplies.law.lengths:
        if row.id not in versions or (holds(row, today) and not holds(versions[row.id], today)):
            versions[row.id] = row
    for length_id, said in versions.items():
        line = RuleLine(
            length_key(length_id),
            Strength.TIME,
            length_text(said),
            said.title,
            _mark(said.own, said.confidence, _standing(said, today)),
        )
        folded = _folded(line.title, line.below, said.note)
        is_over = _is_over(said, today)
        yield Indexed(line, _TIMES, _TIMES, folded, _is_doubtful(said), is_over)


def length_text(said: Length) -> str:
    """Return how long a time is, ``"2 uger"``."""
    return length_in_words(said) if said.amount else "med det samme"


def _standing(said: Provision | Length, today: date) -> str:
    if _is_over(said, today):
        return "gælder ikke mere"
    return f"fra {long_date(said.valid_from)}" if said.valid_from > today else ""


def _is_over(said: Instruction | Provision | Length, today: date) -> bool:
    return said.valid_until is not None and said.valid_until < today


def _is_doubtful(said: Provision | Length) -> bool:
    return said.confidence is not Confidence.SURE


def _mark(own: Authorship | None, confidence: Confidence, standing: str) -> str:
    parts = (standing, "jeres egen" if own else "", _MARKS[confidence])
    return ", ".join(part for part in parts if part)


def _folded(*texts: str) -> str:
    """Return *texts* folded as they stand, and then word for word, each behind a space."""
    folded = fold(" ".join(texts))
    return f"{folded} {sub(r'[^a-z0-9]+', ' ', folded)}"
