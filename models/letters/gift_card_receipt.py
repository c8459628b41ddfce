"""The receipt for a gift card: what was given, for what, and that it is the citizen's own."""

from dataclasses import replace

from models.danish import number
from models.decision import Delivery
from models.gift_card import GiftCard
from models.letters.addressing import addressing, references
from models.letters.basis import Basis, facts
from models.letters.contents import LetterDraft, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import BulletList, Paragraph, Receiver, Result, SignatureColumns
from models.letters.pieces import dated, ended, plain


def gift_card_telling(card: GiftCard) -> str:
    """Return what tells one card from the others: the day it was given."""
    return dated(card.given)


def is_given(card: GiftCard) -> bool:
    """Return whether a card was given, and not only agreed on."""
    return card.step in {"handover", "both"}


def gift_card_receipt(basis: Basis, card: GiftCard) -> LetterDraft:
    """Return the receipt as it stands, and what it still lacks."""
    say = basis.speech.say
    is_whole = card.given is not None and card.given <= basis.today and card.given_amount
    amount = say("text.amount", amount=number(card.given_amount)) if card.given_amount else ""
    given = (Result(say("text.given", amount=amount, date=dated(card.given))),) if is_whole else ()
    rows = facts(
        (say("field.reason"), ended(card.reason)),
        (say("field.shop"), card.shop),
        (say("field.number"), card.number),
    )
    is_allowed = card.decided == "yes"
    allowed = (say("text.allowed"),) if is_allowed else ()
    rights = BulletList((say("text.yours"), say("text.deducted"), say("text.free"), *allowed))
    signing = (Paragraph(say("sign.intro")), SignatureColumns(_roles(basis, card)))
    sections = (
        Section("", (part("given", *given), plain(*rows))),
        Section(say("heading.yours"), (part("rights", rights),)),
        Section(say("heading.sign"), (part("signature", *signing),)),
    )
    said = frozenset({"allowed"} if is_allowed else ())
    to, reference = _to_the_citizen(basis)
    text = Text(say("title.title"), sections, said=said, receiver=to, reference=reference)
    return drafted(basis, text)


def _to_the_citizen(basis: Basis) -> tuple[Receiver, tuple[tuple[str, str], ...]]:
    """Return whom the receipt is for and what is beside its date: the citizen gets the card."""
    alone = replace(basis.course.request, representative=None, guardian=None)
    course = replace(basis.course, request=alone)
    return addressing(course, Delivery.HANDED_OVER).receiver, references(course)


def _roles(basis: Basis, card: GiftCard) -> tuple[str, str]:
    say = basis.speech.say
    citizen = basis.course.citizen.name or say("sign.citizen")
    return citizen, card.given_by or basis.writer or say("sign.giver")
