"""The appeal guidance (klagevejledning): who, to whom, how and until when (forvaltningsloven § 25).

The wording of each letter that is a decision holds the same texts under ``appeal``.
"""

from datetime import date

from models.deadlines.appeals import appeal_deadline, presumed_received
from models.decision import Delivery
from models.letters.basis import Basis, length_in_words
from models.letters.contents import Section, part
from models.letters.letter import Block, Paragraph
from models.letters.pieces import on_weekday, said

GUIDANCE = "appeal_guidance"


def appeal_section(basis: Basis, deadline: str, effect: str) -> Section:
    """Return the guidance with the sentence that says the *deadline*.

    *effect* is the key of what an appeal does to the decision meanwhile, ``"appeal.running"``;
    empty when there is nothing to say. Without a deadline or an address there is none.
    """
    heading = basis.speech.say("heading.appeal")
    if not deadline or not basis.clinic.address.is_complete:
        return Section(heading, (part(GUIDANCE),))
    return Section(heading, (part(GUIDANCE, *_guidance(basis, deadline, effect)),))


def deadline_by(basis: Basis, delivery: Delivery | None) -> str:
    """Return the last day for an appeal of a letter that goes this way; empty without a way."""
    if delivery is None:
        return ""
    say = basis.speech.say
    received = presumed_received(basis.day, delivery, basis.law)
    key = "appeal.received_post" if delivery is Delivery.LETTER else "appeal.received_now"
    counted = say(key, date=on_weekday(received))
    return _deadline(basis, appeal_deadline(basis.day, delivery, basis.law), counted)


def deadline_since(basis: Basis, told: date) -> str:
    """Return the last day for an appeal of a decision that was *told* on a day."""
    last = appeal_deadline(told, Delivery.HANDED_OVER, basis.law)
    return _deadline(basis, last, basis.speech.say("appeal.told", date=on_weekday(told)))


def _deadline(basis: Basis, last: date, counted: str) -> str:
    length = length_in_words(basis.law.length("appeal", basis.day))
    say = basis.speech.say
    return say("appeal.deadline", date=on_weekday(last), length=length, received=counted)


def _guidance(basis: Basis, deadline: str, effect: str) -> tuple[Block, ...]:
    say, law, day = basis.speech.say, basis.law, basis.day
    again = say(
        "appeal.reassess",
        length=length_in_words(law.length("reassessment", day)),
        upheld=length_in_words(law.length("appeal_upheld", day)),
    )
    medical = say(
        "appeal.medical",
        length=length_in_words(law.length("medical_complaint", day)),
        latest=length_in_words(law.length("medical_complaint_latest", day)),
    )
    return (
        Paragraph(say("appeal.who")),
        Paragraph(deadline),
        Paragraph(say("appeal.where")),
        Paragraph(_where(basis)),
        Paragraph(f"{say('appeal.how')} {_help(basis)}"),
        Paragraph(f"{again} {say('appeal.late')}"),
        *said(say(effect) if effect else ""),
        Paragraph(medical),
    )


def _where(basis: Basis) -> str:
    say, clinic = basis.speech.say, basis.clinic
    place = (*dict.fromkeys((clinic.name, clinic.unit)), *clinic.address.lines)
    lines = (
        ", ".join(line for line in place if line),
        say("appeal.phone", phone=clinic.phone) if clinic.phone else "",
        say("appeal.email", email=clinic.email) if clinic.email else "",
        clinic.digital_post,
    )
    return "\n".join(line for line in lines if line)


def _help(basis: Basis) -> str:
    own = basis.clinic.help_with_appeal
    general = basis.speech.say("appeal.help")
    return f"{general} {own}" if own else general
