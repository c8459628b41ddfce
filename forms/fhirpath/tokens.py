"""An expression cut into words, each with the place it stands at."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from forms.fhirpath.errors import ExpressionError

LONGEST = 10_000
"""Characters; a sum over twenty questions has about 600."""
MOST_TOKENS = 1_000


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()
    DATE = auto()
    TEXT = auto()
    VARIABLE = auto()
    NAME = auto()
    SYMBOL = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One word: a text or delimited name without its quotes; *position* counts from 1."""

    kind: Kind
    text: str
    position: int

    @property
    def is_word(self) -> bool:
        """Whether this is a name or a symbol, not a value."""
        return self.kind is Kind.NAME or self.kind is Kind.SYMBOL


_PATTERN = re.compile(
    r"(?P<SPACE>[ \t\r\n]+|//[^\n]*|/\*.*?\*/)"
    r"|(?P<DATE>@[0-9]{4}(?:-[0-9]{2}){0,2}(?:T[0-9:.]*(?:Z|[+-][0-9:]+)?)?|@T[0-9:.]*)"
    r"|(?P<NUMBER>[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<TEXT>'(?:[^'\\]|\\.)*')"
    r"|(?P<VARIABLE>[%$](?:[A-Za-z_][A-Za-z0-9_-]*|`[^`\\]*`))"
    r"|(?P<DELIMITED>`(?:[^`\\]|\\.)*`)"
    r"|(?P<NAME>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<SYMBOL>!~|<=|>=|!=|[-+*/&|<>=~.,()\[\]{}])",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", **{sign: sign for sign in "'\"`\\/"}}
_CODE_POINT = 5
_KINDS = {kind.name: kind for kind in Kind}


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of *text*, an END last; raises `ExpressionError` at what is no token."""
    if len(text) > LONGEST:
        raise ExpressionError(LONGEST, "Udtrykket er for langt.")
    found: list[Token] = []
    at = 0
    while at < len(text):
        match = _PATTERN.match(text, at)
        if match is None:
            raise ExpressionError(at + 1, f"Tegnet »{text[at]}« kan ikke stå her.")
        if match.lastgroup != "SPACE":
            found.append(_token(match, at + 1))
        at = match.end()
    if len(found) > MOST_TOKENS:
        raise ExpressionError(found[MOST_TOKENS].position, "Udtrykket har for mange led.")
    return (*found, Token(Kind.END, "", len(text) + 1))


def _token(match: re.Match[str], position: int) -> Token:
    kind, text = match.lastgroup or "", match.group()
    if kind in {"TEXT", "DELIMITED"}:
        plain = _ESCAPE.sub(_unescaped, text[1:-1])
        if "\0" in plain:
            raise ExpressionError(position, "Teksten har en omskrivning, der ikke findes.")
        return Token(Kind.TEXT if kind == "TEXT" else Kind.NAME, plain, position)
    return Token(_KINDS[kind], text, position)


def _unescaped(match: re.Match[str]) -> str:
    sign = match.group(1)
    if len(sign) == _CODE_POINT:
        code = int(sign[1:], 16)
        # Half a surrogate pair is no character that can be stored.
        return "\0" if 0xD800 <= code <= 0xDFFF else chr(code)  # noqa: PLR2004 - surrogates
    return _ESCAPED.get(sign, "\0")
