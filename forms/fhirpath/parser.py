"""Reads an expression into its parts; what the subset does not hold is refused where it stands."""

from forms.fhirpath.cursor import Cursor, unexpected
from forms.fhirpath.errors import ExpressionError, OutsideSubsetError
from forms.fhirpath.functions import FREE_FUNCTIONS, FUNCTIONS, Definition
from forms.fhirpath.link_ids import asked_for
from forms.fhirpath.literals import literal
from forms.fhirpath.members import MEMBERS
from forms.fhirpath.nodes import (
    Call,
    Chain,
    Indexed,
    Items,
    Literal,
    Member,
    Negative,
    Operation,
    Part,
    Variable,
)
from forms.fhirpath.operators import RANKS, negate
from forms.fhirpath.scope import NOTHING
from forms.fhirpath.tokens import Kind, Token, tokens_of

_DEEPEST = 20
_MOST_STEPS = 12
_VARIABLES = frozenset({"%resource", "%context", "%row", "$this"})
_WORDS = {"true": True, "false": False}
_INTO_ITEMS = frozenset({"item", "descendants", "repeat"})
_RANK_OF = {sign: rank for rank, signs in enumerate(RANKS) for sign in signs}


def parse(text: str) -> Part:
    """Return the parts of the expression *text*.

    Raises `ExpressionError` for what is no expression, `OutsideSubsetError` for FHIRPath that this
    program does not have; both say where.
    """
    cursor = Cursor(tokens_of(text))
    part = _Parser(cursor).ranked(0)
    cursor.expect_end()
    return part


class _Parser:
    """Reads what the cursor stands at; knows how deep it is, and whether in a criterion."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor
        self._depth = 0
        self._criteria = 0

    def ranked(self, least: int) -> Part:
        """Read on over operators of rank *least* and those that bind more."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ExpressionError(self._cursor.token.position, "Udtrykket er for dybt indlejret.")
        part = self._signed()
        while (rank := self._rank()) >= least:
            part = self._chain(part, rank)
        self._depth -= 1
        return part

    def _rank(self) -> int:
        token = self._cursor.token
        return _RANK_OF.get(token.text, -1) if token.is_word else -1

    def _chain(self, first: Part, rank: int) -> Part:
        rest: list[tuple[str, Operation, Part]] = []
        while self._rank() == rank:
            sign = self._cursor.take().text
            rest.append((sign, RANKS[rank][sign], self.ranked(rank + 1)))
        return Chain(first, tuple(rest))

    def _signed(self) -> Part:
        if self._cursor.take_if("-"):
            return Negative(self._path(), negate)
        self._cursor.take_if("+")
        return self._path()

    def _path(self) -> Part:
        part = self._start()
        for _ in range(_MOST_STEPS):
            if self._cursor.take_if("."):
                part = self._step(part)
            elif self._cursor.take_if("["):
                part = Indexed(part, self.ranked(0))
                self._cursor.expect("]")
            else:
                return part
        raise ExpressionError(self._cursor.token.position, "Stien har for mange led.")

    def _start(self) -> Part:
        token = self._cursor.take()
        if token.kind is Kind.NAME:
            return self._named(token)
        if token.kind is Kind.VARIABLE:
            return self._variable(token)
        if token.kind is Kind.SYMBOL:
            return self._bracketed(token)
        return literal(token, self._cursor)

    def _bracketed(self, token: Token) -> Part:
        if token.text == "(":
            part = self.ranked(0)
            self._cursor.expect(")")
            return part
        if token.text == "{":
            self._cursor.expect("}")
            return Literal(NOTHING)
        raise unexpected(token)

    def _variable(self, token: Token) -> Part:
        if token.text not in _VARIABLES:
            raise _unknown(token)
        if token.text == "$this" and not self._criteria:
            raise ExpressionError(token.position, "»$this« har kun mening i en parentes.")
        return Variable(token.text, token.position)

    def _named(self, token: Token) -> Part:
        if token.text in _WORDS:
            return Literal((_WORDS[token.text],))
        if token.text in FREE_FUNCTIONS and self._cursor.is_at("("):
            return self._call(Literal(NOTHING), token, FREE_FUNCTIONS[token.text])
        if not self._criteria:
            raise OutsideSubsetError(
                token.position, "En sti skal begynde med %resource, %context eller %row."
            )
        return self._member(Variable("$this", token.position), token)

    def _step(self, source: Part) -> Part:
        token = self._cursor.take()
        if token.kind is not Kind.NAME:
            raise unexpected(token)
        return self._member(source, token)

    def _member(self, source: Part, token: Token) -> Part:
        if token.text in _INTO_ITEMS:
            return self._items(source, token)
        if self._cursor.is_at("("):
            if token.text not in FUNCTIONS:
                raise _unknown(token)
            return self._call(source, token, FUNCTIONS[token.text])
        if token.text not in MEMBERS:
            raise _unknown(token)
        return Member(source, token.text, MEMBERS[token.text], token.position)

    def _items(self, source: Part, token: Token) -> Part:
        """Read ``item``, ``descendants()`` or ``repeat(item)``, and the link ids that are meant."""
        wanted = OutsideSubsetError(
            token.position, f"Efter »{token.text}« skal stå .where(linkId = '…')."
        )
        if token.text != "item":
            self._cursor.expect("(")
            if token.text == "repeat":
                self._cursor.expect("item")
            self._cursor.expect(")")
        if not (self._cursor.take_if(".") and self._cursor.take_if("where")):
            raise wanted
        (criterion,) = self._arguments(FUNCTIONS["where"])
        link_ids, rest = asked_for(criterion)
        if not link_ids:
            raise wanted
        found = Items(source, link_ids, token.text != "item", token.position)
        if rest is None:
            return found
        where = FUNCTIONS["where"].function
        return Call(found, "where", where, (rest,), token.position)

    def _call(self, source: Part, token: Token, definition: Definition) -> Part:
        arguments = self._arguments(definition)
        if not definition.least <= len(arguments) <= definition.most:
            raise ExpressionError(
                token.position, f"»{token.text}« har ikke det rigtige antal led i parentesen."
            )
        return Call(source, token.text, definition.function, arguments, token.position)

    def _arguments(self, definition: Definition) -> tuple[Part, ...]:
        self._cursor.expect("(")
        if self._cursor.take_if(")"):
            return ()
        self._criteria += definition.is_criterion
        found = [self.ranked(0)]
        while self._cursor.take_if(","):
            found.append(self.ranked(0))
        self._cursor.expect(")")
        self._criteria -= definition.is_criterion
        return tuple(found)


def _unknown(token: Token) -> ExpressionError:
    return OutsideSubsetError(
        token.position, f"»{token.text}« hører ikke til den del af FHIRPath, programmet forstår."
    )
