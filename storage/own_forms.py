"""The clinic's own forms in an open register."""

from datetime import datetime

from storage import clinic_forms, deeds
from storage.core import Core
from storage.records import ClinicForm, FormName


class OwnForms:
    """Each deed returns when it is on the disk; all may raise a RegisterError."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def all(self) -> tuple[ClinicForm, ...]:
        """Return every version of every form, in the order they were brought in."""
        with self._core.read() as connection:
            return clinic_forms.all_forms(connection)

    def bring_in(self, form: ClinicForm) -> None:
        """Keep *form*, a draft, in place of a draft of the same version.

        Raises FormIsUsedError when that version is, or was, in use.
        """
        self._core.writer.do(deeds.importing_form(form))

    def activate(self, name: FormName, by: str, at: datetime) -> None:
        """Have this version used from now on, and no other version of the same form."""
        self._core.writer.do(deeds.activating_form(name, by, at))

    def retire(self, name: FormName, by: str, at: datetime) -> None:
        """Put this version out of use; one that was never used is taken away."""
        self._core.writer.do(deeds.retiring_form(name, by, at))
