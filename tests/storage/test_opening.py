import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from storage.backups import Reason, backups_in
from storage.credentials import ByPassphrase, ByRecoveryKey
from storage.errors import (
    KeyOfAnotherRegisterError,
    NotARegisterError,
    RecoveryKeyMistypedError,
    RegisterDamagedError,
    RegisterError,
    RegisterExistsError,
    RegisterInUseError,
    RegisterMissingError,
    RegisterTooNewError,
    UnknownPersonError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from storage.file_names import (
    KEY_FILE,
    KEY_FILE_COPY,
    REGISTER_FILE,
    REKEYED_REGISTER,
    has_register,
)
from storage.key_file import (
    people,
    read_key_file,
    write_key_file,
)
from storage.records import Deed
from storage.register import (
    Register,
    create_register,
    open_register,
    open_with_recovery_key,
)
from storage.unlocking import check_credential
from tests.storage.samples import CHEAP, NOW, PASSPHRASE, PERSON, a_draft, a_row, behind_the_back


@pytest.fixture
def closed(register: Register, folder: Path) -> Path:
    register.save_draft(a_draft(), a_row())
    register.close()
    return folder


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def refusal(folder: Path) -> type[RegisterError]:
    with pytest.raises(RegisterError) as caught:
        open_register(folder, PERSON, PASSPHRASE, NOW)
    assert str(caught.value).endswith(".")
    return caught.type


def test_a_wrong_passphrase_is_told_from_damage(closed: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        open_register(closed, PERSON, PASSPHRASE + "!", NOW)


def test_a_person_without_a_slot_is_told_so(closed: Path) -> None:
    with pytest.raises(UnknownPersonError):
        open_register(closed, "En anden", PASSPHRASE, NOW)


def test_a_passphrase_opens_however_the_keyboard_composes_its_letters(tmp_path: Path) -> None:
    made, _ = create_register(tmp_path, PERSON, "bl\u00e5 d\u00f8r", NOW, CHEAP)
    made.close()

    open_register(tmp_path, PERSON, "bla\u030a d\u00f8r", NOW).close()


def test_the_unlock_screen_gets_the_names_of_those_who_have_a_slot(closed: Path) -> None:
    assert people(closed) == (PERSON,)


def test_the_recovery_key_opens_the_register(folder: Path) -> None:
    made, recovery_key = create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)
    made.close()

    again = open_with_recovery_key(folder, recovery_key.lower().replace("-", " "), NOW)
    again.flush()

    assert again.trail(1)[0].deed is Deed.OPENED_WITH_RECOVERY_KEY
    again.close()


def test_a_typing_error_in_the_recovery_key_is_told_from_a_wrong_key(tmp_path: Path) -> None:
    one, key = create_register(tmp_path / "one", PERSON, PASSPHRASE, NOW, CHEAP)
    other, key_of_other = create_register(tmp_path / "other", PERSON, PASSPHRASE, NOW, CHEAP)
    one.close()
    other.close()
    mistyped = key[:-1] + ("7" if key[-1] != "7" else "8")

    with pytest.raises(RecoveryKeyMistypedError, match="gruppe 8"):
        open_with_recovery_key(tmp_path / "one", mistyped, NOW)
    with pytest.raises(WrongRecoveryKeyError):
        open_with_recovery_key(tmp_path / "one", key_of_other, NOW)


def test_the_file_does_not_look_like_a_database_and_opens_with_no_key(closed: Path) -> None:
    path = closed / REGISTER_FILE

    assert path.read_bytes()[:16] != b"SQLite format 3\x00"
    bare = dbapi2.connect(str(path))
    with pytest.raises(dbapi2.DatabaseError):
        bare.execute("SELECT count(*) FROM sqlite_schema")
    bare.close()


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of POSIX")
def test_only_the_owner_can_read_the_files(register: Register, folder: Path) -> None:
    register.save_draft(a_draft(), a_row())
    register.flush()

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes == dict.fromkeys(modes, 0o600)
    assert len(modes) >= 6


def test_a_second_opener_is_told_who_has_the_register(register: Register, folder: Path) -> None:
    with pytest.raises(RegisterInUseError) as caught:
        open_register(folder, PERSON, PASSPHRASE, NOW)

    assert caught.value.machine
    assert caught.value.opened == NOW


def test_the_lock_of_a_dead_process_is_taken_over(closed: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from storage.register import open_register;"
        "from tests.storage.samples import *;"
        "open_register(Path(sys.argv[1]), PERSON, PASSPHRASE, NOW); os._exit(9)"
    )
    died = subprocess.run([sys.executable, "-c", script, str(closed)], check=False)

    assert died.returncode == 9
    assert (closed / "kartotek.laas").read_bytes()
    open_register(closed, PERSON, PASSPHRASE, NOW).close()


def test_after_a_crash_a_renamed_machine_opens_its_own_register(closed: Path) -> None:
    script = (
        "import os, platform, sys; from pathlib import Path;"
        "from storage.register import open_register; from tests.storage.samples import *;"
        "platform.node = lambda: 'navnet-foer';"
        "open_register(Path(sys.argv[1]), PERSON, PASSPHRASE, NOW); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(closed)], check=False)

    assert b"navnet-foer" in (closed / "kartotek.laas").read_bytes()
    open_register(closed, PERSON, PASSPHRASE, NOW).close()


def test_the_key_file_of_another_register_is_named(closed: Path, tmp_path: Path) -> None:
    other, _ = create_register(tmp_path / "andet", PERSON, PASSPHRASE, NOW, CHEAP)
    other.close()
    write_key_file(closed, read_key_file(tmp_path / "andet"))

    assert refusal(closed) is KeyOfAnotherRegisterError


def test_a_missing_register_is_named_and_not_made(closed: Path) -> None:
    (closed / REGISTER_FILE).unlink()

    assert refusal(closed) is RegisterMissingError
    assert not (closed / REGISTER_FILE).exists()


def test_an_emptied_register_is_damaged_and_not_new(closed: Path) -> None:
    (closed / REGISTER_FILE).write_bytes(b"")

    assert refusal(closed) is RegisterDamagedError


@pytest.mark.parametrize("content", [b"SQLite format 3\x00" + b"\x00" * 5000, b"Et brev. " * 900])
def test_a_file_that_is_no_register_is_named(closed: Path, content: bytes) -> None:
    (closed / REGISTER_FILE).write_bytes(content)

    assert refusal(closed) is NotARegisterError


@pytest.mark.parametrize("place", [3, 500, 4000])
def test_damage_in_the_first_page_is_told_from_a_wrong_passphrase(closed: Path, place: int) -> None:
    flip(closed / REGISTER_FILE, place)

    assert refusal(closed) is RegisterDamagedError


def test_a_register_of_a_newer_program_is_refused_untouched(closed: Path) -> None:
    connection = behind_the_back(closed)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = (closed / REGISTER_FILE).read_bytes()

    assert refusal(closed) is RegisterTooNewError
    assert (closed / REGISTER_FILE).read_bytes() == before


@pytest.mark.parametrize("name", [REGISTER_FILE, KEY_FILE, KEY_FILE_COPY])
def test_nothing_is_made_over_a_register_or_the_key_of_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"noget")

    with pytest.raises(RegisterExistsError):
        create_register(tmp_path, PERSON, PASSPHRASE, NOW, CHEAP)

    assert (tmp_path / name).read_bytes() == b"noget"


def test_making_that_was_cut_short_can_be_done_again(closed: Path) -> None:
    (closed / REGISTER_FILE).rename(closed / "kartotek.roedtraad.ny")

    made, _ = create_register(closed, PERSON, PASSPHRASE, NOW, CHEAP)
    made.close()

    assert not list(closed.glob("*.ny*"))
    open_register(closed, PERSON, PASSPHRASE, NOW).close()


def test_keys_of_another_register_survive_making_that_was_cut_short(
    closed: Path, tmp_path: Path
) -> None:
    other, _ = create_register(tmp_path / "andet", PERSON, PASSPHRASE, NOW, CHEAP)
    other.close()
    (closed / REGISTER_FILE).rename(tmp_path / "flyttet")
    (tmp_path / "andet" / REGISTER_FILE).rename(closed / "kartotek.roedtraad.ny")

    with pytest.raises(RegisterExistsError):
        create_register(closed, PERSON, PASSPHRASE, NOW, CHEAP)

    assert people(closed) == (PERSON,)


def test_what_was_cut_short_is_cleared_away_when_the_register_opens(closed: Path) -> None:
    left = [
        closed / name
        for name in ("kartotek.roedtraad.ny", "kartotek.noegle.ny", f"{REKEYED_REGISTER}-wal")
    ]
    for path in left:
        path.write_bytes(b"halvt")

    open_register(closed, PERSON, PASSPHRASE, NOW).close()

    assert not any(path.exists() for path in left)


def test_an_upgrade_is_preceded_by_a_backup_and_stands_in_the_trail(tmp_path: Path) -> None:
    folder = tmp_path / "kartotek"
    shutil.copytree(Path(__file__).parent / "released" / "0.1.0", folder)

    again = open_register(folder, PERSON, PASSPHRASE, NOW)
    again.flush()

    assert again.trail(2)[1].deed is Deed.MIGRATED
    assert again.check_trail() == ()
    again.close()
    (backup,) = backups_in(folder)
    assert backup.reason is Reason.BEFORE_UPGRADE
    old = open_register(backup.folder, PERSON, PASSPHRASE, NOW)
    assert old.check_trail() == ()
    old.close()


def test_the_connection_writes_nothing_plain_and_syncs_every_commit(
    register: Register,
) -> None:
    with register._core.read() as connection:
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchall()[0][0]
            for name in (
                "journal_mode",
                "synchronous",
                "temp_store",
                "foreign_keys",
                "secure_delete",
                "query_only",
                "cipher_memory_security",
            )
        }

    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "temp_store": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "query_only": 1,
        "cipher_memory_security": "0",
    }


