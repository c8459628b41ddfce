"""Copies of a filled form that leave the register: on paper, as PDF, for another program."""

import hashlib
import unicodedata
from dataclasses import dataclass

import resources
from app.measured_scores import scores_before
from app.open_case import OpenCase
from app.records import day_of
from app.score_words import score_words
from app.shipped_forms import files_of_today, head_of, url_of
from app.work import Work
from forms.exchange import Origin, response_for_others
from forms.fair_copy import Filling, fair_copy
from forms.questionnaire import Questionnaire
from models.case import Entry
from models.clinic import Clinic
from models.filled_form import Circumstances, filled_form
from storage.case_ids import CLINIC_CASE
from storage.records import Deed, FormName
from storage.trail import Step
from views.paper.form_paper import draw_form

_EARLIER = "questionnaires/earlier"
_LONGEST_NAME = 40
_SPELT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(frozen=True, slots=True)
class Print:
    """How a form is wished on paper."""

    for_citizen: bool = False
    large: bool = False


class FormCopies:
    """Makes copies of the entries of one case, and notes in the trail where they went."""

    def __init__(self, case: OpenCase, work: Work, clinic: Clinic) -> None:
        self._case = case
        self._work = work
        self._clinic = clinic

    def paper(self, entry: Entry, wished: Print) -> bytes:
        """Return *entry* as a PDF, with what its scores mean in all but the citizen's edition."""
        form, citizen = self.form(entry), self._case.course.citizen
        instruments = self._work.supplies.instruments_for(form)
        before = scores_before(entry, self._case.case, self._work.supplies)
        meaning = score_words(entry.answers, instruments, citizen.cpr.sex, before)
        notes = {} if wished.for_citizen else meaning
        filling = Filling(form, entry.answers, day_of(entry, self._work.today), notes)
        blocks = fair_copy(filling, for_citizen=wished.for_citizen)
        corrected = self._case.case.entry(entry.replaces) if entry.replaces else None
        office = ", ".join(part for part in (self._clinic.name, self._clinic.unit) if part)
        is_citizens = self._case.case.id != CLINIC_CASE
        around = Circumstances(citizen if is_citizens else None, office, corrected)
        filled = filled_form(form.title, entry, blocks, around, for_citizen=wished.for_citizen)
        return draw_form(filled, large_print=wished.large)

    def response(self, entry: Entry) -> bytes:
        """Return the answers of *entry* as a FHIR QuestionnaireResponse."""
        origin = Origin(
            entry_id=entry.id,
            author=entry.author,
            citizen=self._case.course.citizen.name,
            authored=entry.changed,
            is_signed=entry.is_signed,
        )
        return response_for_others(self.form(entry), entry.answers, origin).encode()

    def questionnaire(self, entry: Entry) -> bytes:
        """Return the form of *entry* as the FHIR Questionnaire it came as; no answer is in it."""
        wanted = FormName(url_of(entry.form), entry.version)
        kept = (own for own in self._work.register.forms.all() if own.name == wanted)
        own = next(kept, None)
        return (own.json if own else resources.text(_file(entry))).encode()

    def form(self, entry: Entry) -> Questionnaire:
        """Return the form that *entry* answers."""
        return self._work.supplies.form(entry.form, entry.version)

    def note(self, entry: Entry, deed: Deed, content: bytes) -> None:
        """Note in the trail, once the disk has it, that *content* left; raises `RegisterError`."""
        digest = hashlib.sha256(content).hexdigest()
        now, case_id = self._work.clock(), self._case.case.id
        self._work.register.note(Step(now, self._work.person, deed, case_id, entry.id, digest))
        self._work.register.flush()


def file_name(title: str, what: str, ending: str) -> str:
    """Return a file name such as ``samtykke-svar.json`` that says what it is and of nobody."""
    plain = unicodedata.normalize("NFKD", title.lower().translate(_SPELT))
    kept = "".join(c if c.isascii() and c.isalnum() else " " for c in plain if c.isprintable())
    words = "-".join(kept.split())[:_LONGEST_NAME].strip("-")
    return f"{'-'.join(part for part in (words or 'skema', what) if part)}.{ending}"


def _file(entry: Entry) -> str:
    today = files_of_today().get(entry.form)
    if today is not None and head_of(entry.form).version == entry.version:
        return today
    return f"{_EARLIER}/{entry.form}-{entry.version}.json"
