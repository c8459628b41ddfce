"""An expression as a form holds it: its text, its parts and the items it asks."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from forms.fhirpath.nodes import Call, Indexed, Items, Member, Part, Variable
from forms.fhirpath.parser import parse


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression that has been read; two are the same when their text is.

    `link_ids` are the items it asks for; `asks_itself` says whether it asks for the answer of the
    very item it belongs to.
    """

    text: str
    parts: Part = field(compare=False, repr=False)
    inside: tuple[Part, ...] = field(compare=False, repr=False)
    link_ids: frozenset[str] = field(compare=False, repr=False)
    asks_itself: bool = field(compare=False, repr=False)

    def steps_into_items(self) -> Iterator[tuple[Items, frozenset[str] | None]]:
        """Yield each step into items with what it steps from.

        That is link ids, ``"%resource"``, ``"%context"``, ``"%row"``, or None when it is the
        element a criterion looks at.
        """
        for part in self.inside:
            if isinstance(part, Items):
                yield part, _sources(part.source)

    def scored(self) -> Iterator[tuple[Call, frozenset[str]]]:
        """Yield each use of ``ordinal()`` with the link ids of the questions it scores."""
        for part in self.inside:
            if isinstance(part, Call) and part.name == "ordinal":
                yield part, _sources(part.source) or frozenset()


def read_expression(text: str) -> Expression:
    """Return *text* read; raises `ExpressionError`, which says where."""
    parts = parse(text)
    inside = tuple(parts.walk())
    link_ids = [part.link_ids for part in inside if isinstance(part, Items)]
    return Expression(
        text,
        parts,
        inside,
        frozenset(link_id for asked in link_ids for link_id in asked),
        any(isinstance(part, Member) and _is_own_answer(part) for part in inside),
    )


def _is_own_answer(part: Member) -> bool:
    inner = _stripped(part)
    return part.name == "answer" and isinstance(inner, Variable) and inner.name == "%context"


_TRANSPARENT = frozenset({"where", "first", "last", "distinct"})


def _stripped(part: Part) -> Part:
    """Return what *part* selects from, without what only narrows it."""
    while True:
        narrows = isinstance(part, Call) and part.name in _TRANSPARENT
        if not (narrows or isinstance(part, Member | Indexed)):
            return part
        part = part.inside()[0]


def _sources(part: Part) -> frozenset[str] | None:
    inner = _stripped(part)
    if isinstance(inner, Items):
        return frozenset(inner.link_ids)
    if isinstance(inner, Variable) and inner.name != "$this":
        return frozenset({inner.name})
    return None
