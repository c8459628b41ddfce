"""The house rules that no ready-made linter knows."""

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from app.supplies import supplies

HOUSE = Path(__file__).parents[2]
ROOMS = ("app", "views", "models", "storage", "forms", "resources")
MODULES = sorted(path for room in ROOMS for path in (HOUSE / room).rglob("*.py"))
SETTINGS = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))

MOST_LINES_IN_A_MODULE = 250
MOST_LINES_IN_A_FUNCTION = 30
VOID_CALLS = 1000


def relative(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


@cache
def trees() -> Mapping[str, ast.Module]:
    return {relative(path): ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def in_every_module(found: Callable[[ast.Module], Iterable[object]]) -> list[str]:
    """Return what is *found* in the modules, each with the module it stands in."""
    return [f"{name}: {one}" for name, tree in trees().items() for one in found(tree)]


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def test_a_module_fits_in_the_head() -> None:
    lengths = {relative(p): len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES}

    assert {name for name, lines in lengths.items() if lines > MOST_LINES_IN_A_MODULE} == set()


def too_long(tree: ast.Module) -> Iterator[str]:
    for function in functions(tree):
        if (function.end_lineno or 0) - function.lineno >= MOST_LINES_IN_A_FUNCTION:
            yield function.name


def test_a_function_fits_on_the_screen() -> None:
    assert in_every_module(too_long) == []


def connected_lambdas(tree: ast.Module) -> Iterator[int]:
    for call in calls(tree):
        is_connecting = isinstance(call.func, ast.Attribute) and call.func.attr == "connect"
        if is_connecting and any(isinstance(argument, ast.Lambda) for argument in call.args):
            yield call.lineno


def test_no_lambda_is_connected_to_a_signal() -> None:
    """A lambda keeps its widget alive after Qt has deleted it."""
    assert in_every_module(connected_lambdas) == []


def vague_signals(tree: ast.Module) -> Iterator[int]:
    for call in calls(tree):
        if isinstance(call.func, ast.Name) and call.func.id == "Signal":
            carried = {a.id for a in call.args if isinstance(a, ast.Name)}
            if carried & {"object", "dict", "list"}:
                yield call.lineno


def test_signals_say_what_they_carry() -> None:
    assert in_every_module(vague_signals) == []


def own_attributes(function: ast.FunctionDef) -> set[str]:
    return {
        node.attr
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
    }


def late_attributes(tree: ast.Module) -> Iterator[str]:
    for owner in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
        methods = [node for node in owner.body if isinstance(node, ast.FunctionDef)]
        births = [own_attributes(method) for method in methods if method.name == "__init__"]
        if births:
            later = set().union(*(own_attributes(method) for method in methods))
            yield from (f"{owner.name}.{name}" for name in later - births[0])


def test_an_object_is_whole_when_it_is_born() -> None:
    assert in_every_module(late_attributes) == []


THE_ONE_HANDLER = "app/faults.py"


def blanket_handlers(tree: ast.Module) -> Iterator[int]:
    for handler in (node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)):
        caught = ast.unparse(handler.type) if handler.type else "BaseException"
        is_blanket = caught in {"Exception", "BaseException"}
        if is_blanket and ast.unparse(handler.body[-1]) != "raise":
            yield handler.lineno


def test_no_failure_is_swallowed() -> None:
    """Only named errors are caught; our own faults reach the one handler."""
    swallowed = in_every_module(blanket_handlers)

    assert [where for where in swallowed if not where.startswith(THE_ONE_HANDLER)] == []


LAW_IN_CODE = re.compile(r"§|Ankestyrelsen|\d+ (dage|uger|hverdage)")


def spoken_texts(tree: ast.Module) -> Iterator[str]:
    """Yield the texts of a module but its docstrings, which may name a source."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings:
            yield node.value if isinstance(node.value, str) else ""


def told_law(tree: ast.Module) -> Iterator[str]:
    return (text for text in spoken_texts(tree) if LAW_IN_CODE.search(text))


def test_the_law_is_data_and_not_code() -> None:
    assert in_every_module(told_law) == []


READ_IDS = re.compile(
    r"^(contact|citizen|request|medical|assessment|drugs|social|health|work|housing|other|decision"
    r"|start|plan|goal|intervention|actor|network|relapse|follow_up|discharge|clinic)\.[a-z_0-9]+$"
)


def test_every_question_the_rules_read_is_asked() -> None:
    asked = {link_id for form in supplies().forms.values() for link_id in form.by_link_id}
    models = (tree for name, tree in trees().items() if name.startswith("models/"))
    wordings = {key for w in supplies().book.wordings.values() for key in w.texts}

    read = {text for tree in models for text in spoken_texts(tree) if READ_IDS.match(text)}

    assert read - asked - wordings == set()
    assert len(read & asked) > 100


def test_every_lack_leads_to_a_question_that_is_asked() -> None:
    book = supplies().book
    elements = (*book.musts.contents.elements, *(named.element for named in book.musts.lacks))

    lost = {
        element.id
        for element in elements
        if element.question not in supplies().newest(element.form).by_link_id
    }

    assert lost == set()


def test_every_instruction_and_provision_a_question_names_is_known() -> None:
    items = [item for form in supplies().forms.values() for item in form.by_link_id.values()]
    provisions = {provision.id for provision in supplies().law.provisions}

    assert {n for item in items for n in item.instructions} <= supplies().instructions.keys()
    assert {n for item in items for n in item.provisions} <= provisions


def test_every_room_is_under_contract() -> None:
    """A contract guards only the rooms it lists."""
    skipped = {"tests", "packaging", "build", "dist", "mutants"}
    rooms = {
        path.name
        for path in HOUSE.iterdir()
        if path.is_dir() and path.name not in skipped and any(path.rglob("*.py"))
        if not path.name.startswith(".")
    }

    assert rooms == set(SETTINGS["tool"]["importlinter"]["root_packages"]) == set(ROOMS)


def test_packaging_is_not_a_package() -> None:
    """With an `__init__.py` it would hide the library of the same name."""
    assert not (HOUSE / "packaging" / "__init__.py").exists()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_qt_keeps_its_references_to_none() -> None:
    """PySide6 6.12.0 loses one at each void call and aborts after about 5,000 of them."""
    thing = QObject()
    before = sys.getrefcount(None)

    for _ in range(VOID_CALLS):
        thing.setObjectName("x")

    assert abs(sys.getrefcount(None) - before) < VOID_CALLS // 20


OF_THIS_PLACE = re.compile(
    r"/work/|/root/|pypi\.org|registry\.npmjs|deb\.debian\.org|subagent", re.IGNORECASE
)


def test_the_project_speaks_of_itself_alone() -> None:
    ours = (
        path
        for path in HOUSE.rglob("*")
        if path.suffix in {".py", ".md", ".toml", ".json", ".sql", ".txt", ".spec"}
        if not {".venv", ".venv-package", ".git", "build", "dist"} & set(path.parts)
        if path != Path(__file__)
    )

    telling = [relative(p) for p in ours if OF_THIS_PLACE.search(p.read_text(encoding="utf-8"))]

    assert telling == []
