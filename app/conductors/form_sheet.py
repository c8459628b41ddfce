"""The form on the page as it is asked: answers, what is said of them, what can be done."""

from app.answer_notes import answer_notes
from app.asking import Asking
from app.form_words import closing_action, giving_up
from app.open_case import OpenCase
from app.work import Work
from models.case import Entry
from views.screen.form_page import FormPage


class FormSheet:
    """Shows one entry of *case* on *page*."""

    def __init__(self, page: FormPage, case: OpenCase, work: Work) -> None:
        self._page = page
        self._case = case
        self._work = work

    def show_section(self, entry: Entry, asking: Asking, section: int) -> None:
        """Show section number *section* of the form, problems taken away."""
        self._page.show_form(
            asking.form, section, asking.answers, asking.enabled, read_only=entry.is_signed
        )
        self._show_notes(entry, asking)
        self._page.set_closing_action(closing_action(entry))
        self.offer_giving_up(entry)

    def show_answers(self, entry: Entry, asking: Asking) -> None:
        """Show what is answered, and what is said of it, where the form stands."""
        self._page.show_answers(asking.answers, asking.enabled)
        self._show_notes(entry, asking)

    def offer_giving_up(self, entry: Entry) -> None:
        """Offer to give *entry* up once there is something to give up."""
        is_kept = self._case.case.entry(entry.id) is not None
        self._page.offer_giving_up(giving_up(entry, is_kept=is_kept))

    def _show_notes(self, entry: Entry, asking: Asking) -> None:
        sex, instruments = self._case.course.citizen.cpr.sex, self._work.supplies.instruments
        notes = answer_notes(asking, instruments, sex, is_signed=entry.is_signed)
        self._page.show_notes(notes)
