"""The recommendation (indstilling) of a provider to the municipality that decides."""

from models.danish import listed
from models.deadlines.guarantee import guarantee_term
from models.letters.basis import Basis, facts
from models.letters.contents import LetterDraft, Part, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import Block, Paragraph, Receiver, Result
from models.letters.pieces import dated, greeting, option, plain, quoted, said
from models.recommendation import Recommendation

_NOT_SAID = {"", "no-wish"}
_CONSENTED = {"yes", "partly"}


def recommendation_letter(basis: Basis) -> LetterDraft:
    """Return the recommendation as it stands, and what it still lacks."""
    proposed, say = basis.course.recommendation, basis.speech.say
    sections = (
        _opening(basis, proposed),
        _proposal(basis, proposed),
        _wish(basis, proposed),
        _known(basis, proposed),
        _reasons(basis, proposed),
        _view(basis, proposed),
        _rights(basis, proposed),
        greeting(basis),
    )
    title = option(basis, "title", proposed.occasion) or say("title.title")
    receiver = Receiver((proposed.to,) if proposed.to else ())
    named = frozenset({"citizen"} if basis.course.citizen.name else ())
    return drafted(basis, Text(title, sections, said=named, receiver=receiver))


def _opening(basis: Basis, proposed: Recommendation) -> Section:
    say, citizen = basis.speech.say, basis.course.citizen
    measure = proposed.measure.code if proposed.measure else ""
    result = option(basis, "result", "end" if proposed.occasion == "end" else measure)
    rows = facts(
        (say("field.citizen"), citizen.name),
        (say("field.case_number"), citizen.case_number),
        (say("field.requested"), _requested(basis, proposed)),
    )
    parts = (part("measure", *((Result(result),) if result else ())), plain(*rows))
    return Section("", parts)


def _requested(basis: Basis, proposed: Recommendation) -> str:
    if proposed.requested is None:
        return ""
    due = guarantee_term(proposed.requested, basis.law).due
    return basis.speech.say("text.requested", date=dated(proposed.requested), due=dated(due))


def _proposal(basis: Basis, proposed: Recommendation) -> Section:
    say = basis.speech.say
    rows = facts(
        (say("field.provider"), proposed.provider),
        (say("field.volume"), proposed.volume),
        (say("field.purpose"), proposed.purpose),
    )
    return Section(
        say("heading.proposal"), (part("proposal", *said(proposed.proposal)), plain(*rows))
    )


def _wish(basis: Basis, proposed: Recommendation) -> Section:
    say = basis.speech.say
    wished = proposed.wished_kind
    kind = wished.display if wished and wished.code not in _NOT_SAID else ""
    rows = facts(
        (say("field.wished_kind"), kind), (say("field.wished_provider"), proposed.wished_provider)
    )
    words = quoted(proposed.words, say("text.speaker"))
    return Section(say("heading.wish"), (part("words", *words), plain(*rows)))


def _known(basis: Basis, proposed: Recommendation) -> Section:
    say = basis.speech.say
    sources = listed([source.lower() for source in proposed.sources])
    built_on = said(say("text.sources", sources=sources) if sources else "")
    rows = facts(
        (say("field.resources"), proposed.resources),
        (say("field.barriers"), proposed.barriers),
        (say("field.so_far"), proposed.so_far),
    )
    parts = (part("facts", *said(proposed.facts)), plain(*rows), plain(*built_on))
    return Section(say("heading.known"), (*parts, _against(basis, proposed)))


def _against(basis: Basis, proposed: Recommendation) -> Part:
    if not proposed.is_against:
        return plain()
    known = "known" if proposed.is_against_known else "unknown"
    return plain(Paragraph(basis.speech.say(f"against.{known}")))


def _reasons(basis: Basis, proposed: Recommendation) -> Section:
    say = basis.speech.say
    rows = facts(
        (say("field.alternatives"), proposed.alternatives),
        (say("field.risk"), proposed.risk),
        (say("field.other_help"), proposed.other_help),
    )
    return Section(say("heading.reasons"), (part("reasons", *said(proposed.reasons)), plain(*rows)))


def _view(basis: Basis, proposed: Recommendation) -> Section:
    say = basis.speech.say
    agrees = said(option(basis, "agrees", proposed.agrees))
    words = quoted(proposed.view, say("text.speaker"))
    return Section(say("heading.view"), (part("agrees", *agrees), plain(*words)))


def _rights(basis: Basis, proposed: Recommendation) -> Section:
    say = basis.speech.say
    consented = proposed.consent in _CONSENTED
    consent: tuple[Block, ...] = (
        (Paragraph(say(f"consent.{proposed.consent}")),) if consented else ()
    )
    copied = say("text.copied", date=dated(proposed.copied)) if proposed.copied else ""
    parts = (part("consent", *consent), plain(*said(copied)), plain(Paragraph(say("text.decides"))))
    return Section(say("heading.rights"), parts)
