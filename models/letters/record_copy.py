"""A copy of the record (journaludskrift) for one who asked to see the case: cover, list, forms."""

from collections.abc import Iterator

from models.letters.basis import Basis, facts, length_in_words
from models.letters.contents import LetterDraft, Part, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import Block, BulletList, Heading, Paragraph, Result, Table
from models.letters.pieces import dated, greeting, option, plain, quoted, reaching, said
from models.letters.record import Record, numbers_in
from models.letters.record_pages import Leaving, record_pages
from models.record_access import RecordAccess

_RESULTS = {"full", "partial", "refusal"}
_REFUSED = "refusal"
_OF_THE_DATA = {"data", "both"}
_SHARING = {"share", "both"}
_KEPT_OUT = {"others", "self", "internal", "other"}


def record_telling(asked: RecordAccess) -> str:
    """Return what tells one request from the others: the day it came."""
    return dated(asked.received)


def record_copy(basis: Basis, asked: RecordAccess) -> LetterDraft:
    """Return the answer and the copy as they stand, and what they still lack."""
    say, given = basis.speech.say, _given(basis, asked)
    refused = "_refusal" if asked.result == _REFUSED else ""
    sections = (
        Section("", (_result(basis, asked), _asked(basis, asked))),
        Section(say(f"heading.why{refused}"), (_why(basis, asked),)),
        Section(say("heading.appeal"), (_appeal(basis, asked),)),
        Section(say("heading.reading"), (plain(*_reading(basis, asked)),)),
        Section(say("heading.data"), (plain(*_data(basis, asked)),)),
        greeting(basis),
        Section(say("heading.list"), (plain(*_listed(basis, given, _leaving(asked))),)),
    )
    pages = Section("", (plain(*record_pages(basis, given, _leaving(asked))),))
    title = say("title.refusal" if refused else "title.title")
    text = Text(title, (*sections, pages), said=_said(basis, asked))
    return drafted(basis, text)


def _given(basis: Basis, asked: RecordAccess) -> Record:
    """Return what is given of the record; nothing when it is refused."""
    if asked.result == _REFUSED:
        return Record()
    wanted = frozenset[str]() if asked.scope in {"", "all"} else numbers_in(asked.only)
    return basis.record.only(wanted)


def _leaving(asked: RecordAccess) -> Leaving:
    is_partial = asked.result == "partial"
    return Leaving(numbers_in(asked.withheld) if is_partial else frozenset(), asked.is_judged)


def _said(basis: Basis, asked: RecordAccess) -> frozenset[str]:
    is_some = asked.result != _REFUSED
    acting = basis.course.request.acting is not None
    by_another = {"representative": acting, "guardian": acting, "other": asked.has_mandate is True}
    withheld, known = numbers_in(asked.withheld), basis.record.numbers
    present = {
        "party_matches": by_another.get(asked.by, True),
        "judged": asked.is_judged or not is_some,
        "withheld": asked.result != "partial" or bool(withheld),
        "numbers_matches": not known or withheld | numbers_in(asked.only) <= known,
        "exceptions_matches": asked.result != "full" or not asked.exceptions & _KEPT_OUT,
        "reasons": asked.result == "full",
        "appeal_guidance": asked.result == "full",
    }
    return frozenset(element for element, is_there in present.items() if is_there)


def _result(basis: Basis, asked: RecordAccess) -> Part:
    result = option(basis, "result", asked.result) if asked.result in _RESULTS else ""
    return part("result", *((Result(result),) if result else ()))


def _asked(basis: Basis, asked: RecordAccess) -> Part:
    say, came = basis.speech.say, asked.received
    if came is None or came > basis.today:
        return part("received")
    sentence = Paragraph(say("text.received", date=dated(came)))
    return part("received", sentence, *quoted(asked.words, say("text.speaker")))


def _why(basis: Basis, asked: RecordAccess) -> Part:
    if asked.result not in {"partial", _REFUSED} or not asked.reasons:
        return part("reasons")
    return part("reasons", Paragraph(asked.reasons), Paragraph(basis.speech.say("text.rules")))


def _appeal(basis: Basis, asked: RecordAccess) -> Part:
    if asked.result not in {"partial", _REFUSED} or not basis.clinic.address.is_complete:
        return part("appeal_guidance")
    say, clinic = basis.speech.say, basis.clinic
    where = (*dict.fromkeys((clinic.name, clinic.unit)), *clinic.address.lines)
    length = length_in_words(basis.law.length("appeal", basis.day))
    refused = asked.result == _REFUSED
    return part(
        "appeal_guidance",
        Paragraph(say("appeal.may_refusal" if refused else "appeal.may", length=length)),
        Paragraph("\n".join(line for line in where if line)),
        Paragraph(say("appeal.how")),
        *((Paragraph(say("appeal.data")),) if asked.kind in _OF_THE_DATA else ()),
    )


def _reading(basis: Basis, asked: RecordAccess) -> tuple[Block, ...]:
    if asked.result == _REFUSED:
        return ()
    say = basis.speech.say
    notes = (
        say("reading.order"),
        say("reading.withheld") if asked.result == "partial" else "",
        say("reading.own_request"),
        say("reading.medical") if asked.is_medical else "",
        say("reading.wrong"),
    )
    known = BulletList(tuple(note for note in notes if note))
    return (known, *reaching(basis, "text.together"))


def _data(basis: Basis, asked: RecordAccess) -> tuple[Block, ...]:
    """Return what the citizen is told about the data (databeskyttelsesforordningen, art. 15)."""
    if asked.kind not in _OF_THE_DATA:
        return ()
    say = basis.speech.say
    shared = (c for c in basis.course.consents if c.is_given and c.direction in _SHARING)
    parties = "\n".join(dict.fromkeys(consent.party for consent in shared if consent.party))
    rows = facts(
        (say("data.purpose_label"), say("data.purpose")),
        (say("data.kinds_label"), say("data.kinds")),
        (say("data.source_label"), say("data.source")),
        (say("data.receivers_label"), say("data.receivers")),
        (say("data.parties_label"), parties),
        (say("data.storage_label"), say("data.storage")),
    )
    contact = basis.clinic.privacy_contact
    asking = say("data.contact", contact=contact) if contact else ""
    return (*rows, Paragraph(say("data.rights")), *said(asking))


def _listed(basis: Basis, record: Record, leaving: Leaving) -> Iterator[Block]:
    say = basis.speech.say
    if record.entries:
        columns = (say("list.number"), say("list.form"), say("list.day"), say("list.author"))
        rows = (
            (e.number, leaving.named(basis, e.number, e.title), dated(e.day), e.author)
            for e in record.entries
        )
        yield Table(columns, tuple(rows))
    if record.letters:
        yield Heading(say("list.letters"), level=3)
        headings = (say("list.number"), say("list.letter"), say("list.day"))
        papers = ((p.number, leaving.titled(basis, p), dated(p.day)) for p in record.letters)
        yield Table(headings, tuple(papers))
        yield Paragraph(say("list.copies"))
