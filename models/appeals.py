"""An appeal (klage) and what came of it: the reassessment (genvurdering) and the board's answer."""

from dataclasses import dataclass, replace
from datetime import date

from models.answers import Coding
from models.case import Entry
from models.chosen import chosen

_REASSESSED = {"changed", "partly"}
_OVERTURNED = {"changed", "returned"}


@dataclass(frozen=True, slots=True)
class Appeal:
    """One appeal; `kind` says what it is about: "decision", "missing", "medical" or "conduct".

    `decided` and `decision_received` are the days of the decision appealed and of its receipt.
    `result` is the reassessment's, on the day `reassessed`; `outcome` the board's (Ankestyrelsen).
    `gained` is what it gave the citizen, `rest` what the municipality stands by, `points` its reply
    to what the citizen argued. `enclosed` and `enclosed_words` are what was sent along.
    """

    entry_id: str
    is_signed: bool
    received: date | None
    words: str
    kind: str
    by: str
    has_mandate: bool | None
    decided: date | None
    decision_received: date | None
    is_late: bool | None
    late_reason: str
    helped: frozenset[str]
    told_day: date | None
    result: str
    reassessed: date | None
    new_decision: date | None
    kept: str
    forwarded: date | None
    informed: date | None
    outcome: str
    outcome_day: date | None
    way: Coding | None = None
    elsewhere: str = ""
    by_whom: str = ""
    has_talked: bool | None = None
    new_facts: str = ""
    points: str = ""
    gained: str = ""
    rest: str = ""
    enclosed: frozenset[str] = frozenset()
    enclosed_words: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The day the appeal was received."""
        return self.received

    def has_overturned(self, today: date) -> bool:
        """Return whether what was decided does not stand as it was, by what is known *today*."""
        answers = (
            (self.result in _REASSESSED, self.reassessed),
            (self.outcome in _OVERTURNED, self.outcome_day),
        )
        return any(is_so and (day is None or day <= today) for is_so, day in answers)


def appeal_of(entry: Entry) -> Appeal:
    """Return the appeal that an entry of the form *appeal* tells."""
    answers = entry.answers
    return replace(
        _appeal(entry),
        way=next(iter(answers.choices("appeal.way")), None),
        elsewhere=answers.text("appeal.elsewhere"),
        by_whom=answers.text("appeal.by_whom"),
        has_talked=answers.yes("appeal.talked"),
        new_facts=answers.text("appeal.new_facts"),
        points=answers.text("appeal.points"),
        gained=answers.text("appeal.gained"),
        rest=answers.text("appeal.rest"),
        enclosed=chosen(answers, "appeal.enclosed"),
        enclosed_words=tuple(choice.display for choice in answers.choices("appeal.enclosed")),
    )


def _appeal(entry: Entry) -> Appeal:
    answers = entry.answers
    return Appeal(
        entry_id=entry.id,
        is_signed=entry.is_signed,
        received=answers.day("appeal.received"),
        words=answers.text("appeal.words"),
        kind=answers.code("appeal.kind"),
        by=answers.code("appeal.by"),
        has_mandate=answers.yes("appeal.mandate"),
        decided=answers.day("appeal.decision_date"),
        decision_received=answers.day("appeal.decision_received"),
        is_late=answers.yes("appeal.late"),
        late_reason=answers.text("appeal.late_reason"),
        helped=chosen(answers, "appeal.helped"),
        told_day=answers.day("appeal.told_date"),
        result=answers.code("appeal.result"),
        reassessed=answers.day("appeal.result_date"),
        new_decision=answers.day("appeal.new_decision"),
        kept=answers.code("appeal.kept"),
        forwarded=answers.day("appeal.forwarded"),
        informed=answers.day("appeal.informed"),
        outcome=answers.code("appeal.outcome"),
        outcome_day=answers.day("appeal.outcome_date"),
    )
