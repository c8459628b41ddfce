"""The letter about the next meeting, and the one that reminds of it."""

from models.conversation_note import Agreement
from models.letters.basis import Basis, facts
from models.letters.contents import LetterDraft, Part, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import Paragraph, Result
from models.letters.pieces import (
    bulleted,
    dated,
    ended,
    greeting,
    on_weekday,
    option,
    plain,
    reaching,
    said,
)
from models.meetings import Meeting

_NO_REMINDER = "none"


def meeting_telling(meeting: Meeting) -> str:
    """Return what tells one meeting from the others: its day."""
    return dated(meeting.day)


def is_met(meeting: Meeting) -> bool:
    """Return whether a meeting calls for a letter: the next one that was agreed."""
    return meeting.is_next


def is_reminded(meeting: Meeting) -> bool:
    """Return whether a meeting calls for a reminder: the next, unless none was wanted."""
    return meeting.is_next and _NO_REMINDER not in meeting.reminder


def meeting_letter(basis: Basis, meeting: Meeting) -> LetterDraft:
    """Return the letter about the meeting, and what it still lacks."""
    agreed = _agreed(basis, meeting.agreements)
    reminders = (option(basis, "reminder", code) for code in sorted(meeting.reminder))
    coming = (*reaching(basis, "text.change"), *bulleted(reminders))
    say = basis.speech.say
    rest = (*coming, Paragraph(say("text.companion")), Paragraph(say("text.hard")))
    sections = (_when(basis, meeting), agreed, Section(say("heading.coming"), (plain(*rest),)))
    return _drafted(basis, meeting, sections)


def meeting_reminder(basis: Basis, meeting: Meeting) -> LetterDraft:
    """Return the reminder of the meeting, and what it still lacks."""
    rest = (*said(basis.speech.say("text.welcome")), *reaching(basis, "text.change"))
    return _drafted(basis, meeting, (_when(basis, meeting), Section("", (plain(*rest),))))


def _drafted(basis: Basis, meeting: Meeting, sections: tuple[Section, ...]) -> LetterDraft:
    lies_ahead = meeting.day is not None and meeting.day >= basis.today
    ahead = frozenset({"ahead"} if lies_ahead else ())
    title = basis.speech.say("title.title")
    return drafted(basis, Text(title, (*sections, greeting(basis)), said=ahead))


def _when(basis: Basis, meeting: Meeting) -> Section:
    say = basis.speech.say
    parts: list[Part] = []
    if meeting.day:
        parts.append(part("day", Result(say("text.meeting", day=on_weekday(meeting.day)))))
    parts.append(
        part(
            "where",
            *facts((say("field.where"), meeting.where)),
        )
    )
    return Section("", tuple(parts))


def _agreed(basis: Basis, agreements: tuple[Agreement, ...]) -> Section:
    lines = bulleted(_agreement(basis, agreement) for agreement in agreements)
    return Section(basis.speech.say("heading.agreed"), (plain(*lines),))


def _agreement(basis: Basis, agreement: Agreement) -> str:
    what, who = agreement.what, agreement.who
    by = basis.speech.say("text.by", date=dated(agreement.day)) if agreement.day else ""
    return " ".join(part for part in (ended(f"{who}: {what}" if who else what), by) if part)
