"""What the buttons of a form say, and what is said when it is not finished."""

from models.case import Entry
from models.checklists import Checklist
from models.course import Form
from models.danish import short_date
from models.steps import BESIDE_EACH_OTHER, REPEATED_FORMS

_ANOTHER = {
    **{str(form): "Skriv en ny" for form in REPEATED_FORMS},
    str(Form.DECISION): "Ny afgørelse",
    str(Form.FREE_CHOICE): "Nyt frit valg",
}
_STANDS_ON = (
    "Når noget ændres eller stopper, eller der kommer mere til. Det, der er skrevet her, bliver "
    "stående med sit brev, og det nye får sit eget brev og sin egen klagefrist. Er noget skrevet "
    "forkert, så ret det i stedet."
)


def heading(title: str, entry: Entry) -> str:
    """Return which form *entry* is of, and whether it is signed or corrects what is."""
    if entry.signed:
        return f"{title} · underskrevet {short_date(entry.signed.date())} af {entry.author}"
    return f"{title} · rettelse" if entry.replaces else title


def closing_action(entry: Entry) -> str:
    """Return what can be done with *entry* after the last section."""
    return "Ret det, der er skrevet" if entry.is_signed else "Færdig – underskriv"


def another(entry: Entry) -> str:
    """Return how to write one more of the form of *entry*; empty when it is not one of several."""
    if entry.is_signed and entry.form in set(Checklist):
        return "Gå listen igennem igen"
    return _ANOTHER.get(entry.form, "") if entry.is_signed else ""


def why_another(entry: Entry) -> str:
    """Return what comes of writing one more of the form of *entry*, where that is not plain."""
    return _STANDS_ON if entry.form in BESIDE_EACH_OTHER else ""


def giving_up(entry: Entry, *, is_kept: bool) -> str:
    """Return how to give *entry* up; empty when there is nothing to give up."""
    if entry.is_signed or not is_kept:
        return ""
    return "Fortryd rettelsen" if entry.replaces is not None else "Slet kladden"


def still_missing(count: int) -> str:
    """Return the sentence about *count* questions that keep a form from being finished."""
    if count == 1:
        return "Skemaet er ikke færdigt: se på det ene spørgsmål, der er mærket."
    return f"Skemaet er ikke færdigt: se på de {count} spørgsmål, der er mærket."
