"""The parts that the citizen's edition of the treatment plan and the full one have in common."""

from models.danish import listed, long_date
from models.letters.basis import Basis, facts
from models.letters.contents import Section
from models.letters.letter import Block, Paragraph, SignatureColumns
from models.letters.pieces import bulleted, dated, option, plain, quoted, said, tabled
from models.letters.plan_goals import has_findings
from models.letters.progress import charts
from models.treatment_plan import Actor

_DISAGREEING = {"partly", "no"}


def said_of_plan(basis: Basis) -> frozenset[str]:
    """Return which elements the plan holds."""
    plan = basis.course.plan
    present = {
        "found": has_findings(basis),
        "goals": bool(plan.goals),
        "interventions": bool(plan.goals) and all(goal.interventions for goal in plan.goals),
        "duration": bool(plan.duration),
        "intensity": bool(plan.intensity),
    }
    return frozenset(name for name, is_there in present.items() if is_there)


def opening(basis: Basis) -> tuple[Block, ...]:
    """Return when the plan was made, what it rests on, and what has changed in it."""
    plan, say, decided = basis.course.plan, basis.speech.say, basis.course.decision.day
    intro = say("text.intro", date=long_date(basis.day))
    if decided:
        intro = f"{intro} {say('text.basis', date=long_date(decided))}"
    changed = say("text.changed", changed=plan.changed) if plan.changed else ""
    return (Paragraph(intro), *said(changed))


def dream(basis: Basis) -> Section:
    """Return what the citizen dreams of."""
    words = quoted(basis.course.plan.dream, basis.speech.say("text.dream_speaker"))
    return Section("", (plain(*words),))


def progress(basis: Basis) -> Section:
    """Return how it has gone since the start, when there is something to show."""
    drawn = charts(basis, basis.day)
    return Section(basis.speech.say("heading.progress"), (plain(*drawn),))


def extent(basis: Basis) -> Section:
    """Return what was agreed about drugs and alcohol, and how long and how much."""
    plan, say = basis.course.plan, basis.speech.say
    rows = facts(
        (say("field.drugs_stance"), plan.drugs_stance),
        (say("field.duration"), plan.duration),
        (say("field.intensity"), plan.intensity),
        (say("field.start"), dated(plan.start)),
        (say("field.end"), dated(plan.end)),
    )
    return Section(say("heading.course"), (plain(*rows),))


def family(basis: Basis) -> Section:
    """Return what help the children and the family get."""
    text = said(basis.course.plan.family_support)
    return Section(basis.speech.say("heading.family"), (plain(*text),))


def helpers(basis: Basis) -> Section:
    """Return who else helps and with what, the citizen's own people among them."""
    say = basis.speech.say
    columns = [say(f"table.{name}") for name in ("name", "role", "task", "follow_up")]
    table = tabled(columns, [_helper(basis, actor) for actor in basis.course.plan.actors])
    own = facts((say("field.network"), basis.course.plan.network))
    return Section(say("heading.actors"), (plain(*table), plain(*own)))


def _helper(basis: Basis, actor: Actor) -> tuple[str, ...]:
    say = basis.speech.say
    role = say("table.authority", role=actor.role) if actor.is_authority else actor.role
    return (actor.name, role.strip(), actor.task, actor.follow_up)


def staying(basis: Basis) -> Section:
    """Return what makes it easier to come, and what happens when the citizen does not."""
    plan, say = basis.course.plan, basis.speech.say
    absent = facts((say("field.no_show"), plan.no_show))
    return Section(say("heading.support"), (plain(*bulleted(plan.support)), plain(*absent)))


def relapse(basis: Basis) -> Section:
    """Return what to do when it becomes hard."""
    made, say = basis.course.plan.relapse, basis.speech.say
    rows = facts(
        (say("field.signs"), made.signs),
        (say("field.situations"), made.situations),
        (say("field.i_do"), made.i_do),
        (say("field.call"), made.call),
        (say("field.children"), made.children),
        (say("field.counsellor_does"), made.counsellor_does),
        (say("field.naloxone"), option(basis, "naloxone", made.naloxone)),
    )
    return Section(say("heading.relapse"), (plain(*rows),))


def review(basis: Basis) -> Section:
    """Return when the plan is looked at again, and how one follows up afterwards."""
    plan, say = basis.course.plan, basis.speech.say
    rows = facts(
        (say("field.review"), dated(plan.review)),
        (say("field.measures"), listed(plan.measures)),
        (say("field.one_month"), plan.one_month),
        (say("field.six_months"), plan.six_months),
        (say("field.who"), plan.follow_up_who),
    )
    right = Paragraph(say("text.right"))
    return Section(say("heading.review"), (plain(*rows), plain(right)))


def closing(basis: Basis) -> Section:
    """Return what the citizen has to say about the plan, and the places to sign."""
    plan, say = basis.course.plan, basis.speech.say
    remarks = quoted(plan.remarks, say("text.remarks_speaker"))
    if not remarks and plan.agreed not in _DISAGREEING:
        remarks = said(say("text.no_remarks"))
    agreed = said(option(basis, "agreed", plan.agreed))
    given = facts((say("field.handed_over"), dated(plan.handed_over)))
    names = (basis.course.citizen.name, basis.writer or say("signature.counsellor"))
    signing = SignatureColumns(tuple(name for name in names if name))
    voluntary = Paragraph(say("text.voluntary"))
    said_and_signed = (*remarks, *agreed, *given, voluntary, signing)
    return Section(say("heading.remarks"), (plain(*said_and_signed),))
