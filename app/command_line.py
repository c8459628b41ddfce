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

       --folder MAPPE        mappen, kartoteket ligger i, når det ikke er den sædvanlige

Og til de fire sidste:
       --person NAVN         dit navn i kartoteket; kun nødvendigt, når flere har adgang
       --recovery-key        svar med gendannelsesnøglen i stedet for adgangssætningen
       --passphrase-stdin    læs adgangssætningen eller nøglen fra standard input

De fire sidste kræver, at programmet er lukket. De ender med 0, når alt er vel, med 1, når noget
skal ses efter, og med 2, når det ikke lod sig gøre."""


class Command(StrEnum):
    """What can be done without a window."""

    VERIFY = "verify"
    BACKUP = "backup"
    RESTORE = "restore"
    REBUILD = "rebuild"


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


def read_arguments(arguments: Sequence[str] | None) -> Asked:
    """Return what *arguments* ask for, those of this process when None.

    Ends the process with the usage when they make no sense or ask for help.
    """
    parser = _Parser(prog="roedtraad", add_help=False, allow_abbrev=False)
    _add_help(parser)
    parser.add_argument("--practice", action="store_true")
    parser.add_argument("--folder", type=_folder)
    parser.add_argument("--first-window-test", action="store_true")
    commands = parser.add_subparsers(dest="command")
    shared = _shared()
    for command in Command:
        own = commands.add_parser(command, parents=[shared], add_help=False, allow_abbrev=False)
        own.set_defaults(command=command)
        match command:
            case Command.VERIFY:
                own.add_argument("--json", action="store_true")
            case Command.BACKUP:
                own.add_argument("--to", type=_folder)
            case Command.RESTORE:
                own.add_argument("backup", type=_folder)
            case Command.REBUILD:
                pass
    return parser.parse_args(arguments, namespace=Asked())


def _shared() -> "_Parser":
    shared = _Parser(add_help=False)
    _add_help(shared)
    # Without a default of its own it leaves alone what stood before the command.
    shared.add_argument("--folder", type=_folder, default=argparse.SUPPRESS)
    shared.add_argument("--person", default="")
    shared.add_argument("--recovery-key", action="store_true")
    shared.add_argument("--passphrase-stdin", action="store_true")
    return shared


def _add_help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action=_Help, nargs=0)


def _folder(typed: str) -> Path:
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
