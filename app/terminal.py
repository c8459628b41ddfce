"""Asking on the command line who it is; what is typed is not shown and not kept."""

import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from getpass import GetPassWarning, getpass
from pathlib import Path

from app.command_line import Asked
from storage.credentials import ByPassphrase, ByRecoveryKey, Credential
from storage.errors import KeyFileDamagedError, KeyFileMissingError
from storage.key_file import people

_LONGEST = 10_000
"""Bytes; nobody types more, and a wrong file on standard input must not fill the memory."""


class NotAskedError(Exception):
    """Nobody can be asked, or what was given cannot be used; its text is what to show."""


def ask_credential(asked: Asked, *folders: Path) -> Credential:
    """Return what the person unlocks with; the first of *folders* with a key file says who can.

    Raises NotAskedError, or a RegisterError when no key file can be read.
    """
    if asked.recovery_key:
        return ByRecoveryKey(_secret("Gendannelsesnøgle: ", asked))
    person = asked.person or _only_person(folders)
    return ByPassphrase(person, _secret(f"Adgangssætning for {person}: ", asked))


def _only_person(folders: Sequence[Path]) -> str:
    found = _people(folders)
    if len(found) == 1:
        return found[0]
    names = ", ".join(found)
    message = f"Skriv, hvem du er, med --person NAVN. Disse har adgang til kartoteket: {names}."
    raise NotAskedError(message)


def _people(folders: Sequence[Path]) -> tuple[str, ...]:
    *earlier, last = folders
    for folder in earlier:
        with suppress(KeyFileMissingError, KeyFileDamagedError):
            return people(folder)
    return people(last)


def _secret(prompt: str, asked: Asked) -> str:
    typed = _from_standard_input() if asked.passphrase_stdin else _from_terminal(prompt)
    if not typed:
        message = "Der blev ikke skrevet noget. Prøv igen."
        raise NotAskedError(message)
    return typed


def _from_standard_input() -> str:
    line = sys.stdin.buffer.readline(_LONGEST)
    try:
        # Windows' own editor puts a mark in front that nobody sees.
        return line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        message = (
            "Det, der kom på standard input, er ikke tekst i UTF-8. Gem det sådan, og prøv igen."
        )
        raise NotAskedError(message) from None


def _from_terminal(prompt: str) -> str:
    try:
        with warnings.catch_warnings():
            # Without a terminal it would show what is typed.
            warnings.simplefilter("error", GetPassWarning)
            return getpass(prompt)
    except (GetPassWarning, EOFError):
        message = (
            "Der er ingen terminal at spørge i. Kør kommandoen i en terminal, eller brug "
            "--passphrase-stdin."
        )
        raise NotAskedError(message) from None
