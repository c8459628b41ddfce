"""The witness beside the register: how far the trail had come, so that a lost end is noticed."""

import hashlib
import hmac
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from storage.durable_file import write_durably
from storage.file_names import WITNESS_FILE
from storage.trail import Head


@dataclass(frozen=True, slots=True)
class Witness:
    """Remembers the end of the trail in its own file, under a seal that only the key can make."""

    path: Path
    seal_key: bytes

    @classmethod
    def beside(cls, register: Path, key: bytes) -> Self:
        """Return the witness of the register at *register* with this *key*."""
        seal_key = hmac.digest(key, b"roedtraad witness", hashlib.sha256)
        return cls(register.with_name(WITNESS_FILE), seal_key)

    def remember(self, head: Head) -> None:
        """Write *head* down where the disk lets it; an older one stays otherwise."""
        written = {"number": head.number, "mark": head.mark, "seal": self._seal(head)}
        with suppress(OSError):
            write_durably(self.path, json.dumps(written).encode())

    def remembered(self) -> Head | None:
        """Return the end of the trail as last written down, None when that cannot be trusted."""
        try:
            written = json.loads(self.path.read_bytes())
            head = Head(int(written["number"]), str(written["mark"]))
            seal = str(written["seal"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return head if hmac.compare_digest(seal.encode(), self._seal(head).encode()) else None

    def _seal(self, head: Head) -> str:
        sealed = f"{head.number} {head.mark}".encode()
        return hmac.new(self.seal_key, sealed, hashlib.sha256).hexdigest()
