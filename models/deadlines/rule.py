"""A rule says in words what one deadline is about; a span is the rule counted from a day."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from models.course import Form
from models.danish import days, short_date
from models.deadlines.term import (
    Deadline,
    DeadlineState,
    Term,
    Whose,
    in_words,
    left,
    on_the_day,
    term_of,
)
from models.law_tables import Confidence, LawTables, Length, NoRuleInForceError

_LATEST = "senest"
_HOW_SURE = (Confidence.SURE, Confidence.LIKELY, Confidence.UNVERIFIED)


class Scope(StrEnum):
    """How far a rule reaches, and so what switches it off.

    `REQUEST` and `TREATMENT` are of a named adult's treatment (serviceloven § 101) and end with the
    discharge; the former, and what is `HEALTH`, not while region or hospital has the duty. `AFTER`
    is of the same treatment, and begins with the discharge. `CASE` holds always.
    """

    REQUEST = "request"
    TREATMENT = "treatment"
    HEALTH = "health"
    AFTER = "after"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Rule:
    """One deadline in words; `id` is also that of its row in resources/law/deadlines.toml.

    `waits` says what it begins with, `duty` and `missed` what must happen and should have, `done`
    that it happened, `since` the event it is counted from, `closes` what meets it. One that
    `lapses` runs out without anyone being late. `by` stands before its last day, and `part` tells
    apart several of one rule.
    """

    id: str
    title: str
    form: Form | None
    waits: str
    duty: str
    missed: str
    done: str
    since: str
    closes: str
    scope: Scope = Scope.CASE
    whose: Whose = Whose.OURS
    lapses: bool = False
    by: str = _LATEST
    part: str = ""

    def of(self, part: str) -> "Rule":
        """Return this rule about one of several, named *part*."""
        return replace(self, part=part)

    def not_started(self) -> Deadline:
        """Return the deadline that nothing has begun."""
        return self._stands(DeadlineState.NOT_STARTED, self.waits)

    def rests(self, sentence: str, brief: str = "Fristen løber ikke") -> Deadline:
        """Return the deadline that does not bind, for the reason in *sentence*."""
        return replace(self._stands(DeadlineState.SUSPENDED, sentence), brief=brief)

    def unknown(self, error: NoRuleInForceError, brief: str = "Tjek datoen") -> Deadline:
        """Return the deadline of a day that the law tables know no rule for."""
        return replace(self._stands(DeadlineState.UNKNOWN, str(error)), brief=brief)

    def counted(self, start: date, law: LawTables) -> "Span":
        """Return the deadline as it runs from *start*; raises `NoRuleInForceError`."""
        length = law.length(self.id, start)
        return Span(self, start, term_of(start, length, law.calendar), length, length.confidence)

    def _stands(self, state: DeadlineState, sentence: str) -> Deadline:
        name = f"{self.id}:{self.part}" if self.part else self.id
        return Deadline(name, self.title, state, sentence, form=self.form, whose=self.whose)


@dataclass(frozen=True, slots=True)
class Span:
    """A rule from the day it began; `length` is the row of the law it follows.

    `set_by` is the sentence saying who or what set another last day; empty when nothing did.
    """

    rule: Rule
    start: date
    term: Term
    length: Length
    confidence: Confidence
    set_by: str = ""

    @property
    def due(self) -> date:
        """The last day that is in time."""
        return self.term.due

    def until(self, due: date, set_by: str = "") -> "Span":
        """Return this span with another last day, which the sentence *set_by* accounts for."""
        return replace(self, term=self.term.ending(due), set_by=set_by)

    def leaning_on(self, other: Length) -> "Span":
        """Return this span, no surer than the row of the law that *other* is."""
        weakest = max(self.confidence, other.confidence, key=_HOW_SURE.index)
        return replace(self, confidence=weakest)

    def stands(self, state: DeadlineState, sentence: str, brief: str) -> Deadline:
        """Return the deadline in this *state*, with its days and its source."""
        named = replace(self.rule.not_started(), state=state, sentence=sentence, brief=brief)
        return replace(
            named,
            term=self.term,
            provision=self.length.provision,
            confidence=self.confidence,
            basis=self._basis(),
        )

    def met(self, day: date) -> Deadline:
        """Return the deadline met on *day*, in time or late."""
        title, it_happened = self.rule.title, f"{self.rule.done} {on_the_day(day)}"
        if day <= self.due:
            sentence = f"{it_happened}, inden for fristen."
            return self.stands(DeadlineState.MET, sentence, f"{title}: til tiden")
        late = days((day - self.due).days)
        sentence = f"{it_happened}, {late} efter fristen."
        return self.stands(DeadlineState.MET_LATE, sentence, f"{title}: {late} for sent")

    def settled(self, sentence: str, brief: str) -> Deadline:
        """Return the deadline met, as *sentence* says, on a day nobody needs."""
        return self.stands(DeadlineState.MET, sentence, brief)

    def rests(self, sentence: str, brief: str = "Fristen løber ikke") -> Deadline:
        """Return the deadline that does not bind, for the reason in *sentence*."""
        return self.stands(DeadlineState.SUSPENDED, sentence, brief)

    def waived(self, sentence: str) -> Deadline:
        """Return the deadline that need not be met, for the reason in *sentence*."""
        return self.stands(DeadlineState.WAIVED, sentence, f"{self.rule.title}: bortfaldet")

    def waits(self, law: LawTables, today: date, *remarks: str) -> Deadline:
        """Return the deadline that nothing has met yet; *remarks* are said after the rest."""
        state, rule = self.term.state_on(today), self.rule
        if state is not DeadlineState.OVERDUE:
            brief = f"{rule.title} {rule.by} {short_date(self.due)}"
            said = (f"{rule.duty} {rule.by} {on_the_day(self.due)}.", self._left(today))
            return self.stands(state, _joined(*said, self._plan_by(law, today), *remarks), brief)
        by = f"{rule.missed} {rule.by} {on_the_day(self.due)}."
        if rule.lapses:
            over = f"{rule.title}: udløbet"
            return self.stands(DeadlineState.EXPIRED, _joined(by, *remarks), over)
        late = days((today - self.due).days)
        sentence = _joined(by, f"Fristen er overskredet med {late}.", *remarks)
        return self.stands(state, sentence, f"{rule.title}: overskredet {late}")

    def _left(self, today: date) -> str:
        return left((self.due - today).days)

    def _plan_by(self, law: LawTables, today: date) -> str:
        # The duty is the authority's: a weekend does not extend it, so it is planned for before.
        plan_by = law.calendar.last_working_day(self.due)
        is_a_duty = self.rule.whose is Whose.OURS and self.rule.by == _LATEST
        if not is_a_duty or not max(self.start, today) <= plan_by < self.due:
            return ""
        return f"Det er ikke en hverdag, så planlæg efter {on_the_day(plan_by)}."

    def _basis(self) -> str:
        if self.set_by:
            return _joined(self.set_by, self.rule.closes)
        counted = f"fra {self.rule.since} {on_the_day(self.start)}"
        long = f"{in_words(self.length)} {counted}" if self.length.amount else counted
        return _joined(f"Regnes {long}.", self.rule.closes)


@dataclass(frozen=True, slots=True)
class Shown:
    """What an entry shows about a duty: the day it was done, and whether the entry is signed."""

    day: date | None
    is_signed: bool

    def on(self, today: date) -> date | None:
        """Return the day it was done; None while the entry is a draft or the day still to come."""
        return self.day if self.day and self.is_signed and self.day <= today else None

    def remark(self, today: date) -> str:
        """Return why what was entered does not count yet; empty when nothing was."""
        if self.day is None or self.on(today):
            return ""
        if not self.is_signed:
            return "Det, der er skrevet, tæller først, når skemaet er underskrevet."
        return "Datoen ligger ude i fremtiden. Se efter, om den er rigtig."


NOTHING = Shown(None, is_signed=False)


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
