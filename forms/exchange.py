"""A filled form for another program: what was answered, whose it is and who wrote it."""

from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from forms.answered import given
from forms.json_text import Json, read_json, write_json
from forms.questionnaire import Questionnaire
from forms.response import write_response
from models.answers import Answers, Declined, Unread, Value


@dataclass(frozen=True, slots=True)
class Origin:
    """Where answers come from: the id of their entry, its author, the citizen's name if known.

    `authored` knows its time zone.
    """

    entry_id: str
    author: str
    citizen: str
    authored: datetime
    is_signed: bool


def response_for_others(questionnaire: Questionnaire, answers: Answers, origin: Origin) -> str:
    """Return *answers* as QuestionnaireResponse JSON that says its *origin*.

    Blanks are left out, for FHIR has no empty answers. The citizen goes by name alone: no number is
    given away that the other program need not have.
    """
    kept = {place: found for place, values in answers.values.items() if (found := _said(values))}
    said = replace(answers, values=MappingProxyType(kept))
    text = write_response(questionnaire, said, origin.authored, signed=origin.is_signed)
    written = read_json(text)
    members = written if isinstance(written, dict) else {}
    about: dict[str, Json] = {"resourceType": "QuestionnaireResponse", "id": origin.entry_id}
    if origin.citizen:
        about["subject"] = {"type": "Patient", "display": origin.citizen}
    if origin.author:
        about["author"] = {"type": "Practitioner", "display": origin.author}
    return write_json({**about, **members})


def _said(values: tuple[Value, ...]) -> tuple[Value, ...]:
    unread = (value for value in values if isinstance(value, Unread) and value.typed.strip())
    declined = (value for value in values if isinstance(value, Declined))
    return (*given(values), *unread, *declined)
