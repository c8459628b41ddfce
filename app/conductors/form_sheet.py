"""The form on the page as it is asked: answers, what is said of them, what can be done."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from app.answer_notes import answer_notes
from app.asking import Asking
from app.form_words import another, closing_action, giving_up, heading, why_another
from app.measured_scores import scores_before
from app.oddities_shown import odd_lines
from app.open_case import OpenCase
from app.reading_hints import reading_hints
from app.score_words import scores_in_short
from app.tasks_shown import usually_first
from app.work import Work
from forms.outline import sections
from models.answers import Place
from models.case import Entry
from models.course import Form
from models.oddities_left_out import left_out_lines
from models.reminders.reminder import Before
from views.screen.fields.note import Note
from views.screen.form_page import FormPage

_STEPS = {
    str(Form.RECOMMENDATION): Before.DECISION,
    str(Form.DECISION): Before.DECISION,
    str(Form.DISCHARGE): Before.DISCHARGE,
}
"""The step that signing a form is."""


class FormSheet:
    """Shows one entry of *case* on *page*."""

    def __init__(self, page: FormPage, case: OpenCase, work: Work) -> None:
        self._page = page
        self._case = case
        self._work = work
        self._section = 0
        self._odd: Mapping[Place, Sequence[str]] = {}

    def show_section(self, entry: Entry, asking: Asking, section: int) -> None:
        """Show section number *section* of the form, problems taken away."""
        self._section = section
        self._odd = self._remarks(entry, asking)
        self._name(entry, asking)
        self._page.show_form(
            asking.form, section, asking.answers, asking.enabled, read_only=entry.is_signed
        )
        self._show_notes(entry, asking)
        self._page.set_closing_action(closing_action(entry))
        self._offer_another(entry)
        self.offer_giving_up(entry)
        self._name_first(entry)

    def show_answers(self, entry: Entry, asking: Asking) -> None:
        """Show what is answered, and what is said of it, where the form stands."""
        self._page.show_answers(asking.answers, asking.enabled)
        self._show_notes(entry, asking)

    def look_again(self, entry: Entry, asking: Asking) -> None:
        """Say anew what looks wrong: not while one types, for a date half typed always does."""
        odd = self._remarks(entry, asking)
        if odd != self._odd:
            self._odd = odd
            self._show_notes(entry, asking)
        self._name_first(entry)

    def offer_giving_up(self, entry: Entry) -> None:
        """Offer to give *entry* up once there is something to give up."""
        is_kept = self._case.case.entry(entry.id) is not None
        self._page.foot.offer_giving_up(giving_up(entry, is_kept=is_kept))

    def _offer_another(self, entry: Entry) -> None:
        """Offer one more of the form of *entry*; a new one belongs to the present course."""
        is_present = self._case.present.entry(entry.id) is not None
        self._page.foot.offer_another(another(entry) if is_present else "", why_another(entry))

    def _name_first(self, entry: Entry) -> None:
        """Name what is usually in place before *entry* is signed, where something is."""
        step = None if entry.is_signed else _STEPS.get(entry.form)
        titles = usually_first(self._case.tasks(), step) if step else ()
        self._page.foot.name_first(titles)

    def _name(self, entry: Entry, asking: Asking) -> None:
        name = heading(asking.form.title, entry)
        is_said = sections(asking.form)[self._section].text == name
        self._page.name.show_name("" if is_said else name)

    def _show_notes(self, entry: Entry, asking: Asking) -> None:
        sex = self._case.course.citizen.cpr.sex
        instruments = self._work.supplies.instruments_for(asking.form)
        before = scores_before(entry, self._case.case, self._work.supplies)
        notes = answer_notes(asking, instruments, sex, before, is_signed=entry.is_signed)
        self._page.show_notes(self._with_oddities(notes))
        self._page.scores.show_scores(scores_in_short(asking, self._section, instruments, sex))

    def _remarks(self, entry: Entry, asking: Asking) -> Mapping[Place, Sequence[str]]:
        """Return what looks wrong, and what is hard to read while it can still be changed."""
        odd = odd_lines(self._case, entry)
        hard = {} if entry.is_signed else reading_hints(asking)
        left = {} if entry.is_signed else left_out_lines(entry.answers)
        said = (odd, hard, left)
        places = {place for lines in said for place in lines}
        return {place: tuple(chain(*(lines.get(place, ()) for lines in said))) for place in places}

    def _with_oddities(self, notes: Mapping[Place, Note]) -> Mapping[Place, Note]:
        odd = {
            place: replace(notes.get(place, Note()), meaning=(*sentences, *_meaning(notes, place)))
            for place, sentences in self._odd.items()
        }
        return {**notes, **odd}


def _meaning(notes: Mapping[Place, Note], place: Place) -> tuple[str, ...]:
    return notes[place].meaning if place in notes else ()
