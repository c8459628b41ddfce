"""The codes of the options that were chosen, for rules that ask which they are."""

from models.answers import Answers


def chosen(answers: Answers, link_id: str, *rows: int) -> frozenset[str]:
    """Return the codes of the options chosen at *link_id*; a free text has none."""
    return frozenset(choice.code for choice in answers.choices(link_id, *rows) if choice.code)


def whole(answers: Answers, link_id: str, *rows: int) -> int | None:
    """Return the whole number answered at *link_id*."""
    number = answers.number(link_id, *rows)
    return None if number is None else int(number)
