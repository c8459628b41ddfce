"""The letters one and six months after the end: an invitation, or what was talked about."""

from models.after_care import AfterCare, LifeArea
from models.danish import number
from models.letters.basis import Basis, facts, length_in_words
from models.letters.contents import LetterDraft, Part, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import Block, Paragraph, Result
from models.letters.pieces import (
    bulleted,
    dated,
    ended,
    greeting,
    option,
    plain,
    quoted,
    reaching,
    said,
)

_REACHED = "reached"
_DECLINED = "declined"
_NEEDLESS = {
    _REACHED: frozenset({"door"}),
    _DECLINED: frozenset({"door", "words", "onward"}),
}


def after_care_telling(care: AfterCare) -> str:
    """Return what tells one follow-up from the others: the day of the talk."""
    return dated(care.day)


def is_one_month(care: AfterCare) -> bool:
    """Return whether it is the first follow-up after the end."""
    return care.which == "one-month"


def is_six_months(care: AfterCare) -> bool:
    """Return whether it is the second follow-up after the end."""
    return care.which == "six-months"


def after_care_letter(basis: Basis, care: AfterCare) -> LetterDraft:
    """Return the letter about one follow-up, and what it still lacks."""
    if care.reached == _REACHED:
        title, sections = "title.talked", _talked(basis, care)
    elif care.reached == _DECLINED:
        title, sections = "title.declined", _declined(basis, care)
    else:
        title, sections = "title.invitation", _invited(basis, care)
    rest = (_care(basis, care), _where_to_turn(basis, care), _again(basis), greeting(basis))
    return drafted(basis, Text(basis.speech.say(title), (*sections, *rest), said=_said(care)))


def _said(care: AfterCare) -> frozenset[str]:
    """Return the elements that a letter does not need, by whether one talked."""
    return _NEEDLESS.get(care.reached, frozenset({"talk", "words", "onward"}))


def _invited(basis: Basis, care: AfterCare) -> tuple[Section, ...]:
    say, end = basis.speech.say, basis.course.discharge
    since = (Paragraph(say("text.since", date=dated(end.day))),) if end.day else ()
    tried = (Paragraph(say("text.tried")),) if care.attempts else ()
    call = (part("door", *reaching(basis, "text.call")), plain(Paragraph(say("text.may_decline"))))
    return (
        Section("", (plain(Result(say("text.invitation")), *since, *tried),)),
        Section(say("heading.talk"), call),
    )


def _declined(basis: Basis, care: AfterCare) -> tuple[Section, ...]:
    say = basis.speech.say
    when = (Paragraph(say("text.said_no", date=dated(care.day))),) if care.day else ()
    words = quoted(care.declined_words, say("text.speaker"))
    regret = reaching(basis, "text.regret")
    opening = (plain(Result(say("text.declined"))), part("talk", *when))
    return (Section("", (*opening, plain(*words), plain(*regret))),)


def _talked(basis: Basis, care: AfterCare) -> tuple[Section, ...]:
    say = basis.speech.say
    thanks = (Result(say("text.thanks", date=dated(care.day))),) if care.day else ()
    words = quoted(care.words, say("text.speaker"))
    helped = quoted(care.helped, say("text.helped_speaker"))
    return (
        Section("", (part("talk", *thanks), part("words", *words), plain(*helped))),
        Section(say("heading.now"), (plain(*_now(basis, care)),)),
        Section(say("heading.judgement"), (plain(*said(care.judgement)),)),
        Section(say("heading.onward"), _onward(basis, care)),
    )


def _now(basis: Basis, care: AfterCare) -> tuple[Block, ...]:
    say = basis.speech.say
    well = "" if care.well_being is None else number(care.well_being)
    return facts(
        (say("field.well_being"), well),
        (say("field.drugs"), option(basis, "drugs", care.drugs)),
        (say("field.goals"), option(basis, "goals", care.goals)),
        *((say(f"area.{area.area}"), _area(basis, area)) for area in care.areas),
        (say("field.support"), care.support),
    )


def _area(basis: Basis, area: LifeArea) -> str:
    state = option(basis, "state", area.state)
    return " ".join(part for part in (ended(state), ended(area.need)) if part)


def _onward(basis: Basis, care: AfterCare) -> tuple[Part, ...]:
    say = basis.speech.say
    needs = bulleted(option(basis, "need", need) for need in sorted(care.needs))
    answer = said(option(basis, "answer", care.offer_answer))
    following = facts((say("field.next"), dated(care.next_day)))
    return (part("onward", *needs, *said(care.offered)), plain(*answer), plain(*following))


def _care(basis: Basis, care: AfterCare) -> Section:
    say = basis.speech.say
    text = (Paragraph(say("text.tolerance")),) if care.is_safer_told else ()
    return Section(say("heading.care"), (plain(*text),))


def _where_to_turn(basis: Basis, care: AfterCare) -> Section:
    where = care.where_to_turn or basis.course.discharge.where_to_turn
    return Section(basis.speech.say("heading.where_to_turn"), (plain(*said(where)),))


def _again(basis: Basis) -> Section:
    say = basis.speech.say
    length = length_in_words(basis.law.length("treatment_guarantee", basis.day))
    again = Paragraph(say("text.again", length=length))
    return Section(say("heading.again"), (part("again", again),))