def test_the_names_for_the_unlock_screen_load_no_cipher(closed: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from storage.key_file import people;"
        "people(Path(sys.argv[1]));"
        "print([m for m in ('sqlcipher3', 'argon2', 'cryptography') if m in sys.modules])"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", script, str(closed)], check=True, capture_output=True, text=True
    )

    assert loaded.stdout.strip() == "[]"


def test_a_passphrase_can_be_checked_while_the_register_is_open(
    register: Register, folder: Path
) -> None:
    check_credential(folder, ByPassphrase(PERSON, PASSPHRASE), NOW)

    with pytest.raises(WrongPassphraseError):
        check_credential(folder, ByPassphrase(PERSON, "noget andet"), NOW)


def test_a_recovery_key_can_be_checked_while_the_register_is_open(tmp_path: Path) -> None:
    register, key = create_register(tmp_path / "one", PERSON, PASSPHRASE, NOW, CHEAP)
    other, key_of_other = create_register(tmp_path / "other", PERSON, PASSPHRASE, NOW, CHEAP)

    check_credential(tmp_path / "one", ByRecoveryKey(key.lower()), NOW)

    with pytest.raises(WrongRecoveryKeyError):
        check_credential(tmp_path / "one", ByRecoveryKey(key_of_other), NOW)
    with pytest.raises(RecoveryKeyMistypedError):
        check_credential(tmp_path / "one", ByRecoveryKey(key[:-1]), NOW)
    register.close()
    other.close()


def test_whether_there_is_a_register_is_known_without_a_key(closed: Path, tmp_path: Path) -> None:
    assert has_register(closed)
    assert not has_register(tmp_path / "tom")


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of POSIX")
def test_a_disk_that_takes_nothing_is_named_when_a_register_is_made(tmp_path: Path) -> None:
    script = (
        "import resource, sys; from pathlib import Path; from storage.door_errors import *;"
        "from storage.register import create_register; from tests.storage.samples import *\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))\n"
        "try: create_register(Path(sys.argv[1]), PERSON, PASSPHRASE, NOW, CHEAP)\n"
        "except NoRoomAtDoorError: print('full')"
    )

    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], check=True, capture_output=True, text=True
    )
    made, _ = create_register(tmp_path, PERSON, PASSPHRASE, NOW, CHEAP)
    made.close()

    assert ran.stdout == "full\n"
