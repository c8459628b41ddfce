"""The parts of an expression, each of which can be worked out in a scope."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from typing_extensions import override

from forms.fhirpath.errors import CalculationError
from forms.fhirpath.scope import NOTHING, RESPONSE, Collection, Found, Scope

Function = Callable[[Scope, Collection, tuple["Part", ...]], Collection]
Operation = Callable[[Collection, Collection], Collection]


class Part(ABC):
    """A part of an expression."""

    @abstractmethod
    def values(self, scope: Scope) -> Collection:
        """Return what the part is in *scope*; raises `CalculationError`."""

    def inside(self) -> tuple["Part", ...]:
        """Return the parts this one is made of."""
        return ()

    def walk(self) -> Iterator["Part"]:
        """Yield this part and all parts inside it."""
        yield self
        for part in self.inside():
            yield from part.walk()


@dataclass(frozen=True, slots=True)
class Literal(Part):
    """A value that stands in the expression itself; nothing for ``{}``."""

    collection: Collection

    @override
    def values(self, scope: Scope) -> Collection:
        return self.collection


@dataclass(frozen=True, slots=True)
class Variable(Part):
    """``%resource``, ``%context``, ``%row`` or ``$this``."""

    name: str
    position: int

    @override
    def values(self, scope: Scope) -> Collection:
        if self.name == "$this":
            return (scope.this,)
        return ({"%resource": RESPONSE, "%context": scope.context, "%row": scope.row}[self.name],)


@dataclass(frozen=True, slots=True)
class Items(Part):
    """The items called *link_ids* just inside the source or, if *deep*, anywhere in it."""

    source: Part
    link_ids: tuple[str, ...]
    deep: bool
    position: int

    @override
    def inside(self) -> tuple[Part, ...]:
        return (self.source,)

    @override
    def values(self, scope: Scope) -> Collection:
        return tuple(
            found
            for around in self.source.values(scope)
            if isinstance(around, Found)
            for link_id in self.link_ids
            for found in scope.source.items(link_id, around, deep=self.deep)
        )


@dataclass(frozen=True, slots=True)
class Member(Part):
    """A member of every element of the source, e.g. ``.answer``."""

    source: Part
    name: str
    read: Function
    position: int

    @override
    def inside(self) -> tuple[Part, ...]:
        return (self.source,)

    @override
    def values(self, scope: Scope) -> Collection:
        return self.read(scope, self.source.values(scope), ())


@dataclass(frozen=True, slots=True)
class Call(Part):
    """A function of the source, e.g. ``.sum()``; one without source works on nothing."""

    source: Part
    name: str
    function: Function
    arguments: tuple[Part, ...]
    position: int

    @override
    def inside(self) -> tuple[Part, ...]:
        return (self.source, *self.arguments)

    @override
    def values(self, scope: Scope) -> Collection:
        return self.function(scope, self.source.values(scope), self.arguments)


@dataclass(frozen=True, slots=True)
class Chain(Part):
    """Operators of one rank from left to right, e.g. ``1 + 2 - 3``."""

    first: Part
    rest: tuple[tuple[str, Operation, Part], ...]

    @override
    def inside(self) -> tuple[Part, ...]:
        return (self.first, *(part for _, _, part in self.rest))

    @override
    def values(self, scope: Scope) -> Collection:
        result = self.first.values(scope)
        for _, operation, part in self.rest:
            result = operation(result, part.values(scope))
        return result


@dataclass(frozen=True, slots=True)
class Negative(Part):
    """A number with the other sign."""

    part: Part
    negate: Operation

    @override
    def inside(self) -> tuple[Part, ...]:
        return (self.part,)

    @override
    def values(self, scope: Scope) -> Collection:
        return self.negate(self.part.values(scope), NOTHING)


@dataclass(frozen=True, slots=True)
class Indexed(Part):
    """One element of the source, counted from 0."""

    source: Part
    index: Part

    @override
    def inside(self) -> tuple[Part, ...]:
        return (self.source, self.index)

    @override
    def values(self, scope: Scope) -> Collection:
        index = self.index.values(scope)
        if not index:
            return NOTHING
        (number, *more) = index
        if more or isinstance(number, bool) or not isinstance(number, int):
            raise CalculationError("Tallet i [ ] skal være ét helt tal.")
        found = self.source.values(scope)
        return found[number : number + 1] if number >= 0 else NOTHING
