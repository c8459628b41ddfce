"""The supplies: the questionnaires, the law, the guideline and the wording, read once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import NamedTuple

import resources
from app.letters_wordings import LetterWordings
from app.own_forms import OwnForms, version_order
from app.own_rules import OwnRules
from app.own_wordings import OwnWordings
from app.shipped_forms import (
    INSTRUMENTS,
    files_of_today,
    head_of,
    name_of,
    names_in,
    read_shipped,
    shipped_form,
    shipped_today,
    url_of,
)
from forms.errors import UnsupportedFormError
from forms.questionnaire import Questionnaire
from forms.scoring import scores_alike
from models.guidelines import Guideline, Instruction, read_guideline
from models.instruments import Instruments, read_instruments
from models.law_tables import LawTables, read_law_tables
from models.letters.basis import Musts
from models.letters.catalogue import read_catalogue
from models.letters.contents import read_letter_contents, read_named_lacks
from models.letters.wording import Wording, read_wording
from models.letters.writing import LetterBook
from models.reminders.reminder import Reminder, read_reminders
from storage.records import ClinicForm, FormName, FormStatus
from storage.register import Register

_AT_HAND = 64


class UnknownFormError(Exception):
    """An entry answers a version of a form that this program does not have."""

    def __init__(self, form: str, version: str) -> None:
        super().__init__(
            f"Kartoteket bruger skemaet {form} i udgave {version}, som programmet ikke har. "
            "Hent den nyeste udgave af Rød Tråd."
        )


class FormTitle(NamedTuple):
    """The name that entries made with a form go by, and what people call it."""

    name: str
    title: str


@dataclass(frozen=True)
class Supplies:
    """Everything the program is supplied with, and the clinic's own forms, rules and words.

    A shipped form goes by the name of its file, one of the clinic's own by its url. One with the
    url of a shipped form goes by that one's name and takes its place for new entries, until a
    higher version is shipped.
    """

    shipped_book: LetterBook
    guideline: Guideline
    recovery_sheet: Wording
    own_rules: OwnRules = field(compare=False)
    own_wordings: OwnWordings = field(compare=False)
    own: OwnForms = field(default_factory=OwnForms, compare=False)

    @property
    def book(self) -> LetterBook:
        """What letters are made from, with the law and the words as they stand here."""
        return replace(self.shipped_book, law=self.law, wordings=self.own_wordings)

    @property
    def law(self) -> LawTables:
        """The tables of the law, with the clinic's own rules."""
        return self.own_rules.law

    @property
    def instructions(self) -> Mapping[str, Instruction]:
        """The instructions of the guideline by number, as they are shipped."""
        return self.guideline.instructions

    @property
    def reminders(self) -> tuple[Reminder, ...]:
        """What the answers of a course can call for."""
        return _reminders()

    @property
    def instruments(self) -> Instruments:
        """What the scores of the shipped instruments mean."""
        return _instruments()

    def instruments_for(self, form: Questionnaire) -> Instruments:
        """Return what the scores in *form* mean: none that is not scored as the shipped form is."""
        return _instruments_for(form)

    @property
    def forms(self) -> Mapping[tuple[str, str], Questionnaire]:
        """The shipped forms of today, the instruments too, by name and version."""
        forms = [read_shipped(file) for file in files_of_today().values()]
        return {(form.name, form.version): form for form in forms}

    @property
    def instrument_titles(self) -> tuple[FormTitle, ...]:
        """The shipped instruments in the order of their titles; quick, for nothing else is read."""
        return _in_order(FormTitle(name, self.title(name)) for name in names_in(INSTRUMENTS))

    @property
    def own_titles(self) -> tuple[FormTitle, ...]:
        """The forms in use that only the clinic has, in the order of their titles."""
        in_use = [form for form in self.own.in_use() if name_of(form.name.url) == form.name.url]
        return _in_order(FormTitle(form.name.url, form.title) for form in in_use)

    def form(self, name: str, version: str) -> Questionnaire:
        """Return this version of a form, today's or an earlier one.

        Raises `UnknownFormError`, or `UnsupportedFormError` when this program cannot read a form of
        the clinic's own.
        """
        # First what the clinic used: its entries were made with just that.
        own = self.own.form(FormName(url_of(name), version), name)
        found = own or shipped_form(name, version)
        if found is None:
            raise UnknownFormError(name, version)
        return found

    def newest(self, name: str) -> Questionnaire:
        """Return the version of a form that new entries are made with; raises as `form` does."""
        own = self._own_newest(name)
        if own is not None:
            try:
                return self.form(name, own.name.version)
            except UnsupportedFormError:
                if name not in files_of_today():
                    raise
        found = shipped_today(name)
        if found is None:
            raise UnknownFormError(name, "")
        return found

    def title(self, name: str) -> str:
        """Return what people call the form; quick, for the form itself is not read."""
        own = self._own_newest(name)
        if own is None and name not in files_of_today():
            raise UnknownFormError(name, "")
        return own.title if own else head_of(name).title

    def purpose(self, name: str) -> str:
        """Return what the form says it is for; raises as `form` does for one of the clinic's."""
        own = self._own_newest(name)
        return self.form(name, own.name.version).description if own else head_of(name).description

    def _own_newest(self, name: str) -> ClinicForm | None:
        """Return the clinic's own form that stands for *name*, None when a shipped one does."""
        own = self.own.newest(url_of(name))
        if own is None or name not in files_of_today():
            return own
        is_higher = version_order(own.name.version) >= version_order(head_of(name).version)
        return own if is_higher and own.status is FormStatus.ACTIVE else None


