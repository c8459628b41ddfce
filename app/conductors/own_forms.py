"""The conductor of the clinic's own forms: each deed waits for the disk, then all know of it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.conductors.form_trial import FormTrial
from app.form_files import FormFileError, read_form_file
from app.form_import import Examined, examine
from app.own_forms_shown import forms_shown, refusal_of, remarks_of, titled, welcome_of
from app.work import Work
from forms.questionnaire import Questionnaire
from storage.errors import RegisterError
from storage.records import ClinicForm, FormName, FormStatus
from views.screen.own_forms_page import OwnFormsPage

_HERE_ALREADY = "Netop denne udgave er hentet ind før. Du finder den på listen herunder."


class OwnFormsConductor(QObject):
    """Brings forms in, has them tried, and takes them into use and out of it."""

    back_asked = Signal()
    problem = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.page = OwnFormsPage()
        self._work = work
        self._kept: dict[str, ClinicForm] = {}
        self._trial: FormTrial | None = None
        self.page.back_asked.connect(self.back_asked)
        self.page.file_chosen.connect(self._bring_in)
        self.page.trial_asked.connect(self._try)
        self.page.trial_ended.connect(self._end_trial)
        self.page.activation_asked.connect(self._activate)
        self.page.retirement_asked.connect(self._retire)

    def show_forms(self) -> None:
        """Show what the register holds, and let everybody else know it."""
        try:
            kept = self._work.register.forms.all()
        except RegisterError as error:
            self.problem.emit(str(error))
            return
        self._kept = {str(form.name): form for form in kept}
        self._work.supplies.own.become(kept)
        self.page.show_forms(forms_shown(kept, self._work.supplies, self._work.today))

    @Slot(str)
    def _bring_in(self, path: str) -> None:
        try:
            text = read_form_file(Path(path))
        except FormFileError as error:
            self._refuse(str(error))
            return
        examined = examine(text, self._work.supplies)
        if examined.form is None or not examined.can_be_kept:
            remarks = remarks_of(examined.findings)
            self.page.show_outcome(refusal_of(examined), remarks, went_well=False)
            return
        form = self._draft(examined.form, text)
        same = self._kept.get(str(form.name))
        if same and same.json == text:
            self._refuse(_HERE_ALREADY)
        else:
            self._keep(form, examined)

    def _draft(self, form: Questionnaire, text: str) -> ClinicForm:
        now, by = self._work.clock(), self._work.person
        name = FormName(form.url, form.version)
        return ClinicForm(name, FormStatus.DRAFT, form.title, text, now, by)

    def _keep(self, form: ClinicForm, examined: Examined) -> None:
        try:
            self._work.register.forms.bring_in(form)
        except RegisterError as error:
            self._refuse(str(error))
        else:
            self.show_forms()
            remarks = remarks_of(examined.findings)
            self.page.show_outcome(welcome_of(form, examined), remarks, went_well=True)

    @Slot(str)
    def _activate(self, key: str) -> None:
        form = self._kept[key]
        try:
            self._work.register.forms.activate(form.name, self._work.person, self._work.clock())
        except RegisterError as error:
            self._refuse(str(error))
        else:
            self._tell(f"»{titled(form)}« er taget i brug.")

    @Slot(str)
    def _retire(self, key: str) -> None:
        form = self._kept[key]
        try:
            self._work.register.forms.retire(form.name, self._work.person, self._work.clock())
        except RegisterError as error:
            self._refuse(str(error))
        else:
            is_gone = form.status is FormStatus.DRAFT
            self._tell(f"»{titled(form)}« er {'fjernet' if is_gone else 'taget ud af brug'}.")

    @Slot(str)
    def _try(self, key: str) -> None:
        examined = examine(self._kept[key].json, self._work.supplies)
        if examined.form is None:
            self._refuse("Skemaet kan ikke læses af denne udgave af programmet.")
            return
        meant = self._work.supplies.instruments_for(examined.form)
        self._trial = FormTrial(examined.form, self._work.today, meant)
        self.page.show_trial(self._trial.page)

    @Slot()
    def _end_trial(self) -> None:
        self._trial = None

    def _tell(self, sentence: str) -> None:
        self.show_forms()
        self.page.show_outcome(sentence, (), went_well=True)

    def _refuse(self, sentence: str) -> None:
        self.page.show_outcome(sentence, (), went_well=False)
