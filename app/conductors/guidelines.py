"""The conductor of the guideline and the law: looked up, read, and corrected by the clinic."""

from PySide6.QtCore import QObject, Signal, Slot

from app.bookmark import Bookmark
from app.clinic_file import CLINIC_CASE, read_clinic_case
from app.conductors.form_trial import FormTrial
from app.conductors.own_rule import OwnRuleConductor
from app.guidelines_index import Indexed, found_in, index_of, sources_of
from app.guidelines_links import RULE
from app.guidelines_shown import RulesAtHand
from app.open_case import OpenCase
from app.own_rule_begun import correction_of, rule_about
from app.rule_keys import RuleKey, read_key, rule_key
from app.rules_at_hand import know_own_rules
from app.supports import SupportKind, shipped_supports
from app.trouble import READING_TROUBLE
from app.work import Work
from models.case import Case, Entry
from views.screen.guidelines_page import GuidelinesPage
from views.screen.guidelines_search import Sought


class GuidelinesConductor(QObject):
    """Shows one rule among those that are sought; what can go wrong is said as `problem`."""

    back_asked = Signal()
    checklist_asked = Signal(str)
    changed = Signal()
    signed = Signal()
    problem = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.page = GuidelinesPage()
        self._work = work
        self._index: tuple[Indexed, ...] = ()
        self._at = ""
        self._trial: FormTrial | None = None
        self._rule: OwnRuleConductor | None = None
        self.page.sought.connect(self._search)
        self.page.rule_chosen.connect(self._show_rule)
        self.page.link_chosen.connect(self._follow)
        self.page.correction_asked.connect(self._correct)
        self.page.version_asked.connect(self._write_about)
        self.page.addition_asked.connect(self._add)
        self.page.back_asked.connect(self.back_asked)

    @property
    def bookmark(self) -> Bookmark | None:
        """Where one is in a rule one writes; None when one writes none."""
        return self._rule.bookmark if self._rule else None

    @property
    def is_kept(self) -> bool:
        """Whether the register was handed all that stands on the screen."""
        return self._rule is None or self._rule.is_kept

    def show_rules(self, key: str = "", came_from: Bookmark | None = None) -> None:
        """Show all rules, and stand at that of this *key*, if any.

        The way back to where one *came_from* is offered.
        """
        self.page.offer_way_back(_way_back(came_from))
        self._show_all(key)

    def return_to(self, bookmark: Bookmark) -> None:
        """Show the rule one wrote when it was locked."""
        case = self._clinic_case()
        entry = case.entry(bookmark.entry_id) if case else None
        if case and entry:
            self._lead(case, entry)
            if self._rule:
                self._rule.return_to(bookmark)

    def put_away(self) -> None:
        """Hand what is on the screen to the register."""
        if self._rule:
            self._rule.put_away()

    def _show_all(self, key: str) -> None:
        self._index = index_of(self._work.supplies, self._work.today)
        self.page.search.offer_sources(sources_of(self._index))
        if key:
            self._go_to(key)
        else:
            self._search(self.page.search.now)

    @Slot(Sought)
    def _search(self, sought: Sought) -> None:
        self.page.show_groups(found_in(self._index, sought), self._at)

    @Slot(str)
    def _show_rule(self, key: str) -> None:
        work = self._work
        at_hand = RulesAtHand(work.supplies, shipped_supports(), work.today)
        shown = at_hand.shown(read_key(key))
        if shown:
            self._at = key
            self.page.show_rule(shown)

    def _go_to(self, key: str) -> None:
        """Stand at the rule of this *key*, whatever was sought."""
        self._at = key
        if not self.page.show_groups(found_in(self._index, self.page.search.now), key):
            self.page.search.clear()
            self.page.show_groups(found_in(self._index, Sought()), key)
        self.page.focus_rule()

    @Slot(str)
    def _follow(self, link: str) -> None:
        self.problem.emit("")
        if link.startswith(RULE):
            self._go_to(link.removeprefix(RULE))
            return
        kind, _, place = link.partition(":")
        form, _, question = place.partition("/")
        if kind == SupportKind.CHECKLIST:
            self.checklist_asked.emit(form)
        else:
            self._look_at(form, question)

    def _look_at(self, name: str, question: str) -> None:
        """Let a form be tried, at the question that serves the rule."""
        supplies = self._work.supplies
        try:
            form = supplies.newest(name)
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
            return
        trial = FormTrial(form, self._work.today, supplies.instruments, "Retningslinjer")
        trial.page.back_asked.connect(self._go_back)
        self._trial = trial
        self.page.show_beside(trial.page)
        trial.show_question(question)

    @Slot(str)
    def _write_about(self, key: str) -> None:
        """Begin, or go on with, a rule of the clinic's own in the place of a shipped one."""
        self._write(read_key(key))

    @Slot()
    def _add(self) -> None:
        self._write(None)

    def _write(self, key: RuleKey | None) -> None:
        case = self._clinic_case()
        if case is None:
            return
        try:
            entry = rule_about(key, case, self._work)
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
        else:
            self._lead(case, entry)

    @Slot(str)
    def _correct(self, key: str) -> None:
        """Correct what the clinic signed itself."""
        case = self._clinic_case()
        entry = correction_of(read_key(key), OpenCase(case, self._work)) if case else None
        if case and entry:
            self._lead(case, entry)

    def _clinic_case(self) -> Case | None:
        self.problem.emit("")
        try:
            return read_clinic_case(self._work)
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
            return None

    def _lead(self, case: Case, entry: Entry) -> None:
        self.put_away()
        rule = OwnRuleConductor(case, self._work, entry)
        rule.left.connect(self._go_back)
        rule.signed.connect(self._follow_signing)
        rule.changed.connect(self.changed)
        rule.problem.connect(self.problem)
        self._rule = rule
        self.page.show_beside(rule.page)

    @Slot()
    def _follow_signing(self) -> None:
        try:
            know_own_rules(self._work)
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
        written = self._rule.entry_id if self._rule else ""
        its = (rule for rule in self._work.supplies.own_rules.rules if rule.id == written)
        self._at = next((rule_key(rule) for rule in its), self._at)
        self.signed.emit()
        self._go_back()

    @Slot()
    def _go_back(self) -> None:
        self.put_away()
        self._rule, self._trial = None, None
        self.page.show_rules()
        self._show_all(self._at)


def _way_back(came_from: Bookmark | None) -> str:
    if came_from is None:
        return ""
    return "Tilbage til tjeklisten" if came_from.case_id == CLINIC_CASE else "Tilbage til sagen"
