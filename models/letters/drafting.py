"""Putting a letter together: its frame, its text, and what it lacks of what it must hold."""

from dataclasses import dataclass

from models.decision import Delivery
from models.letters.addressing import Addressing, addressing, references
from models.letters.basis import Basis, law_extract
from models.letters.contents import (
    LetterDraft,
    Section,
    blocks_of,
    named_lacks,
    present_in,
)
from models.letters.letter import Block, Heading, Letter, Receiver


@dataclass(frozen=True, slots=True)
class Text:
    """What one letter says: its title, and its sections in order.

    `said` are elements that it holds besides those of its sections. `extract` are the ids of the
    provisions whose words stand last. `receiver` is who gets a letter that is not to the citizen.
    `delivery` is how it goes, when that is known: with the post it needs an address. `reference` is
    what stands beside the date, where that is not what tells whose case it is.
    """

    title: str
    sections: tuple[Section, ...]
    said: frozenset[str] = frozenset()
    extract: tuple[str, ...] = ()
    receiver: Receiver | None = None
    delivery: Delivery | None = None
    reference: tuple[tuple[str, str], ...] | None = None


def drafted(basis: Basis, text: Text) -> LetterDraft:
    """Return the letter that says *text*, and what its kind lacks of resources/law/letter_lacks.

    Elements every letter has: "receiver", "representative", "mandate" and "reachable" as in
    `addressing`, and "signed", "sender", "authority", "adult" and "dated".
    """
    to = _addressing(basis, text)
    letter = Letter(
        title=text.title,
        day=basis.day,
        sender=basis.sender,
        receiver=to.receiver,
        reference=references(basis.course) if text.reference is None else text.reference,
        blocks=(*blocks_of(text.sections), *_extract(basis, text.extract)),
    )
    present = present_in(text.sections) | text.said | to.present | framed(basis)
    kind, musts = basis.row.kind, basis.musts
    lacks = named_lacks(kind, musts.lacks, present, basis.law, basis.day)
    return LetterDraft(kind, letter, lacks, text.extract)


def framed(basis: Basis) -> frozenset[str]:
    """Return the elements that stand around the text: who writes, when, and that they may."""
    present = {
        "signed": basis.about.is_signed,
        "sender": bool(basis.writer),
        "authority": basis.clinic.may_decide,
        "adult": basis.concerns_an_adult,
        "dated": basis.day == basis.today,
    }
    return frozenset(element for element, is_there in present.items() if is_there)


def _addressing(basis: Basis, text: Text) -> Addressing:
    found = addressing(basis.course, text.delivery)
    if text.receiver is None:
        return found
    named = {"receiver"} if text.receiver.lines else frozenset[str]()
    return Addressing(text.receiver, found.present - {"receiver"} | named)


def _extract(basis: Basis, provisions: tuple[str, ...]) -> tuple[Block, ...]:
    if not provisions:
        return ()
    heading = Heading(basis.speech.say("heading.law"))
    return (heading, *law_extract(provisions, basis.law, basis.day))
