"""The doctor's part: the medical interview (lægesamtale) and medical treatment."""

from datetime import date

from models.course import Course, Form
from models.deadlines.notes import note_about
from models.deadlines.rule import NOTHING, Rule, Scope, Shown, Span
from models.deadlines.seen import Seen
from models.deadlines.term import Deadline, Whose, end_of_month, in_words, last_day, on_the_day
from models.law_tables import LawTables, NoRuleInForceError

_INTERVIEW = Rule(
    id="medical_interview",
    title="Lægesamtale",
    form=Form.MEDICAL_INTERVIEW,
    waits="Fristen begynder, når borgeren anmoder om behandling.",
    duty="Lægesamtalen skal være tilbudt og holdt",
    missed="Lægesamtalen skulle være tilbudt og holdt",
    done="Lægesamtalen blev holdt",
    since="anmodningen",
    closes="Borgeren kan sige nej tak; notér det.",
    scope=Scope.REQUEST,
)
_TREATMENT = Rule(
    id="medical_treatment",
    title="Lægelig behandling",
    form=None,
    waits="Fristen begynder, når borgeren beder om lægelig behandling.",
    duty="Den lægelige behandling skal være i gang",
    missed="Den lægelige behandling skulle være i gang",
    done="Den lægelige behandling gik i gang",
    since="anmodningen",
    closes="Notér opgaven som gjort, når behandlingen er begyndt. Akutte abstinenser venter ikke.",
    scope=Scope.HEALTH,
)
_ALCOHOL = Rule(
    id="alcohol_treatment",
    title="Behandling for alkohol",
    form=None,
    waits="Fristen begynder, når borgeren tager imod et tilbud om behandling for alkohol.",
    duty="Behandlingen for alkohol skal være i gang",
    missed="Behandlingen for alkohol skulle være i gang",
    done="Behandlingen for alkohol gik i gang",
    since="tilbuddet i afdækningen",
    closes="Notér opgaven som gjort, når behandlingen er begyndt.",
    scope=Scope.HEALTH,
)
_INTEGRATED = Rule(
    id="integrated_treatment",
    title="Integreret behandling i regionen",
    form=None,
    waits=(
        "Regionens frist begynder, når den får henvisningen. Kender I ikke den dag, så spørg "
        "regionen, og skriv den i anmodningen."
    ),
    duty="Regionens behandling skal være i gang",
    missed="Regionens behandling skulle være i gang",
    done="Regionens behandling gik i gang",
    since="henvisningen",
    closes="Fristen er regionens. Spørg, om behandlingen er i gang, og notér opgaven som gjort.",
    whose=Whose.OTHERS,
)
_REPORT = Rule(
    id="medical_report",
    title="Indberetning af lægelig behandling",
    form=None,
    waits="Fristen begynder med den lægelige behandling.",
    duty="Den lægelige behandling skal være indberettet",
    missed="Den lægelige behandling skulle være indberettet",
    done="Den lægelige behandling blev indberettet",
    since="den lægelige behandlings start",
    closes="Det er lægens opgave.",
    whose=Whose.OTHERS,
    lapses=True,
)
_SUBSTITUTION = Rule(
    id="substitution_report",
    title="Indberetning af ordineret medicin",
    form=None,
    waits="Fristen begynder med den lægelige behandling.",
    duty="Afhængighedsskabende medicin skal være indberettet første gang",
    missed="Afhængighedsskabende medicin skulle være indberettet første gang",
    done="Medicinen blev indberettet",
    since="udgangen af den måned, behandlingen begyndte i,",
    closes="Det er lægens opgave hver måned, så længe medicinen bliver ordineret.",
    whose=Whose.OTHERS,
    lapses=True,
)
_COMPLAINT = Rule(
    id="medical_complaint",
    title="Klage over lægelig behandling",
    form=None,
    waits="Fristen begynder, når der har været en lægesamtale.",
    duty="Borgeren kan sende en patientklage over lægesamtalen",
    missed="Borgeren kunne sende en patientklage over lægesamtalen",
    done="Borgeren klagede",
    since="lægesamtalen",
    closes="Den regnes først fra den dag, borgeren kendte eller burde kende til forholdet.",
    whose=Whose.CITIZENS,
    lapses=True,
    by="til og med",
)


