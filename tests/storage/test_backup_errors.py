import errno

import pytest

from storage import backup_errors as named
from storage.backup_errors import (
    BackupDiskTroubleError,
    BackupForbiddenError,
    NoRoomForBackupError,
    NoRoomToRestoreError,
    RestoreDiskTroubleError,
    RestoreForbiddenError,
    backup_errors,
    restore_errors,
)
from storage.errors import RegisterError, WritingStoppedError


@pytest.mark.parametrize(
    ("number", "of_making", "of_restoring"),
    [
        (errno.ENOSPC, NoRoomForBackupError, NoRoomToRestoreError),
        (errno.EROFS, BackupForbiddenError, RestoreForbiddenError),
        (errno.EIO, BackupDiskTroubleError, RestoreDiskTroubleError),
    ],
)
def test_trouble_with_the_disk_is_told_as_what_was_being_done(
    number: int, of_making: type[RegisterError], of_restoring: type[RegisterError]
) -> None:
    with pytest.raises(of_making), backup_errors():
        raise OSError(number, "")
    with pytest.raises(of_restoring), restore_errors(), backup_errors():
        raise OSError(number, "")


def test_what_is_no_trouble_with_the_copy_keeps_its_own_sentence() -> None:
    with pytest.raises(WritingStoppedError), backup_errors():
        raise WritingStoppedError


NAMED = [
    error
    for error in vars(named).values()
    if isinstance(error, type) and issubclass(error, RegisterError) and "sentence" in vars(error)
]


@pytest.mark.parametrize("error", NAMED)
def test_every_error_says_what_happened_and_what_to_do(error: type[RegisterError]) -> None:
    sentence = str(error())

    assert sentence.count(".") >= 2
    assert sentence.endswith(".")
