"""From the clinic's own file to what is at hand: at unlocking, and when something was signed."""

from app.records import entry_of
from app.work import Work
from models.case import Case
from models.letters.own_wording import FORM as OWN_WORDING
from models.letters.own_wording import own_texts_of
from models.own_rules import FORM as OWN_RULE
from models.own_rules import own_rules_of
from storage.case_ids import CLINIC_CASE

_READ = {OWN_RULE, OWN_WORDING}


def know_own_rules(work: Work) -> None:
    """Let the law, the guideline and the letters at hand be those with the clinic's own words.

    Raises `RegisterError`, `UnknownFormError` or `UnreadableResponseError`.
    """
    records = work.register.case_entries(CLINIC_CASE)
    ours = tuple(entry_of(record, work.supplies) for record in records if record.form in _READ)
    said = Case(CLINIC_CASE, ours)
    work.supplies.own_rules.become(own_rules_of(said))
    work.supplies.own_wordings.become(own_texts_of(said))
