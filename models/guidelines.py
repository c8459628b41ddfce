"""The guideline as a table: each instruction with its strength and our own short wording."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.law_tables import rows, text_of


@dataclass(frozen=True, slots=True)
class Instruction:
    """One numbered instruction; `strength` is "skal", "bør" or "kan"."""

    edition: str
    id: str
    strength: str
    title: str
    text: str


def read_instructions(toml: str) -> Mapping[str, Instruction]:
    """Return the instructions by number, ``"2020/3.5.1"``, from guidelines/instructions.toml."""
    read = (
        Instruction(
            edition=text_of(row, "edition"),
            id=text_of(row, "id"),
            strength=text_of(row, "strength"),
            title=text_of(row, "title"),
            text=text_of(row, "text"),
        )
        for row in rows(toml, "instruction")
    )
    return {f"{instruction.edition}/{instruction.id}": instruction for instruction in read}
