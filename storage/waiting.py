"""The documents that were approved and that nobody has noted as sent or handed over."""

from dataclasses import dataclass
from datetime import datetime

from storage.connection import Connection, SqlRow
from storage.moments import moment


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingDocument:
    """A document that waits; `name` is the citizen's, empty when there is none.

    `way` is the one that was thought of when it was approved, `printed` and `saved` say when it
    last was, and `saved_as` under which name. `newer_kinds` are those of which
    its case has a newer one.
    """

    id: str
    case_id: str
    name: str
    kind: str
    approved: datetime
    approved_by: str
    way: str
    printed: datetime | None = None
    saved: datetime | None = None
    saved_as: str = ""
    newer_kinds: frozenset[str] = frozenset()


def waiting_documents(connection: Connection, limit: int) -> tuple[WaitingDocument, ...]:
    """Return up to *limit* documents that wait, the one approved last first."""
    # From the stories, which are short: walking the documents would walk through their bytes.
    rows = connection.execute(
        "WITH told AS (SELECT document_id,"
        " max(iif(what = 'printed', at, NULL)) AS printed,"
        " max(iif(what = 'saved', number, NULL)) AS saved,"
        " min(iif(what = 'approved', number, NULL)) AS approved"
        " FROM waiting JOIN document_event USING (document_id) GROUP BY document_id)"
        " SELECT document.id, document.case_id, ifnull(citizen.name, ''), document.kind,"
        " document.approved, document.approved_by, ifnull(approval.way, ''), told.printed,"
        " saving.at, ifnull(saving.way, ''),"
        " (SELECT group_concat(DISTINCT newer.kind) FROM document AS newer"
        " WHERE newer.case_id = document.case_id AND newer.approved > document.approved)"
        " FROM told JOIN document ON document.id = told.document_id"
        " LEFT JOIN document_event AS approval ON approval.number = told.approved"
        " LEFT JOIN document_event AS saving ON saving.number = told.saved"
        " LEFT JOIN citizen ON citizen.case_id = document.case_id"
        " ORDER BY document.approved DESC, document.id DESC LIMIT ?",
        (limit,),
    )
    return tuple(_waiting(row) for row in rows.fetchall())


def _waiting(row: SqlRow) -> WaitingDocument:
    document_id, case_id, name, kind, approved, by, way, printed, saved, saved_as, newer = row
    return WaitingDocument(
        id=document_id,
        case_id=case_id,
        name=name,
        kind=kind,
        approved=moment(approved),
        approved_by=by,
        way=way,
        printed=moment(printed) if printed else None,
        saved=moment(saved) if saved else None,
        saved_as=saved_as,
        newer_kinds=frozenset(newer.split(",") if newer else ()),
    )
