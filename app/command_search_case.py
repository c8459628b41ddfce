"""What one can go to and do in an open case, as the search for commands names it."""

from collections.abc import Iterator

from app.beside_shown import additions, beside_shown
from app.bookmark import Bookmark
from app.command_search_ranking import Command, Kind
from app.course_at import course_at, may_ask_anew, may_decide_anew
from app.course_shown import steps_shown
from app.letters_shown import letters_shown
from app.open_case import OpenCase
from app.tasks_shown import task_groups
from app.trouble import READING_TROUBLE
from app.work import Work
from forms.enablement import enabled_places
from forms.outline import places_of, sections, starting_answers
from forms.questionnaire import Questionnaire
from models.answers import Answers
from models.case import Entry
from models.clinic import Clinic

STEP, LETTER, ADD, TASK, QUESTION = "step", "letter", "add", "task", "question"
"""How the keys of such commands begin, with a colon after it."""

_LONGEST_TITLE = 120


def case_commands(
    case: OpenCase, work: Work, clinic: Clinic, here: Bookmark
) -> tuple[Command, ...]:
    """Return what can be chosen in *case* when one is *here* in it."""
    entry = case.case.entry(here.entry_id)
    at = course_at(case, entry, here.letter)
    steps = (*steps_shown(at, clinic, work), *beside_shown(at, work))
    offered = additions(
        work.supplies, may_ask_anew=may_ask_anew(case), may_decide_anew=may_decide_anew(case)
    )
    return (
        *(Command(f"{STEP}:{s.key}", s.title, Kind.STEP, s.words) for s in steps),
        *_questions(here, entry, work),
        *(
            Command(f"{LETTER}:{s.key}", s.title, Kind.LETTER, s.words)
            for s in letters_shown(at, clinic, work)
        ),
        *_tasks(case, work),
        *(Command(f"{ADD}:{a.key}", a.title, Kind.ADDITION, "", also=a.detail) for a in offered),
    )


def _tasks(case: OpenCase, work: Work) -> Iterator[Command]:
    for group in task_groups(case.tasks(), work.supplies, work.today):
        for task in group.tasks:
            yield Command(f"{TASK}:{task.key}", task.title, Kind.TASK, task.when)


def _questions(here: Bookmark, entry: Entry | None, work: Work) -> Iterator[Command]:
    """Yield the questions of the form on the screen that are asked just now, and its parts."""
    if here.letter or here.whereabouts is None:
        return
    try:
        form = _form(here, entry, work)
    except READING_TROUBLE:
        return
    answers = entry.answers if entry else starting_answers(form)
    yield from _asked(form, answers, work)


def _form(here: Bookmark, entry: Entry | None, work: Work) -> Questionnaire:
    if entry is None:
        return work.supplies.newest(here.form)
    return work.supplies.form(entry.form, entry.version)


def _asked(form: Questionnaire, answers: Answers, work: Work) -> Iterator[Command]:
    shown = enabled_places(form, answers, work.today)
    told: set[str] = set()
    for section in sections(form):
        # A part that was made for questions outside any has the name of the form.
        if section.text and section.link_id in form.by_link_id:
            yield Command(f"{QUESTION}:{section.link_id}", section.text, Kind.QUESTION, "Afsnit")
        for item, place in places_of(section, answers):
            if item.is_question and place in shown and item.link_id not in told and item.text:
                told.add(item.link_id)
                key, title = f"{QUESTION}:{item.link_id}", item.text[:_LONGEST_TITLE]
                yield Command(key, title, Kind.QUESTION, section.text, also=item.help)
