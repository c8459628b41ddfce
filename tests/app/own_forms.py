"""Plainly made-up forms of a clinic's own, as FHIR's JSON."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import resources
from app.own_forms import OwnForms
from app.supplies import Supplies, supplies
from storage.records import ClinicForm, FormName, FormStatus

URL = "https://prøve.example/søvn"
AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def sleep_form(version: str = "1", url: str = URL, **more: object) -> str:
    """Return a form with two questions, the second asked when the first says yes."""
    form = {
        "resourceType": "Questionnaire",
        "url": url,
        "version": version,
        "title": "Søvn",
        "status": "active",
        "item": [
            {
                "linkId": "søvn",
                "text": "Søvn",
                "type": "group",
                "item": [
                    {"linkId": "dårlig", "text": "Sover du dårligt?", "type": "boolean"},
                    {
                        "linkId": "timer",
                        "text": "Hvor mange timer sover du?",
                        "type": "integer",
                        "required": True,
                        "enableWhen": [
                            {"question": "dårlig", "operator": "=", "answerBoolean": True}
                        ],
                    },
                ],
            }
        ],
    }
    return json.dumps({**form, **more}, ensure_ascii=False)


def shipped_as(name: str, version: str) -> str:
    """Return the shipped form *name* as the clinic's own version of it."""
    form = json.loads(resources.text(f"questionnaires/{name}.json"))
    return json.dumps({**form, "version": version, "title": "Vores eget"})


def kept(text: str, status: FormStatus = FormStatus.ACTIVE) -> ClinicForm:
    """Return the form in *text* as the register keeps it."""
    form = json.loads(text)
    name = FormName(form["url"], form["version"])
    return ClinicForm(name, status, form.get("title", ""), text, AT, "Prøve Behandler")


def supplies_of(*forms: ClinicForm) -> Supplies:
    """Return the supplies of a clinic with *forms* of its own."""
    return replace(supplies(), own=OwnForms(forms))
