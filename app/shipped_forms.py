"""The forms that come with the program: today's of every kind, and the earlier versions."""

from collections.abc import Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

import resources
from forms.json_text import read_json
from forms.questionnaire import Questionnaire
from forms.reader import read_questionnaire

COURSE = "questionnaires"
"""The folder of the forms that belong to a course; the rules read them."""

INSTRUMENTS = "questionnaires/instruments"

CHECKLISTS = "questionnaires/checklists"
"""The folder of the lists about the clinic itself, kept in its own file."""

_EARLIER = "questionnaires/earlier"
_URL = "urn:roedtraad:questionnaire:"


class FormHead(NamedTuple):
    """What a form says of itself before anything is asked."""

    title: str
    version: str
    description: str


def url_of(name: str) -> str:
    """Return the url of the form that entries call *name*: a form of a clinic's own by its url."""
    return f"{_URL}{name}" if name in files_of_today() else name


def name_of(url: str) -> str:
    """Return what entries call the form with this *url*."""
    name = url.removeprefix(_URL)
    return name if url_of(name) == url else url


def names_in(folder: str) -> tuple[str, ...]:
    """Return the names of today's forms in *folder*, which is one of those above."""
    return tuple(PurePosixPath(file).stem for file in resources.names(folder))


@cache
def files_of_today() -> Mapping[str, str]:
    """Return the file of each form of today by the name of the form."""
    return {
        name: f"{folder}/{name}.json"
        for folder in (COURSE, INSTRUMENTS, CHECKLISTS)
        for name in names_in(folder)
    }


@cache
def head_of(name: str) -> FormHead:
    """Return what today's form with this *name* says of itself; the rest of it is not read."""
    tree = read_json(resources.text(files_of_today()[name]))
    members = tree if isinstance(tree, dict) else {}
    said = (str(members.get(name, "")) for name in FormHead._fields)
    return FormHead(*said)


@cache
def shipped_form(name: str, version: str) -> Questionnaire | None:
    """Return this version of a form, today's or an earlier one."""
    if name in files_of_today() and head_of(name).version == version:
        return shipped_today(name)
    earlier = f"{_EARLIER}/{name}-{version}.json"
    return read_shipped(earlier) if earlier in resources.names(_EARLIER) else None


def shipped_today(name: str) -> Questionnaire | None:
    """Return today's version of a form."""
    file = files_of_today().get(name)
    return read_shipped(file) if file else None


@cache
def read_shipped(file: str) -> Questionnaire:
    """Return the form in *file*, read once."""
    # Each when it is first asked for: all of them together would be felt at unlocking.
    return read_questionnaire(resources.text(file))
