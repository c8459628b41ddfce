"""The clinic's own forms as the page about them shows them, and what is said of a file."""

from collections.abc import Iterable, Sequence
from datetime import date

from app.form_import import Examined, examine
from app.shipped_forms import head_of, name_of
from app.supplies import Supplies, UnknownFormError
from app.wording import counted, lately_in_words
from forms.errors import UnsupportedFormError
from forms.findings import Finding, Severity
from storage.records import ClinicForm, FormStatus
from views.screen.own_form_row import FormState, OwnFormShown
from views.screen.own_forms_page import Remark, Weight

_STATES = {
    FormStatus.DRAFT: FormState.WAITING,
    FormStatus.ACTIVE: FormState.IN_USE,
    FormStatus.RETIRED: FormState.OUT_OF_USE,
}
_WEIGHTS = {
    Severity.ERROR: Weight.ERROR,
    Severity.WARNING: Weight.WARNING,
    Severity.INFO: Weight.WARNING,
}


def forms_shown(
    kept: Sequence[ClinicForm], supplies: Supplies, today: date
) -> tuple[OwnFormShown, ...]:
    """Return *kept*, all forms of the clinic's own, by title and the newest version first."""
    newest_first = sorted(kept, key=_brought_in, reverse=True)
    by_title = sorted(newest_first, key=_folded_title)
    return tuple(
        OwnFormShown(
            key=str(form.name),
            title=titled(form),
            detail=f"Udgave {form.name.version} · hentet ind {lately_in_words(form.at, today)} af "
            f"{form.by}",
            state=_STATES[form.status],
            obstacle=_obstacle(form, supplies),
            replaces=_replaced(form, kept),
        )
        for form in by_title
    )


def titled(form: ClinicForm) -> str:
    """Return what to call *form*, which may not have a title yet."""
    return form.title.strip() or form.name.url


def remarks_of(findings: Iterable[Finding]) -> tuple[Remark, ...]:
    """Return *findings* as sentences that name the item."""
    return tuple(Remark(_WEIGHTS[found.severity], _sentence(found)) for found in findings)


def refusal_of(examined: Examined) -> str:
    """Return why a file was not brought in, above the findings that say it in full."""
    errors = sum(found.severity is Severity.ERROR for found in examined.findings)
    return (
        f"Skemaet er ikke hentet ind: der er {counted(errors, 'ting', 'ting')}, der skal rettes i "
        "filen."
    )


def welcome_of(form: ClinicForm, examined: Examined) -> str:
    """Return that *form* was brought in, and what comes next."""
    said = f"»{titled(form)}«, udgave {form.name.version}, er hentet ind."
    if examined.can_be_used:
        return f"{said} Prøv det, og tag det i brug, når det er, som det skal være."
    return f"{said} Det kan prøves, men ikke tages i brug: ret filen, og hent den ind igen."


def _obstacle(form: ClinicForm, supplies: Supplies) -> str:
    examined = examine(form.json, supplies)
    if examined.can_be_used:
        return ""
    reason = _sentence(examined.obstacles[0])
    if form.status is not FormStatus.ACTIVE:
        return f"Skemaet kan ikke tages i brug. {reason}"
    if _is_asked(form, supplies):
        return f"Skemaet bliver brugt til nye besvarelser, men bør tages ud af brug. {reason}"
    return f"Skemaet bliver ikke brugt til nye besvarelser. {reason}"


def _is_asked(form: ClinicForm, supplies: Supplies) -> bool:
    """Return whether new entries are made with *form*, whatever is wrong with it."""
    name = name_of(form.name.url)
    try:
        return supplies.newest(name) is supplies.own.form(form.name, name)
    except (UnknownFormError, UnsupportedFormError):
        return False


def _replaced(form: ClinicForm, kept: Iterable[ClinicForm]) -> str:
    for other in kept:
        if other.status is FormStatus.ACTIVE and other.name.url == form.name.url:
            return f"jeres udgave {other.name.version}"
    name = name_of(form.name.url)
    return f"programmets udgave {head_of(name).version}" if name != form.name.url else ""


def _sentence(finding: Finding) -> str:
    where = f"Punkt »{finding.item}«: " if finding.item else ""
    return f"{where}{finding.message}"


def _brought_in(form: ClinicForm) -> float:
    return form.at.timestamp()


def _folded_title(form: ClinicForm) -> str:
    return titled(form).casefold()
