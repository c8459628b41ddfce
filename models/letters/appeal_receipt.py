"""The receipt for an appeal: that it came, who looks at it again, and when the citizen hears."""

from models.appeals import Appeal
from models.course import Form
from models.letters.appeal_parts import appealed, is_of_a_decision, late, reassessed_by, words
from models.letters.basis import Basis, facts, way_in_words
from models.letters.contents import LetterDraft, Part, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import Block, BulletList, Paragraph, Result
from models.letters.pieces import dated, greeting, option, plain, reaching


def appeal_receipt(basis: Basis, appeal: Appeal) -> LetterDraft:
    """Return the receipt as it stands, and what it still lacks."""
    say = basis.speech.say
    sections = (
        Section("", (_received(basis, appeal),)),
        Section(say("heading.words"), (words(basis, appeal), plain(*late(basis, appeal)))),
        Section(say("heading.next"), _next(basis, appeal)),
        Section(say("heading.rights"), (plain(*_rights(basis), *reaching(basis, "text.wrong")),)),
        greeting(basis),
    )
    said = appealed(basis, appeal)
    # What is not about a decision has no day on which the case was looked at again.
    needless = frozenset() if is_of_a_decision(appeal) else frozenset({"due"})
    return drafted(basis, Text(say("title.title"), sections, said=said | needless))


def _received(basis: Basis, appeal: Appeal) -> Part:
    say, date = basis.speech.say, dated(appeal.received)
    if appeal.received is None or appeal.received > basis.today:
        return part("received")
    way = way_in_words(basis.speech, appeal.way)
    known = say("text.received_way", date=date, way=way) if way else ""
    return part("received", Result(known or say("text.received", date=date)))


def _next(basis: Basis, appeal: Appeal) -> tuple[Part, ...]:
    say = basis.speech.say
    if not is_of_a_decision(appeal):
        text = Paragraph(option(basis, "next", appeal.kind))
        return (part("onward", text), plain(*facts((say("field.elsewhere"), appeal.elsewhere))))
    due, length = reassessed_by(basis, appeal)
    again = (Paragraph(say("next.again", date=due, length=length)),) if due else ()
    steps = BulletList((say("next.changed"), say("next.partly"), say("next.upheld")))
    return (part("due", *again), part("onward", steps), plain(*_meanwhile(basis)))


def _meanwhile(basis: Basis) -> tuple[Block, ...]:
    course = basis.course
    if not (course.is_signed(Form.DECISION) and course.decision.grants_something):
        return ()
    return (Paragraph(basis.speech.say("next.running")),)


def _rights(basis: Basis) -> tuple[Block, ...]:
    say = basis.speech.say
    own = (basis.clinic.help_with_appeal,) if basis.clinic.help_with_appeal else ()
    rights = (say("rights.add"), say("rights.companion"), say("rights.papers"), *own)
    return (BulletList(rights),)
