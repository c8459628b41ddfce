"""The checklists about the clinic as their page shows them: how far, what lacks, what is due."""

from collections.abc import Sequence
from datetime import date

from app.due_shown import due_state
from app.supplies import Supplies
from forms.questionnaire import Questionnaire
from models.case import Case, Entry
from models.checklists import (
    Checklist,
    ListHead,
    ListState,
    Point,
    draft_of,
    list_state,
    remarks_on,
    standing_entry,
)
from models.danish import days, listed, short_date
from models.deadlines.term import DeadlineState
from models.deadlines_of_clinic import ClinicDeadline
from models.law_tables import Confidence, NoRuleInForceError
from views.screen.checklists_card import ChecklistShown
from views.screen.checklists_due import ClinicDueShown
from views.screen.due import DueState

_IN_PLACE = ".in_place"
_MOST_NAMED = 3
_PRESSING = frozenset(
    {DeadlineState.UNKNOWN, DeadlineState.SOON, DeadlineState.URGENT, DeadlineState.OVERDUE}
)
_NOT_SURE = {
    Confidence.SURE: "",
    Confidence.LIKELY: "Sandsynligt, men ikke efterset i loven.",
    Confidence.UNVERIFIED: "Ikke bekræftet: se efter i loven.",
}


def head_of(form: Questionnaire) -> ListHead:
    """Return what a checklist asks about: each group with a question whether it is in place."""
    asked = (link_id for link_id in form.by_link_id if link_id.endswith(_IN_PLACE))
    groups = (link_id.removesuffix(_IN_PLACE) for link_id in asked)
    points = (Point(group, form.by_link_id[group].text) for group in groups)
    return ListHead(form.name, form.title, tuple(points))


def list_states(case: Case, supplies: Supplies) -> tuple[ListState, ...]:
    """Return how far each checklist is in the clinic's own file.

    *case* holds the answers that apply. Raises `UnknownFormError` or `FormError`.
    """
    entries = ((name, standing_entry(case, name)) for name in Checklist)
    return tuple(list_state(head_of(_form(name, e, supplies)), e) for name, e in entries)


def list_shown(
    state: ListState, case: Case, due: Sequence[ClinicDeadline], supplies: Supplies, today: date
) -> ChecklistShown:
    """Return the card of a checklist; *due* is all that is due about the clinic, soonest first."""
    form = state.head.form
    entry, draft = standing_entry(case, form), draft_of(case, form)
    its = [one for one in due if one.form == form]
    dated = [one for one in its if one.due]
    return ChecklistShown(
        key=form,
        title=state.head.title,
        purpose=supplies.purpose(form),
        progress=_progress(state),
        lines=tuple(line for line in (_reviewed(state, entry, draft), _missing(state)) if line),
        action=_action(entry, draft),
        next=_next(dated[0], today) if dated else "",
        next_state=due_state(dated[0].state) if dated else DueState.NONE,
        problems=remarks_on(state, today),
    )


def due_shown(one: ClinicDeadline, supplies: Supplies, today: date) -> ClinicDueShown:
    """Return one thing that is due as a row."""
    who = f"Ansvarlig: {one.responsible}." if one.responsible else ""
    said = (one.sentence, who, _source(one, supplies, today), _NOT_SURE[one.confidence])
    detail = " ".join(part for part in said if part)
    return ClinicDueShown(key_of(one), one.title, detail, _when(one, today), due_state(one.state))


def key_of(one: ClinicDeadline) -> str:
    """Return what tells one thing that is due from all others."""
    return one.id


def pressing(due: Sequence[ClinicDeadline]) -> tuple[ClinicDeadline, ...]:
    """Return what is due soon or has been, and what has no day yet."""
    return tuple(one for one in due if one.state in _PRESSING)


def rest_in_words(due: Sequence[ClinicDeadline], today: date) -> str:
    """Return what is said below that which presses: what comes after it."""
    later = [one for one in due if one.state not in _PRESSING and one.due]
    if later:
        title, when = later[0].title, _when(later[0], today).lower()
        return f"Det næste: {title}, {when}."
    return "" if due else "Her står, hvad I skal se på, når I er begyndt på en liste."


def _form(name: str, entry: Entry | None, supplies: Supplies) -> Questionnaire:
    return supplies.form(name, entry.version) if entry else supplies.newest(name)


def _progress(state: ListState) -> str:
    if not state.is_begun:
        return f"{len(state.points)} punkter"
    return f"{state.in_place} af {len(state.relevant)} på plads"


def _reviewed(state: ListState, entry: Entry | None, draft: Entry | None) -> str:
    if entry is None:
        return "Ikke begyndt."
    if not entry.is_signed:
        return "Kladde, ikke underskrevet endnu."
    who = f" Ansvarlig: {state.responsible}." if state.responsible else ""
    when = f"Gået igennem {short_date(state.reviewed)}." if state.reviewed else "Gået igennem."
    return f"{when}{who}{' En ny gennemgang er i gang.' if draft else ''}"


def _missing(state: ListState) -> str:
    titles = [point.point.title for point in state.missing]
    if not titles:
        return ""
    named, more = titles[:_MOST_NAMED], len(titles) - _MOST_NAMED
    return f"Mangler: {listed([*named, f'{more} til'] if more > 0 else named)}."


def _action(entry: Entry | None, draft: Entry | None) -> str:
    if draft:
        return "Fortsæt kladden"
    return "Åbn" if entry else "Begynd"


def _next(one: ClinicDeadline, today: date) -> str:
    return f"Skal ses på: {_when(one, today).lower()}"


def _when(one: ClinicDeadline, today: date) -> str:
    if one.due is None:
        return "Dato mangler"
    left = (one.due - today).days
    if left < 0:
        return f"Overskredet {days(-left)}"
    if left == 0:
        return "I dag"
    is_near = one.state in _PRESSING
    return f"Om {days(left)}" if is_near else f"Senest {short_date(one.due)}"


def _source(one: ClinicDeadline, supplies: Supplies, today: date) -> str:
    if not one.provision:
        return ""
    try:
        cited = supplies.law.citation(one.provision, today)
    except NoRuleInForceError:
        return ""
    return f"Kilde: {cited}."
