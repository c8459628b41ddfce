"""The citizen's edition of the treatment plan: the red thread, and what was agreed around it."""

from models.letters import plan_parts
from models.letters.basis import Basis
from models.letters.contents import LetterDraft, Section
from models.letters.drafting import Text, drafted
from models.letters.pieces import plain, said
from models.letters.plan_goals import red_thread


def plan_letter(basis: Basis) -> LetterDraft:
    """Return the plan as the citizen gets it, and what it still lacks."""
    sections = (
        Section("", (plain(*plan_parts.opening(basis)),)),
        plan_parts.dream(basis),
        _thread(basis),
        plan_parts.extent(basis),
        plan_parts.progress(basis),
        plan_parts.family(basis),
        plan_parts.helpers(basis),
        plan_parts.staying(basis),
        plan_parts.relapse(basis),
        plan_parts.review(basis),
        plan_parts.closing(basis),
    )
    title = basis.speech.say("title.title")
    return drafted(basis, Text(title, sections, said=plan_parts.said_of_plan(basis)))


def _thread(basis: Basis) -> Section:
    found = said(basis.course.plan.summary)
    parts = (plain(*found), plain(*red_thread(basis)))
    return Section(basis.speech.say("heading.thread"), parts)
