"""A place in the tokens of an expression that moves on as they are read."""

from forms.fhirpath.errors import ExpressionError, OutsideSubsetError
from forms.fhirpath.tokens import Kind, Token

_FOREIGN = frozenset({"~", "!~", "is", "as"})


class Cursor:
    """Reads tokens one by one."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def token(self) -> Token:
        """The token that is read next."""
        return self._tokens[self._at]

    def is_at(self, text: str) -> bool:
        """Return whether the next token is the symbol or name *text*."""
        token = self._tokens[self._at]
        return token.text == text and token.is_word

    def take(self) -> Token:
        """Return the next token and move on; the end is never passed."""
        token = self.token
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return token

    def take_if(self, text: str) -> bool:
        """Move on if the next token is *text*, and say whether it was."""
        found = self.is_at(text)
        if found:
            self.take()
        return found

    def expect(self, text: str) -> None:
        """Move past the symbol or name *text*; raises `ExpressionError` if it is not next."""
        if not self.take_if(text):
            raise unexpected(self.token)

    def expect_end(self) -> None:
        """Raise `ExpressionError` unless everything is read."""
        if self.token.kind is not Kind.END:
            raise unexpected(self.token)


def unexpected(token: Token) -> ExpressionError:
    """Return the error to raise when *token* cannot stand where it stands."""
    if token.kind is Kind.END:
        return ExpressionError(token.position, "Udtrykket slutter, før det er færdigt.")
    if token.text in _FOREIGN:
        return OutsideSubsetError(
            token.position,
            f"»{token.text}« hører ikke til den del af FHIRPath, programmet forstår.",
        )
    return ExpressionError(token.position, f"»{token.text}« kan ikke stå her.")
