"""The conductor of a form: from what is typed to the open case, and back to the screen."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from app.asking import Asking
from app.conductors.edition_offer import EditionOffer
from app.conductors.form_history import FormHistory
from app.conductors.form_keeping import FormKeeping
from app.conductors.form_problems import FormProblems
from app.conductors.form_sheet import FormSheet
from app.conductors.row_removal import may_remove
from app.form_words import still_missing
from app.open_case import OpenCase
from app.records import day_of
from app.today_by import today_by
from app.whereabouts import Whereabouts
from app.work import Work
from forms.outline import link_ids_inside, sections
from forms.questionnaire import Questionnaire
from forms.reply import Reply
from models.answers import Place
from models.case import Entry
from views.screen.form_page import FormPage


class FormConductor(QObject):
    """Leads one entry: a draft is kept as one types, a signed one is only shown."""

    question_entered = Signal(Place)
    section_shown = Signal(Place)
    changed = Signal()
    signed = Signal()
    correction_asked = Signal()
    giving_up_asked = Signal()
    another_asked = Signal()
    problem = Signal(str)

    def __init__(self, case: OpenCase, work: Work, entry: Entry, section: int = 0) -> None:
        super().__init__()
        self.page = FormPage(today_by(work.clock))
        self._case = case
        self._work = work
        self._form: Questionnaire = work.supplies.form(entry.form, entry.version)
        self._entry = entry
        self._bring_up_to_date()
        self._section = min(section, len(sections(self._form)) - 1)
        self._place: Place | None = None
        self._sheet = FormSheet(self.page, case, work)
        self._problems = FormProblems(self.page)
        self._history = FormHistory(self.page, self._problems)
        self._newer = EditionOffer(self.page.head.newer, work)
        self._keeping = FormKeeping(case, self._entry.answers)
        self._connect()
        self._show_section()
        if not self.is_kept:
            # What is worked out from the day itself has changed since the draft was last open.
            self._keeping.soon()

    @property
    def form(self) -> Questionnaire:
        """The questionnaire that is asked."""
        return self._form

    @property
    def entry(self) -> Entry:
        """The entry as it stands on the screen."""
        return self._entry

    @property
    def is_kept(self) -> bool:
        """Whether the case knows what the screen shows; a form only looked at need not be kept."""
        return self._keeping.is_kept(self._entry)

    @property
    def whereabouts(self) -> Whereabouts:
        """Where in the form one is, to come back to."""
        caret = self.page.caret(self._place) if self._place else 0
        return Whereabouts(self._section, self._place, caret)

    def return_to(self, whereabouts: Whereabouts) -> None:
        """Show the section and put the cursor where it was."""
        self._section = min(whereabouts.section, len(sections(self._form)) - 1)
        self._show_section()
        if whereabouts.place:
            self.page.focus_place(whereabouts.place, whereabouts.caret)

    def begin(self) -> None:
        """Put the cursor into the first question that waits for an answer, else the first."""
        first = self._asking().first_waiting(self._section)
        if first and not self._entry.is_signed:
            self.page.focus_place(first)

    def go_to(self, place: Place, caret: int = 0) -> None:
        """Show the section that holds *place* and put the cursor into it."""
        section = self._asking().section_of(place.link_id, self._section)
        if section != self._section:
            self._turn_to(section)
        self._problems.show()
        self.page.focus_place(place, caret)

    def save(self) -> None:
        """Hand what is on the screen to the register now; a day told by today is written out."""
        if self._place and not self._entry.is_signed:
            asking = self._asking().with_told(self._place)
            if asking.answers != self._entry.answers:
                self._become(asking, self._place)
        self._keep()

    @Slot(int)
    def retrace(self, way: int) -> None:
        """Take the last change back (-1) or do it again (1), and put the cursor where it was."""
        found = None if self._entry.is_signed else self._history.retraced(way, self._asking())
        if found:
            asking, place = found
            self._become(asking)
            self.go_to(place, self.page.caret(place))
            self._history.tell(way, place, asking)
            self._keep()

    def is_complete(self) -> bool:
        """Return whether nothing is missing or wrong; else go to the first that is, and say so."""
        self._bring_up_to_date()
        self._keep()
        if found := self._asking().problems:
            self._problems.find(found)
            self.go_to(self._asking().first_to_mend(found))
        self.problem.emit(still_missing(len(found)) if found else "")
        return not found

    def forget(self) -> None:
        """Keep nothing more of this entry: it was given up."""
        self._keeping.stop()
        self._entry = replace(self._entry, answers=self._keeping.opened)

    def _connect(self) -> None:
        self._keeping.due.connect(self._keep)
        self._keeping.problem.connect(self.problem)
        self.page.answered.connect(self._record)
        self.page.entered.connect(self._note_entered)
        self.page.left.connect(self._check)
        self.page.section_chosen.connect(self._turn_to)
        self.page.row_added.connect(self._add_row)
        self.page.row_removed.connect(self._remove_row)
        self.page.following_asked.connect(self._follow_again)
        self.page.retracing_asked.connect(self.retrace)
        self.page.head.newer.asked.connect(self._go_over)
        self.page.head.newer.agreed.connect(self._go_over)
        self.page.closing_asked.connect(self._close)
        self.page.foot.giving_up_asked.connect(self.giving_up_asked)
        self.page.foot.another_asked.connect(self.another_asked)

    @Slot(Place, Reply)
    def _record(self, place: Place, reply: Reply) -> None:
        self._become(self._asking().with_reply(place, reply), place)
        self._problems.relieve(self._asking(), place)
        self._keeping.soon()

    @Slot(Place)
    def _note_entered(self, place: Place) -> None:
        self._place = place
        self.question_entered.emit(place)

    @Slot(Place)
    def _check(self, place: Place) -> None:
        self._history.leave(place)
        self._keep()
        self._problems.look_at(self._asking(), place)
        self._sheet.look_again(self._entry, self._asking())

    @Slot(int)
    def _turn_to(self, section: int) -> None:
        self._keep()
        self._section = section
        self._show_section()

    @Slot(Place)
    def _add_row(self, group: Place) -> None:
        self._change(self._asking().with_row(group), group)

    @Slot(Place, int)
    def _remove_row(self, group: Place, row: int) -> None:
        asking = self._asking()
        if may_remove(self.page, asking, group, row):
            self._problems.forget(link_ids_inside(asking.item(group)))
            self._change(asking.without_row(group, row), group)

    @Slot(Place)
    def _follow_again(self, place: Place) -> None:
        self._change(self._asking().following(place), place)

    @Slot()
    def _go_over(self) -> None:
        """Go on in the newest edition of the form, once the person knows what that costs."""
        here = sections(self._form)[self._section].link_id
        draft = self._newer.take(self._entry)
        if draft is None or not self._keeping.keep(draft):
            return
        self._history.forget()
        self._entry, self._place = draft, None
        self._form = self._work.supplies.form(draft.form, draft.version)
        self._section = self._asking().section_of(here, 0)
        self._problems.find(())
        self._show_section()
        self.begin()

    @Slot()
    def _close(self) -> None:
        if self._entry.is_signed:
            self.correction_asked.emit()
        elif self.is_complete() and (signed := self._keeping.sign(self._entry)):
            self._entry = signed
            self.signed.emit()

    def _asking(self) -> Asking:
        return Asking(self._form, self._entry.answers, day_of(self._entry, self._work.today))

    def _bring_up_to_date(self) -> None:
        """Let what is calculated from today's date be of today; what is signed stays."""
        answers = self._asking().up_to_date().answers
        if not self._entry.is_signed and answers != self._entry.answers:
            self._entry = self._entry.rewritten(answers, self._work.clock())

    @Slot()
    def _keep(self) -> None:
        """Hand what is on the screen to the register, what is still being typed as it stands."""
        self._keeping.stop()
        if self.is_kept:
            self.changed.emit()
        elif self._keeping.keep(self._entry):
            self._sheet.offer_giving_up(self._entry)

    def _change(self, asking: Asking, place: Place) -> None:
        self._become(asking, place)
        self._keep()

    def _become(self, asking: Asking, changed: Place | None = None) -> None:
        if changed:
            self._history.note(changed, self._entry.answers, asking.answers)
        self._entry = self._entry.rewritten(asking.answers, self._work.clock())
        self.changed.emit()
        self._sheet.show_answers(self._entry, asking)

    def _show_section(self) -> None:
        # The section first: the page may put the cursor into a question, which then has the word.
        self.section_shown.emit(Place(sections(self._form)[self._section].link_id))
        self._sheet.show_section(self._entry, self._asking(), self._section)
        self._problems.show()
        self._newer.show(self._entry)
