from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature

from tests.drills.canary import Seen, follow, why_not
from tests.drills.canary_words import EVERYTHING, WORDS
from tests.drills.page_reader import plain_database, plain_pages
from tests.drills.scenes import make_before
from tests.storage.samples import key_of

watched = pytest.mark.skipif(bool(why_not()), reason=why_not())


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    return follow(tmp_path_factory.mktemp("canary"))


@watched
def test_no_word_of_a_citizen_is_ever_written_in_plain(seen: Seen) -> None:
    assert seen.written["closed"] & set(WORDS) == set()
    assert seen.written.keys() >= {"written", "printed", "kept", "erased", "closed"}
    assert any(path.endswith("-wal") for path in seen.files)


@watched
def test_a_citizen_who_was_erased_is_in_no_file_behind_the_encryption_either(seen: Seen) -> None:
    assert seen.within["closed"] == set()
    assert seen.backups_within["closed"] == set()
    assert seen.in_files["closed"] == set()


@watched
def test_before_erasing_the_citizen_is_found_behind_the_encryption(seen: Seen) -> None:
    assert seen.within["kept"] >= set(EVERYTHING)
    assert seen.backups_within["erased"] >= set(EVERYTHING)


def test_a_reader_that_knows_only_the_format_reads_the_register(tmp_path: Path) -> None:
    world = make_before(tmp_path / "kartotek")

    pages = plain_pages(tmp_path / "kartotek" / "kartotek.roedtraad", key_of(tmp_path / "kartotek"))

    database = plain_database(pages)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    entries = database.execute("SELECT state || ' ' || response FROM entry").fetchall()
    told = [fact for name, fact in world.facts.items() if name.startswith("entry ")]
    assert sorted(text for (text,) in entries) == sorted(map(str, told))
    database.close()


def test_a_reader_that_knows_only_the_format_notices_a_changed_byte(tmp_path: Path) -> None:
    make_before(tmp_path / "kartotek")
    register = tmp_path / "kartotek" / "kartotek.roedtraad"
    key = key_of(tmp_path / "kartotek")
    content = bytearray(register.read_bytes())
    content[9_000] ^= 1
    register.write_bytes(content)

    with pytest.raises(InvalidSignature):
        plain_pages(register, key)
