"""What the screen says below the answers the program had a hand in."""

from collections.abc import Mapping, Sequence

from app.asking import Asking
from app.score_words import score_words
from forms.answered import is_declined
from forms.calculation import calculation_faults, offers
from forms.questionnaire import Item
from forms.reading import DECLINED, shown_text
from models.answers import Place, Value
from models.cpr import Sex
from models.instruments import Instruments
from models.measured import Measuring
from views.screen.fields.note import Note

_CALCULATED = "Regnet ud"
_WAITS = "Bliver regnet ud, når der er svaret på det, der skal bruges."
_REPLACED = "Rettet i hånden."
_FAULT = "Kan ikke regnes ud."
_CONDITION_FAULT = "Programmet kan ikke regne ud, om spørgsmålet skal stilles."


def answer_notes(
    asking: Asking,
    instruments: Instruments,
    sex: Sex | None,
    before: Sequence[Measuring] = (),
    *,
    is_signed: bool,
) -> Mapping[Place, Note]:
    """Return the notes below the answers of *asking*, by place.

    *before* is what was measured earlier with the same form, oldest first.
    """
    meaning = score_words(asking.answers, instruments, sex, before)
    about = {**_about(asking, is_signed=is_signed), **_declined(asking, is_signed=is_signed)}
    offered = asking.answers.edited if not is_signed else frozenset()
    return {
        place: Note(about.get(place, ""), place in offered, meaning.get(place, ()))
        for place in about.keys() | meaning.keys()
    }


def has_calculations(asking: Asking) -> bool:
    """Return whether the form has anything that is worked out, a question or a condition."""
    items = asking.form.by_link_id.values()
    return any(item.calculated or item.enabled_if for item in items)


def _about(asking: Asking, *, is_signed: bool) -> Mapping[Place, str]:
    if not has_calculations(asking):
        return {}
    form, answers, today = asking.form, asking.answers, asking.today
    # What is signed stays as it is: it is not worked out anew to be shown.
    faults = {} if is_signed else calculation_faults(form, answers, today)
    offered = {} if is_signed else offers(form, answers, today)
    calculated = (place for place in asking.enabled if asking.item(place).calculated)
    about = {
        place: _origin(asking, place, offered.get(place))
        for place in calculated
        if asking.answers.at(place) or not is_signed
    }
    for place, reason in faults.items():
        head = _FAULT if asking.item(place).calculated else _CONDITION_FAULT
        about[place] = f"{head} {reason}"
    return about


def _declined(asking: Asking, *, is_signed: bool) -> Mapping[Place, str]:
    if is_signed:
        # There the answer itself says so.
        return {}
    return {
        place: f"{DECLINED}. F9 tager det tilbage."
        for place, values in asking.answers.values.items()
        if is_declined(values)
    }


def _origin(asking: Asking, place: Place, offered: tuple[Value, ...] | None) -> str:
    """Return how the answer at *place* came about."""
    if place not in asking.answers.edited:
        return _CALCULATED if asking.answers.at(place) else _WAITS
    if not offered:
        return _REPLACED
    return f"{_REPLACED} Udregningen giver {_shown(asking.item(place), offered)}."


def _shown(item: Item, values: tuple[Value, ...]) -> str:
    return f"{shown_text(values)} {item.unit}".strip()
