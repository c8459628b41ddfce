"""The wording of the letters at hand: what is shipped, with the clinic's own words in it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from typing_extensions import override

import resources
from models.letters.letter import LetterKind
from models.letters.own_wording import OwnText, Reading, read_reading, with_own
from models.letters.wording import Wording


class OwnWordings(Mapping[LetterKind, Wording]):
    """What the register last said of the clinic's own words; ends with the register's unlocking."""

    def __init__(self, shipped: Mapping[LetterKind, Wording]) -> None:
        self.shipped = shipped
        self.texts: tuple[OwnText, ...] = ()
        self._made: dict[LetterKind, Wording] = {}

    def become(self, texts: Iterable[OwnText]) -> None:
        """Know *texts* in place of what was known."""
        self.texts = tuple(texts)
        self._made = {}

    def about(self, kind: LetterKind, key: str) -> OwnText | None:
        """Return the clinic's own text of this letter, whether or not it still fits."""
        its = (text for text in self.texts if (text.kind, text.key) == (kind, key))
        return next(its, None)

    @override
    def __getitem__(self, kind: LetterKind) -> Wording:
        if kind not in self._made:
            ours = [text for text in self.texts if text.kind == kind]
            shipped = self.shipped[kind]
            self._made[kind] = with_own(shipped, ours, reading()) if ours else shipped
        return self._made[kind]

    @override
    def __iter__(self) -> Iterator[LetterKind]:
        return iter(self.shipped)

    @override
    def __len__(self) -> int:
        return len(self.shipped)


@cache
def reading() -> Reading:
    """Return how the texts are shown to the clinic."""
    # Only when there are own words, or one looks at the texts: it would be felt at unlocking.
    return read_reading(resources.text("letters/texts.toml"))
