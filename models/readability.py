"""How hard a text is to read, by LIX: the words in a sentence, and how many of them are long."""

import re
from dataclasses import dataclass

HARD_FROM = 41
"""The LIX from which a letter is harder than it need be."""

FEWEST_WORDS = 8
"""In fewer words one long word says nothing of the text."""

_LONG_FROM = 7
_MANY_WORDS = 20
_MANY_LONG = 0.35
_SLOT = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_END = re.compile(r"[.!?:](?=\s|$)|\n+")
# A full stop inside a sentence: "f.eks.", "kl.", "nr.", and the day of a date.
_NO_END = re.compile(
    r"\b(?:f\.eks|bl\.a|ca|kl|nr|mv|jf|stk|tlf|evt|osv|dvs|\d+)\.(?=\s+\S)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Readability:
    """What was counted in a text; `long_words` are those of more than six letters."""

    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> int:
        """The LIX, rounded; 0 for a text without words."""
        if not self.words:
            return 0
        return round(self.words / self.sentences + 100 * self.long_words / self.words)

    @property
    def is_telling(self) -> bool:
        """Whether there are words enough for the LIX to say something."""
        return self.words >= FEWEST_WORDS

    @property
    def is_hard(self) -> bool:
        """Whether the text is harder to read than a letter need be."""
        return self.is_telling and self.lix >= HARD_FROM

    @property
    def has_long_sentences(self) -> bool:
        """Whether the sentences have many words."""
        return self.words > _MANY_WORDS * self.sentences

    @property
    def has_long_words(self) -> bool:
        """Whether many of the words are long."""
        return self.long_words > _MANY_LONG * self.words


def readability_of(text: str) -> Readability:
    """Return what was counted in *text*; a slot ``{date}`` counts as one short word."""
    plain = _NO_END.sub(" ", _SLOT.sub("ord", text))
    found = _WORD.findall(plain)
    sentences = sum(1 for part in _END.split(plain) if _WORD.search(part))
    return Readability(
        words=len(found),
        sentences=max(sentences, 1),
        long_words=sum(len(word) >= _LONG_FROM for word in found),
    )
