"""What the scores in a filled form mean, in words, with how sure the rule is."""

from collections.abc import Iterator, Mapping

from models.answers import Answers, Place
from models.cpr import Sex
from models.instruments import Instruments, Scale
from models.score_change import Score

_NEEDS_SEX = (
    "Grænserne er forskellige for mænd og kvinder. Programmet kan ikke læse kønnet af "
    "CPR-nummeret: se selv, hvilken der gælder."
)


def score_words(
    answers: Answers, instruments: Instruments, sex: Sex | None
) -> Mapping[Place, tuple[str, ...]]:
    """Return what each score in *answers* says, by place: its band, its marks, what to know."""
    return {
        place: tuple(_words(instruments, place.link_id, score, sex))
        for place in answers.values
        if place.link_id in instruments.scales
        and (score := answers.number(place.link_id, *place.rows)) is not None
    }


def _words(instruments: Instruments, scale_id: str, score: Score, sex: Sex | None) -> Iterator[str]:
    scale = instruments.scale(scale_id)
    band = instruments.band_of(scale_id, score, sex)
    if band is not None:
        yield band.words
    yield from (mark.words for mark in instruments.marks_of(scale_id, score, sex))
    if _hides_something(scale, score, sex):
        yield _NEEDS_SEX
    if scale.words:
        yield scale.words


def _hides_something(scale: Scale, score: Score, sex: Sex | None) -> bool:
    return sex is None and scale.depends_on_sex and scale.holds(score)
