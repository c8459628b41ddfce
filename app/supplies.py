"""The supplies, read once: the questionnaires, the law, the guideline and the wording."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import resources
from forms.questionnaire import Questionnaire
from forms.reader import read_questionnaire
from models.guidelines import Instruction, read_instructions
from models.law_tables import LawTables, read_law_tables
from models.letters.contents import read_letter_contents, read_named_lacks
from models.letters.letter import LetterKind
from models.letters.wording import Wording, read_wording
from models.letters.writing import LetterBook

_WORDINGS = {
    LetterKind.REQUEST_RECEIPT: "letters/receipt.toml",
    LetterKind.DECISION: "letters/decision.toml",
    LetterKind.TREATMENT_PLAN: "letters/treatment_plan.toml",
}


class UnknownFormError(Exception):
    """An entry answers a version of a form that this program does not have."""

    def __init__(self, form: str, version: str) -> None:
        super().__init__(
            f"Kartoteket bruger skemaet {form} i udgave {version}, som programmet ikke har. "
            "Hent den nyeste udgave af Rød Tråd."
        )


@dataclass(frozen=True)
class Supplies:
    """Everything the program is supplied with."""

    forms: Mapping[tuple[str, str], Questionnaire]
    book: LetterBook
    instructions: Mapping[str, Instruction]
    recovery_sheet: Wording

    @property
    def law(self) -> LawTables:
        """The tables of the law."""
        return self.book.law

    def form(self, name: str, version: str) -> Questionnaire:
        """Return this version of a form; raises `UnknownFormError`."""
        try:
            return self.forms[name, version]
        except KeyError:
            raise UnknownFormError(name, version) from None

    def newest(self, name: str) -> Questionnaire:
        """Return the version of a form that new entries are made with."""
        versions = [form for (known, _), form in self.forms.items() if known == name]
        return max(versions, key=_version)


def _version(form: Questionnaire) -> int:
    return int(form.version)


@cache
def supplies() -> Supplies:
    """Return the supplies; reading them costs some hundredths of a second, once."""
    forms = [read_questionnaire(resources.text(n)) for n in resources.names("questionnaires")]
    law = read_law_tables(
        resources.text("law/provisions.toml"),
        resources.text("law/deadlines.toml"),
        resources.text("law/closed_days.toml"),
    )
    book = LetterBook(
        law=law,
        wordings={kind: read_wording(resources.text(name)) for kind, name in _WORDINGS.items()},
        contents=read_letter_contents(resources.text("law/letter_contents.toml")),
        lacks=read_named_lacks(resources.text("law/letter_lacks.toml")),
    )
    return Supplies(
        forms={(form.name, form.version): form for form in forms},
        book=book,
        instructions=read_instructions(resources.text("guidelines/instructions.toml")),
        recovery_sheet=read_wording(resources.text("letters/recovery_sheet.toml")),
    )
