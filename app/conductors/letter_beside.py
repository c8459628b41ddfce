"""The conductor of the letter beside a form: it follows what is typed, kept or not."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.conductors.form import FormConductor
from app.conductors.letter import missing_lines
from app.letters_drafted import Told, drafted_letter, drawn_letter
from app.letters_shown import letter_title
from app.open_case import OpenCase
from app.work import Work
from models.answers import Place
from models.case import Case, Entry
from models.clinic import Clinic
from models.course import Course
from models.courses import courses_of
from models.law_tables import NoRuleInForceError
from models.letters.contents import Lack
from models.letters.writing import Called, letters_called
from views.paper.faults import UnprintableLetterError
from views.screen.form_beside_letter import FormBesideLetter
from views.screen.letter_beside import LetterBesideShown, LetterChoice
from views.screen.lifetime import is_alive
from views.screen.pdf_pages import UnreadableLetterError

_DRAWN_AFTER = 60
"""Milliseconds from a keystroke to the new pages, without the drawing itself."""

_OFFERED_AFTER = 200
"""Milliseconds from the last keystroke until a letter is offered or not, while none is shown."""


class LetterBesideConductor(QObject):
    """Shows a letter that rests on *form* beside it, as the answers on the screen would give it."""

    letter_asked = Signal(str)
    lack_chosen = Signal(str, str)

    def __init__(self, form: FormConductor, case: OpenCase, work: Work, clinic: Clinic) -> None:
        super().__init__()
        self.page = FormBesideLetter(form.page)
        self._form = form
        self._case = case
        self._work = work
        self._clinic = clinic
        self._key = ""
        self._lacks: dict[str, Lack] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show_letter)
        form.changed.connect(self._draw_soon)
        self.page.turned.connect(self.show_letter)
        self.page.letter_chosen.connect(self._choose)
        self.page.open_asked.connect(self.letter_asked)
        self.page.missing_chosen.connect(self._go_to_lack)
        self.show_letter()

    @Slot()
    def show_letter(self) -> None:
        """Show the letter as the screen would give it now, and offer it only if there is one."""
        if not is_alive(self.page):
            # The form has left the screen since something was typed.
            return
        part = self._part()
        course = self._case.told_by(part)
        named = self._called(course)
        self.page.offer(offer=bool(named))
        if not named or not self.page.is_shown:
            return
        chosen = next((one for one in named if one.letter.key == self._key), named[0])
        self._key = chosen.letter.key
        catalogue = self._work.supplies.book.catalogue
        choices = [LetterChoice(one.letter.key, letter_title(one, catalogue)) for one in named]
        self.page.letter.offer(choices, self._key)
        self._show(chosen, part, course)

    def _show(self, chosen: Called, part: Case, course: Course) -> None:
        key = chosen.letter.key
        try:
            told = Told(part, course, self._case.case)
            draft = drafted_letter(chosen.letter, told, self._clinic, self._work)
            self._lacks = {lack.id: lack for lack in draft.lacks}
            content = drawn_letter(draft, course, self._clinic)
            shown = LetterBesideShown(key, content, missing_lines(draft))
            self.page.letter.show_letter(shown)
        except (NoRuleInForceError, UnprintableLetterError, UnreadableLetterError) as error:
            self.page.letter.show_letter(LetterBesideShown(key, b"", (), str(error)))

    def _part(self) -> Case:
        """Return the course with what stands on the screen; a correction as if it were signed."""
        entry = self._form.entry
        if entry.replaces and not entry.is_signed:
            entry = entry.as_signed(entry.author, entry.changed)
        courses = courses_of(self._case.case.with_entry(entry))
        return next((part for part in reversed(courses) if part.entry(entry.id)), courses[-1])

    def _called(self, course: Course) -> tuple[Called, ...]:
        entry, catalogue = self._form.entry, self._work.supplies.book.catalogue
        return tuple(
            named
            for named in letters_called(course, self._clinic, catalogue)
            if catalogue[named.letter.kind].form == entry.form and _is_about(named, entry)
        )

    @Slot()
    def _draw_soon(self) -> None:
        if not self.page.is_shown:
            # Begun anew at each key: whether there is a letter need not be known while one types.
            self._timer.start(_OFFERED_AFTER)
        elif not self._timer.isActive():
            self._timer.start(_DRAWN_AFTER)

    @Slot(str)
    def _choose(self, key: str) -> None:
        self._key = key
        self.show_letter()

    @Slot(str)
    def _go_to_lack(self, key: str) -> None:
        lack = self._lacks.get(key)
        if lack is None:
            return
        if lack.form != self._form.entry.form or self._form.entry.is_signed:
            self.lack_chosen.emit(lack.form, lack.question)
            return
        self.go_to(lack.question)

    def go_to(self, question: str) -> None:
        """Put the cursor where *question* is asked first: in the first row of each group."""
        first_rows = (0,) * len(self._form.form.groups_around[question])
        self._form.go_to(Place(question, first_rows))


def _is_about(named: Called, entry: Entry) -> bool:
    return named.letter.entry_id in {"", entry.id}
