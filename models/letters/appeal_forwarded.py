"""An appeal sent on to the board (Ankestyrelsen), with the reasons and what goes along."""

from models.appeals import Appeal
from models.letters.appeal_parts import appealed, decided, late, words
from models.letters.basis import Basis, facts
from models.letters.contents import LetterDraft, Part, Section
from models.letters.drafting import Text, drafted
from models.letters.letter import Block, Receiver, Result
from models.letters.pieces import bulleted, dated, greeting, option, plain, quoted, reaching

_ALWAYS = frozenset({"appeal", "reasons"})
"""What the board cannot do without; the decision too, where there is one."""


def appeal_forwarded(basis: Basis, appeal: Appeal) -> LetterDraft:
    """Return the letter to the board as it stands, and what it still lacks."""
    say = basis.speech.say
    sections = (
        Section("", (plain(*_result(basis, appeal)), *_facts(basis, appeal))),
        Section(say("heading.words"), (words(basis, appeal), plain(*late(basis, appeal)))),
        Section(say("heading.gained"), (plain(*_answered(basis, _gained(appeal))),)),
        Section(say("heading.why"), _why(basis, appeal)),
        Section(say("heading.enclosed"), (_enclosed(appeal),)),
        Section("", (plain(*reaching(basis, "text.contact")),)),
        greeting(basis),
    )
    receiver = Receiver(tuple(say("receiver.board").splitlines()))
    found = appealed(basis, appeal)
    return drafted(basis, Text(say("title.title"), sections, said=found, receiver=receiver))


def _result(basis: Basis, appeal: Appeal) -> tuple[Result, ...]:
    key = appeal.kind if appeal.kind == "missing" else appeal.result
    result = option(basis, "result", key)
    return (Result(result),) if result else ()


def _facts(basis: Basis, appeal: Appeal) -> tuple[Part, ...]:
    say, citizen = basis.speech.say, basis.course.citizen
    acting = basis.course.request.acting
    came = appeal.received is not None and appeal.received <= basis.today
    rows = facts(
        (say("field.citizen"), citizen.name),
        (say("field.case_number"), citizen.case_number),
        (say("field.acting"), acting.name if acting else ""),
        (say("field.decided"), dated(decided(basis, appeal))),
        (say("field.decision_received"), dated(appeal.decision_received)),
        (say("field.received"), dated(appeal.received) if came else ""),
        (say("field.reassessed"), dated(appeal.reassessed)),
        (say("field.informed"), dated(appeal.informed)),
    )
    elements = (*(("citizen",) if citizen.name else ()), *(("received",) if came else ()))
    return (Part(elements, rows),)


def _answered(basis: Basis, text: str) -> tuple[Block, ...]:
    """Return *text*, which speaks to the citizen, as what the municipality answered the citizen."""
    return quoted(text, basis.speech.say("text.answer"))


def _gained(appeal: Appeal) -> str:
    return appeal.gained if appeal.result == "partly" else ""


def _why(basis: Basis, appeal: Appeal) -> tuple[Part, ...]:
    kept = appeal.rest if appeal.result == "partly" else ""
    answer = "\n".join(text for text in (kept, appeal.points) if text)
    said = Part(("points",) if appeal.points else (), _answered(basis, answer))
    return (said, plain(*quoted(appeal.new_facts, basis.speech.say("field.new_facts"))))


def _enclosed(appeal: Appeal) -> Part:
    wanted = _ALWAYS if appeal.kind == "missing" else _ALWAYS | {"decision"}
    is_whole = wanted <= appeal.enclosed
    return Part(("enclosed",) if is_whole else (), bulleted(appeal.enclosed_words))
