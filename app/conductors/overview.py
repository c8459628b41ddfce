"""The conductor of the room that shows the clinic at a glance: numbers, and no names."""

from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from app.overview_shown import A_WHILE, PERIODS, Numbers, cards_of, first_of_all, waiting_in
from app.rules_mark import rules_mark
from app.work import Work
from models.clinic_numbers import Period, Topic, span_of
from models.course import Form
from storage.errors import RegisterError
from views.screen.citizen_filter import CitizensWanted
from views.screen.overview.page import OverviewPage

_NOT_ALL_YET = (
    "Nogle sager er ved at blive læst igen, så tallene kan ændre sig. Se igen om et øjeblik."
)


class OverviewConductor(QObject):
    """Counts in the register each time the room is shown; `citizens_asked` wants to see who."""

    citizens_asked = Signal(CitizensWanted)
    problem = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.page = OverviewPage(PERIODS)
        self._work = work
        self.page.period_chosen.connect(self.show_numbers)
        self.page.citizens_asked.connect(self.citizens_asked)

    @Slot()
    def show_numbers(self) -> None:
        """Show the numbers of the period that is chosen."""
        work = self._work
        try:
            numbers = self._numbers()
            by = rules_mark(work.supplies)
            outdated = work.register.upkeep.outdated_cases(by, work.today, 1)
        except RegisterError as error:
            self.page.show_trouble(str(error))
            self.problem.emit(str(error))
            return
        note = _NOT_ALL_YET if outdated else ""
        self.page.show_cards(() if numbers.is_empty else cards_of(numbers), note)

    def _numbers(self) -> Numbers:
        lists, today = self._work.register.lists, self._work.today
        span = span_of(Period(self.page.period), today)
        guarantee = Topic.GUARANTEE
        return Numbers(
            open=lists.count_open(),
            guarantee=lists.count_outcomes(guarantee, span.first, span.last),
            waiting=waiting_in(lists.count_outcomes(guarantee, today, date.max)),
            exceeded=waiting_in(lists.count_outcomes(guarantee, *first_of_all(today))),
            decisions=lists.count_outcomes(Topic.DECISION, span.first, span.last),
            follow_up=lists.count_due_in_form(Form.AFTER_CARE, today, today + A_WHILE),
        )
