from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from storage.errors import (
    EntryIsSignedError,
    NoSuchEntryError,
    NotSavedError,
    RegisterClosedError,
    RegisterDamagedError,
    RegisterVanishedError,
)
from storage.file_names import REGISTER_FILE
from storage.records import ClinicProfile, Deed, DocumentHeading, DocumentStep
from storage.register import Register, open_register
from tests.storage.samples import (
    CANARY,
    NOW,
    PASSPHRASE,
    PERSON,
    Listener,
    a_document,
    a_draft,
    a_row,
    an_event,
    an_id,
    as_signed,
    behind_the_back,
)


def test_what_is_saved_is_there_after_opening_again(register: Register, folder: Path) -> None:
    draft, signed = a_draft(1), as_signed(a_draft(2))
    register.save_draft(draft, a_row())
    register.sign(signed, a_row())
    register.close()

    again = open_register(folder, PERSON, PASSPHRASE, NOW)
    found, rows = again.case_entries(draft.case_id), again.citizens("", 10)
    again.close()

    assert found == (draft, signed)
    assert rows == (a_row(),)


def test_saved_is_said_with_the_time_of_the_version_that_is_on_the_disk(
    register: Register,
) -> None:
    listener = Listener()
    register.listen(listener.hear_saved, listener.hear_failed)
    draft = a_draft()

    register.save_draft(draft, a_row())

    assert listener.waits_until_saved(1)
    assert listener.saved == [(draft.id, draft.changed)]


def test_of_many_versions_the_newest_is_kept(register: Register) -> None:
    versions = [replace(a_draft(), response=f'{{"n": {number}}}') for number in range(200)]

    for version in versions:
        register.save_draft(version, a_row())
    register.flush()

    with register._core.read() as connection:
        stored = connection.execute("SELECT response FROM entry").fetchall()
    assert stored == [('{"n": 199}',)]


def test_a_draft_can_be_read_before_it_is_on_the_disk(register: Register) -> None:
    draft = a_draft()
    listener = Listener()
    register.listen(listener.hear_saved, listener.hear_failed)

    register.save_draft(draft, a_row())

    assert register.case_entries(draft.case_id) == (draft,)


def test_a_draft_goes_over_to_another_version_of_its_form_with_its_answers(
    register: Register,
) -> None:
    register.save_draft(a_draft(), a_row())
    register.flush()

    register.save_draft(replace(a_draft(), version="2", response="{}"), a_row())
    register.flush()

    (stored,) = register.case_entries(a_draft().case_id)
    assert (stored.version, stored.response) == ("2", "{}")


def test_a_signed_entry_cannot_be_changed_even_with_the_key(
    register: Register, folder: Path
) -> None:
    register.sign(as_signed(a_draft()), a_row())
    register.close()
    connection = behind_the_back(folder)

    for tampering in ("UPDATE entry SET response = '{}'", "DELETE FROM entry"):
        with pytest.raises(Exception, match="a signed entry"):
            connection.execute(tampering)

    connection.close()


def test_signing_twice_with_other_answers_is_refused(register: Register) -> None:
    signed = as_signed(a_draft())
    register.sign(signed, a_row())
    register.sign(signed, a_row())

    with pytest.raises(EntryIsSignedError):
        register.sign(replace(signed, response="{}"), a_row())

    assert register.case_entries(signed.case_id) == (signed,)
    assert [row.deed for row in register.trail(10)] == [Deed.SIGNED, Deed.CREATED]


def test_a_draft_that_comes_after_signing_does_not_overwrite_it(register: Register) -> None:
    signed = as_signed(a_draft())
    register.sign(signed, a_row())
    listener = Listener()
    register.listen(listener.hear_saved, listener.hear_failed)

    register.save_draft(replace(a_draft(), response="{}"), a_row())

    assert listener.waits_until_failed(1)
    assert isinstance(listener.failed[0], EntryIsSignedError)
    assert register.case_entries(signed.case_id) == (signed,)


def test_a_discarded_draft_is_gone_and_takes_an_empty_case_out_of_the_lists(
    register: Register,
) -> None:
    register.save_draft(a_draft(), a_row())

    register.discard_draft(a_draft().id, None, PERSON, NOW)
    register.save_draft(a_draft(text="for sent"), a_row())
    register.flush()

    assert register.case_entries(a_draft().case_id) == ()
    assert register.citizens("", 10) == ()
    assert register.trail(1)[0].deed is Deed.DRAFT_DISCARDED


def test_a_draft_that_waits_behind_the_writing_thread_is_discarded_with_all_its_versions(
    register: Register,
) -> None:
    stopped, go_on = Event(), Event()

    def hold_up(_entry_id: str, _at: datetime) -> None:
        stopped.set()
        go_on.wait(10)

    register.listen(hold_up, print)
    register.save_draft(a_draft(1), a_row())
    assert stopped.wait(10)
    register.save_draft(a_draft(2), a_row())
    register.save_draft(a_draft(2, "mere"), a_row())
    waited = register.has_waiting()

    with ThreadPoolExecutor() as others:
        asked = others.submit(register.discard_draft, a_draft(2).id, a_row(), PERSON, NOW)
        go_on.set()
        asked.result(10)

    assert waited
    assert not register.has_waiting()
    assert register.case_entries(a_draft().case_id) == (a_draft(1),)
    assert register.trail(1)[0].deed is Deed.DRAFT_DISCARDED
    assert register.trail(1)[0].subject == a_draft(2).id


def test_only_a_draft_can_be_discarded(register: Register) -> None:
    register.sign(as_signed(a_draft()), a_row())

    with pytest.raises(EntryIsSignedError):
        register.discard_draft(a_draft().id, a_row(), PERSON, NOW)
    with pytest.raises(NoSuchEntryError):
        register.discard_draft(an_id(5), a_row(), PERSON, NOW)


