"""The red thread of an open case, as its overview shows it: what the plan and the talks say."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from app.open_case import OpenCase
from app.work import Work
from models.clinic import Clinic
from models.course import Course, Form
from models.danish import long_date, number, short_date
from models.follow_up import FollowUp
from models.goal_progress import GoalTold, goals_told
from models.letters.basis import About, Basis
from models.letters.chart import chart_in_words, in_order
from models.letters.letter import Chart, LetterKind, RedThread, Thread
from models.letters.plan_goals import red_thread
from models.letters.progress import charts
from models.letters.wording import Wording
from models.plan_goals import Goal
from views.screen.case_overview.chart_line import ChartShown
from views.screen.case_overview.goal_marks import Going, MarkShown
from views.screen.case_overview.thread_view import GoalShown, ThreadShown

_WORDING = Wording(
    version="",
    texts={
        "thread.found": "",
        "thread.goal": "",
        "thread.deeds": "",
        "thread.sign": "",
        "thread.day": "Vi ser på det senest {date}.",
        "chart.well_being": "Trivsel fra 0 til 10",
        "chart.days": "Dage med rusmidler på en måned",
    },
)
_GOING: Mapping[str, tuple[Going, str]] = {
    "reached": (Going.REACHED, "Nået"),
    "on-way": (Going.ON_THE_WAY, "På vej"),
    "unchanged": (Going.UNCHANGED, "Uændret"),
    "given-up": (Going.SET_ASIDE, "Lagt til side"),
}
_WAYS = {
    Form.ASSESSMENT: "Åbn afdækningen",
    Form.TREATMENT_PLAN: "Åbn behandlingsplanen",
    Form.FOLLOW_UP: "Åbn den seneste opfølgning",
}


def thread_shown(case: OpenCase, work: Work, clinic: Clinic) -> ThreadShown:
    """Return the thread of the present course, goal by goal."""
    course = case.course
    basis = _basis(course, work, clinic)
    threads = (b.threads for b in red_thread(basis) if isinstance(b, RedThread))
    goals = zip(course.plan.goals, chain.from_iterable(threads), goals_told(course), strict=True)
    return ThreadShown(
        goals=tuple(_goal(number, *one) for number, one in enumerate(goals, start=1)),
        charts=tuple(_chart(chart) for chart in charts(basis, work.today)),
        onward=tuple(_onward(course)),
        keys=tuple(_ways(case)),
    )


def _basis(course: Course, work: Work, clinic: Clinic) -> Basis:
    """Return what the letters' rules of the thread and of the charts ask for."""
    book = work.supplies.book
    return Basis(
        row=book.catalogue[LetterKind.TREATMENT_PLAN],
        about=About("", is_signed=course.is_signed(Form.TREATMENT_PLAN)),
        musts=book.musts,
        course=course,
        clinic=clinic,
        law=book.law,
        day=work.today,
        today=work.today,
        speech=_WORDING.for_day(book.law, work.today),
        writer=work.person,
    )


def _goal(place: int, goal: Goal, thread: Thread, told: Sequence[GoalTold]) -> GoalShown:
    marks = tuple(_mark(one) for one in told if one.status in _GOING)
    area = f": {goal.area}" if goal.area else ""
    return GoalShown(
        heading=f"Mål {place}{area}",
        found=thread.finding,
        words=thread.goal,
        deeds=thread.deeds,
        sign=thread.sign,
        latest=f"{marks[-1].words} ({marks[-1].day})" if marks else "",
        marks=marks,
    )


def _mark(told: GoalTold) -> MarkShown:
    going, said = _GOING[told.status]
    draft = "" if told.is_signed else " (kladde)"
    about = f" »{told.words}«" if told.words else ""
    note = f": {told.note}" if told.note else ""
    day = short_date(told.day) if told.day else "uden dato"
    return MarkShown(day, going, said, f"{said}{draft}{about}{note}")


def _chart(chart: Chart) -> ChartShown:
    told = in_order(chart)
    (first, began), (last, stands) = told[0], told[-1]
    since, until = short_date(first), short_date(last)
    days, scale = max((last - first).days, 1), chart.highest - chart.lowest
    return ChartShown(
        title=chart.title,
        brief=f"Fra {number(began)} ({since}) til {number(stands)} ({until})",
        spoken=chart_in_words(chart),
        points=tuple(
            ((day - first).days / days, float((value - chart.lowest) / scale))
            for day, value in told
        ),
    )


def _onward(course: Course) -> Iterator[str]:
    """Yield when one looks at it again, as the newest talk says, else the plan."""
    talks = [talk for talk in course.follow_ups if talk.next_day]
    newest = max(talks, key=_day, default=None)
    following = newest.next_day if newest else course.plan.review
    if following:
        yield f"Næste opfølgning: {long_date(following)}"
    elif course.plan.goals:
        yield "Der er ikke aftalt en dag for næste opfølgning."


def _day(talk: FollowUp) -> date:
    return talk.day or date.max


def _ways(case: OpenCase) -> Iterator[tuple[str, str]]:
    for form, said in _WAYS.items():
        if entry := case.present.current(form):
            yield entry.id, said
