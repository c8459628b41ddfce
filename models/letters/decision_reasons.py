"""Why a decision came out as it did: facts, rules, weighing and the citizen's view."""

from models.danish import listed, long_date
from models.letters.basis import Basis
from models.letters.citing import cited_together
from models.letters.contents import LetterContents, Part, Section, part
from models.letters.letter import Block, Heading, Paragraph, Quotation
from models.letters.own_words import is_about, is_standard

_RESIDENTIAL = "residential"


def reasons(basis: Basis, contents: LetterContents) -> Section:
    """Return the full reasons that a partial or whole refusal must give."""
    parts = (*_facts(basis), _legal_basis(basis, contents), _considerations(basis), *_view(basis))
    return Section(basis.speech.say("heading.why"), parts)


def legal_basis_only(basis: Basis, contents: LetterContents) -> Section:
    """Return the rules alone, which is enough where the citizen got all that was asked for."""
    return Section(basis.speech.say("heading.basis"), (_legal_basis(basis, contents),))


def concrete(basis: Basis) -> frozenset[str]:
    """Return which of the reasons are about this case; one that is empty is lacking by itself."""
    why = basis.course.decision.reasons
    is_told = _is_own(basis, why.facts)
    telling = (why.facts if is_told else "", why.citizen_view)
    present = {
        "facts_concrete": is_told,
        "considerations_concrete": _is_own(basis, why.considerations, *telling),
        "view_answer_concrete": _is_own(basis, why.view_answer, *telling),
    }
    return frozenset(element for element, is_there in present.items() if is_there)


def _is_own(basis: Basis, text: str, *telling: str) -> bool:
    wording = basis.speech.wording
    if not text:
        return True
    return not is_standard(text, wording) and is_about(text, basis.course, wording, telling)


def basis_provisions(basis: Basis, contents: LetterContents) -> tuple[str, ...]:
    """Return the ids of the provisions the decision rests on, each once."""
    decision = basis.course.decision
    kind = decision.measure.kind
    ids = [*contents.basis["always"]]
    if decision.change.is_one:
        ids += contents.basis["changed"]
    elif decision.grants_something:
        ids += contents.basis["granted"]
    if decision.grants_something:
        ids += contents.basis["residential"] if kind and kind.code == _RESIDENTIAL else ()
    return tuple(dict.fromkeys((*ids, *decision.provisions)))


def _legal_basis(basis: Basis, contents: LetterContents) -> Part:
    provisions = [basis.law.provision(p, basis.day) for p in basis_provisions(basis, contents)]
    sentence = basis.speech.say("reasons.basis", basis=cited_together(provisions))
    return part("legal_basis", Paragraph(sentence))


def _facts(basis: Basis) -> tuple[Part, ...]:
    why, say = basis.course.decision.reasons, basis.speech.say
    parts: list[Part] = []
    if why.facts:
        heading = Heading(say("heading.facts"), level=3)
        parts.append(part("facts", heading, Paragraph(why.facts)))
    if why.sources:
        sources = listed([source.lower() for source in why.sources])
        parts.append(part("sources", Paragraph(say("reasons.sources", sources=sources))))
    return (*parts, _hearing(basis))


def says_hearing(basis: Basis) -> bool:
    """Return whether the reasons tell that the citizen was heard, or that it was not needed."""
    return bool(_hearing(basis).blocks)


def _hearing(basis: Basis) -> Part:
    why, say = basis.course.decision.reasons, basis.speech.say
    if why.hearing == "not-needed":
        return part("hearing", Paragraph(say("reasons.hearing_not_needed")))
    if why.hearing not in {"done", "oral"} or why.hearing_date is None:
        return part("hearing")
    told = say(f"reasons.hearing_{why.hearing}", date=long_date(why.hearing_date))
    if why.hearing_about:
        told = f"{told} {say('reasons.hearing_about', about=why.hearing_about)}"
    blocks: tuple[Block, ...] = (Paragraph(told),)
    if why.hearing_answer:
        quotation = Quotation(why.hearing_answer, say("reasons.hearing_speaker"))
        blocks = (*blocks, Paragraph(say("reasons.hearing_answer")), quotation)
    return Part(("hearing",), blocks)


def _considerations(basis: Basis) -> Part:
    text = basis.course.decision.reasons.considerations
    if not text:
        return part("considerations")
    heading = Heading(basis.speech.say("heading.considerations"), level=3)
    return part("considerations", heading, Paragraph(text))


def _view(basis: Basis) -> tuple[Part, ...]:
    why, say = basis.course.decision.reasons, basis.speech.say
    heading = Heading(say("heading.view"), level=3)
    answer = (Paragraph(why.view_answer),) if why.view_answer else ()
    if not why.citizen_view:
        return (part("citizen_view"), part("view_answer", *((heading, *answer) if answer else ())))
    intro = Paragraph(say("reasons.view_intro"))
    quotation = Quotation(why.citizen_view, say("reasons.view_speaker"))
    return (part("citizen_view", heading, intro, quotation), part("view_answer", *answer))
