"""What the list of the day shows beside what is due: meetings, letters, drafts, quiet courses."""

from datetime import date, datetime

from app.day_rules import day_rules
from app.letters_waiting import letters_waiting
from app.supplies import Supplies, UnknownFormError
from app.today_shown import NAMELESS
from app.work import Work
from models.danish import days, short_date
from storage.list_records import DayNotice, LeftDraft, NoticeKind, QuietCourse
from views.screen.today_rows import DueGroup, DueLine, DueLines

_MEETING_NOW = "I dag"
_OWN_FORM = "Et skema"


def meetings_of_day(work: Work, limit: int) -> DueLines:
    """Return today's meetings, at most *limit*; raises `RegisterError`."""
    found, count = work.register.lists.notices(NoticeKind.MEETING, work.today, limit)
    lines = tuple(_meeting_line(one) for one in found)
    return DueLines(DueGroup.MEETINGS, lines, count)


def urgent_of_day(work: Work, limit: int) -> DueLines:
    """Return what cannot wait and has no day, at most *limit*; raises `RegisterError`."""
    found, count = work.register.lists.notices(NoticeKind.URGENT, None, limit)
    lines = tuple(
        DueLine(
            *(one.case_id, DueGroup.URGENT, one.notice.title, one.name or NAMELESS, ""),
            key=one.notice.id,
        )
        for one in found
    )
    return DueLines(DueGroup.URGENT, lines, count)


def letters_of_day(work: Work) -> DueLines:
    """Return one line that tells how many letters wait, none when none does.

    Raises `RegisterError`.
    """
    count = len(letters_waiting(work))
    what = f"{count} {'brev er' if count == 1 else 'breve er'} godkendt og ikke noteret som sendt"
    line = DueLine("", DueGroup.LETTERS, what, "Åbn Breve, og send, udskriv eller notér", "")
    return DueLines(DueGroup.LETTERS, (line,) if count else (), count, summed_up=True)


def drafts_of_day(work: Work, limit: int) -> DueLines:
    """Return the forms that were begun and left, at most *limit*; raises `RegisterError`."""
    before = work.clock() - day_rules().left_after
    found, count = work.register.lists.drafts_left(before, limit)
    lines = tuple(_draft_line(one, work) for one in found)
    return DueLines(DueGroup.DRAFTS, lines, count)


def quiet_of_day(work: Work, limit: int) -> DueLines:
    """Return the open courses nobody has written in for long; raises `RegisterError`."""
    since = work.clock() - day_rules().quiet_after
    found, count = work.register.lists.quiet_courses(since, limit)
    lines = tuple(_quiet_line(one, work.today) for one in found)
    return DueLines(DueGroup.QUIET, lines, count)


def _meeting_line(one: DayNotice) -> DueLine:
    notice = one.notice
    who = " · ".join(part for part in (one.name or NAMELESS, notice.detail) if part)
    return DueLine(one.case_id, DueGroup.MEETINGS, notice.title, who, _MEETING_NOW, notice.id)


def _draft_line(one: LeftDraft, work: Work) -> DueLine:
    begun = f"Begyndt {short_date(_local(one.started))}"
    what = _title(one.form, work.supplies)
    who = one.name or NAMELESS
    return DueLine(one.case_id, DueGroup.DRAFTS, what, who, begun, one.entry_id)


def _quiet_line(one: QuietCourse, today: date) -> DueLine:
    what = one.name or NAMELESS
    since = f"{days((today - _local(one.changed)).days)} siden"
    stage = f"{one.stage} · sidst skrevet i {short_date(_local(one.changed))}"
    return DueLine(one.case_id, DueGroup.QUIET, what, stage, since)


def _title(form: str, supplies: Supplies) -> str:
    try:
        return supplies.title(form)
    except UnknownFormError:
        # A newer program, or a form brought in elsewhere: the way to it says what is wrong.
        return _OWN_FORM


def _local(at: datetime) -> date:
    return at.astimezone().date()
