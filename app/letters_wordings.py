"""The wording of every letter that can be written, each read when it is first asked for."""

from collections.abc import Iterator, Mapping
from functools import cache

from typing_extensions import override

import resources
from models.letters.letter import LetterKind
from models.letters.wording import Wording, read_wording
from models.letters.writers import WRITERS


class LetterWordings(Mapping[LetterKind, Wording]):
    """The shipped wordings by the kind of letter; reading all would be felt at unlocking."""

    @override
    def __getitem__(self, kind: LetterKind) -> Wording:
        if kind not in WRITERS:
            raise KeyError(kind)
        return _read(kind)

    @override
    def __iter__(self) -> Iterator[LetterKind]:
        return iter(WRITERS)

    @override
    def __len__(self) -> int:
        return len(WRITERS)


@cache
def _read(kind: LetterKind) -> Wording:
    return read_wording(resources.text(f"letters/{kind}.toml"))
