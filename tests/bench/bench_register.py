"""How fast the register is, as ratios in one run; each variant in a process of its own.

Run with: ``.venv/bin/python tests/bench/bench_register.py``
"""

import argparse
import json
import subprocess
import sys
import tempfile
import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from storage.citizens import write_citizen
from storage.connection import PRAGMAS
from storage.identifiers import uuid7
from storage.key_file import KeyCost
from storage.migrate import migrate, shipped_migrations
from storage.opening import open_for_person
from storage.records import CitizenRow, EntryRecord, EntryState
from storage.register import Register, create_register
from storage.witness import Witness
from storage.work import DraftWork
from storage.written_file import WrittenFile

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
CHEAP = KeyCost(64, 1, 1, only_for_tests=True)
PERSON, PASSPHRASE = "Prøve", "prøve"
SAVES, ROUNDS = 1000, 3
FIRST = ["Søren", "Anna", "Åse", "Lars", "Mette", "Yusuf", "Łukasz", "Ærendis", "Bo", "Øjvind"]
MIDDLE = ["", "Bæk", "Holm", "Skov", "Dam", "Lund", "Aagaard"]
LAST = ["Prøvesen", "Eksempel", "Testrup", "Opdigt", "Fantasigaard", "Müller", "Nguyễn"]
SEARCHES = [
    "s",
    "so",
    "søren",
    "soeren",
    "aa",
    "åse prø",
    "nguyen",
    "s e",
    "xq",
    "søren 77",
    "9" * 6,
]


def an_id(number: int) -> str:
    return uuid7(1_770_000_000_000 + number, number.to_bytes(10, "big"))


def an_entry(number: int, version: int) -> EntryRecord:
    return EntryRecord(
        *(an_id(number), an_id(number + 10**6), "afdaekning", "1", EntryState.DRAFT, PERSON),
        *(NOW, NOW + timedelta(seconds=version), None, None),
        json.dumps({"version": version, "text": "x" * 1450}),
    )


def a_row(number: int) -> CitizenRow:
    mixed = number * 2_654_435_761 % 2**32
    first, middle, last = mixed % 10, mixed // 10 % 7, mixed // 70 % 7
    name = f"{FIRST[first]} {MIDDLE[middle]} {LAST[last]} {number % 997}"
    due = date(2026, 3, 1) + timedelta(days=number % 400) if number % 10 == 0 else None
    cpr = f"32{mixed % 10**8:08}"
    return CitizenRow(an_id(number + 10**6), name, cpr, "afdækning", due, "", NOW)


def commits(folder: Path) -> list[float]:
    """Return the milliseconds of each commit of an autosave, on this thread."""
    create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)[0].close()
    opened = open_for_person(folder, PERSON, PASSPHRASE, NOW)
    took = commits_into(WrittenFile(opened.path, opened.writing, opened.witness))
    opened.reading.close()
    opened.lock.release()
    return took


def saves_until_the_word(folder: Path) -> list[float]:
    """Return the milliseconds from `save_draft` to the word that it is saved."""
    register, _ = create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)
    spoken = threading.Semaphore(0)

    def hear(_entry_id: str, _at: datetime) -> None:
        spoken.release()

    register.listen(hear, print)
    row = a_row(1)
    took = []
    for version in range(SAVES):
        record = an_entry(1, version)
        began = perf_counter()
        register.save_draft(record, replace(row, changed=record.changed))
        spoken.acquire()
        took.append(1000 * (perf_counter() - began))
    register.close()
    return took


def plain_commits(folder: Path) -> list[float]:
    """Return the milliseconds of the same commits into the same tables of plain SQLite."""
    folder.mkdir()
    sqlite = import_module("sqlite3")  # what the register is measured against
    connection = sqlite.connect(folder / "plain", isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    migrate(connection, shipped_migrations())
    witness = Witness.beside(folder / "plain", b"")
    return commits_into(WrittenFile(folder / "plain", connection, witness))


def commits_into(file: WrittenFile) -> list[float]:
    row = a_row(1)
    took = []
    for version in range(SAVES):
        record = an_entry(1, version)
        work = DraftWork(record, replace(row, changed=record.changed))
        began = perf_counter()
        file.commit(work)
        took.append(1000 * (perf_counter() - began))
    file.close()
    return took


def searches(folder: Path, citizens: int) -> dict[str, float]:
    """Return the milliseconds of each search among so many citizens, and of *I dag*."""
    create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)[0].close()
    people(folder, citizens)
    register = Register(open_for_person(folder, PERSON, PASSPHRASE, NOW))
    began = perf_counter()
    register.citizens("", 50)
    register.citizens("s", 50)
    took = {"first two after opening": 1000 * (perf_counter() - began)}
    for search in SEARCHES:
        took[search] = median(one_search(register, search) for _ in range(15))
    began = perf_counter()
    register.due(date(2026, 4, 1), 200)
    took["due"] = 1000 * (perf_counter() - began)
    register.close()
    return took


def people(folder: Path, citizens: int) -> None:
    opened = open_for_person(folder, PERSON, PASSPHRASE, NOW)
    opened.writing.execute("BEGIN IMMEDIATE")
    for number in range(citizens):
        write_citizen(opened.writing, a_row(number))
    opened.writing.execute("COMMIT")
    opened.reading.close()
    opened.writing.close()
    opened.lock.release()


def one_search(register: Register, search: str) -> float:
    began = perf_counter()
    register.citizens(search, 50)
    return 1000 * (perf_counter() - began)


SAVING = {"plain": plain_commits, "commit": commits, "until-the-word": saves_until_the_word}


def in_own_process(*what: str) -> str:
    with tempfile.TemporaryDirectory() as place:
        ran = subprocess.run(
            [sys.executable, __file__, "--only", *what, "--place", f"{place}/k"],
            check=True,
            capture_output=True,
            text=True,
        )
    return ran.stdout


def report() -> None:
    took: dict[str, list[float]] = {what: [] for what in SAVING}
    for what in [*SAVING] * ROUNDS:
        took[what] += json.loads(in_own_process(what))
    plain = median(took["plain"])
    for what, times in took.items():
        p99, ratio = quantiles(times, n=100)[98], median(times) / plain
        print(f"{what:>14}: median {median(times):.2f} ms, p99 {p99:.2f} ms, ratio {ratio:.2f}")
    print("The ratio of the commit must be <= 1.5; until-the-word adds two changes of thread.")
    few = json.loads(in_own_process("search", "1000"))
    many = json.loads(in_own_process("search", "100000"))
    for search, time in many.items():
        print(f"{search:>24}: {time:6.2f} ms among 100,000, {few[search]:6.2f} ms among 1,000")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", nargs="+")
    parser.add_argument("--place", type=Path)
    asked = parser.parse_args()
    if asked.only is None:
        report()
    elif asked.only[0] == "search":
        print(json.dumps(searches(asked.place, int(asked.only[1]))))
    else:
        print(json.dumps(SAVING[asked.only[0]](asked.place)))


if __name__ == "__main__":
    main()
