"""What the disk may refuse at the door, where nothing waits to be saved, with what to do."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

from storage.error_codes import spoken_of
from storage.errors import (
    DiskFullError,
    DiskTroubleError,
    NotSavedError,
    NoWritePermissionError,
    RegisterError,
    RegisterMissingError,
    RegisterVanishedError,
)


class DoorError(RegisterError):
    """The disk kept a register from being opened, made, or put under a new key; nothing is lost."""


class NoRoomAtDoorError(DoorError):
    """The disk takes no more."""

    sentence = (
        "Disken med kartoteket er fuld eller tager ikke imod mere. Intet, der er gemt, er gået "
        "tabt. Gør plads på disken, se efter, om drevet sidder rigtigt, og prøv igen."
    )


class ForbiddenAtDoorError(DoorError):
    """The register or its folder may not be written."""

    sentence = (
        "Der må ikke skrives i mappen med kartoteket. "
        "Bed den, der passer computerne, om at give dig lov, og prøv igen."
    )


class TroubleAtDoorError(DoorError):
    """The disk does not answer as a disk should."""

    sentence = (
        "Disken med kartoteket svarer ikke, som den skal. "
        "Se efter, om drevet er sat rigtigt til, og prøv igen."
    )


_AT_DOOR: Final[dict[type[RegisterError], type[RegisterError]]] = {
    DiskFullError: NoRoomAtDoorError,
    NoWritePermissionError: ForbiddenAtDoorError,
    DiskTroubleError: TroubleAtDoorError,
    NotSavedError: TroubleAtDoorError,
    RegisterVanishedError: RegisterMissingError,
}


@contextmanager
def door_errors() -> Generator[None]:
    """Turn errors of the disk, met at the door, into those that promise no later saving."""
    with spoken_of(_AT_DOOR):
        yield