def _in_order(titles: Iterable[FormTitle]) -> tuple[FormTitle, ...]:
    return tuple(sorted(titles, key=_folded_title))


def _folded_title(titled: FormTitle) -> str:
    return titled.title.casefold()


@cache
def _reminders() -> tuple[Reminder, ...]:
    # Only when a case is opened: reading it would be felt at unlocking.
    return read_reminders(resources.text("guidelines/reminders.toml"))


@cache
def _instruments() -> Instruments:
    # Only where a score is shown: reading it would be felt at unlocking.
    return read_instruments(resources.text("instruments.toml"))


@lru_cache(maxsize=_AT_HAND)
def _instruments_for(form: Questionnaire) -> Instruments:
    # Kept by the form, for it is asked at every key.
    meant = _instruments()
    return meant.only(link_id for link_id in meant.scales if _is_scored_as_shipped(form, link_id))


def _is_scored_as_shipped(form: Questionnaire, link_id: str) -> bool:
    shipped = shipped_today(link_id.partition(".")[0]) if link_id in form.by_link_id else None
    return shipped is not None and scores_alike(form, shipped, link_id)


@cache
def _shared() -> Supplies:
    law = read_law_tables(
        resources.text("law/provisions.toml"),
        resources.text("law/deadlines.toml"),
        resources.text("law/closed_days.toml"),
    )
    book = LetterBook(
        law=law,
        wordings=LetterWordings(),
        musts=Musts(
            contents=read_letter_contents(resources.text("law/letter_contents.toml")),
            lacks=read_named_lacks(resources.text("law/letter_lacks.toml")),
        ),
        catalogue=read_catalogue(resources.text("letters/catalogue.toml")),
    )
    guideline = read_guideline(resources.text("guidelines/instructions.toml"))
    return Supplies(
        shipped_book=book,
        guideline=guideline,
        own_rules=OwnRules(law, guideline),
        own_wordings=OwnWordings(book.wordings),
        recovery_sheet=read_wording(resources.text("letters/recovery_sheet.toml")),
    )


def supplies() -> Supplies:
    """Return the supplies without forms of a clinic's own.

    Reading them costs some hundredths of a second, once.
    """
    return _with_own(OwnForms())


def supplies_with(register: Register) -> Supplies:
    """Return the supplies with the forms of the clinic whose *register* it is.

    Raises `RegisterError`.
    """
    return _with_own(OwnForms(register.forms.all()))


def _with_own(forms: OwnForms) -> Supplies:
    shared = _shared()
    rules = OwnRules(shared.shipped_book.law, shared.guideline)
    words = OwnWordings(shared.shipped_book.wordings)
    return replace(shared, own=forms, own_rules=rules, own_wordings=words)
