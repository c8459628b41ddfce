"""The reassessment (genvurdering): what came of the appeal, and the reply to what was argued."""

from models.appeals import Appeal
from models.letters.appeal_parts import appealed, decided, new_facts, reassessed_by, words
from models.letters.basis import Basis, length_in_words
from models.letters.citing import cited_together
from models.letters.contents import LetterDraft, Part, Section, part
from models.letters.decision_reasons import basis_provisions
from models.letters.drafting import Text, drafted
from models.letters.letter import Paragraph, Result
from models.letters.own_words import is_about, is_standard
from models.letters.pieces import dated, ended, greeting, plain, reaching, said

_CHANGED = "changed"
_PARTLY = "partly"
_UPHELD = "upheld"
_NOT_IN: dict[str, frozenset[str]] = {
    _CHANGED: frozenset({"rest", "points", "points_concrete"}),
    _PARTLY: frozenset(),
    _UPHELD: frozenset({"gained", "rest"}),
}
"""Elements that a letter with such a result does not need; who got all needs no reasons."""


def reassessment_letter(basis: Basis, appeal: Appeal) -> LetterDraft:
    """Return the letter as it stands, and what it still lacks."""
    say = basis.speech.say
    sections = (
        Section("", (*_result(basis, appeal), _looked(basis, appeal))),
        Section(say("heading.words"), (words(basis, appeal),)),
        Section(say("heading.gained"), (part("gained", *_gained(appeal)),)),
        Section(say("heading.rest"), (part("rest", *_rest(appeal)),)),
        Section(say("heading.why"), _why(basis, appeal)),
        Section(say("heading.next"), (_onward(basis, appeal), *_after(basis))),
        greeting(basis),
    )
    found = appealed(basis, appeal) | _NOT_IN.get(appeal.result, frozenset())
    concrete = frozenset({"points_concrete"} if _is_own(basis, appeal) else ())
    title = say(f"title.{appeal.result}" if appeal.result in _NOT_IN else "title.title")
    return drafted(basis, Text(title, sections, said=found | concrete))


def _result(basis: Basis, appeal: Appeal) -> tuple[Part, ...]:
    if appeal.result not in _NOT_IN:
        return (part("result"),)
    day, say = decided(basis, appeal), basis.speech.say
    of = say("text.of", date=dated(day)) if day else ""
    is_missing = appeal.kind == "missing" and appeal.result == _UPHELD
    key = "missing" if is_missing else appeal.result
    return (part("result", Result(say(f"result.{key}", of=of))),)


def _looked(basis: Basis, appeal: Appeal) -> Part:
    say = basis.speech.say
    came = appeal.received is not None and appeal.received <= basis.today
    received = say("text.received", date=dated(appeal.received)) if came else ""
    by = say("text.by_whom", who=appeal.by_whom) if appeal.by_whom else say("text.again")
    talked = say("text.talked") if appeal.has_talked else ""
    told = " ".join(sentence for sentence in (received, by, talked) if sentence)
    return Part(("received",) if came else (), (Paragraph(told),))


def _gained(appeal: Appeal) -> tuple[Paragraph, ...]:
    is_something = appeal.result in {_CHANGED, _PARTLY} and appeal.gained
    return (Paragraph(ended_text(appeal.gained)),) if is_something else ()


def _rest(appeal: Appeal) -> tuple[Paragraph, ...]:
    is_kept = appeal.result == _PARTLY and appeal.rest
    return (Paragraph(ended_text(appeal.rest)),) if is_kept else ()


def ended_text(text: str) -> str:
    """Return *text* ended as a sentence; one in several lines as it was written."""
    return text if "\n" in text else ended(text)


def _why(basis: Basis, appeal: Appeal) -> tuple[Part, ...]:
    """Return the facts, the reply and the rules (forvaltningsloven § 24)."""
    cited = [
        basis.law.provision(name, basis.day)
        for name in basis_provisions(basis, basis.musts.contents)
    ]
    rules = Paragraph(basis.speech.say("text.rules", rules=cited_together(cited)))
    points = part("points", *said(appeal.points))
    return (new_facts(basis, appeal), points, part("legal_basis", rules))


def _is_own(basis: Basis, appeal: Appeal) -> bool:
    """Whether the reply is about this case; one that is empty is lacking by itself."""
    wording, more = basis.speech.wording, (appeal.words, appeal.new_facts)
    if not appeal.points:
        return True
    return not is_standard(appeal.points, wording) and is_about(
        appeal.points, basis.course, wording, more
    )


def _onward(basis: Basis, appeal: Appeal) -> Part:
    """Return what happens now; nothing before one knows what came of the appeal."""
    return plain(*said(_next(basis, appeal) if appeal.result in _NOT_IN else ""))


def _next(basis: Basis, appeal: Appeal) -> str:
    say = basis.speech.say
    if appeal.result == _CHANGED:
        return _new_decision(basis, appeal)
    if appeal.result == _PARTLY:
        length = length_in_words(basis.law.length("appeal_upheld", basis.day))
        return f"{_new_decision(basis, appeal)} {say('next.partly', length=length)}"
    if appeal.forwarded and appeal.forwarded <= basis.today:
        return say("next.forwarded", date=dated(appeal.forwarded))
    due, length = reassessed_by(basis, appeal)
    return say("next.upheld_by", date=due, length=length) if due else say("next.upheld")


def _new_decision(basis: Basis, appeal: Appeal) -> str:
    day, say = appeal.new_decision, basis.speech.say
    if day and day <= basis.today:
        return say("next.decided", date=dated(day))
    return say("next.decision")


def _after(basis: Basis) -> tuple[Part, ...]:
    return (plain(*reaching(basis, "text.contact")),)
