"""What a screen reader does, seen from outside the program; runs in the computer's own Python.

``hear`` tells all that shows as JSON, ``press NAME`` and ``set NAME VALUE`` do as they say, and
``listen`` tells the first thing that gets the focus after it said ``listening``.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, TypeAlias

PROGRAM = "Rød Tråd"
PATIENCE = 20.0
FOCUS = "object:state-changed:focused"

# Only the computer's own Python has it, and it must be told the version before it is loaded.
import_module("gi").require_version("Atspi", "2.0")
Atspi: Any = import_module("gi.repository.Atspi")
GLib: Any = import_module("gi.repository.GLib")
Event: TypeAlias = Any
Node: TypeAlias = Any
"""A thing on the screen; only the computer's own Python knows its type."""


def main() -> None:
    deeds: dict[str, Callable[..., None]] = {
        "hear": hear,
        "press": press,
        "set": set_value,
        "listen": listen,
    }
    Atspi.init()
    deed, *arguments = sys.argv[1:]
    deeds[deed](*arguments)


def hear() -> None:
    print(json.dumps([one for _, one in look()]))


def press(name: str) -> None:
    node = next(node for node in called(name) if Atspi.Action.get_n_actions(node))
    names = [Atspi.Action.get_action_name(node, n) for n in range(Atspi.Action.get_n_actions(node))]
    Atspi.Action.do_action(node, names.index("Press"))


def set_value(name: str, value: str) -> None:
    node = next(node for node in called(name) if has_value(node))
    Atspi.Value.set_current_value(node, float(value))


def listen() -> None:
    def hear_of_it(event: Event) -> None:
        if event.detail1:
            print(json.dumps(told(event.source)))
            Atspi.event_quit()

    listener = Atspi.EventListener.new(hear_of_it)
    listener.register(FOCUS)
    print("listening", flush=True)
    Atspi.event_main()


def program() -> Node:
    """Return the program, found by its name among all that run."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        desktop = Atspi.get_desktop(0)
        for running in children(desktop):
            if running.get_name() == PROGRAM:
                return running
        desktop.clear_cache()
        time.sleep(0.1)
    raise LookupError(PROGRAM)


def called(name: str) -> list[Node]:
    return [node for node, one in look() if one["name"] == name]


def look() -> list[tuple[Node, dict[str, object]]]:
    """Return all that shows, each with what is told of it."""
    while True:
        try:
            return [(node, told(node)) for node in all_that_shows(program())]
        except GLib.Error:
            # Something went away while one looked, as a page does that gives way to another.
            time.sleep(0.1)


def all_that_shows(node: Node) -> Iterator[Node]:
    # What lies on a page that is hidden says of itself that it shows, so one stops at the page.
    if node.get_state_set().contains(Atspi.StateType.SHOWING):
        yield node
        for child in children(node):
            yield from all_that_shows(child)


def children(node: Node) -> Iterator[Node]:
    found = (node.get_child_at_index(n) for n in range(node.get_child_count()))
    return (child for child in found if child is not None)


def told(node: Node) -> dict[str, object]:
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "labels": list(labels(node)),
        "states": sorted(state.value_nick for state in node.get_state_set().get_states()),
        "value": Atspi.Value.get_current_value(node) if has_value(node) else None,
    }


def has_value(node: Node) -> bool:
    return "Value" in Atspi.Accessible.get_interfaces(node)


def labels(node: Node) -> Iterator[str]:
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            for n in range(relation.get_n_targets()):
                yield relation.get_target(n).get_name()


if __name__ == "__main__":
    main()
