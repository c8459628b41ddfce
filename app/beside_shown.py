"""What is filled beside the steps as the case screen shows it, and what can be added."""

from collections.abc import Container, Iterator, Sequence
from datetime import date

from app.course_at import CourseAt
from app.course_shown import NEW_REQUEST_TITLE, step_shown
from app.supplies import Supplies
from app.trouble import READING_TROUBLE
from app.work import Work
from forms.questionnaire import ItemType, Questionnaire
from models.beside import SHELVES, Shelf, beside, telling
from models.case import Entry
from models.course import Form
from models.courses import OF_THE_CITIZEN
from models.danish import number, short_date
from models.steps import Step
from views.screen.addition_rows import Addition
from views.screen.step_model import StepShown

_MOST_SCORES = 3
_NEW_DECISION = "Ny afgørelse"
_DECIDES_ANEW = (
    "Når hjælpen ændres eller stopper, eller der kommer mere til. Den før bliver stående."
)
_ASKS_ANEW = "Når borgeren beder om behandling igen. Et nyt forløb begynder, og fristen med det."


def beside_shown(
    at: CourseAt, work: Work, odd: Container[str] = frozenset()
) -> tuple[StepShown, ...]:
    """Return what is beside the steps; the key is the entry's id, or the form if not begun.

    *odd* are the ids of entries in which something looks wrong. Of an earlier course its own
    entries are shown.
    """
    supplies = work.supplies
    return tuple(
        step_shown(step, supplies, _detail(step, supplies), odd)
        for step in beside(at.part, at.course, at.opened)
        if at.is_present or (step.entry and step.form not in OF_THE_CITIZEN)
    )


def _detail(step: Step, supplies: Supplies) -> str:
    """Return what tells an entry from others of its form: its day, and an answer or the scores."""
    entry = step.entry
    if entry is None:
        return ""
    form = supplies.form(entry.form, entry.version)
    day = _day_of(entry, form)
    written = short_date(day) if day else ""
    told = telling(entry) or ", ".join(_scores(entry, form, supplies))
    # The day is said once: most entries are signed on the day they are about.
    parts = ("" if step.text.endswith(written) else written, told)
    return " · ".join(part for part in parts if part)


def _day_of(entry: Entry, form: Questionnaire) -> date | None:
    """Return the first day the form asks for, which is the one it is about."""
    asked = (item.link_id for item in form.by_link_id.values() if item.type is ItemType.DATE)
    answered = (entry.answers.day(link_id) for link_id in asked)
    return next((day for day in answered if day), None)


def _scores(entry: Entry, form: Questionnaire, supplies: Supplies) -> Sequence[str]:
    if entry.form in set(Form):
        return ()
    scales = supplies.instruments.scales
    numbers = (
        (scales[link_id].title, entry.answers.number(link_id))
        for link_id in form.by_link_id
        if link_id in scales
    )
    shown = [f"{title}: {number(score)}" for title, score in numbers if score is not None]
    return shown[:_MOST_SCORES]


def additions(
    supplies: Supplies, *, may_ask_anew: bool = False, may_decide_anew: bool = False
) -> tuple[Addition, ...]:
    """Return every form that can be added at any time, shelf by shelf.

    When one *may ask anew*, a new request is among them; a new decision when one *may decide anew*.
    """
    decision = Addition(Form.DECISION, _NEW_DECISION, _DECIDES_ANEW, Shelf.PAPERS)
    request = Addition(Form.REQUEST, NEW_REQUEST_TITLE, _ASKS_ANEW, Shelf.PAPERS)
    anew = (*((decision,) if may_decide_anew else ()), *((request,) if may_ask_anew else ()))
    return tuple(
        addition
        for shelf in Shelf
        for addition in (
            *_on_shelf(shelf, supplies),
            *(anew if shelf is Shelf.PAPERS else ()),
        )
    )


def _on_shelf(shelf: Shelf, supplies: Supplies) -> Iterator[Addition]:
    if shelf is Shelf.MEASURES:
        for name, title in (*supplies.instrument_titles, *supplies.own_titles):
            yield Addition(name, title, _first_sentence(name, supplies), shelf)
        return
    for form in (form for form, stands_on in SHELVES.items() if stands_on is shelf):
        yield Addition(form, supplies.title(form), _first_sentence(form, supplies), shelf)


def _first_sentence(name: str, supplies: Supplies) -> str:
    """Return what the form is for; nothing when it is one that this program cannot read."""
    try:
        description = supplies.purpose(name)
    except READING_TROUBLE:
        return ""
    first, dot, _ = description.partition(". ")
    return f"{first}." if dot else first


def matching(offered: Sequence[Addition], typed: str) -> tuple[Addition, ...]:
    """Return the additions that hold every word typed."""
    wanted = typed.casefold().split()
    return tuple(
        addition for addition in offered if all(word in _searched(addition) for word in wanted)
    )


def _searched(addition: Addition) -> str:
    return f"{addition.title} {addition.detail} {addition.group}".casefold()
