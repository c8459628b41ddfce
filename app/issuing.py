"""What a letter was made from, as the register keeps it beside the letter's bytes."""

import json
from collections.abc import Iterable

from models.case import Case, Document
from models.course import Form
from models.law_tables import LawTables
from models.letters.contents import LetterDraft
from models.letters.letter import LetterKind
from models.letters.wording import Wording
from storage.records import EntryRecord

LETTER_FORMS = {
    LetterKind.REQUEST_RECEIPT: Form.REQUEST,
    LetterKind.DECISION: Form.DECISION,
    LetterKind.TREATMENT_PLAN: Form.TREATMENT_PLAN,
}
"""The form each letter rests on: when it is corrected, the letter can be issued anew."""

READ_FORMS = {
    LetterKind.REQUEST_RECEIPT: (Form.CONTACT, Form.REQUEST, Form.MEDICAL_INTERVIEW),
    LetterKind.DECISION: (
        Form.CONTACT,
        Form.REQUEST,
        Form.MEDICAL_INTERVIEW,
        Form.DECISION,
        Form.START,
    ),
    LetterKind.TREATMENT_PLAN: (
        Form.CONTACT,
        Form.REQUEST,
        Form.ASSESSMENT,
        Form.DECISION,
        Form.TREATMENT_PLAN,
    ),
}
"""The forms whose answers each letter may hold."""


def issued_now(case: Case, kind: LetterKind) -> Document | None:
    """Return the letter of *kind* that was issued of what stands now; None when it has changed."""
    newest = next(iter(case.issued(kind)), None)
    standing = case.current(LETTER_FORMS[kind])
    is_of_now = newest is None or standing is None or standing.id in newest.entries
    return newest if is_of_now else None


def made_from(
    draft: LetterDraft, entries: Iterable[EntryRecord], wording: Wording, law: LawTables
) -> str:
    """Return as JSON the values a letter was made from, and the versions of wording and law."""
    day = draft.letter.day
    return json.dumps(
        {
            "entries": [
                {
                    "id": entry.id,
                    "form": entry.form,
                    "version": entry.version,
                    "response": json.loads(entry.response),
                }
                for entry in entries
            ],
            "wording": wording.version,
            "law_day": day.isoformat(),
            "law": {
                name: law.provision(name, day).valid_from.isoformat() for name in draft.law_used
            },
        },
        ensure_ascii=False,
    )


def entries_made_from(text: str) -> frozenset[str]:
    """Return the ids of the entries that `made_from` named."""
    return frozenset(entry["id"] for entry in json.loads(text)["entries"])
