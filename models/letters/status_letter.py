"""The status during treatment: the citizen's words, the goals, what has changed, what is agreed."""

from models.danish import number
from models.follow_up import FollowUp
from models.letters.basis import Basis, facts
from models.letters.contents import LetterDraft, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import Block, Paragraph
from models.letters.pieces import dated, greeting, option, plain, quoted, reaching, said, tabled
from models.letters.progress import charts
from models.meetings import Talked


def talk_telling(talked: Talked) -> str:
    """Return what tells one talk from the others: its day."""
    return dated(talked.follow_up.day)


def is_newest(talked: Talked) -> bool:
    """Return whether a talk calls for a status: the newest."""
    return talked.is_last


def status_letter(basis: Basis, talked: Talked) -> LetterDraft:
    """Return the status, and what it still lacks."""
    talk, say = talked.follow_up, basis.speech.say
    sections = (
        _opening(basis, talk),
        Section(say("heading.goals"), (part("goals", *_goals(basis, talk)),)),
        _measured(basis, talk),
        Section(say("heading.heard"), (plain(*_heard(basis, talk)),)),
        Section(say("heading.judgement"), (plain(*said(talk.judgement)),)),
        _onward(basis, talk),
        Section(say("heading.wrong"), (plain(*reaching(basis, "text.wrong")),)),
        greeting(basis),
    )
    return drafted(basis, Text(say("title.title"), sections))


def _opening(basis: Basis, talk: FollowUp) -> Section:
    say = basis.speech.say
    when = (Paragraph(say("text.talked", date=dated(talk.day))),) if talk.day else ()
    present = facts((say("field.participants"), talk.participants))
    words = quoted(talk.words, say("text.speaker"))
    return Section("", (part("talk", *when), plain(*present), part("words", *words)))


def _goals(basis: Basis, talk: FollowUp) -> tuple[Block, ...]:
    rows = [
        (goal.words, option(basis, "goal", goal.status), goal.note)
        for goal in talk.goals
        if goal.status
    ]
    columns = [basis.speech.say(f"table.{name}") for name in ("goal", "status", "note")]
    return tabled(columns, rows)


def _measured(basis: Basis, talk: FollowUp) -> Section:
    say = basis.speech.say
    rows = facts(
        (say("field.days"), _number(talk.days_with_use)),
        (say("field.well_being"), _number(talk.well_being)),
        (say("field.who5"), _number(talk.who5)),
    )
    drawn = charts(basis, talk.day) if talk.day else ()
    return Section(say("heading.measured"), (plain(*rows), plain(*drawn)))


def _heard(basis: Basis, talk: FollowUp) -> tuple[Block, ...]:
    say = basis.speech.say
    rows = facts(
        (say("field.heard"), _number(talk.heard)), (say("field.involved"), _number(talk.involved))
    )
    return (*rows, *quoted(talk.better, say("text.better_speaker")))


def _onward(basis: Basis, talk: FollowUp) -> Section:
    say = basis.speech.say
    change = said(option(basis, "change", talk.change))
    rest = facts(
        (say("field.other_needs"), talk.other_needs), (say("field.next"), dated(talk.next_day))
    )
    parts = (part("onward", *change), part("onward", *said(talk.agreed)), plain(*rest))
    return Section(say("heading.onward"), parts)


def _number(value: int | None) -> str:
    return "" if value is None else number(value)
