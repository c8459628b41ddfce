"""What the lists of an open register show: the day beside what is due, and citizens in pages."""

from collections.abc import Generator
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.backups import Reason
from storage.case_ids import CLINIC_CASE
from storage.citizen_search import find_citizens
from storage.citizens import write_citizen
from storage.connection import Connection, connect
from storage.credentials import ByPassphrase
from storage.list_records import (
    FIRST_PLACE,
    CitizenSearch,
    Derived,
    DueSpan,
    DueWhen,
    NoticeKind,
    NoticeRow,
    Sieve,
    Standing,
    ToldText,
)
from storage.migrate import migrate, shipped_migrations
from storage.records import CitizenRow, DocumentStep
from storage.register import Register, open_register
from storage.restoring import restore
from storage.verifying import Part
from tests.storage.samples import (
    NOW,
    PASSPHRASE,
    PERSON,
    a_document,
    a_draft,
    a_row,
    a_task,
    an_event,
    an_id,
    as_signed,
    behind_the_back,
)

DAY = NOW.date()
LATER = NOW + timedelta(hours=2)
MEETING = NoticeRow(NoticeKind.MEETING, "note:next", "Samtale", "kl. 10 her", DAY)
URGENT = NoticeRow(NoticeKind.URGENT, "acute_need", "Noget, der ikke kan vente")


def save(register: Register, row: CitizenRow, number: int = 1) -> None:
    """Save a draft of the citizen of *row*; its id has the *number*."""
    register.save_draft(replace(a_draft(number), case_id=row.case_id), row)
    register.flush()


def told(row: CitizenRow, text: str, entry: int = 1) -> CitizenRow:
    return replace(row, told=(ToldText(an_id(entry), text),))


def found(register: Register, words: str, sieve: Sieve | None = None) -> list[str]:
    search = CitizenSearch(words, in_told=True, sieve=sieve or Sieve())
    return [row.name for row in register.lists.find(search, 10).rows]


def pages_indexed(folder: Path) -> bytes:
    """Return all that the tables of the index of what was told hold, as it lies in them."""
    connection = behind_the_back(folder)
    rows = [
        *connection.execute("SELECT term FROM told_words_idx").fetchall(),
        *connection.execute("SELECT block FROM told_words_data").fetchall(),
        *connection.execute("SELECT c0 FROM told_words_content").fetchall(),
    ]
    connection.close()
    return b"\n".join(one.encode() if isinstance(one, str) else one for (one,) in rows)