def test_a_document_comes_back_as_the_bytes_that_were_approved(register: Register) -> None:
    document = a_document(bytes(range(256)) * 400)

    register.add_document(document, an_event(), a_row())
    register.add_document_event(an_event(DocumentStep.PRINTED))

    (heading,) = register.documents(document.case_id)
    assert type(heading) is DocumentHeading
    assert heading.title == document.title
    assert register.document_content(document.id) == document.content
    assert [event.what for event in register.document_events(document.id)] == [
        DocumentStep.APPROVED,
        DocumentStep.PRINTED,
    ]
    assert register.trail(1)[0].digest == document.sha256


def test_a_document_whose_bytes_were_exchanged_is_not_handed_out(
    register: Register, folder: Path
) -> None:
    register.add_document(a_document(), an_event(), a_row())
    register.close()
    connection = behind_the_back(folder)
    connection.execute("DROP TRIGGER document_is_final")
    connection.execute("UPDATE document SET content = x'00'")
    connection.close()
    again = open_register(folder, PERSON, PASSPHRASE, NOW)

    with pytest.raises(RegisterDamagedError):
        again.document_content(a_document().id)

    again.close()


def test_a_document_is_not_kept_under_the_hash_of_another(register: Register) -> None:
    with pytest.raises(ValueError, match="hash"):
        register.add_document(replace(a_document(), content=b"andet"), an_event(), a_row())


def test_an_event_needs_a_document(register: Register) -> None:
    with pytest.raises(NoSuchEntryError):
        register.add_document_event(an_event())

    assert register.trail(1)[0].deed is Deed.CREATED


def test_the_clinics_logo_is_the_newest_one_saved_and_can_be_taken_away(
    register: Register,
) -> None:
    logos = [register.clinic_logo()]

    for picture in (b"one", b"other", b""):
        register.save_clinic_logo(picture, PERSON, NOW)
        logos.append(register.clinic_logo())

    assert logos == [b"", b"one", b"other", b""]
    assert register.trail(1)[0].deed is Deed.CLINIC_LOGO_SAVED
    assert register.check_trail() == ()


def test_the_clinic_profile_is_the_newest_one_saved(register: Register) -> None:
    assert register.clinic_profile() is None

    register.save_clinic_profile("1", '{"a": 1}', PERSON, NOW)
    register.save_clinic_profile("2", '{"a": 2}', PERSON, NOW)

    assert register.clinic_profile() == ClinicProfile("2", '{"a": 2}')


def test_no_word_of_a_citizen_is_readable_in_any_file_of_the_folder(
    register: Register, folder: Path
) -> None:
    register.save_draft(a_draft(text=CANARY), a_row(f"Søren {CANARY}"))
    register.sign(as_signed(a_draft(2, CANARY)), a_row(f"Søren {CANARY}"))
    register.add_document(a_document(CANARY.encode() * 500), an_event(), a_row())

    register.flush()
    files = {path.name: path.read_bytes() for path in folder.iterdir()}

    assert "kartotek.roedtraad-wal" in files
    assert not [name for name, content in files.items() if b"KANARIE" in content.upper()]


def test_a_register_that_was_removed_is_not_called_saved(register: Register, folder: Path) -> None:
    listener = Listener()
    register.listen(listener.hear_saved, listener.hear_failed)
    (folder / REGISTER_FILE).unlink()

    register.save_draft(a_draft(), a_row())

    assert listener.waits_until_failed(1)
    assert isinstance(listener.failed[0], RegisterVanishedError)
    assert listener.saved == []
    assert register.has_waiting()
    with pytest.raises(NotSavedError):
        register.close()


def test_what_could_not_be_written_while_the_file_was_away_is_written_once(
    register: Register, folder: Path
) -> None:
    listener = Listener()
    register.listen(listener.hear_saved, listener.hear_failed)
    path, away = folder / REGISTER_FILE, folder / "flyttet"
    register.flush()
    before = len(register.trail(99))
    path.rename(away)

    register.note_read(an_id(900), PERSON, NOW)
    assert listener.waits_until_failed(2)
    with pytest.raises(RegisterVanishedError):
        register.sign(as_signed(a_draft()), a_row())
    away.rename(path)
    register.flush()

    assert len(register.trail(99)) == before + 1
    assert register.case_entries(an_id(900)) == ()


def test_a_closed_register_says_that_it_is_closed(register: Register) -> None:
    register.close()
    register.close()

    with pytest.raises(RegisterClosedError):
        register.save_draft(a_draft(), a_row())
    with pytest.raises(RegisterClosedError):
        register.citizens("", 10)


def test_a_time_without_a_zone_is_refused_before_it_reaches_the_writing_thread(
    register: Register,
) -> None:
    naive = a_draft().changed.replace(tzinfo=None)

    with pytest.raises(ValueError, match="time zone"):
        register.save_draft(replace(a_draft(), changed=naive), a_row())
    with pytest.raises(ValueError, match="time zone"):
        register.save_clinic_profile("1", "{}", PERSON, naive)

    register.save_draft(a_draft(), a_row())
    register.flush()
    assert register.case_entries(a_draft().case_id) == (a_draft(),)


def test_entries_come_in_the_order_they_were_begun(register: Register) -> None:
    late = replace(a_draft(1), started=NOW + timedelta(days=1))
    early = a_draft(2)

    register.save_draft(late, a_row())
    register.save_draft(early, a_row())
    register.flush()

    assert register.case_entries(late.case_id) == (early, late)
