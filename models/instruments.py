"""What the score of an instrument means: where it lies, what it has reached, whether it moved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.cpr import Sex
from models.law_tables import Confidence
from models.score_change import LIMIT_CAUTION, Change, ChangeRule, Score
from models.toml_rows import Row, rows, text_of

_SCALE_CAUTION: Mapping[Confidence, str] = {
    Confidence.SURE: "",
    Confidence.LIKELY: "Skalaen er den, der almindeligt bruges, men ikke set efter i kilden.",
    Confidence.UNVERIFIED: "Skalaen er ikke bekræftet. Byg ikke noget på den.",
}


class UnknownScaleError(LookupError):
    """There is no scale with this id: a fault of ours."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A score from which something is said; *sex* is None when it is the same for all.

    A band reaches up to the next one and has a `label`; a mark has none. `source` is where the
    limit comes from.
    """

    start: int
    text: str
    source: str
    confidence: Confidence
    label: str = ""
    sex: Sex | None = None

    @property
    def words(self) -> str:
        """What to show beside the score, with how far it can be trusted."""
        named = f"{self.label}: {self.text}" if self.label else self.text
        return f"{named} {LIMIT_CAUTION[self.confidence]}".rstrip()

    def is_for(self, sex: Sex) -> bool:
        """Return whether this limit holds for *sex*."""
        return self.sex in {None, sex}


@dataclass(frozen=True, slots=True)
class Scale:
    """One score; `id` is the link id of the question that holds it.

    `maximum` is None when the top of the scale is not known. `source` and `confidence` are those
    of the scale and its scoring; each limit has its own.
    """

    id: str
    title: str
    minimum: int
    maximum: int | None
    is_high_good: bool
    source: str
    confidence: Confidence
    note: str = ""
    bands: tuple[Limit, ...] = ()
    marks: tuple[Limit, ...] = ()
    change: ChangeRule | None = None

    @property
    def words(self) -> str:
        """What to know about the scale itself, with how far it can be trusted."""
        return f"{self.note} {_SCALE_CAUTION[self.confidence]}".strip()

    def holds(self, score: Score) -> bool:
        """Return whether *score* lies on the scale at all."""
        return score >= self.minimum and (self.maximum is None or score <= self.maximum)


@dataclass(frozen=True)
class Instruments:
    """All scales, by id."""

    scales: Mapping[str, Scale]

    def scale(self, scale_id: str) -> Scale:
        """Return the scale; raises `UnknownScaleError`."""
        try:
            return self.scales[scale_id]
        except KeyError:
            raise UnknownScaleError(scale_id) from None

    def only(self, scale_ids: Iterable[str]) -> "Instruments":
        """Return these with no other scales than *scale_ids*."""
        return Instruments({scale_id: self.scale(scale_id) for scale_id in scale_ids})

    def band_of(self, scale_id: str, score: Score, sex: Sex | None = None) -> Limit | None:
        """Return the band *score* lies in.

        None when it lies on none, or when it depends on a *sex* that is not known.
        """
        scale = self.scale(scale_id)
        if not scale.holds(score):
            return None
        asked = (sex,) if sex else tuple(Sex)
        found = [_highest(scale.bands, score, one) for one in asked]
        labels = {band.label if band else "" for band in found}
        return found[0] if len(labels) == 1 else None

    def marks_of(self, scale_id: str, score: Score, sex: Sex | None = None) -> tuple[Limit, ...]:
        """Return the marks *score* has reached.

        When *sex* is not known, only those that say the same to everyone.
        """
        scale = self.scale(scale_id)
        if sex is not None:
            return _reached(scale, score, sex)
        men, women = (_reached(scale, score, one) for one in (Sex.MAN, Sex.WOMAN))
        said = {mark.words for mark in women}
        return tuple(mark for mark in men if mark.words in said)

    def differs_by_sex(self, scale_id: str, score: Score) -> bool:
        """Return whether a man and a woman would be told different things of *score*."""
        bands = {band.label if (band := self.band_of(scale_id, score, sex)) else "" for sex in Sex}
        marks = {tuple(mark.words for mark in self.marks_of(scale_id, score, sex)) for sex in Sex}
        return max(len(bands), len(marks)) > 1

    def change_between(self, scale_id: str, before: Score, after: Score) -> Change | None:
        """Return how the score moved; None when there is no rule for how much is real."""
        scale = self.scale(scale_id)
        if scale.change is None:
            return None
        return Change(scale.change, before, after, is_high_good=scale.is_high_good)


def _reached(scale: Scale, score: Score, sex: Sex) -> tuple[Limit, ...]:
    reached = (mark for mark in scale.marks if mark.start <= score and mark.is_for(sex))
    return tuple(reached) if scale.holds(score) else ()


def _highest(bands: Iterable[Limit], score: Score, sex: Sex) -> Limit | None:
    reached = (band for band in bands if band.start <= score and band.is_for(sex))
    return max(reached, key=_start, default=None)


def _start(limit: Limit) -> int:
    return limit.start


def read_instruments(toml: str) -> Instruments:
    """Return the scales, read from the TOML text of resources/instruments.toml."""
    bands, marks = rows(toml, "band"), rows(toml, "mark")
    changes = {text_of(row, "scale"): _change(row) for row in rows(toml, "change")}
    scales = (_scale(row, bands, marks, changes) for row in rows(toml, "scale"))
    return Instruments({scale.id: scale for scale in scales})


def _scale(
    row: Row, bands: tuple[Row, ...], marks: tuple[Row, ...], changes: Mapping[str, ChangeRule]
) -> Scale:
    scale_id = text_of(row, "id")
    return Scale(
        id=scale_id,
        title=text_of(row, "title"),
        minimum=_whole(row, "minimum") or 0,
        maximum=_whole(row, "maximum"),
        is_high_good=text_of(row, "better") == "high",
        source=text_of(row, "kilde"),
        confidence=Confidence(text_of(row, "confidence")),
        note=text_of(row, "note"),
        bands=tuple(_limit(band) for band in bands if text_of(band, "scale") == scale_id),
        marks=tuple(_limit(mark) for mark in marks if text_of(mark, "scale") == scale_id),
        change=changes.get(scale_id),
    )


def _limit(row: Row) -> Limit:
    sex = text_of(row, "sex")
    return Limit(
        start=_whole(row, "start") or 0,
        text=text_of(row, "text"),
        source=text_of(row, "kilde"),
        confidence=Confidence(text_of(row, "confidence")),
        label=text_of(row, "label"),
        sex=Sex(sex) if sex else None,
    )


def _change(row: Row) -> ChangeRule:
    return ChangeRule(
        least=_whole(row, "least") or 0,
        enough=text_of(row, "enough"),
        too_little=text_of(row, "too_little"),
        source=text_of(row, "kilde"),
        confidence=Confidence(text_of(row, "confidence")),
        cut_off=_whole(row, "cut_off"),
    )


def _whole(row: Row, name: str) -> int | None:
    value = row.get(name)
    return value if isinstance(value, int) else None
