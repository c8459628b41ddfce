"""The first line of a letter to one who wants letters read aloud or needs an interpreter."""

from collections.abc import Iterator
from dataclasses import replace

from models.letters.basis import Basis
from models.letters.catalogue import SentTo
from models.letters.contents import LetterDraft
from models.letters.letter import Paragraph


def with_reading_help(draft: LetterDraft, basis: Basis) -> LetterDraft:
    """Return *draft* with the offer of help to read it first, when the citizen wants such help.

    The wording of the letter says it as ``reading.aloud`` and ``reading.interpreter``; a letter
    without such wording, or to somebody else, stays as it is (instruction 3.1.2b).
    """
    offers = tuple(_offers(basis))
    letter = draft.letter
    return replace(draft, letter=replace(letter, blocks=(*offers, *letter.blocks)))


def _offers(basis: Basis) -> Iterator[Paragraph]:
    citizen = basis.course.citizen
    is_own = basis.row.sent_to is SentTo.CITIZEN and basis.course.request.acting is None
    if not (is_own and basis.writer and basis.reach):
        return
    wanted = {
        "reading.aloud": citizen.wants_reading_aloud,
        "reading.interpreter": citizen.needs_interpreter,
    }
    for key, is_wanted in wanted.items():
        if is_wanted and key in basis.speech.wording.texts:
            said = basis.speech.say(key, caseworker=basis.writer, contact=basis.reach)
            yield Paragraph(said)
