"""The status at discharge: how it stands, what the citizen says to it, and the way on."""

from models.course import Course
from models.deadlines.term import last_day
from models.letters.basis import Basis, facts, length_in_words
from models.letters.contents import LetterDraft, Part, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import Block, Paragraph, Result
from models.letters.pieces import (
    bulleted,
    dated,
    greeting,
    option,
    plain,
    quoted,
    reaching,
    said,
)
from models.letters.progress import charts

_DEAD = "dead"
_ALONE = "alone"


def is_left(course: Course) -> bool:
    """Return whether there is somebody to write a status to."""
    return course.discharge.reason != _DEAD


def discharge_letter(basis: Basis) -> LetterDraft:
    """Return the status, and what it still lacks."""
    sections = (
        _end(basis),
        _background(basis),
        _now(basis),
        _life(basis),
        _view(basis),
        _onward(basis),
        _care(basis),
        _follow_up(basis),
        _again(basis),
        greeting(basis),
    )
    say = basis.speech.say
    return drafted(basis, Text(say("title.title"), sections, said=_said(basis)))


def _said(basis: Basis) -> frozenset[str]:
    """Return that the citizen's view is held; nobody can be asked for it who cannot be reached."""
    end = basis.course.discharge
    return frozenset({"view"} if end.citizen_view or end.together == _ALONE else ())


def _end(basis: Basis) -> Section:
    end, say = basis.course.discharge, basis.speech.say
    key = f"reason.{end.reason}"
    if end.day is None or key not in basis.speech.wording.texts:
        return Section("", ())
    ended = Result(say(key, date=dated(end.day)))
    return Section("", (part("end", ended), plain(Paragraph(say("text.purpose")))))


def _background(basis: Basis) -> Section:
    text = said(basis.course.discharge.background)
    return Section(basis.speech.say("heading.background"), (plain(*text),))


def _now(basis: Basis) -> Section:
    end, say = basis.course.discharge, basis.speech.say
    drawn = charts(basis, end.day) if end.day else ()
    goals = facts((say("field.goals"), end.goals))
    parts = (part("status", *said(end.status)), part("goals", *goals), plain(*drawn))
    return Section(say("heading.now"), parts)


def _life(basis: Basis) -> Section:
    """Return what instruction 3.11.1 asks for besides the day and the reason."""
    end, say = basis.course.discharge, basis.speech.say
    self_help = {True: "self_help.yes", False: "self_help.no"}
    asked = () if end.self_help is None else (say(self_help[end.self_help]),)
    rows = facts(
        (say("field.drugs"), option(basis, "drugs", end.drugs)),
        (say("field.self_help"), "".join(asked)),
        (say("field.partner"), option(basis, "partner", end.partner)),
        (say("field.housing"), option(basis, "housing", end.housing)),
        (say("field.income"), option(basis, "income", end.income)),
    )
    return Section(say("heading.life"), (plain(*rows),))


def _view(basis: Basis) -> Section:
    end, say = basis.course.discharge, basis.speech.say
    parts: list[Part] = [
        plain(*quoted(end.citizen_view, say("text.view_speaker"))),
        plain(*quoted(end.wishes, say("text.wishes_speaker"))),
        plain(*said(option(basis, "together", end.together))),
        plain(*reaching(basis, "text.disagree")),
    ]
    return Section(say("heading.view"), tuple(parts))


def _onward(basis: Basis) -> Section:
    end, say = basis.course.discharge, basis.speech.say
    rows = facts(
        (say("field.needs"), end.further_needs),
        (say("field.plan"), end.plan),
        (say("field.where_to_turn"), end.where_to_turn),
    )
    agreed = end.agreed_with
    with_whom = (Paragraph(say("text.agreed_with")), *bulleted(agreed)) if agreed else ()
    return Section(say("heading.onward"), (part("onward", *rows), plain(*with_whom)))


def _care(basis: Basis) -> Section:
    say = basis.speech.say
    is_told = basis.course.discharge.is_told_of_tolerance
    text: tuple[Block, ...] = (Paragraph(say("text.tolerance")),) if is_told else ()
    return Section(say("heading.care"), (plain(*text),))


def _follow_up(basis: Basis) -> Section:
    end, say = basis.course.discharge, basis.speech.say
    if end.has_declined_follow_up:
        return Section(say("heading.follow_up"), (plain(Paragraph(say("text.declined"))),))
    if not (end.is_followed_up and end.day):
        return Section("", ())
    lengths = (
        basis.law.length(f"follow_up_{name}", end.day) for name in ("one_month", "six_months")
    )
    first, second = (last_day(end.day, length, basis.law.calendar) for length in lengths)
    promised = Paragraph(say("text.follow_up", first=dated(first), second=dated(second)))
    how = facts((say("field.how"), end.follow_up_how))
    return Section(say("heading.follow_up"), (plain(promised), plain(*how)))


def _again(basis: Basis) -> Section:
    say = basis.speech.say
    length = length_in_words(basis.law.length("treatment_guarantee", basis.day))
    again = Paragraph(say("text.again", length=length))
    return Section(say("heading.again"), (part("again", again),))
