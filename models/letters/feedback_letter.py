"""The feedback on the assessment: what was seen, what the citizen says to it, what comes now."""

from models.course import Form
from models.letters.basis import Basis, facts
from models.letters.contents import LetterDraft, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import Block, Paragraph, Result
from models.letters.pieces import dated, greeting, option, plain, quoted, reaching, said

_WITHOUT_REPLY = {"written", "not-given"}


def feedback_letter(basis: Basis) -> LetterDraft:
    """Return the feedback as the citizen gets it, and what it still lacks."""
    seen, say = basis.course.feedback.seen, basis.speech.say
    sections = (
        Section("", (part("talked", *_opening(basis)),)),
        Section(say("heading.resources"), (part("resources", *said(seen.resources)),)),
        Section(say("heading.challenges"), (part("challenges", *said(seen.challenges)),)),
        Section(say("heading.needs"), (part("needs", *said(seen.needs)),)),
        Section(say("heading.other_needs"), (plain(*said(seen.other_needs)),)),
        _unknown(basis),
        _reply(basis),
        _wishes(basis),
        _onward(basis),
        Section(say("heading.wrong"), (plain(*reaching(basis, "text.wrong")),)),
        greeting(basis),
    )
    return drafted(basis, Text(say("title.title"), sections, said=_said(basis)))


def _said(basis: Basis) -> frozenset[str]:
    """Return that a feedback in writing alone needs no reply yet."""
    return frozenset({"reply"} if basis.course.feedback.way in _WITHOUT_REPLY else ())


def _opening(basis: Basis) -> tuple[Block, ...]:
    feedback, say = basis.course.feedback, basis.speech.say
    if feedback.day is None:
        return ()
    key = "text.written" if feedback.way in _WITHOUT_REPLY else "text.talked"
    return (Result(say("text.result")), Paragraph(say(key, date=dated(feedback.day))))


def _unknown(basis: Basis) -> Section:
    say, unknown = basis.speech.say, basis.course.feedback.seen.unknown
    waits = said(say("text.unknown") if unknown else "")
    return Section(say("heading.unknown"), (plain(*said(unknown), *waits),))


def _reply(basis: Basis) -> Section:
    feedback, say = basis.course.feedback, basis.speech.say
    reply = feedback.reply
    return Section(
        say("heading.reply"),
        (
            part(
                "reply",
                *said(option(basis, "recognises", feedback.recognises)),
                *quoted(feedback.words, say("text.speaker")),
                *quoted(reply.disagreement, say("text.otherwise")),
                *quoted(reply.missing, say("text.missing")),
            ),
            plain(*facts((say("field.corrected"), reply.corrected))),
        ),
    )


def _wishes(basis: Basis) -> Section:
    feedback, say = basis.course.feedback, basis.speech.say
    kind = feedback.wished_kind
    rows = facts(
        (say("field.kind"), option(basis, "kind", kind.code) if kind else ""),
        (say("field.provider"), feedback.wished_provider),
        (say("field.first"), feedback.reply.begin_with),
    )
    wished = quoted(feedback.wishes, say("text.speaker"))
    return Section(say("heading.wishes"), (plain(*wished, *rows),))


def _onward(basis: Basis) -> Section:
    course, say = basis.course, basis.speech.say
    against = say("text.against") if course.feedback.is_against else ""
    decides = "" if course.is_signed(Form.DECISION) else say("text.decides")
    blocks = (*said(course.feedback.reply.agreement), *said(against), *said(decides))
    return Section(say("heading.next"), (plain(*blocks),))
