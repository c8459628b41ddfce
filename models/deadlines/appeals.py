"""The appeal (klage): the citizen's time for it, and the municipality's for looking again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from models.appeals import Appeal
from models.course import Course, Form
from models.danish import long_date, short_date
from models.deadlines.appealable import Appealable, appealable, over_a_decision
from models.deadlines.rule import NOTHING, Rule, Shown, Span
from models.deadlines.seen import Seen
from models.deadlines.several import each_of, first_of
from models.deadlines.term import Deadline, DeadlineState, Whose, last_day
from models.decision import Delivery
from models.law_tables import LawTables, Length, NoRuleInForceError

_APPEAL = Rule(
    id="appeal",
    title="Klagefrist",
    form=Form.APPEAL,
    waits="Klagefristen begynder med afgørelsen.",
    duty="Borgeren kan klage",
    missed="Borgeren kunne klage",
    done="Borgeren klagede",
    since="den dag, afgørelsen regnes for modtaget,",
    closes="En klage, der kommer senere, kan stadig blive behandlet, når der er en særlig grund.",
    whose=Whose.CITIZENS,
    lapses=True,
    by="til og med",
)
_REASSESSMENT = Rule(
    id="reassessment",
    title="Genvurdering",
    form=Form.APPEAL,
    waits="Fristen begynder, når kommunen får en klage.",
    duty="Sagen skal være genvurderet, og klagen sendt videre, hvis afgørelsen står ved magt,",
    missed="Sagen skulle være genvurderet",
    done="Sagen blev genvurderet",
    since="den dag, klagen kom,",
    closes="Fristen er holdt, når resultatet eller videresendelsen er underskrevet.",
)
_UPHELD = Rule(
    id="appeal_upheld",
    title="Fastholdt klage",
    form=Form.APPEAL,
    waits="Fristen begynder, når borgeren får noget medhold.",
    duty="Borgeren kan sige, om resten af klagen bliver fastholdt,",
    missed="Borgeren kunne fastholde resten af klagen",
    done="Borgeren svarede",
    since="den nye afgørelse",
    closes="Fastholder borgeren, bliver resten sendt til klageinstansen.",
    whose=Whose.CITIZENS,
    lapses=True,
    by="til og med",
)
_OMBUDSMAN = Rule(
    id="ombudsman",
    title="Klage til ombudsmanden",
    form=None,
    waits="Fristen begynder, når klageinstansen har svaret.",
    duty="Borgeren kan klage til ombudsmanden",
    missed="Borgeren kunne klage til ombudsmanden",
    done="Borgeren klagede",
    since="klageinstansens svar",
    closes="Det koster ikke noget.",
    whose=Whose.CITIZENS,
    lapses=True,
    by="til og med",
)
_USUAL = "afgørelsen"
_BOARD_WAITS = {"", "waiting"}
_LATE = "Afvis den ikke selv: Klageinstansen kan se bort fra fristen."


def presumed_received(sent: date, way: Delivery, law: LawTables) -> date:
    """Return the day a letter counts as received: the day itself, or after the presumed post days.

    Digital Post and a letter handed over count on the day; an ordinary letter after the number of
    working days that is presumed (Ankestyrelsen's practice since June 2018).
    """
    if way is not Delivery.LETTER:
        return sent
    return last_day(sent, _post_days(sent, law), law.calendar)


def appeal_deadline(sent: date, way: Delivery, law: LawTables) -> date:
    """Return the last day on which an appeal is in time (retssikkerhedsloven § 67).

    The length counts from the day the decision was received; a last day that is not a working day
    gives way to the next that is.
    """
    received, length = presumed_received(sent, way, law), law.length(_APPEAL.id, sent)
    return law.calendar.next_working_day(last_day(received, length, law.calendar))


def appeal(course: Course, law: LawTables, today: date) -> Deadline:
    """Return how the deadline for an appeal of the decision that stands is standing."""
    return appeal_about(course, course.decision.entry_id, law, today)


def appeal_about(course: Course, entry_id: str, law: LawTables, today: date) -> Deadline:
    """Return how the deadline for an appeal of what was decided in this entry stands."""
    found = (stands for made, stands in _each(course, law, today) if made.entry_id == entry_id)
    return next(found, _APPEAL.not_started())


def appeals(course: Course, law: LawTables, today: date) -> tuple[Deadline, ...]:
    """Return the deadline for an appeal of each decision, a no to the free choice among them.

    Before any is signed, it is one that nothing has begun.
    """
    return tuple(stands for _, stands in _each(course, law, today)) or (_APPEAL.not_started(),)


def _each(course: Course, law: LawTables, today: date) -> Iterator[tuple[Appealable, Deadline]]:
    seen, decided = Seen(course, law, today), appealable(course)
    for rule, made in first_of(_APPEAL, decided):
        yield made, _appeal(seen, _saying(rule, made, is_one=len(decided) == 1), made)


def _saying(rule: Rule, decided: Appealable, *, is_one: bool) -> Rule:
    """Return *rule* that names what it is about, where that is not plain."""
    if is_one and decided.what == _USUAL:
        return rule
    over = f"klage over {decided.what} af {long_date(decided.day)}"
    return replace(
        rule,
        title=f"{rule.title} for {decided.what} af {short_date(decided.day)}",
        duty=f"Borgeren kan {over}",
        missed=f"Borgeren kunne {over}",
    )


def _appeal(seen: Seen, rule: Rule, decided: Appealable) -> Deadline:
    try:
        span = _appeal_span(rule, decided, seen.law)
    except NoRuleInForceError as error:
        return rule.unknown(error)
    if span is None:
        return rule.not_started()
    made = decided.made
    stands = seen.judge(span, Shown(made.received, made.is_signed) if made else NOTHING)
    if stands.state is DeadlineState.MET_LATE:
        stands = replace(stands, sentence=f"{stands.sentence} {_LATE}")
    return replace(stands, brief=f"Klagefrist {short_date(span.due)}")


def _appeal_span(rule: Rule, decided: Appealable, law: LawTables) -> Span | None:
    """Return the time for an appeal; None when nobody knows how the decision went.

    Raises `NoRuleInForceError`.
    """
    made, went = decided.made, decided.went
    if went is None:
        return None
    length = law.length(_APPEAL.id, decided.day)
    received = presumed_received(went.day, went.way, law)
    known = made.decision_received if made and made.is_signed else None
    span = rule.counted(known or received, law)
    due = law.calendar.next_working_day(last_day(known or received, length, law.calendar))
    span = replace(span, length=length).until(due)
    if known is None and went.way is Delivery.LETTER:
        return span.leaning_on(_post_days(went.day, law))
    return span


def _post_days(sent: date, law: LawTables) -> Length:
    return law.length("presumed_letter_days", sent)


def reassessments(course: Course, law: LawTables, today: date) -> tuple[Deadline, ...]:
    """Return the deadlines for looking again at what was appealed (retssikkerhedsloven § 66).

    Within it the municipality gives way, or sends appeal, reasons and case to Ankestyrelsen.
    """
    seen, made = Seen(course, law, today), over_a_decision(course)
    return tuple(_reassessment(seen, rule, one) for rule, one in each_of(_REASSESSMENT, made))


def _reassessment(seen: Seen, rule: Rule, made: Appeal) -> Deadline:
    span = seen.span(rule, made.received)
    if isinstance(span, Deadline):
        return span
    if made.is_signed and made.result == "withdrawn":
        return span.waived("Borgeren har trukket klagen tilbage.")
    if made.is_signed and made.result == "changed" and made.reassessed is None:
        return span.settled("Borgeren fik medhold.", "Genvurdering: medhold")
    return seen.judge(span, Shown(_reassessed(made), made.is_signed), _to_forward(made))


def _reassessed(made: Appeal) -> date | None:
    """Return the day the municipality was done with the appeal: gave way, or sent it on."""
    match made.result:
        case "changed":
            return made.reassessed
        case "partly":
            return made.new_decision or made.reassessed
        case _:
            return made.forwarded


def _to_forward(made: Appeal) -> str:
    is_upheld = made.is_signed and made.result == "upheld" and made.forwarded is None
    return "Afgørelsen står ved magt. Send klagen videre til klageinstansen." if is_upheld else ""


def upheld_appeals(course: Course, law: LawTables, today: date) -> tuple[Deadline, ...]:
    """Return the citizen's times to uphold what was not changed (retssikkerhedsloven § 66)."""
    seen = Seen(course, law, today)
    partly = (made for made in over_a_decision(course) if made.result == "partly")
    return tuple(_upheld(seen, rule, one) for rule, one in each_of(_UPHELD, partly))


def _upheld(seen: Seen, rule: Rule, made: Appeal) -> Deadline:
    span = seen.span(rule, made.new_decision or made.reassessed)
    if isinstance(span, Deadline):
        return span
    if made.is_signed and made.kept == "yes":
        return span.settled("Borgeren fastholder resten af klagen.", "Klagen er fastholdt")
    if made.is_signed and made.kept == "no":
        return span.settled(
            "Borgeren fastholder ikke resten af klagen.", "Klagen er ikke fastholdt"
        )
    return seen.judge(span, NOTHING)


def ombudsman(course: Course, law: LawTables, today: date) -> tuple[Deadline, ...]:
    """Return the citizen's times to turn to the ombudsman (ombudsmandsloven § 13)."""
    seen = Seen(course, law, today)
    answered = (made for made in course.appeals if made.outcome not in _BOARD_WAITS)
    return tuple(
        seen.count(rule, one.outcome_day, NOTHING) for rule, one in each_of(_OMBUDSMAN, answered)
    )
