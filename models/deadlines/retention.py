"""How long a case is kept once it is closed; nothing is ever deleted by itself."""

from datetime import date

from models.course import Course, Form
from models.deadlines.rule import NOTHING, Rule
from models.deadlines.seen import Seen
from models.deadlines.term import Deadline, Whose
from models.law_tables import LawTables

_CASE = Rule(
    id="case_retention",
    title="Opbevaring af sagen",
    form=None,
    waits="Tiden begynder, når forløbet er afsluttet.",
    duty="Sagen bliver gemt",
    missed="Sagen skulle gemmes",
    done="Sagen blev gemt",
    since="forløbets afslutning",
    closes="Arkivets regler går forud. Programmet sletter aldrig noget af sig selv.",
    whose=Whose.OTHERS,
    lapses=True,
    by="til og med",
)
_HEALTH = Rule(
    id="health_retention",
    title="Opbevaring af lægens journal",
    form=None,
    waits="Tiden begynder, når forløbet er afsluttet.",
    duty="Det lægelige bliver gemt",
    missed="Det lægelige skulle gemmes",
    done="Det lægelige blev gemt",
    since="forløbets afslutning",
    closes="Tiden regnes fra det seneste, lægen har skrevet, og gælder kun den lægelige del.",
    whose=Whose.OTHERS,
    lapses=True,
    by="til og med",
)


def case_retention(course: Course, law: LawTables, today: date) -> Deadline:
    """Return how long the social case is kept (arkivloven and the order on discarding)."""
    return Seen(course, law, today).count(_CASE, _closed(course), NOTHING)


def health_retention(course: Course, law: LawTables, today: date) -> Deadline:
    """Return how long a doctor's record is kept (journalføringsbekendtgørelsen)."""
    has_record = course.request.wishes_medical or course.medical_interview.result == "held"
    start = _closed(course) if has_record else None
    return Seen(course, law, today).count(_HEALTH, start, NOTHING)


def _closed(course: Course) -> date | None:
    return course.discharge.day if course.is_signed(Form.DISCHARGE) else None