def medical_interview(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the deadline for the free medical interview (sundhedsloven § 142, stk. 1-2).

    It lies before treatment starts, and so inside the guarantee. The citizen may decline.
    """
    seen = Seen(course, law, today)
    span = seen.span(_INTERVIEW, course.request.received)
    if isinstance(span, Deadline):
        return span
    started = seen.signed_day(Form.START, course.start.day)
    if started and span.start <= started < span.due:
        span = span.until(started, "Samtalen ligger, før behandlingen begynder.")
    return _settled_interview(seen, span) or seen.judge(span, _held(seen), _booked(seen, span))


def _settled_interview(seen: Seen, span: Span) -> Deadline | None:
    talk = seen.course.medical_interview
    if not seen.course.is_signed(Form.MEDICAL_INTERVIEW):
        return None
    if talk.result == "declined":
        return span.settled("Borgeren har sagt nej tak.", "Lægesamtale: nej tak")
    if talk.result == "held" and talk.day is None:
        return span.settled("Lægesamtalen er holdt.", "Lægesamtale: holdt")
    return None


def _held(seen: Seen) -> Shown:
    talk = seen.course.medical_interview
    was_held = talk.result == "held"
    return Shown(talk.day if was_held else None, seen.course.is_signed(Form.MEDICAL_INTERVIEW))


def _booked(seen: Seen, span: Span) -> str:
    talk = seen.course.medical_interview
    if talk.result != "booked" or talk.day is None:
        return ""
    if talk.day < seen.today:
        return f"Den var aftalt til {on_the_day(talk.day)}. Skriv, om den blev holdt."
    after = " Det er efter fristen." if talk.day > span.due else ""
    return f"Den er aftalt til {on_the_day(talk.day)}.{after}"


def medical_treatment(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the deadline for treatment with addictive medicine (sundhedsloven § 142, stk. 6)."""
    wishes = course.request.wishes_medical
    start = course.request.received if wishes else None
    return Seen(course, law, today).count(_TREATMENT, start, NOTHING)


def alcohol_treatment(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the deadline for treatment for alcohol as well (sundhedsloven § 141, stk. 2).

    The day the citizen turned to somebody about it is not asked; the day of the assessment in
    which it was offered stands for it.
    """
    drinks, seen = course.assessment.drugs, Seen(course, law, today)
    offer = drinks.alcohol_offer if drinks.alcohol == "too-much" else ""
    span = seen.span(_ALCOHOL, course.assessment.day if offer in _ANSWERED else None)
    if isinstance(span, Deadline):
        return span
    if offer == "has":
        return span.settled("Borgeren er i behandling for alkohol.", "Alkohol: i behandling")
    if offer == "declined":
        return span.waived("Borgeren har sagt nej tak til behandling for alkohol.")
    return seen.judge(span, NOTHING)


_ANSWERED = {"has", "offered", "declined"}


def integrated_treatment(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the region's deadline for integrated treatment (sundhedsloven § 82 c).

    It runs from the day the region received the referral. No entry of ours shows that the
    treatment began: a task note does.
    """
    seen, request = Seen(course, law, today), course.request
    span = seen.span(_INTEGRATED, request.elsewhere_from if request.is_integrated else None)
    if isinstance(span, Deadline):
        return span
    if ended := seen.ended(Scope.HEALTH):
        return span.rests(ended)
    return seen.judge(span, NOTHING)


def medical_report(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the doctor's deadline for reporting a medical treatment (SIB)."""
    return Seen(course, law, today).count(_REPORT, _medical_start(course), NOTHING)


def substitution_report(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the doctor's first deadline for reporting prescriptions of addictive medicine."""
    began = _medical_start(course)
    start = end_of_month(began) if began else None
    return Seen(course, law, today).count(_SUBSTITUTION, start, NOTHING)


def _medical_start(course: Course) -> date | None:
    note = note_about(course, _TREATMENT.id)
    return note.day if note and note.outcome == "done" else None


def medical_complaint(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the citizen's time to complain over the medical part (klageloven § 3 a).

    It counts from what one knew or should have known, so that the day of the interview is the
    earliest; a longer time ends it in any case.
    """
    seen, talk = Seen(course, law, today), course.medical_interview
    was_held = talk.result == "held" and course.is_signed(Form.MEDICAL_INTERVIEW)
    span = seen.span(_COMPLAINT, talk.day if was_held else None)
    if isinstance(span, Deadline):
        return span
    return seen.judge(span, NOTHING, _latest_complaint(span, law))


def _latest_complaint(span: Span, law: LawTables) -> str:
    try:
        longest = law.length("medical_complaint_latest", span.start)
    except NoRuleInForceError:
        return ""
    latest = last_day(span.start, longest, law.calendar)
    return (
        f"Kom forholdet først frem senere, kan borgeren klage i op til {in_words(longest)}, til og "
        f"med {on_the_day(latest)}."
    )
