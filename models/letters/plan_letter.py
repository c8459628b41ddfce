"""The treatment plan on paper: what was found, what was agreed, and what is to come of it."""

from models.course import Form
from models.danish import long_date
from models.letters.addressing import addressing, references
from models.letters.basis import Basis, facts
from models.letters.contents import LetterDraft, NamedLack, named_lacks
from models.letters.letter import (
    Block,
    BulletList,
    Heading,
    Letter,
    LetterKind,
    Paragraph,
    Quotation,
    SignatureLines,
    Table,
)
from models.letters.plan_goals import goals
from models.treatment_plan import Actor


def plan_letter(basis: Basis, known: tuple[NamedLack, ...]) -> LetterDraft:
    """Return the plan as it stands, and what it still lacks."""
    to = addressing(basis.course)
    letter = Letter(
        title=basis.speech.say("title.title"),
        day=basis.day,
        sender=basis.sender,
        receiver=to.receiver,
        reference=references(basis.course),
        blocks=(
            *_opening(basis),
            *_found(basis),
            *_stance(basis),
            *goals(basis),
            *_course(basis),
            *_others(basis),
            *_staying(basis),
            *_relapse(basis),
            *_review(basis),
            *_closing(basis),
        ),
    )
    said = _present(basis) | to.present
    kind = LetterKind.TREATMENT_PLAN
    return LetterDraft(kind, letter, named_lacks(kind, known, said, basis.law, basis.day))


def _present(basis: Basis) -> frozenset[str]:
    plan = basis.course.plan
    present = {
        "signed": basis.course.is_signed(Form.TREATMENT_PLAN),
        "goals": bool(plan.goals),
        "interventions": bool(plan.goals) and all(goal.interventions for goal in plan.goals),
        "duration": bool(plan.duration),
        "intensity": bool(plan.intensity),
        "adult": basis.concerns_an_adult,
    }
    return frozenset(name for name, is_there in present.items() if is_there)


def _opening(basis: Basis) -> tuple[Block, ...]:
    plan, say, decided = basis.course.plan, basis.speech.say, basis.course.decision.day
    intro = say("text.intro", date=long_date(basis.day))
    if decided:
        intro = f"{intro} {say('text.basis', date=long_date(decided))}"
    return (
        Paragraph(intro),
        *facts(
            (say("field.provider"), plan.provider),
            (say("field.therapist"), plan.therapist),
            (say("field.participants"), plan.participants),
        ),
        *_quoted(say("heading.dream"), plan.dream, say("text.dream_speaker")),
    )


def _found(basis: Basis) -> tuple[Block, ...]:
    say, assessment = basis.speech.say, basis.course.assessment
    said = tuple(f for f in assessment.areas if f.problem or f.resources or f.need)
    blocks: list[Block] = []
    if basis.course.plan.summary:
        blocks.append(Paragraph(basis.course.plan.summary))
    if said:
        names = ("area", "problem", "resources", "need")
        rows = ((say(f"area.{f.area}"), f.problem, f.resources, f.need) for f in said)
        blocks.append(Table(tuple(say(f"table.{name}") for name in names), tuple(rows)))
    for finding in (f for f in assessment.areas if f.words):
        speaker = say("text.area_words", area=say(f"area.{finding.area}"))
        blocks.append(Quotation(finding.words, speaker))
    if assessment.wishes:
        blocks.append(Quotation(assessment.wishes, say("text.wishes_speaker")))
    return _headed(say("heading.found"), *blocks)


def _course(basis: Basis) -> tuple[Block, ...]:
    plan, say = basis.course.plan, basis.speech.say
    length = facts(
        (say("field.duration"), plan.duration),
        (say("field.intensity"), plan.intensity),
        (say("field.start"), long_date(plan.start) if plan.start else ""),
        (say("field.end"), long_date(plan.end) if plan.end else ""),
    )
    return _headed(say("heading.course"), *length)


def _stance(basis: Basis) -> tuple[Block, ...]:
    return _said(basis, "heading.drugs_stance", basis.course.plan.drugs_stance)


def _others(basis: Basis) -> tuple[Block, ...]:
    plan, say = basis.course.plan, basis.speech.say
    columns = tuple(say(f"table.{name}") for name in ("name", "role", "task", "follow_up"))
    rows = tuple(_actor_row(basis, actor) for actor in plan.actors)
    table = (Table(columns, rows),) if rows else ()
    return (
        *_headed(say("heading.actors"), *table),
        *_said(basis, "heading.other_plans", plan.other_plans),
        *_said(basis, "heading.network", plan.network),
    )


def _actor_row(basis: Basis, actor: Actor) -> tuple[str, ...]:
    say = basis.speech.say
    role = say("table.authority", role=actor.role) if actor.is_authority else actor.role
    return (actor.name, role, actor.task, actor.follow_up)


def _staying(basis: Basis) -> tuple[Block, ...]:
    plan = basis.course.plan
    support = (BulletList(plan.support),) if plan.support else ()
    return (
        *_headed(basis.speech.say("heading.support"), *support),
        *_said(basis, "heading.no_show", plan.no_show),
    )


def _relapse(basis: Basis) -> tuple[Block, ...]:
    relapse, say = basis.course.plan.relapse, basis.speech.say
    rows = facts(
        (say("field.signs"), relapse.signs),
        (say("field.situations"), relapse.situations),
        (say("field.i_do"), relapse.i_do),
        (say("field.call"), relapse.call),
        (say("field.counsellor_does"), relapse.counsellor_does),
        (say("field.naloxone"), relapse.naloxone),
    )
    return _headed(say("heading.relapse"), *rows)


def _review(basis: Basis) -> tuple[Block, ...]:
    plan, say = basis.course.plan, basis.speech.say
    rows = facts(
        (say("field.review"), long_date(plan.review) if plan.review else ""),
        (say("field.one_month"), plan.one_month),
        (say("field.six_months"), plan.six_months),
        (say("field.who"), plan.follow_up_who),
    )
    return _headed(say("heading.review"), *rows, Paragraph(say("text.right")))


def _closing(basis: Basis) -> tuple[Block, ...]:
    plan, say = basis.course.plan, basis.speech.say
    heading = say("heading.remarks")
    remarks = _quoted(heading, plan.remarks, say("text.remarks_speaker"))
    if not remarks:
        remarks = _headed(heading, Paragraph(say("text.no_remarks")))
    roles = (basis.course.citizen.name, basis.writer or say("signature.counsellor"))
    handed_over = long_date(plan.handed_over) if plan.handed_over else ""
    signing: tuple[Block, ...] = (
        Paragraph(say("text.voluntary")),
        SignatureLines(roles),
        *facts((say("field.handed_over"), handed_over)),
    )
    return (*remarks, *_headed(say("heading.sign"), *signing))


def _said(basis: Basis, heading: str, text: str) -> tuple[Block, ...]:
    return (Heading(basis.speech.say(heading)), Paragraph(text)) if text else ()


def _quoted(heading: str, words: str, speaker: str) -> tuple[Block, ...]:
    return (Heading(heading), Quotation(words, speaker)) if words else ()


def _headed(heading: str, *blocks: Block) -> tuple[Block, ...]:
    return (Heading(heading), *blocks) if blocks else ()
