"""What a citizen who does not exist says of himself, and must be found in no file in plain."""

from storage.folding import words_of
from tests.storage.samples import an_id

CASE, ENTRY, DOCUMENT = an_id(4711), an_id(4712), an_id(4713)
NAME = "Kanariefugl Ærøpapegøje Xylofonsen"
CPR = "3213994711"
SAID = "Kvidrende kanariefugle kvaltes i kulminen ved Ærøskøbing, KANARIE-8128-FUGL"
SAID_LATER = "Papegøjen tog hjem til Langtbortistan uden at sige farvel, PAPEGØJE-6174"
DUE = "Undulatsamtale ved midnat 9973"

SAID_IN_THE_LETTER = "Afgørelse om strudsefjer nr. 27644437 til fuglen i buret"
# The lists know the citizen by folded words.
WORDS = (
    *(NAME, CPR, SAID, SAID_LATER, DUE, SAID_IN_THE_LETTER),
    *(word for word in words_of(NAME, CPR) if len(word) > 4),
)
IDS = (CASE, ENTRY, DOCUMENT)
EVERYTHING = (*WORDS, *IDS)
