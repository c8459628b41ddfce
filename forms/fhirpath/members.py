"""What stands after a dot: the members of items, answers, options and quantities."""

from collections.abc import Mapping

from forms.fhirpath.nodes import Function, Part
from forms.fhirpath.scope import Chosen, Collection, Found, Given, Node, Scope
from models.answers import Quantity

Parts = tuple[Part, ...]


def _answer(scope: Scope, source: Collection, _: Parts) -> Collection:
    return tuple(
        given for node in source if isinstance(node, Found) for given in scope.source.answers(node)
    )


def _value(_: Scope, source: Collection, __: Parts) -> Collection:
    return tuple(found for node in source if (found := _value_in(node)) is not None)


def _value_in(node: Node) -> Node | None:
    if isinstance(node, Given):
        return node.value
    return node.value if isinstance(node, Quantity) else None


def _link_id(_: Scope, source: Collection, __: Parts) -> Collection:
    return tuple(node.link_id for node in source if isinstance(node, Found))


def _code(_: Scope, source: Collection, __: Parts) -> Collection:
    return _texts([_coded(node) for node in source], 0)


def _system(_: Scope, source: Collection, __: Parts) -> Collection:
    return _texts([_coded(node) for node in source], 1)


def _display(_: Scope, source: Collection, __: Parts) -> Collection:
    return _texts([_coded(node) for node in source if not isinstance(node, Quantity)], 2)


def _unit(_: Scope, source: Collection, __: Parts) -> Collection:
    return tuple(node.unit for node in source if isinstance(node, Quantity) and node.unit)


def _coded(node: Node) -> tuple[str, str, str]:
    if isinstance(node, Chosen):
        return node.coding.code, node.coding.system, node.coding.display
    if isinstance(node, Quantity):
        return node.code, node.system, ""
    return "", "", ""


def _texts(coded: list[tuple[str, str, str]], which: int) -> Collection:
    return tuple(texts[which] for texts in coded if texts[which])


MEMBERS: Mapping[str, Function] = {
    "answer": _answer,
    "value": _value,
    "linkId": _link_id,
    "code": _code,
    "system": _system,
    "display": _display,
    "unit": _unit,
}
