"""What the scores in a filled form mean, in words, with how sure the rule is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.asking import Asking
from forms.outline import places_of, sections
from forms.questionnaire import Item
from models.answers import Answers, Place
from models.cpr import Sex
from models.danish import number, short_date
from models.instruments import Instruments
from models.measured import Measuring
from models.score_change import Score

_NEEDS_SEX = (
    "Grænserne er forskellige for mænd og kvinder. Programmet kan ikke læse kønnet af "
    "CPR-nummeret: se selv, hvilken der gælder."
)
_FEW = 4


def score_words(
    answers: Answers,
    instruments: Instruments,
    sex: Sex | None,
    before: Sequence[Measuring] = (),
) -> Mapping[Place, tuple[str, ...]]:
    """Return what each score in *answers* says, by place: its band, its marks, what to know.

    *before* is what was measured earlier, oldest first: how far the score has moved is said too.
    """
    return {
        place: (
            *_words(instruments, place.link_id, score, sex),
            *_changes(instruments, place, score, before),
        )
        for place, score in _scores(answers, instruments)
    }


def scores_in_short(asking: Asking, section: int, instruments: Instruments, sex: Sex | None) -> str:
    """Return the scores worked out in a section, ``"AUDIT: 9 – zone II · AUDIT-C: 5"``.

    A section that works none out, such as the talk about the result, says those of the whole form
    when they are few.
    """
    asked, known = sections(asking.form), dict(_scores(asking.answers, instruments))
    here = _worked_out(asked[section : section + 1], asking, instruments)
    all_over = [place for place in _worked_out(asked, asking, instruments) if place in known]
    few = all_over if len(all_over) <= _FEW else ()
    shown = (place for place in here or few if place in known)
    return " · ".join(_in_short(instruments, at.link_id, known[at], sex) for at in shown)


def _worked_out(
    asked: Iterable[Item], asking: Asking, instruments: Instruments
) -> tuple[Place, ...]:
    return tuple(
        place
        for section in asked
        for item, place in places_of(section, asking.answers)
        if item.calculated and item.link_id in instruments.scales and place in asking.enabled
    )


def _scores(answers: Answers, instruments: Instruments) -> Iterator[tuple[Place, Score]]:
    for place in answers.values:
        if place.link_id in instruments.scales:
            score = answers.number(place.link_id, *place.rows)
            if score is not None:
                yield place, score


def _in_short(instruments: Instruments, scale_id: str, score: Score, sex: Sex | None) -> str:
    band = instruments.band_of(scale_id, score, sex)
    said = f"{instruments.scale(scale_id).title}: {number(score)}"
    return f"{said} – {band.label[:1].lower()}{band.label[1:]}" if band else said


def _words(instruments: Instruments, scale_id: str, score: Score, sex: Sex | None) -> Iterator[str]:
    scale = instruments.scale(scale_id)
    band = instruments.band_of(scale_id, score, sex)
    if band is not None:
        yield band.words
    yield from (mark.words for mark in instruments.marks_of(scale_id, score, sex))
    if sex is None and instruments.differs_by_sex(scale_id, score):
        yield _NEEDS_SEX
    if scale.words:
        yield scale.words


def _changes(
    instruments: Instruments, place: Place, score: Score, before: Sequence[Measuring]
) -> Iterator[str]:
    """Say how far the score moved since last time, and since the first when that is another."""
    scored = [
        (measuring.day, then)
        for measuring in before
        if (then := measuring.answers.number(place.link_id, *place.rows)) is not None
    ]
    ends = (("Sidst", scored[-1:]), ("Første gang", scored[:1] if len(scored) > 1 else []))
    cautions: list[str] = []
    for when, (day, then) in ((when, end) for when, found in ends for end in found):
        said = f"{when}, {short_date(day)}: {number(then)}."
        change = instruments.change_between(place.link_id, then, score)
        yield f"{said} {change.judged}" if change else said
        cautions += [change.caution] if change else []
    yield from filter(None, dict.fromkeys(cautions))
