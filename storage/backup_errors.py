"""What can go wrong with copies of the register, each with the Danish sentence to show."""

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
)


class BackupError(RegisterError):
    """Something about a copy; the register itself is as it was."""


class CopyDamagedError(BackupError):
    """A copy is not whole, or is not what it was copied from."""

    sentence = (
        "Sikkerhedskopien er beskadiget og kan ikke bruges. "
        "Selve kartoteket er ikke rørt. Vælg en anden kopi, eller lav en ny."
    )


class BackupNotWholeError(CopyDamagedError):
    """A copy just made is not whole; mostly it is the original that is damaged."""

    sentence = (
        "Sikkerhedskopien blev ikke hel og er kasseret. Prøv igen. "
        "Sker det en gang til, så er kartoteket måske beskadiget: lav et eftersyn af det."
    )


class NoSuchBackupError(BackupError):
    """There is no backup in the folder."""

    sentence = (
        "Der er ingen sikkerhedskopi i den mappe. Vælg den mappe, der indeholder filerne "
        "kartotek.roedtraad og kartotek.noegle, eller mappen Sikkerhedskopier."
    )


class BackupPlaceMissingError(BackupError):
    """The folder that backups are to be put in is not there."""

    sentence = (
        "Stedet til sikkerhedskopier er der ikke lige nu. "
        "Sæt drevet til, hvis det er et drev, eller vælg et andet sted."
    )


class BackupPlaceIsOwnError(BackupError):
    """The second place for backups lies where the register does."""

    sentence = (
        "Den mappe ligger sammen med kartoteket, så kopierne kan gå tabt samtidig med det. "
        "Vælg et andet drev, for eksempel en USB-nøgle."
    )


class NoRoomForBackupError(BackupError):
    """The disk has no room for another copy."""

    sentence = (
        "Der er ikke plads til sikkerhedskopien. Gør plads på disken, eller fjern en gammel kopi, "
        "og prøv igen. Dit arbejde er gemt i kartoteket."
    )


class BackupForbiddenError(BackupError):
    """The copies' folder may not be written."""

    sentence = (
        "Der må ikke skrives i mappen til sikkerhedskopier. "
        "Vælg en anden mappe, eller bed den, der passer computerne, om at give dig lov."
    )


class BackupDiskTroubleError(BackupError):
    """The disk with the copies does not answer as a disk should."""

    sentence = (
        "Drevet til sikkerhedskopier svarer ikke, som det skal. "
        "Se efter, om det er sat rigtigt til, og prøv igen."
    )


class BackupPlanUnreadableError(BackupError):
    """The file that says where else backups go is there, but cannot be read."""

    sentence = (
        "Filen kartotek.kopier kan ikke læses. Der laves stadig kopier her, men ingen et andet "
        "sted, og gamle kopier fjernes ikke. Vælg det andet sted igen."
    )


class BackupWaitsError(BackupError):
    """The register could not be held still for a copy just now."""

    sentence = (
        "Sikkerhedskopien blev ikke lavet: kartoteket var optaget af noget andet. "
        "Dit arbejde er gemt. Prøv igen om lidt."
    )


class BackupOfAnotherRegisterError(BackupError):
    """The backup was made of another register than the one in the folder."""

    sentence = (
        "Sikkerhedskopien hører til et andet kartotek end det, der ligger i mappen. "
        "Vælg en kopi af det rigtige, eller hent den frem i en tom mappe."
    )


class BackupKeyUnknownError(BackupError):
    """No key of this register opens the backup."""

    sentence = (
        "Sikkerhedskopien kan ikke læses med kartotekets nøgle. "
        "Den kan hentes frem i en tom mappe med den adgangssætning, der gjaldt, da den blev lavet."
    )


class NoRoomToRestoreError(BackupError):
    """The disk has no room for the restored register beside the present one."""

    sentence = (
        "Kopien blev ikke hentet frem: der er ikke plads på disken. Kartoteket er, som det var. "
        "Gør plads, og prøv igen."
    )


class RestoreForbiddenError(BackupError):
    """The register's folder may not be written."""

    sentence = (
        "Kopien blev ikke hentet frem: der må ikke skrives i mappen med kartoteket. "
        "Bed den, der passer computerne, om at give dig lov, og prøv igen."
    )


class RestoreDiskTroubleError(BackupError):
    """The disk does not answer as a disk should."""

    sentence = (
        "Kopien blev ikke hentet frem: et drev svarer ikke, som det skal. "
        "Se efter, om drevene er sat rigtigt til, og prøv igen."
    )


_OF_MAKING: Final[dict[type[RegisterError], type[BackupError]]] = {
    DiskFullError: NoRoomForBackupError,
    NoWritePermissionError: BackupForbiddenError,
    DiskTroubleError: BackupDiskTroubleError,
    NotSavedError: BackupDiskTroubleError,
}
_OF_RESTORING: Final[dict[type[RegisterError], type[BackupError]]] = {
    DiskFullError: NoRoomToRestoreError,
    NoRoomForBackupError: NoRoomToRestoreError,
    NoWritePermissionError: RestoreForbiddenError,
    BackupForbiddenError: RestoreForbiddenError,
    DiskTroubleError: RestoreDiskTroubleError,
    BackupDiskTroubleError: RestoreDiskTroubleError,
    NotSavedError: RestoreDiskTroubleError,
}


@contextmanager
def backup_errors() -> Generator[None]:
    """Turn errors of the disk, met while a copy is made, into those that speak of copies."""
    with spoken_of(_OF_MAKING):
        yield


@contextmanager
def restore_errors() -> Generator[None]:
    """Turn errors of the disk, met while a copy is put back, into those that speak of that."""
    with spoken_of(_OF_RESTORING):
        yield
