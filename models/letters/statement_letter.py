"""A statement (udtalelse) to somebody who asked: no more than they need, and by what right."""

from models.consent import Consent
from models.letters.basis import Basis, facts
from models.letters.contents import LetterDraft, Part, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import Block, Paragraph, Receiver
from models.letters.pieces import dated, ended, greeting, option, plain, quoted, said
from models.sharing import may_share
from models.statement import Statement


def statement_telling(statement: Statement) -> str:
    """Return what tells one statement from the others: who gets it."""
    return statement.to


def statement_letter(basis: Basis, statement: Statement) -> LetterDraft:
    """Return the statement as it stands, and what it still lacks."""
    say = basis.speech.say
    sections = (
        Section("", (_about(basis, statement),)),
        Section(say("heading.happened"), (part("content", *said(statement.happened)),)),
        Section(say("heading.now"), (part("content", *said(statement.now)),)),
        Section(say("heading.attendance"), (part("content", *said(statement.attendance)),)),
        Section(say("heading.judgement"), (part("content", *said(statement.judgement)),)),
        Section(say("heading.unknown"), (plain(*said(statement.unknown)),)),
        Section(say("heading.citizen"), (plain(*_citizen(basis, statement)),)),
        Section(say("heading.right"), (_right(basis, statement), _use(basis))),
        greeting(basis),
    )
    lines = (statement.to, *statement.address.splitlines()) if statement.to else ()
    receiver = Receiver(tuple(line.strip() for line in lines if line.strip()))
    return drafted(basis, Text(say("title.title"), sections, receiver=receiver))


def _about(basis: Basis, statement: Statement) -> Part:
    say, citizen = basis.speech.say, basis.course.citizen
    rows = facts(
        (say("field.citizen"), citizen.name),
        (say("field.asked"), dated(statement.asked)),
        (say("field.purpose"), ended(statement.purpose)),
    )
    elements = {"citizen": citizen.name, "purpose": statement.purpose}
    return Part(tuple(element for element, text in elements.items() if text), rows)


def _citizen(basis: Basis, statement: Statement) -> tuple[Block, ...]:
    say = basis.speech.say
    return (
        *quoted(statement.words, say("text.speaker")),
        *said(option(basis, "seen", statement.seen)),
        *quoted(statement.seen_words, say("text.disagrees")),
    )


def _right(basis: Basis, statement: Statement) -> Part:
    say = basis.speech.say
    if statement.right == "law":
        rule = say("right.law", rule=ended(statement.rule)) if statement.rule else ""
        return part("right", *said(rule))
    consent = _consent(basis, statement) if statement.right == "consent" else None
    if consent is None:
        return part("right")
    return part("right", Paragraph(say("right.consent", date=dated(consent.day))))


def _consent(basis: Basis, statement: Statement) -> Consent | None:
    """Return the consent that holds today and lets us tell this receiver."""
    shared = may_share(basis.course, basis.today)
    holding = {
        told.entry_id for told in shared if told.may_tell and _is_same(told.party, statement.to)
    }
    given = (consent for consent in basis.course.consents if consent.entry_id in holding)
    return next(given, None)


def _is_same(party: str, to: str) -> bool:
    one, other = (" ".join(name.casefold().split()) for name in (party, to))
    return bool(one and other) and one == other


def _use(basis: Basis) -> Part:
    return plain(Paragraph(basis.speech.say("right.use")))
