"""Which passphrases are too easy to guess."""

SHORTEST_PASSPHRASE = 12
"""In characters, spaces not counted; shorter than four short words."""

EXAMPLE = "paraply torsk vindue trompet"
"""A good one, shown to everybody and so no longer good."""

_FEWEST_LETTERS = 6
_LEAST_OF_A_NAME = 3


def weakness_of(passphrase: str, person: str) -> str:
    """Return why *passphrase* is too easy to guess for one of *person*; empty when it is not."""
    typed = passphrase.casefold().split()
    names = {part for part in person.casefold().split() if len(part) >= _LEAST_OF_A_NAME}
    is_one_word_again = len(typed) > 1 and len(set(typed)) == 1
    reasons = {
        "Adgangssætningen er for kort. Tag fire ord.": (
            len("".join(passphrase.split())) < SHORTEST_PASSPHRASE
        ),
        "Adgangssætningen er for let at gætte. Tag fire forskellige ord.": (
            is_one_word_again or len(set(passphrase)) < _FEWEST_LETTERS
        ),
        "Det er eksemplet herover. Find på dine egne ord.": typed == EXAMPLE.split(),
        "Et navn er let at gætte. Tag fire ord, der ikke hører sammen.": bool(names & set(typed)),
    }
    return next((reason for reason, applies in reasons.items() if applies), "")
