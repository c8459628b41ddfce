"""The receipt for a request: what was asked for, when treatment must begin, and what comes now."""

from models.course import Form
from models.danish import long_date, weekday
from models.deadlines import guarantee_term
from models.letters.addressing import addressing, references
from models.letters.basis import Basis, length_in_words, way_in_words
from models.letters.contents import LetterDraft, NamedLack, named_lacks
from models.letters.letter import (
    Block,
    BulletList,
    Heading,
    Letter,
    LetterKind,
    Paragraph,
    Quotation,
    Result,
)


def request_receipt(basis: Basis, known: tuple[NamedLack, ...]) -> LetterDraft:
    """Return the receipt as it stands, and what it still lacks."""
    course, say = basis.course, basis.speech.say
    to = addressing(course)
    letter = Letter(
        title=say("title.title"),
        day=basis.day,
        sender=basis.sender,
        receiver=to.receiver,
        reference=references(course),
        blocks=(
            *_received(basis),
            *_deadline(basis),
            *_next(basis),
            *_medical_interview(basis),
            *_rights(basis),
            *_greeting(basis),
        ),
    )
    present = {
        "signed": course.is_signed(Form.REQUEST),
        "received": _is_dated(basis),
        "adult": basis.concerns_an_adult,
    }
    said = to.present | {name for name, is_there in present.items() if is_there}
    kind = LetterKind.REQUEST_RECEIPT
    return LetterDraft(kind, letter, named_lacks(kind, known, said, basis.law, basis.day))


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
    return (Paragraph(sentence), Paragraph(say("text.words")), quotation)


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
    return (*blocks, Heading(say("heading.wrong")), Paragraph(wrong))


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
