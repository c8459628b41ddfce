"""The reasons in writing for a decision that was told orally (forvaltningsloven § 23)."""

from dataclasses import replace

from models.course import Course
from models.decision import Result, legal_result
from models.letters import decision_grant, decision_rights
from models.letters.addressing import addressing, references
from models.letters.appealing import appeal_section, deadline_since
from models.letters.basis import Basis, law_extract
from models.letters.contents import (
    Lack,
    LetterDraft,
    Section,
    blocks_of,
    lacks_of,
    named_lacks,
    part,
    present_in,
)
from models.letters.decision_reasons import basis_provisions, concrete, reasons
from models.letters.drafting import framed
from models.letters.letter import Heading, Letter, Paragraph
from models.letters.letter import Result as ResultSentence
from models.letters.pieces import dated

_EXTRACT = ("sel-101-1", "fvl-23", "fvl-24", "rsl-66", "rsl-67")
_ELEMENTS = frozenset(
    {
        "applied_for",
        "not_granted",
        "legal_basis",
        "facts",
        "facts_concrete",
        "sources",
        "considerations",
        "considerations_concrete",
        "citizen_view",
        "view_answer",
        "view_answer_concrete",
        "appeal_guidance",
    }
)
"""What the matrix of a refusal asks of its reasons, and so of reasons that come afterwards."""


def is_asked_for(course: Course) -> bool:
    """Return whether reasons were asked for of a decision that did not give all."""
    decision = course.decision
    legal = legal_result(decision, course.request)
    was_told = decision.told is not None and decision.reasons_asked is not None
    return was_told and legal is not Result.FULL


def written_reasons(basis: Basis) -> LetterDraft:
    """Return the reasons in writing, and what they still lack."""
    course, law, say = basis.course, basis.law, basis.speech.say
    sections = _sections(basis)
    extract = tuple(dict.fromkeys((*_EXTRACT, *course.decision.provisions)))
    letter = Letter(
        title=say("title.title"),
        day=basis.day,
        sender=basis.sender,
        receiver=addressing(course).receiver,
        reference=references(course),
        blocks=(
            *blocks_of(sections),
            Heading(say("heading.law")),
            *law_extract(extract, law, basis.day),
        ),
    )
    law_used = (*basis_provisions(basis, basis.musts.contents), *extract)
    return LetterDraft(basis.row.kind, letter, _lacks(basis, sections), law_used)


def _sections(basis: Basis) -> tuple[Section, ...]:
    return (
        Section("", (part("result", *_result(basis)), part("told", *_told(basis)))),
        decision_grant.application(basis),
        decision_grant.not_granted(basis),
        reasons(basis, basis.musts.contents),
        decision_rights.other_help(basis),
        _appeal(basis),
        decision_rights.rights(basis),
        decision_rights.greeting(basis),
    )


def _result(basis: Basis) -> tuple[ResultSentence, ...]:
    decision = basis.course.decision
    kind, provider = decision_grant.kind_in_words(basis), decision.measure.provider
    if decision.chosen is None or (decision.grants_something and not (kind and provider)):
        return ()
    key = "result.partial" if decision.grants_something else "result.refusal"
    return (ResultSentence(basis.speech.say(key, kind=kind, provider=provider)),)


def _told(basis: Basis) -> tuple[Paragraph, ...]:
    say, decision = basis.speech.say, basis.course.decision
    if decision.told is None:
        return ()
    asked = say("text.asked", date=dated(decision.reasons_asked)) if decision.reasons_asked else ""
    told = say("text.told", date=dated(decision.told))
    return (Paragraph(f"{told} {asked}".strip()),)


def _appeal(basis: Basis) -> Section:
    told = basis.course.decision.told
    after = basis.speech.say("appeal.after")
    return appeal_section(basis, f"{deadline_since(basis, told)} {after}" if told else "", "")


def _lacks(basis: Basis, sections: tuple[Section, ...]) -> tuple[Lack, ...]:
    law, day, contents = basis.law, basis.day, basis.musts.contents
    reasoned = tuple(element for element in contents.elements if element.id in _ELEMENTS)
    to = addressing(basis.course)
    present = present_in(sections) | to.present | framed(basis) | concrete(basis)
    matrix = lacks_of(replace(contents, elements=reasoned), Result.REFUSAL, present, law, day)
    return (*matrix, *named_lacks(basis.row.kind, basis.musts.lacks, present, law, day))
