"""The conductor of what else a form is good for: paper, a file, another program."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.conductors.form import FormConductor
from app.form_copies import FormCopies, Print, file_name
from app.letter_files import LetterFileError, write_letter_file
from app.open_case import OpenCase
from app.printing import PrintingError, print_pdf
from app.work import Work
from forms.fair_copy import has_two_editions
from models.clinic import Clinic
from storage.errors import RegisterError
from storage.records import Deed
from views.screen.form_more import FormMore
from views.screen.form_paper_box import FormOnPaper, FormPaperBox

_PRINTED = "Skemaet er sendt til printeren."
_SAVED = "Filen er gemt."


class FormCopyConductor(QObject):
    """Puts the button *Mere* beside the title of a form, and has the box it opens."""

    def __init__(self, form: FormConductor, case: OpenCase, work: Work, clinic: Clinic) -> None:
        super().__init__()
        self.more = FormMore()
        self._form = form
        self._is_large = case.course.citizen.reads_large_print
        self._copies = FormCopies(case, work, clinic)
        self._printer = work.printer
        self._wished = Print(large=self._is_large)
        self._box: FormPaperBox | None = None
        self._pdf = b""
        self.more.paper_asked.connect(self._show_paper)
        self.more.file_asked.connect(self._show_files)
        self.more.retracing_asked.connect(form.retrace)
        self.more.offer_retracing(offered=not form.entry.is_signed)
        form.page.head.put_beside_title(self.more)

    @Slot()
    def _show_paper(self) -> None:
        self._open(at_files=False)

    @Slot()
    def _show_files(self) -> None:
        self._open(at_files=True)

    def _open(self, *, at_files: bool) -> None:
        # What is printed is what the register knows, so what was typed last comes first.
        self._form.save()
        self._wished = Print(large=self._is_large)
        box = FormPaperBox(self._form.page, self._about())
        self._box = box
        box.edition_chosen.connect(self._draw)
        box.print_asked.connect(self._print)
        box.save_asked.connect(self._save)
        box.answers_asked.connect(self._save_answers)
        box.form_asked.connect(self._save_form)
        box.finished.connect(self._forget)
        self._draw(for_citizen=False, large=self._is_large)
        box.enter(at_files=at_files)

    def _about(self) -> FormOnPaper:
        form, entry = self._form.form, self._form.entry
        draft = "" if entry.is_signed else "kladde"
        return FormOnPaper(
            title=form.title,
            is_signed=entry.is_signed,
            has_two_editions=has_two_editions(form),
            large_print=self._is_large,
            pdf_name=file_name(form.title, draft, "pdf"),
            answers_name=file_name(form.title, "svar", "json"),
            form_name=file_name(form.title, "skema", "json"),
        )

    @Slot()
    def _forget(self) -> None:
        self._box = None
        self._pdf = b""

    @Slot(bool, bool)
    def _draw(self, for_citizen: bool, large: bool) -> None:  # noqa: FBT001 - from a signal
        self._wished = Print(for_citizen, large)
        self._pdf = self._copies.paper(self._form.entry, self._wished)
        if self._box:
            self._box.show_pages(self._pdf)

    @Slot()
    def _print(self) -> None:
        if self._box is None:
            return
        try:
            if print_pdf(self._pdf, self._box, self._printer.name):
                self._copies.note(self._form.entry, Deed.ENTRY_PRINTED, self._pdf)
                self._say(_PRINTED)
        except (PrintingError, RegisterError) as error:
            self._say("", str(error))

    @Slot(str)
    def _save(self, path: str) -> None:
        self._write(Path(path), self._pdf, Deed.ENTRY_SAVED)

    @Slot(str)
    def _save_answers(self, path: str) -> None:
        self._write(Path(path), self._copies.response(self._form.entry), Deed.ENTRY_EXPORTED)

    @Slot(str)
    def _save_form(self, path: str) -> None:
        try:
            content = self._copies.questionnaire(self._form.entry)
        except RegisterError as error:
            self._say("", str(error))
        else:
            # Nothing of the citizen is in it: the trail need not know.
            self._write(Path(path), content, None)

    def _write(self, path: Path, content: bytes, deed: Deed | None) -> None:
        try:
            write_letter_file(path, content)
            if deed:
                self._note_or_take_back(path, content, deed)
        except (LetterFileError, RegisterError) as error:
            self._say("", str(error))
        else:
            self._say(_SAVED)

    def _note_or_take_back(self, path: Path, content: bytes, deed: Deed) -> None:
        """Leave no copy outside the register without a word of it inside."""
        try:
            self._copies.note(self._form.entry, deed, content)
        except RegisterError:
            with suppress(OSError):
                path.unlink()
            raise

    def _say(self, done: str, problem: str = "") -> None:
        if self._box:
            self._box.say(done, problem)
