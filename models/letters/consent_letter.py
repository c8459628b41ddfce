"""The consent (samtykke) on paper: who may ask or be told what, why, and how to take it back."""

from dataclasses import replace

from models.consent import Consent
from models.danish import long_date
from models.letters.addressing import BY_ANOTHER, addressed
from models.letters.basis import Basis, facts
from models.letters.contents import LetterDraft, Part, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import BulletList, LetterOf, Paragraph, SignatureLines
from models.letters.pieces import plain, reaching

_REFUSAL = "refusal"
_TOLD = (_REFUSAL, "without")
"""What the letter says only when the citizen was told it."""


def consent_telling(consent: Consent) -> str:
    """Return what tells one consent from the others: whom it concerns."""
    return consent.party


def consent_letter(basis: Basis, consent: Consent) -> LetterDraft:
    """Return the declaration for the one who consents to sign, and what it still lacks."""
    letter, say = LetterOf(basis.row.kind, consent.entry_id), basis.speech.say
    own = replace(basis, course=addressed(basis.course, letter))
    sections = (_scope(own, consent), _information(own, consent), _rights(own, consent))
    signing = Section(say("heading.sign"), (_signing(own, consent),))
    text = Text(say("title.title"), (*sections, signing), said=_said(consent))
    return drafted(own, text)


def is_asked(consent: Consent) -> bool:
    """Return whether there is anything to sign: not when the citizen said no."""
    return not consent.is_refused


def _said(consent: Consent) -> frozenset[str]:
    is_given = consent.is_given and not consent.is_withdrawn
    present = {"given": is_given, "told": _REFUSAL in consent.told}
    return frozenset(element for element, is_there in present.items() if is_there)


def _scope(basis: Basis, consent: Consent) -> Section:
    say = basis.speech.say
    parts: list[Part] = []
    if consent.direction and consent.party:
        clinic = basis.clinic.unit or basis.clinic.name
        sentence = say(f"direction.{consent.direction}", clinic=clinic, party=consent.party)
        parts.append(Part(("direction", "party"), (Paragraph(sentence),)))
    if consent.purpose:
        parts.append(part("purpose", *facts((say("field.purpose"), consent.purpose))))
    return Section("", tuple(parts))


def _information(basis: Basis, consent: Consent) -> Section:
    say = basis.speech.say
    kinds = tuple(
        text
        for key, text in basis.speech.wording.texts.items()
        if key.removeprefix("information.") in consent.information
    )
    parts: list[Part] = []
    if kinds:
        parts.append(part("information", BulletList(kinds)))
    more = ((say("field.detail"), consent.detail), (say("field.excluded"), consent.excluded))
    parts.append(plain(*facts(*more)))
    return Section(say("heading.information"), tuple(parts))


def _rights(basis: Basis, consent: Consent) -> Section:
    say = basis.speech.say
    until = (
        say("rights.until", date=long_date(consent.valid_until))
        if consent.valid_until
        else say("rights.while_needed")
    )
    told = tuple(say(f"rights.{what}") for what in _TOLD if what in consent.told)
    rights = BulletList((say("rights.voluntary"), *told, say("rights.withdraw"), until))
    ways = (plain(*reaching(basis, "rights.contact")), plain(Paragraph(say("rights.copy"))))
    return Section(say("heading.rights"), (part("rights", rights), *ways))


def _signing(basis: Basis, consent: Consent) -> Part:
    say = basis.speech.say
    acting = basis.course.request.acting
    by_another = consent.given_by in BY_ANOTHER
    signer = acting.name if acting and by_another else basis.course.citizen.name
    role = signer or say("sign.citizen")
    intro = say("sign.given", date=long_date(consent.day)) if consent.day else say("sign.intro")
    return part("signature", Paragraph(intro), SignatureLines((role,)))
