"""With what somebody asks to open a register; never shown in a trace."""

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class ByPassphrase:
    """A person, and the passphrase that is theirs."""

    person: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ByRecoveryKey:
    """The key of a printed sheet as somebody typed it."""

    typed: str = field(repr=False)


Credential: TypeAlias = ByPassphrase | ByRecoveryKey
