"""The witness beside the register: what was written last, so that a lost end is noticed."""

import hashlib
import hmac
import json
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Self

from storage.durable_file import write_durably
from storage.file_names import WITNESS_FILE
from storage.small_json import json_in
from storage.trail import Head


class DraftMark(NamedTuple):
    """A draft that was rewritten, and the time in it as the register writes times."""

    entry_id: str
    changed: str


class Remembered(NamedTuple):
    """The end of the trail, and the draft that was rewritten after it, if one was."""

    head: Head
    draft: DraftMark | None


@dataclass(frozen=True, slots=True)
class Witness:
    """Remembers what was written last in its own file, under a seal that only the key can make.

    The first line is the end of the trail and survives a power cut. The second, the last draft
    rewritten, changes as often as somebody types: it is left to the system to bring to the disk.
    """

    path: Path
    seal_key: bytes = field(repr=False)

    @classmethod
    def beside(cls, register: Path, key: bytes) -> Self:
        """Return the witness of the register at *register* with this *key*."""
        seal_key = hmac.digest(key, b"roedtraad witness", hashlib.sha256)
        return cls(register.with_name(WITNESS_FILE), seal_key)

    def remember(self, head: Head) -> None:
        """Write *head* down where the disk lets it; an older one stays otherwise."""
        with suppress(OSError):
            write_durably(self.path, self._line(head.number, head.mark))

    def remember_draft(self, head: Head, draft: DraftMark) -> None:
        """Write *draft* down after *head*, which ends the trail still, where the disk lets it."""
        with suppress(OSError), self.path.open("r+b") as file:
            file.seek(len(file.readline()))
            file.write(self._line(head.number, head.mark, *draft))
            file.truncate()

    def remembered(self) -> Remembered | None:
        """Return what was written down last, None when that cannot be trusted."""
        try:
            first, _, second = self.path.read_bytes().partition(b"\n")
        except OSError:
            return None
        number, mark = self._facts(first, 2) or (0, "")
        if not mark:
            return None
        head = Head(int(number), str(mark))
        facts = self._facts(second, 4)
        is_of_head = facts is not None and facts[:2] == (head.number, head.mark)
        draft = DraftMark(*map(str, facts[2:])) if facts and is_of_head else None
        return Remembered(head, draft)

    def _line(self, *facts: str | int) -> bytes:
        return json.dumps({"facts": facts, "seal": self._seal(facts)}).encode() + b"\n"

    def _facts(self, line: bytes, count: int) -> tuple[str | int, ...] | None:
        """Return what `_line` was given, None when *line* is not just that."""
        try:
            written = json_in(line)
            facts, seal = tuple(written["facts"]), str(written["seal"])
        except (ValueError, KeyError, TypeError):
            return None
        is_sealed = hmac.compare_digest(seal.encode(), self._seal(facts).encode())
        return facts if is_sealed and len(facts) == count else None

    def _seal(self, facts: tuple[str | int, ...]) -> str:
        return hmac.new(self.seal_key, json.dumps(facts).encode(), hashlib.sha256).hexdigest()
