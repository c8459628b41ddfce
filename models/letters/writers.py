"""Who writes each kind of letter; a kind without a writer is never offered."""

from collections.abc import Mapping

from models.letters.letter import LetterKind
from models.letters.writer import Writer
from models.letters.writers_decision import DECISION_WRITERS
from models.letters.writers_rights import RIGHTS_WRITERS
from models.letters.writers_treatment import TREATMENT_WRITERS

WRITERS: Mapping[LetterKind, Writer] = {
    **DECISION_WRITERS,
    **TREATMENT_WRITERS,
    **RIGHTS_WRITERS,
}
"""The writer of each kind."""
