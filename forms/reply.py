"""What a field on the screen says the user did, before it is read as an answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """The text as typed, and the codes of the options chosen; ``"true"``/``"false"`` for yes/no.

    The code of an amount is its unit. `is_declined` when the citizen does not wish to answer;
    then the rest says nothing.
    """

    text: str = ""
    codes: tuple[str, ...] = ()
    is_declined: bool = False
