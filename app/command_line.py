"""What can be asked for on the command line; light, for it is read before the first window."""

import argparse
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

USAGE = """\
Brug:  roedtraad                        start programmet
       roedtraad --practice             start med øvekartoteket og opdigtede borgere
       roedtraad verify [--json]        se kartoteket efter
       roedtraad backup [--to MAPPE]    lav en sikkerhedskopi
       roedtraad restore KOPI           hent kartoteket tilbage fra mappen KOPI
       roedtraad rebuild                lav listerne igen efter det, der står i skemaerne
       roedtraad check-form FIL [--json]              se et skema efter
       roedtraad check-response FIL SVARFIL [--json]  se en besvarelse af et skema efter

       --folder MAPPE        mappen, kartoteket ligger i, når det ikke er den sædvanlige

Og til verify, backup, restore og rebuild:
       --person NAVN         dit navn i kartoteket; kun nødvendigt, når flere har adgang
       --recovery-key        svar med gendannelsesnøglen i stedet for adgangssætningen
       --passphrase-stdin    læs adgangssætningen eller nøglen fra standard input

De fire kræver, at programmet er lukket. De ender med 0, når alt er vel, med 1, når noget skal ses
efter, og med 2, når det ikke lod sig gøre. check-form og check-response bruger ikke kartoteket. De
ender med 0, når der ingen fejl er, og ellers med 1."""


class Command(StrEnum):
    """What can be done without a window."""

    VERIFY = "verify"
    BACKUP = "backup"
    RESTORE = "restore"
    REBUILD = "rebuild"
    CHECK_FORM = "check-form"
    CHECK_RESPONSE = "check-response"


NEED_NO_REGISTER = frozenset({Command.CHECK_FORM, Command.CHECK_RESPONSE})
"""The commands that leave every register alone."""

_SAY_FINDINGS = NEED_NO_REGISTER | {Command.VERIFY}
_PATHS = {
    Command.RESTORE: ("backup",),
    Command.CHECK_FORM: ("form",),
    Command.CHECK_RESPONSE: ("form", "response"),
}


class Asked(argparse.Namespace):
    """What was asked for; without a `command` it is the program with its window."""

    command: Command | None = None
    folder: Path | None = None
    practice: bool = False
    first_window_test: bool = False
    person: str = ""
    recovery_key: bool = False
    passphrase_stdin: bool = False
    json: bool = False
    to: Path | None = None
    backup: Path = Path()
    form: Path = Path()
    response: Path = Path()


def read_arguments(arguments: Sequence[str] | None) -> Asked:
    """Return what *arguments* ask for, those of this process when None.

    Ends the process with the usage when they make no sense or ask for help.
    """
    parser = _Parser(prog="roedtraad", add_help=False, allow_abbrev=False)
    _add_help(parser)
    parser.add_argument("--practice", action="store_true")
    parser.add_argument("--folder", type=_path)
    parser.add_argument("--first-window-test", action="store_true")
    commands = parser.add_subparsers(dest="command")
    shared = _shared()
    for command in Command:
        parents = [_helping() if command in NEED_NO_REGISTER else shared]
        own = commands.add_parser(command, parents=parents, add_help=False, allow_abbrev=False)
        own.set_defaults(command=command)
        _add_own(own, command)
    return parser.parse_args(arguments, namespace=Asked())


def _add_own(parser: argparse.ArgumentParser, command: Command) -> None:
    """Add what only this *command* can be asked with."""
    for name in _PATHS.get(command, ()):
        parser.add_argument(name, type=_path)
    if command is Command.BACKUP:
        parser.add_argument("--to", type=_path)
    if command in _SAY_FINDINGS:
        parser.add_argument("--json", action="store_true")


def _helping() -> "_Parser":
    helping = _Parser(add_help=False)
    _add_help(helping)
    return helping


def _shared() -> "_Parser":
    shared = _helping()
    # Without a default of its own it leaves alone what stood before the command.
    shared.add_argument("--folder", type=_path, default=argparse.SUPPRESS)
    shared.add_argument("--person", default="")
    shared.add_argument("--recovery-key", action="store_true")
    shared.add_argument("--passphrase-stdin", action="store_true")
    return shared


def _add_help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action=_Help, nargs=0)


def _path(typed: str) -> Path:
    return Path(typed).absolute()


class _Parser(argparse.ArgumentParser):
    @override
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{USAGE}\n\nDet kunne ikke forstås. Se ovenfor, hvad man kan skrive.\n")


class _Help(argparse.Action):
    @override
    def __call__(self, *_given: object) -> None:
        sys.stdout.write(f"{USAGE}\n")
        sys.exit(0)
