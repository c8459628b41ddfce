"""The receipt for a request: what was asked for, when treatment must begin, and what comes now."""

from models.danish import long_date, weekday
from models.deadlines.guarantee import guarantee_term
from models.letters.basis import Basis, length_in_words, way_in_words
from models.letters.contents import LetterDraft, Part, Section
from models.letters.drafting import Text, drafted
from models.letters.letter import (
    Block,
    BulletList,
    Heading,
    Paragraph,
    Quotation,
    Result,
)


def request_receipt(basis: Basis) -> LetterDraft:
    """Return the receipt as it stands, and what it still lacks."""
    received: tuple[Block, ...] = (*_received(basis), *_deadline(basis))
    rest = (*_next(basis), *_medical_interview(basis), *_rights(basis), *_greeting(basis))
    parts = (Part(("received",) if _is_dated(basis) else (), received), Part((), rest))
    return drafted(basis, Text(basis.speech.say("title.title"), (Section("", parts),)))


def _received(basis: Basis) -> tuple[Block, ...]:
    request, say = basis.course.request, basis.speech.say
    if request.received is None:
        return ()
    date = long_date(request.received)
    way = way_in_words(basis.speech, request.way)
    sentence = (
        say("text.received_way", date=date, way=way) if way else say("text.received", date=date)
    )
    if not request.words:
        return (Paragraph(sentence),)
    quotation = Quotation(request.words, say("text.speaker"))
    return (Paragraph(f"{sentence} {say('text.words')}"), quotation)


def _deadline(basis: Basis) -> tuple[Block, ...]:
    request, say = basis.course.request, basis.speech.say
    heading = Heading(say("heading.deadline"))
    if request.received is None:
        return ()
    if request.is_elsewhere:
        return (heading, Paragraph(say("text.elsewhere")))
    due = guarantee_term(request.received, basis.law).due
    length = length_in_words(basis.law.length("treatment_guarantee", request.received))
    by = f"{weekday(due)} den {long_date(due)}"
    return (
        heading,
        Result(say("text.guarantee", date=by, length=length)),
        Paragraph(say("text.free_choice")),
    )


def _next(basis: Basis) -> tuple[Block, ...]:
    say = basis.speech.say
    steps = (say("next.assess"), say("next.result"), say("next.decide"))
    return (Heading(say("heading.next")), BulletList(steps))


def _medical_interview(basis: Basis) -> tuple[Block, ...]:
    interview, say = basis.course.medical_interview, basis.speech.say
    if basis.course.request.is_elsewhere:
        return ()
    text = say("medical.offer")
    if interview.result == "booked" and interview.day:
        text = say("medical.booked", date=long_date(interview.day))
    elif interview.is_settled:
        text = say("medical.settled")
    return (Heading(say("heading.medical")), Paragraph(text))


def _rights(basis: Basis) -> tuple[Block, ...]:
    say, contact = basis.speech.say, basis.clinic.privacy_contact
    rights = [say("rights.companion"), say("rights.choice"), say("rights.privacy")]
    if contact:
        rights.append(say("rights.privacy_contact", contact=contact))
    blocks: tuple[Block, ...] = (Heading(say("heading.rights")), BulletList(tuple(rights)))
    if not (basis.writer and basis.reach):
        return blocks
    wrong = say("wrong.wrong", caseworker=basis.writer, contact=basis.reach)
    return (*blocks, Paragraph(wrong))


def _greeting(basis: Basis) -> tuple[Block, ...]:
    if not basis.writer:
        return ()
    clinic = basis.clinic.unit or basis.clinic.name
    text = basis.speech.say("text.greeting", writer=basis.writer, clinic=clinic)
    return (Paragraph(text),)


def _is_dated(basis: Basis) -> bool:
    """Whether the day the request came is known, and not a day that has yet to come."""
    received = basis.course.request.received
    return received is not None and received <= basis.today
