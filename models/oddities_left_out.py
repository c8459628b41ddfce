"""What was typed about who the citizen is, before the citizen chose to be anonymous."""

from collections.abc import Mapping, Sequence

from models.answers import Answers, Place

_ASKED = "contact.anonymous"
_WHO = (
    "citizen.cpr",
    "citizen.street",
    "citizen.postal_code",
    "citizen.town",
    "citizen.country",
    "citizen.email",
    "citizen.case_number",
)
_NOT_KEPT = (
    "Der er allerede skrevet noget om, hvem borgeren er. Det hører ikke til, når borgeren er "
    "anonym, og det bliver ikke gemt, når du underskriver."
)


def left_out_lines(answers: Answers) -> Mapping[Place, Sequence[str]]:
    """Return that what says who the citizen is will not be kept, by the place where it is said.

    *answers* are those of a draft, with what is no longer asked.
    """
    is_told = any(answers.text(link_id) for link_id in _WHO)
    return {Place(_ASKED): (_NOT_KEPT,)} if is_told and answers.yes(_ASKED) is True else {}
