"""The reply to one who chose another place: a yes, or a no with its reasons (frit valg)."""

from models.course import Course
from models.letters.appealing import GUIDANCE, appeal_section, deadline_by
from models.letters.basis import Basis
from models.letters.choosing import asked_for, is_own, rights
from models.letters.contents import LetterDraft, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import BulletList, Paragraph, Result
from models.letters.pieces import dated, ended, greeting, on_weekday, plain, reaching, said

_EXTRACT_OF_A_NO = ("sel-101-5", "fvl-24")
_MEDICAL = {"medical", "both"}


def is_answered(course: Course) -> bool:
    """Return whether the choice has an answer that calls for this letter."""
    return course.free_choice.is_answered


def free_choice_reply(basis: Basis) -> LetterDraft:
    """Return the reply, and what it still lacks."""
    say, choice = basis.speech.say, basis.course.free_choice
    answered = _granted(basis) if choice.is_granted else _refused(basis)
    sections = (
        Section("", (part("place", *_result(basis)), plain(*_told(basis)))),
        asked_for(basis),
        *answered,
        rights(basis),
        greeting(basis),
    )
    text = Text(
        say("title.granted" if choice.is_granted else "title.refused"),
        sections,
        said=_said(basis),
        extract=() if choice.is_granted else _EXTRACT_OF_A_NO,
        delivery=choice.delivery,
    )
    return drafted(basis, text)


def _said(basis: Basis) -> frozenset[str]:
    """Return which elements of a no are there; a yes needs none of them."""
    choice = basis.course.free_choice
    if choice.is_granted:
        lies_ahead = choice.start is None or choice.start >= basis.today
        no = {"reasons", "reasons_concrete", GUIDANCE}
        return frozenset(no | ({"start_ahead"} if lies_ahead else set()))
    own = {"reasons_concrete"} if is_own(basis, choice.reasons) else set()
    return frozenset({"start_ahead", *own})


def _result(basis: Basis) -> tuple[Result, ...]:
    choice = basis.course.free_choice
    if not choice.place:
        return ()
    key = "text.granted" if choice.is_granted else "text.refused"
    return (Result(basis.speech.say(key, place=choice.place)),)


def _told(basis: Basis) -> tuple[Paragraph, ...]:
    """Return that the citizen has heard the answer before, when that was on an earlier day."""
    answered = basis.course.free_choice.answered
    if answered is None or answered >= basis.day:
        return ()
    return (Paragraph(basis.speech.say("text.told", date=dated(answered))),)


def _granted(basis: Basis) -> tuple[Section, ...]:
    say, choice = basis.speech.say, basis.course.free_choice
    begins = say("text.start", date=on_weekday(choice.start)) if choice.start else say("text.soon")
    waits = (Paragraph(begins), Paragraph(say("text.deadline")))
    return (
        Section(say("heading.start"), (plain(*waits),)),
        Section(say("heading.meanwhile"), (plain(*said(choice.meanwhile)),)),
        Section(say("heading.onward"), (plain(Paragraph(say("text.sharing"))),)),
        Section("", (plain(*reaching(basis, "text.help")),)),
    )


def _refused(basis: Basis) -> tuple[Section, ...]:
    say, choice = basis.speech.say, basis.course.free_choice
    medical = (Paragraph(say("text.medical")),) if choice.part in _MEDICAL else ()
    rules = (Paragraph(say("text.rules")), *medical)
    still = BulletList((say("still.another"), say("still.granted"), say("still.search")))
    why = (plain(*_declined(basis)), part("reasons", *said(choice.reasons)), part("rules", *rules))
    return (
        Section(say("heading.why"), why),
        Section(say("heading.still"), (plain(still, *reaching(basis, "text.help")),)),
        Section(say("heading.meanwhile"), (plain(*said(choice.meanwhile)),)),
        appeal_section(basis, deadline_by(basis, choice.delivery), ""),
    )


def _declined(basis: Basis) -> tuple[Paragraph, ...]:
    reason = basis.course.free_choice.declined_reason
    declined = basis.speech.say("text.declined", reason=ended(reason))
    return (Paragraph(declined),) if reason else ()
