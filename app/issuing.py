"""What a letter was made from, as the register keeps it beside the letter's bytes."""

import json
from collections.abc import Iterable

from models.law_tables import LawTables
from models.letters.contents import LetterDraft
from models.letters.wording import Wording
from storage.records import EntryRecord


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
            "receiver": next(iter(draft.letter.receiver.lines), ""),
            "wording": wording.version,
            "own_wording": dict(wording.own),
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


def receiver_made_for(text: str) -> str:
    """Return the name of the one that `made_from` says the letter is to; empty when it does not."""
    return str(json.loads(text).get("receiver", ""))