def fill_index(register: Register) -> None:
    """Let two citizens tell thousands of words, note by note, which lie between one another's."""
    digests = [sha256(str(number).encode()).hexdigest() for number in range(3000)]

    def a_note(number: int, by: str) -> ToldText:
        words = (f"{one[:2]}{by}{one[2:9]}" for one in digests[number // 2 :: 20])
        return ToldText(an_id(number), " ".join(words))

    for last in range(40):
        row, by = (a_row("Bliver Her", 902), "spurv") if last % 2 else (a_row(), "kanarie")
        notes = tuple(a_note(number, by) for number in range(last % 2, last + 1, 2))
        save(register, replace(row, told=notes), last)


def words_indexed(folder: Path) -> set[str]:
    """Return every word that the index of what was told holds, however deep in it."""
    connection = behind_the_back(folder)
    connection.execute(
        "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, told_words, row)"
    )
    words = {row[0] for row in connection.execute("SELECT term FROM vocabulary").fetchall()}
    connection.close()
    return words


def test_a_meeting_is_shown_on_its_day_and_what_is_urgent_on_any(register: Register) -> None:
    save(register, replace(a_row(), notices=(MEETING, URGENT)))

    today = register.lists.notices(NoticeKind.MEETING, DAY, 5)
    tomorrow = register.lists.notices(NoticeKind.MEETING, DAY + timedelta(days=1), 5)
    (urgent,), count = register.lists.notices(NoticeKind.URGENT, None, 5)

    assert [one.notice for one in today[0]] == [MEETING]
    assert tomorrow == ((), 0)
    assert (urgent.name, urgent.notice, count) == ("Søren Prøvemand", URGENT, 1)


def test_notices_are_replaced_with_the_row_and_counted_beyond_the_limit(register: Register) -> None:
    others = tuple(replace(MEETING, id=f"note:{number}") for number in range(4))
    save(register, replace(a_row(), notices=(MEETING,)))

    save(register, replace(a_row(), notices=others))
    notices, count = register.lists.notices(NoticeKind.MEETING, DAY, 3)

    assert (len(notices), count) == (3, 4)
    assert MEETING not in [one.notice for one in notices]


def test_a_draft_that_was_left_is_shown_the_oldest_first_and_a_signed_one_is_not(
    register: Register,
) -> None:
    for number in (3, 2, 1):
        begun = replace(a_draft(number), started=NOW - timedelta(days=number))
        register.save_draft(begun, a_row())
    register.flush()
    register.sign(as_signed(replace(a_draft(2), started=NOW - timedelta(days=2))), a_row())

    drafts, count = register.lists.drafts_left(NOW, 1)

    assert [draft.entry_id for draft in drafts] == [an_id(3)]
    assert (drafts[0].name, drafts[0].form, count) == ("Søren Prøvemand", "afdaekning", 2)
    assert register.lists.drafts_left(NOW - timedelta(days=2), 5)[1] == 1


def test_what_the_clinic_fills_in_about_itself_is_no_draft_left_open(register: Register) -> None:
    own = replace(a_draft(), case_id=CLINIC_CASE)
    register.save_draft(own, replace(a_row(), case_id=CLINIC_CASE))
    register.flush()

    assert register.lists.drafts_left(LATER, 5) == ((), 0)


def test_an_open_course_nobody_wrote_in_is_quiet_and_a_closed_one_is_not(
    register: Register,
) -> None:
    for number, is_open in ((1, True), (2, False), (3, True)):
        changed = NOW - timedelta(days=100 * number)
        row = replace(a_row(f"Borger {number}", number), is_open=is_open, changed=changed)
        save(register, row, number)

    courses, count = register.lists.quiet_courses(NOW, 1)

    assert [(course.name, course.changed) for course in courses] == [
        ("Borger 3", NOW - timedelta(days=300))
    ]
    assert count == 2
    assert register.lists.quiet_courses(NOW - timedelta(days=150), 5)[1] == 1


def test_what_is_due_is_found_and_counted_by_the_days_asked_for(register: Register) -> None:
    near = replace(a_task(DAY + timedelta(days=20), "nær"), soon=DAY)
    tasks = (a_task(DAY, "i dag"), near, a_task(DAY + timedelta(days=20), "fjern"))
    save(register, replace(a_row(), tasks=tasks, rules="regler", look_again=DAY))
    lists, ahead = register.lists, DAY + timedelta(days=1)
    soon = DueSpan(since=ahead, before=date.max, near_on=DAY)
    outdated = DueSpan(before=date.max, only=Derived("regler", DAY))
    holding = DueSpan(before=date.max, only=Derived("regler", DAY - timedelta(days=1)))

    def ids(span: DueSpan) -> list[str]:
        assert lists.count_due(span) == len(lists.due(span, 9))
        return [one.task.id for one in lists.due(span, 9)]

    assert ids(DueSpan(before=ahead)) == ["i dag"]
    assert ids(soon) == ["nær"]
    assert ids(replace(soon, is_near=False)) == ["fjern"]
    assert ids(outdated) == []
    assert len(ids(holding)) == 3


def test_a_citizen_is_found_by_the_address(register: Register) -> None:
    save(register, replace(a_row(), address="Ærtevej 12 0000 Prøveby"))

    assert [row.name for row in register.citizens("ertevej", 5)] == []
    assert [row.name for row in register.citizens("aertevej 12", 5)] == ["Søren Prøvemand"]
    assert [row.address for row in register.citizens("ærtev", 5)] == ["Ærtevej 12 0000 Prøveby"]
    assert register.upkeep.verify() == ()


@pytest.mark.parametrize("words", ["kajak", "KAJAKKEN", "søv soev", "soev", "kajak i"])
def test_who_told_of_it_is_found_by_choice_however_it_is_spelt(
    register: Register, words: str
) -> None:
    save(register, told(a_row(), "Kajakken gør, at jeg kan sove. Søvnen er bedre."))

    assert register.citizens(words, 5) == ()
    assert found(register, words) == ["Søren Prøvemand"]


def test_words_too_short_to_search_for_find_by_name_alone(register: Register) -> None:
    save(register, told(a_row("Anna Prøve", 1), "Bo var med"), 1)
    save(register, a_row("Bo Prøve", 2), 2)

    assert found(register, "bo") == ["Bo Prøve"]


def test_the_words_of_a_note_are_those_it_was_last_written_with(
    register: Register, folder: Path
) -> None:
    save(register, told(a_row(), "ordet kanariefugl står her"))

    save(register, told(a_row(), "ordet er væk"))

    assert found(register, "kanariefugl") == []
    assert found(register, "ordet vaek") == ["Søren Prøvemand"]
    assert "kanariefugl" not in words_indexed(folder)


def test_a_row_that_does_not_say_what_was_told_leaves_it_as_it_is(register: Register) -> None:
    save(register, told(a_row(), "kanariefugl"))

    save(register, replace(a_row(), due=DAY))

    assert found(register, "kanariefugl") == ["Søren Prøvemand"]


def test_a_draft_given_up_takes_its_words_with_it(register: Register, folder: Path) -> None:
    save(register, told(a_row(), "kanariefugl"))

    register.discard_draft(an_id(1), None, PERSON, LATER)

    assert words_indexed(folder) == set()
    assert register.upkeep.verify() == ()


def test_nothing_an_erased_citizen_told_is_left_here_or_in_a_backup(
    register: Register, folder: Path
) -> None:
    save(register, replace(told(a_row(), "kanariefugl"), notices=(MEETING, URGENT)))
    save(register, told(a_row("Bliver Her", 2), "spurv", 2), 2)
    (backup,) = register.backups.make(Reason.MANUAL, LATER)

    register.upkeep.erase(an_id(900), PERSON, LATER)
    notices = register.lists.notices(NoticeKind.URGENT, None, 5)
    register.close()
    left = words_indexed(folder)
    restore(folder, backup.folder, ByPassphrase(PERSON, PASSPHRASE), LATER)
    restored = words_indexed(folder)

    assert notices == ((), 0)
    assert left == restored == {"spurv"}


def test_no_page_of_the_index_still_begins_with_a_word_of_who_was_erased(
    register: Register, folder: Path
) -> None:
    fill_index(register)
    (backup,) = register.backups.make(Reason.MANUAL, LATER)
    before = pages_indexed(folder)

    register.upkeep.erase(an_id(900), PERSON, LATER)
    register.close()
    left = pages_indexed(folder)
    restore(folder, backup.folder, ByPassphrase(PERSON, PASSPHRASE), LATER)
    restored = pages_indexed(folder)

    assert b"kanarie" in before
    assert b"kanarie" not in left + restored
    assert b"spurv" in left
    assert b"spurv" in restored


def test_words_that_lead_to_no_entry_go_when_somebody_is_erased(
    register: Register, folder: Path
) -> None:
    save(register, told(a_row(), "spurv"))
    spoil(folder, "DELETE FROM told")

    register.upkeep.erase(an_id(900), PERSON, LATER)

    assert words_indexed(folder) == set()
    assert b"spurv" not in pages_indexed(folder)


def test_a_citizen_erased_is_in_no_list(register: Register) -> None:
    save(register, a_row())
    before = register.lists.holds(an_id(900))

    register.upkeep.erase(an_id(900), PERSON, LATER)

    assert (before, register.lists.holds(an_id(900))) == (True, False)


def test_rebuilt_lists_search_in_what_was_told_and_drop_what_is_nobodys(
    register: Register, folder: Path
) -> None:
    save(register, told(a_row(), "spurv"))
    derived = replace(told(a_row(), "solsort"), changed=LATER)

    register.upkeep.rebuild_lists((derived,), PERSON, LATER)

    assert words_indexed(folder) == {"solsort"}
    assert found(register, "solsort") == ["Søren Prøvemand"]


SPOILT = pytest.mark.parametrize(
    "spoiling",
    [
        "DELETE FROM told_words",
        "DELETE FROM told",
        "INSERT INTO told_words (rowid, words) VALUES (3, 'mejse')",
        "DELETE FROM told_words_docsize",
        "INSERT INTO told_words_docsize (id, sz) VALUES (3, x'01')",
        "UPDATE told SET case_id = (SELECT max(case_id) FROM told)",
        "INSERT INTO told (case_id, entry_id, mark) SELECT case_id, 'x', '' FROM told LIMIT 1",
    ],
)


@pytest.fixture
def told_rows(register: Register) -> tuple[CitizenRow, ...]:
    """Two citizens in the register, and the rows that the lists are to be rebuilt from."""
    rows = (told(a_row(), "spurv"), told(a_row("Bliver Her", 902), "solsort", 2))
    for number, row in enumerate(rows, 1):
        save(register, row, number)
    return tuple(replace(row, changed=LATER) for row in rows)


def spoil(folder: Path, sql: str) -> None:
    connection = behind_the_back(folder)
    connection.execute(sql)
    connection.close()


@SPOILT
def test_what_is_searched_in_astray_is_a_finding_until_the_lists_are_rebuilt(
    register: Register, folder: Path, told_rows: tuple[CitizenRow, ...], spoiling: str
) -> None:
    spoil(folder, spoiling)

    before = [one.sentence for one in register.upkeep.verify() if one.part is Part.LISTS]
    register.upkeep.rebuild_lists(told_rows, PERSON, LATER)
    after = register.upkeep.verify()

    assert before[0].startswith("Søgningen i noter passer ikke til ")
    assert after == ()
    assert words_indexed(folder) == {"spurv", "solsort"}
    assert found(register, "spurv") == ["Søren Prøvemand"]
    assert found(register, "solsort") == ["Bliver Her"]


@SPOILT
@pytest.mark.usefixtures("told_rows")
def test_a_note_can_be_saved_and_found_after_rebuilding_what_could_not_be_derived(
    register: Register, folder: Path, spoiling: str
) -> None:
    spoil(folder, spoiling)

    register.upkeep.rebuild_lists((), PERSON, LATER)
    save(register, told(a_row("Ny Her", 903), "mejse", 3), 3)

    assert register.upkeep.verify() == ()
    assert found(register, "mejse") == ["Ny Her"]


def test_a_document_waits_until_it_is_sent(register: Register) -> None:
    save(register, a_row())
    register.add_document(a_document(), an_event(), a_row())
    register.add_document_event(an_event(DocumentStep.PRINTED))
    before = [one.id for one in register.waiting_documents(5)]

    register.add_document_event(an_event(DocumentStep.SENT))
    register.add_document_event(an_event(DocumentStep.PRINTED))

    assert before == [an_id(70)]
    assert register.waiting_documents(5) == ()


def test_a_register_opened_again_searches_as_before(register: Register, folder: Path) -> None:
    save(register, told(a_row(), "kanariefugl"))
    register.close()

    again = open_register(folder, PERSON, PASSPHRASE, LATER)
    names = found(again, "kanarie")
    again.close()

    assert names == ["Søren Prøvemand"]


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Generator[Connection]:
    path: Path = tmp_path_factory.mktemp("lister") / "fil"
    path.touch()
    connection = connect(path, bytes(32))
    migrate(connection, shipped_migrations())
    yield connection
    connection.close()


STAGES = ("Anmodning", "Udskrevet")
DUE = (None, DAY - timedelta(days=1), DAY + timedelta(days=3))


@st.composite
def a_crowd(draw: st.DrawFn) -> list[CitizenRow]:
    rows = []
    for case in range(draw(st.integers(0, 25))):
        name = draw(st.sampled_from(["Bo Prøve", "Anna", "Åse Bo", ""]))
        row = replace(
            a_row(name, case, draw(st.sampled_from(DUE))),
            stage=draw(st.sampled_from(STAGES)),
            counsellor=draw(st.sampled_from(["Ida", "Ole"])),
            is_open=draw(st.booleans()),
        )
        rows.append(told(row, draw(st.sampled_from(["bogstav", "ingenting"])), 5000 + case))
    return rows


def answers_to(row: CitizenRow, search: CitizenSearch) -> bool:
    """Return whether *row* is to be found, said in the plainest way."""
    sieve, text = search.sieve, " ".join(one.text for one in row.told or ())
    words = search.words.split()
    long = [word for word in words if len(word) > 2]
    by_name = all(any(n.lower().startswith(w) for n in row.name.split()) for w in words)
    by_note = search.in_told and bool(long) and all(text.startswith(w) for w in long)
    return (
        (by_name or by_note)
        and sieve.stage in {"", row.stage}
        and sieve.counsellor in {"", row.counsellor}
        and (sieve.standing is None or row.is_open is (sieve.standing is Standing.OPEN))
        and (sieve.due is None or (row.due is not None and sieve.due[0] <= row.due < sieve.due[1]))
    )


@given(
    rows=a_crowd(),
    search=st.builds(
        CitizenSearch,
        words=st.sampled_from(["", "bo", "bogs", "anna", "bo bo", "bogs i"]),
        in_told=st.booleans(),
        sieve=st.builds(
            Sieve,
            stage=st.sampled_from(["", *STAGES]),
            counsellor=st.sampled_from(["", "Ida"]),
            standing=st.sampled_from([None, *Standing]),
            due=st.sampled_from([None, DueWhen(date.min, DAY), DueWhen(DAY, date.max)]),
        ),
    ),
    limit=st.integers(1, 6),
)
def test_the_pages_hold_each_who_answers_once_and_in_order(
    lists: Connection, rows: list[CitizenRow], search: CitizenSearch, limit: int
) -> None:
    lists.execute("BEGIN")
    for row in rows:
        write_citizen(lists, row)
    pages = []
    start = FIRST_PLACE

    while True:
        page = find_citizens(lists, search, limit, start)
        pages.append([row.case_id for row in page.rows])
        if page.after is None:
            break
        start = page.after
    lists.execute("ROLLBACK")

    every = [case_id for page in pages for case_id in page]
    wanted = [row.case_id for row in rows if answers_to(row, search)]
    assert sorted(every) == sorted(wanted)
    assert all(len(page) == limit for page in pages[:-1])
    names = {row.case_id: row.name for row in rows}
    order = ["", "Anna", "Bo Prøve", "Åse Bo"]
    places = [order.index(names[case_id]) for case_id in every]
    assert places == sorted(places)
