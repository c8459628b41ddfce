"""The full treatment plan: the citizen's edition with everything else that was agreed in it."""

from models.danish import listed
from models.letters import plan_parts
from models.letters.basis import Basis, facts
from models.letters.contents import LetterDraft, Part, Section
from models.letters.drafting import Text, drafted
from models.letters.letter import Block, Quotation
from models.letters.pieces import bulleted, option, plain, quoted, said, tabled
from models.letters.plan_goals import goals_in_full, red_thread


def plan_full_letter(basis: Basis) -> LetterDraft:
    """Return the whole plan as it stands, and what it still lacks."""
    sections = (
        Section("", (plain(*plan_parts.opening(basis)), plain(*_people(basis)))),
        plan_parts.dream(basis),
        _found(basis),
        _section(basis, "thread", *red_thread(basis)),
        _section(basis, "goals", *goals_in_full(basis)),
        plan_parts.extent(basis),
        plan_parts.progress(basis),
        plan_parts.family(basis),
        plan_parts.helpers(basis),
        _talking(basis),
        _other_plans(basis),
        plan_parts.staying(basis),
        _contract(basis),
        plan_parts.relapse(basis),
        plan_parts.review(basis),
        plan_parts.closing(basis),
    )
    title = basis.speech.say("title.title")
    return drafted(basis, Text(title, sections, said=plan_parts.said_of_plan(basis)))


def _section(basis: Basis, name: str, *blocks: Block) -> Section:
    return Section(basis.speech.say(f"heading.{name}"), (plain(*blocks),))


def _people(basis: Basis) -> tuple[Block, ...]:
    plan, say = basis.course.plan, basis.speech.say
    return facts(
        (say("field.provider"), plan.provider),
        (say("field.therapist"), plan.therapist),
        (say("field.authority_contact"), plan.authority_contact),
        (say("field.participants"), plan.participants),
    )


def _found(basis: Basis) -> Section:
    say, plan, assessment = basis.speech.say, basis.course.plan, basis.course.assessment
    words = tuple(
        Quotation(found.words, say("text.area_words", area=say(f"area.{found.area}")))
        for found in assessment.areas
        if found.words
    )
    barriers = facts((say("field.barriers"), plan.barriers))
    parts: tuple[Part, ...] = (
        plain(*said(plan.summary)),
        plain(*_areas(basis)),
        plain(*words),
        plain(*quoted(assessment.wishes, say("text.wishes_speaker"))),
        plain(*barriers),
    )
    return Section(say("heading.found"), parts)


def _areas(basis: Basis) -> tuple[Block, ...]:
    say = basis.speech.say
    rows = tuple(
        (say(f"area.{f.area}"), f.problem, f.resources, f.need)
        for f in basis.course.assessment.areas
        if f.problem or f.resources or f.need
    )
    names = ("area", "problem", "resources", "need")
    return tabled([say(f"table.{name}") for name in names], rows)


def _talking(basis: Basis) -> Section:
    """Return with whom of the helpers we may talk, and with whom not."""
    say, actors = basis.speech.say, basis.course.plan.actors
    lines = []
    for answer in ("yes", "no", "not-yet"):
        names = [actor.name for actor in actors if actor.consent == answer]
        if names:
            lines.append(say(f"talking.{answer}", names=listed(names)))
    return Section("", (plain(*bulleted(lines)),))


def _other_plans(basis: Basis) -> Section:
    plan = basis.course.plan
    return _section(
        basis, "other_plans", *bulleted(plan.other_plans), *said(plan.other_plans_owner)
    )


def _contract(basis: Basis) -> Section:
    plan, say = basis.course.plan, basis.speech.say
    contract = plan.contract
    told = bulleted(
        (
            say("contract.rules") if contract.knows_rules else "",
            say("contract.confidentiality") if contract.knows_confidentiality else "",
            say("contract.told") if plan.is_told_of_duty else "",
            option(basis, "tests", plan.tests),
        )
    )
    rows = facts((say("field.tests_purpose"), contract.tests_purpose))
    words = quoted(contract.expectations, say("text.expectations_speaker"))
    return _section(basis, "contract", *told, *rows, *words)
