"""The letter to a citizen who did not come: that one is missed, and the way back."""

from models.decisions import in_force
from models.letters.basis import Basis
from models.letters.contents import LetterDraft, Part, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import Paragraph, Result
from models.letters.pieces import (
    bulleted,
    dated,
    greeting,
    on_weekday,
    option,
    plain,
    quoted,
    reaching,
)
from models.meetings import Missed


def missed_telling(missed: Missed) -> str:
    """Return what tells one missed appointment from the others: its day."""
    return dated(missed.attendance.day)


def is_missed(missed: Missed) -> bool:
    """Return whether an appointment calls for a letter: the last, when it led to no contact."""
    attendance = missed.attendance
    return missed.is_last and attendance.is_missed and attendance.is_reached is not True


def no_show_letter(basis: Basis, missed: Missed) -> LetterDraft:
    """Return the letter, and what it still lacks."""
    say = basis.speech.say
    sections = (
        Section("", (plain(Result(say("text.missed"))), _appointment(basis, missed))),
        Section(say("heading.back"), _way_back(basis, missed)),
        _easier(basis, missed),
        Section(say("heading.still"), (part("still", Paragraph(_still(basis))),)),
        Section(say("heading.acute"), (plain(Paragraph(say("text.acute"))),)),
        greeting(basis),
    )
    return drafted(basis, Text(say("title.title"), sections))


def _appointment(basis: Basis, missed: Missed) -> Part:
    attendance, say = missed.attendance, basis.speech.say
    if attendance.day is None:
        return part("appointment")
    day = on_weekday(attendance.day)
    timed = say("text.appointment_at", day=day, time=attendance.time)
    sentence = timed if attendance.time else say("text.appointment", day=day)
    return part("appointment", Paragraph(sentence))


def _way_back(basis: Basis, missed: Missed) -> tuple[Part, ...]:
    day, say = missed.attendance.next_day, basis.speech.say
    if day and day >= basis.today:
        ready = Paragraph(say("text.next", day=on_weekday(day)))
        return (part("way_back", ready), plain(*reaching(basis, "text.change")))
    return (part("way_back", *reaching(basis, "text.call")),)


def _easier(basis: Basis, missed: Missed) -> Section:
    attendance, say = missed.attendance, basis.speech.say
    offers = bulleted(option(basis, "step", step) for step in sorted(attendance.steps))
    words = quoted(attendance.easier, say("text.speaker"))
    ask = () if words or offers else (Paragraph(say("text.ask")),)
    return Section(say("heading.easier"), (plain(*words), plain(*offers), plain(*ask)))


def _still(basis: Basis) -> str:
    course = basis.course
    is_granted = in_force(course.decisions) is not None
    return basis.speech.say("text.still_granted" if is_granted else "text.still_asked")
