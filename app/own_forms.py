"""The clinic's own forms at hand: those of the open register, each read when first asked for."""

import re
from collections.abc import Iterable
from dataclasses import replace

from forms.questionnaire import Questionnaire
from forms.reader import read_questionnaire
from storage.records import ClinicForm, FormName, FormStatus

_PARTS = re.compile(r"\d+|[^\d.]+")


class OwnForms:
    """What the register last said of the clinic's own forms; ends with the register's unlocking.

    A form is known by its url and version. Only what was once taken into use can be found.
    """

    def __init__(self, kept: Iterable[ClinicForm] = ()) -> None:
        self._used: dict[FormName, ClinicForm] = {}
        self._read: dict[FormName, Questionnaire] = {}
        self.become(kept)

    def become(self, kept: Iterable[ClinicForm]) -> None:
        """Know *kept*, what the register holds now, in place of what was known."""
        used = (form for form in kept if form.status is not FormStatus.DRAFT)
        self._used = {form.name: form for form in used}

    def form(self, name: FormName, called: str) -> Questionnaire | None:
        """Return this version of a form, which entries call *called*; or `UnsupportedFormError`."""
        found = self._used.get(name)
        if found is None:
            return None
        if name not in self._read:
            self._read[name] = replace(read_questionnaire(found.json), name=called)
        return self._read[name]

    def in_use(self) -> tuple[ClinicForm, ...]:
        """Return the forms that new entries can be made with."""
        return tuple(f for f in self._used.values() if f.status is FormStatus.ACTIVE)

    def newest(self, url: str) -> ClinicForm | None:
        """Return the version in use, else the highest that was; None when there is none."""
        versions = [form for name, form in self._used.items() if name.url == url]
        return max(versions, key=_precedence, default=None)


def version_order(version: str) -> tuple[tuple[bool, int, str], ...]:
    """Return what puts versions in order as people read them: 2 before 10, 1.9 before 1.10."""
    parts = (part.lstrip("0") or part[:1] for part in _PARTS.findall(version))
    return tuple((part.isdigit(), len(part) if part.isdigit() else 0, part) for part in parts)


def _precedence(form: ClinicForm) -> tuple[bool, tuple[tuple[bool, int, str], ...]]:
    return form.status is FormStatus.ACTIVE, version_order(form.name.version)
