from pathlib import Path

import pytest

from app.command_line import Command, read_arguments


def test_nothing_asked_for_is_the_program_itself() -> None:
    asked = read_arguments([])

    assert asked.command is None
    assert asked.folder is None
    assert not asked.practice


@pytest.mark.parametrize("command", [Command.VERIFY, Command.BACKUP, Command.REBUILD])
def test_a_command_stands_alone_when_the_usual_register_is_meant(command: Command) -> None:
    asked = read_arguments([command])

    assert asked.command is command
    assert asked.folder is None


@pytest.mark.parametrize(
    "arguments",
    [
        ["--folder", "/et/sted", "verify", "--json", "--person", "Ida Øvesen"],
        ["verify", "--person", "Ida Øvesen", "--json", "--folder", "/et/sted"],
    ],
)
def test_options_may_stand_before_or_after_the_command(arguments: list[str]) -> None:
    asked = read_arguments(arguments)

    assert asked.command is Command.VERIFY
    assert asked.folder == Path("/et/sted").absolute()
    assert asked.person == "Ida Øvesen"
    assert asked.json


def test_a_backup_is_named_by_its_folder() -> None:
    asked = read_arguments(["restore", "kopi", "--recovery-key", "--passphrase-stdin"])

    assert asked.command is Command.RESTORE
    assert asked.backup == Path("kopi").absolute()
    assert asked.recovery_key
    assert asked.passphrase_stdin


@pytest.mark.parametrize(
    "arguments",
    [["begin"], ["restore"], ["verify", "--to", "/et/sted"], ["--verify"], ["verify", "--js"]],
)
def test_what_makes_no_sense_is_answered_with_the_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        read_arguments(arguments)

    said = capsys.readouterr()
    assert ended.value.code == 2
    assert said.out == ""
    assert said.err.startswith("Brug:  roedtraad")
    assert "Det kunne ikke forstås." in said.err


@pytest.mark.parametrize("arguments", [["-h"], ["--help"], ["backup", "--help"]])
def test_help_is_in_danish_and_no_fault(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        read_arguments(arguments)

    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("Brug:  roedtraad")


def test_a_form_and_a_response_to_it_are_named_by_their_files() -> None:
    asked = read_arguments(["check-response", "skema.json", "svar.json", "--json"])

    assert asked.command is Command.CHECK_RESPONSE
    assert asked.form == Path("skema.json").absolute()
    assert asked.response == Path("svar.json").absolute()
    assert asked.json


@pytest.mark.parametrize(
    "arguments",
    [["check-form"], ["check-response", "skema.json"], ["check-form", "a", "--person", "Ida"]],
)
def test_a_form_is_checked_with_nothing_but_files(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        read_arguments(arguments)

    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("Brug:  roedtraad")
