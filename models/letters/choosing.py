"""What the letters about the free choice (frit valg) have in common."""

from models.letters.basis import Basis
from models.letters.contents import Section, part
from models.letters.letter import Block, Paragraph, Quotation
from models.letters.own_words import is_about, is_standard
from models.letters.pieces import dated


def asked_for(basis: Basis) -> Section:
    """Return which place the citizen asked for, when, and the citizen's own reasons."""
    say, choice = basis.speech.say, basis.course.free_choice
    blocks: tuple[Block, ...] = ()
    if choice.place and choice.day:
        asked = say("text.asked", date=dated(choice.day), place=choice.place)
        words = (Quotation(choice.words, say("text.speaker")),) if choice.words else ()
        blocks = (Paragraph(asked), *words)
    return Section(say("heading.asked"), (part("asked", *blocks),))


def is_own(basis: Basis, text: str, *telling: str) -> bool:
    """Return whether reasons are about this case; empty ones are lacking by themselves."""
    choice, wording = basis.course.free_choice, basis.speech.wording
    told = (choice.words, choice.place, choice.declined_reason, *telling)
    return not text or (
        not is_standard(text, wording) and is_about(text, basis.course, wording, told)
    )


def rights(basis: Basis) -> Section:
    """Return the right to help in the case."""
    say = basis.speech.say
    companion = part("representation", Paragraph(say("rights.companion")))
    return Section(say("heading.rights"), (companion,))
