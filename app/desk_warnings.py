"""What one is told when one sits down at the desk: what is wrong with the register, or lacks."""

from app.rules_at_hand import know_own_rules
from app.trouble import READING_TROUBLE
from app.work import Work
from storage.errors import RegisterError
from storage.register import Register

_NO_SHEET = (
    "Der er intet gendannelsesark til kartoteket: glemmes adgangssætningen, kan ingen åbne det. "
    "Lav et under Indstillinger, Personer og adgang."
)


def own_rules_trouble(work: Work) -> str:
    """Let the clinic's own rules hold; return what is wrong when they cannot be read."""
    try:
        know_own_rules(work)
    except READING_TROUBLE as error:
        return str(error)
    return ""


def what_is_missing(register: Register, rules_trouble: str, *, is_practice: bool) -> str:
    """Return the one sentence that matters most; empty when all is well."""
    try:
        lacks_sheet = not is_practice and not register.access.has_sheet()
    except RegisterError as error:
        return str(error)
    if fault := register.opening_fault():
        return f"{fault.sentence} Se Eftersyn under Indstillinger."
    return rules_trouble or (_NO_SHEET if lacks_sheet else "")
