"""What a helper on a bare machine starts with: dev.py, the locks, and the gate."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import dev
from app.command_line import Command

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME: list[str] = PROJECT["project"]["dependencies"]
GROUPS: dict[str, list[str]] = PROJECT["dependency-groups"]
WANTED = {
    "run": RUNTIME,
    "dev": RUNTIME + GROUPS["dev"],
    "package": RUNTIME + GROUPS["package"],
    "lock": GROUPS["lock"],
}


def plain(name: str) -> str:
    """Return *name* as an index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_lock(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def locked(lock: str) -> dict[str, tuple[str, int]]:
    """Return the version of each package in *lock* and how many checksums it has."""
    lines = read_lock(lock).replace("\\\n", " ").splitlines()
    entries = [line.split() for line in lines if re.match(r"\w", line)]
    return {
        name: (version, sum(word.startswith("--hash=sha256:") for word in words))
        for pinned, *words in entries
        for name, version in [pinned.split("==")]
    }


def imported_by(script: str) -> Iterator[str]:
    for node in ast.walk(ast.parse((ROOT / script).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]


@pytest.mark.parametrize(
    "script",
    ["dev.py", "packaging/prepare.py", "packaging/build.py", "packaging/smoke_test.py"],
)
def test_what_starts_on_a_bare_machine_imports_only_the_standard_library(script: str) -> None:
    assert set(imported_by(script)) <= sys.stdlib_module_names


@pytest.mark.parametrize("lock", WANTED)
def test_a_lock_holds_every_dependency_in_the_version_of_the_project(lock: str) -> None:
    wanted = dict(requirement.split("==") for requirement in WANTED[lock])

    versions = {name: version for name, (version, _) in locked(lock).items()}

    assert {plain(name): version for name, version in wanted.items()}.items() <= versions.items()


@pytest.mark.parametrize("lock", WANTED)
def test_every_locked_package_has_checksums(lock: str) -> None:
    packages = locked(lock)

    assert [name for name, (_, checksums) in packages.items() if checksums == 0] == []


@pytest.mark.parametrize("lock", WANTED)
def test_a_lock_names_no_index_and_no_place_on_a_disk(lock: str) -> None:
    assert re.findall(r"://|--index|--find-links|file:|(?<!\w)/\w+", read_lock(lock)) == []


@pytest.mark.parametrize("lock", ["dev", "package"])
def test_what_is_tested_and_shipped_is_what_is_run(lock: str) -> None:
    run = locked("run")

    assert run.items() <= locked(lock).items()


@pytest.mark.parametrize("command", Command)
def test_a_command_of_the_program_needs_no_screen_to_be_started(command: Command) -> None:
    assert command in dev.WITHOUT_WINDOW
    assert f"python3 dev.py run {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_gate_runs_the_command_that_the_readme_tells() -> None:
    *_, command = (ROOT / ".ci" / "run").read_text(encoding="utf-8").split("\n", 2)

    assert command.strip() == "python3 dev.py test"
    assert command.strip() in (ROOT / "README.md").read_text(encoding="utf-8")


def test_linters_run_side_by_side_are_told_in_turn_until_the_first_that_finds_something(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "program", lambda _: sys.executable)
    says = {"Ren": "print('Åh')", "Fejl": "print('Øv'); raise SystemExit(3)", "Sidst": "print(1)"}

    status = dev.lint({title: ("python", "-c", code) for title, code in says.items()})

    assert status == 3
    assert capsys.readouterr().out.splitlines() == [
        *("== Ren", "Åh"),
        *("== Fejl", "Øv", "== Stoppet ved: Fejl"),
    ]


def test_the_recipes_do_not_hide_the_library_packaging() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
