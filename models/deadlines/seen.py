"""A course seen on a day: what switches a rule off, and how it stands when it is counted."""

from dataclasses import dataclass
from datetime import date

from models.course import Course, Form
from models.deadlines.rule import Rule, Scope, Shown, Span
from models.deadlines.term import Deadline, on_the_day
from models.law_tables import LawTables, NoRuleInForceError

_OF_THE_LAW = frozenset({Scope.REQUEST, Scope.TREATMENT, Scope.AFTER})
_NOT_ELSEWHERE = frozenset({Scope.REQUEST, Scope.HEALTH})
_ENDING = frozenset({Scope.REQUEST, Scope.TREATMENT, Scope.HEALTH})
_YOUNG = "bl-33"


@dataclass(frozen=True, slots=True)
class Seen:
    """A course on the day *today*, under the law."""

    course: Course
    law: LawTables
    today: date

    def count(self, rule: Rule, start: date | None, shown: Shown, *remarks: str) -> Deadline:
        """Return how *rule* stands when it is counted from *start*; *shown* is what meets it."""
        span = self.span(rule, start)
        return span if isinstance(span, Deadline) else self.judge(span, shown, *remarks)

    def span(self, rule: Rule, start: date | None) -> Span | Deadline:
        """Return *rule* counted from *start*, or the deadline as it stands when it does not run."""
        if start is None:
            return rule.not_started()
        try:
            if reason := self.reason_not_bound(rule.scope):
                return rule.rests(reason)
            return rule.counted(start, self.law)
        except NoRuleInForceError as error:
            return rule.unknown(error)

    def judge(self, span: Span, shown: Shown, *remarks: str) -> Deadline:
        """Return how *span* stands: met by what is *shown*, ended, or waiting."""
        if day := shown.on(self.today):
            return span.met(day)
        if ended := self.ended(span.rule.scope):
            return span.rests(ended)
        return span.waits(self.law, self.today, *remarks, shown.remark(self.today))

    def signed_day(self, form: Form, day: date | None) -> date | None:
        """Return *day* when the entry of *form* that tells it is signed."""
        return day if self.course.is_signed(form) else None

    def reason_not_bound(self, scope: Scope) -> str:
        """Return why rules of *scope* do not bind in this course; empty when they do."""
        if scope in _NOT_ELSEWHERE and self.course.request.is_elsewhere:
            return self._elsewhere()
        if scope not in _OF_THE_LAW:
            return ""
        if self.course.contact.is_anonymous:
            return (
                "Anonym behandling har ingen frister efter loven. Står borgeren frem med navn, "
                "løber de fra anmodningen."
            )
        return self._too_young()

    def ended(self, scope: Scope) -> str:
        """Return that the course ended, for rules that end with it; empty while it goes on."""
        over = self.signed_day(Form.DISCHARGE, self.course.discharge.day)
        asked = self.course.request.received
        if scope not in _ENDING or over is None or over > self.today:
            return ""
        if asked is not None and over < asked:
            return ""
        return f"Forløbet sluttede {on_the_day(over)}, så fristen løber ikke længere."

    def _elsewhere(self) -> str:
        rests = "Kommunens frist løber ikke, mens regionen eller hospitalet har ansvaret."
        end = self.course.request.elsewhere_end
        if end is None or end >= self.today:
            return rests
        return (
            f"{rests} Det var ventet at slutte {on_the_day(end)}. Se efter, om kommunen igen har "
            "ansvaret."
        )

    def _too_young(self) -> str:
        asked = self.course.request.received
        if asked is None or not self.course.citizen.is_under_age(asked):
            return ""
        act = self.law.provision(_YOUNG, asked)
        # Before the children's act the young had the same right as adults.
        if act.id != _YOUNG:
            return ""
        return (
            "Borgeren var under 18 år, da anmodningen kom, så reglerne for voksne gælder ikke. "
            f"Hjælp til unge følger {act.citation}."
        )
