"""The consents of a case as its screen lists them: what may be shared with whom, and what not."""

from collections.abc import Iterator, Mapping
from datetime import date

from app.open_case import OpenCase
from app.work import Work
from models.answers import Coding
from models.case import Entry
from models.course import Form
from models.danish import listed
from models.law_tables import NoRuleInForceError
from models.sharing import Sharing, Standing, may_share
from views.screen.consents_box import ConsentShown, ConsentsShown
from views.screen.look import Role

_STATES: Mapping[Standing, tuple[str, Role]] = {
    Standing.HOLDS: ("Gælder", Role.GOOD),
    Standing.AHEAD: ("Gælder ikke endnu", Role.SOON),
    Standing.DOUBTED: ("Spørg igen", Role.SOON),
    Standing.EXPIRED: ("Udløbet", Role.SOON),
    Standing.WITHDRAWN: ("Trukket tilbage", Role.OVERDUE),
    Standing.REFUSED: ("Nej", Role.OVERDUE),
}
_CORRECTED = "Samtykket bliver rettet lige nu. Vent med at dele, til rettelsen er underskrevet."
_ANONYMOUS = "Borgeren er anonym: Del intet, som borgeren kan kendes på."
_WITHOUT = (
    "Loven kan give lov eller pligt til at dele uden samtykke, fx når et barn har brug for hjælp. "
    "Tal med din leder ({sources})."
)
_LAWS = ("bl-133", "rsl-11c", "fvl-28")


def consents_shown(case: OpenCase, work: Work) -> ConsentsShown:
    """Return how the consents of the case stand today."""
    told = may_share(case.course, work.today)
    holding = sum(sharing.holds for sharing in told)
    drafts = sum(not given.is_signed for given in case.course.consents)
    return ConsentsShown(
        brief=_brief(holding, len(told) + drafts),
        new_key=Form.CONSENT,
        consents=tuple(_shown(sharing, case) for sharing in told),
        notes=tuple(_notes(case, drafts, work)),
    )


def _brief(holding: int, begun: int) -> str:
    if not begun:
        return ""
    return f"Samtykker: {holding} gælder" if holding else "Samtykker: ingen gælder"


def _shown(sharing: Sharing, case: OpenCase) -> ConsentShown:
    entry = case.case.entry(sharing.entry_id)
    is_changing = entry is not None and case.case.correction_of(entry) is not None
    state, role = _STATES[sharing.standing]
    changing = (_CORRECTED,) if is_changing and sharing.holds else ()
    return ConsentShown(
        key=sharing.entry_id,
        party=sharing.party,
        state=state,
        role=role,
        holds=sharing.holds,
        lines=(sharing.sentence, *changing, *(_details(sharing, entry) if entry else ())),
    )


def _details(sharing: Sharing, entry: Entry) -> Iterator[str]:
    """Yield what the consent covers, in the words it was given in."""
    answers = entry.answers
    # Some kinds hold an "og" of their own, so they are not listed with one.
    if kinds := ", ".join(_inside(kind) for kind in answers.choices("consent.information")):
        detail = answers.text("consent.detail")
        yield f"Om: {kinds}." + (f" {detail}" if detail else "")
    if sharing.purpose:
        yield f"Til: {sharing.purpose}"
    if sharing.excluded:
        yield f"Ikke med: {sharing.excluded}"
    if answers.code("consent.given_by") == "representative":
        yield "Givet af partsrepræsentanten. Fuldmagten skal også gælde det her."
    if answers.code("consent.given_by") == "guardian":
        yield "Givet af værgen. Værgemålet skal også gælde det her."


def _inside(kind: Coding) -> str:
    return kind.display[:1].lower() + kind.display[1:]


def _notes(case: OpenCase, drafts: int, work: Work) -> Iterator[str]:
    if drafts:
        begun = "Et samtykke er" if drafts == 1 else f"{drafts} samtykker er"
        yield f"{begun} begyndt, men ikke underskrevet, og tæller ikke endnu."
    if case.course.contact.is_anonymous:
        yield _ANONYMOUS
    yield _WITHOUT.format(sources=listed(tuple(_cited(work, work.today))))


def _cited(work: Work, today: date) -> Iterator[str]:
    for provision in _LAWS:
        try:
            yield work.supplies.law.citation(provision, today)
        except NoRuleInForceError:
            continue
