"""The house rules that no ready-made linter knows."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
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


@pytest.fixture(params=MODULES, ids=relative)
def module(request: pytest.FixtureRequest) -> ast.Module:
    path: Path = request.param
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_a_module_fits_in_the_head(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES_IN_A_MODULE


def test_a_function_fits_on_the_screen(module: ast.Module) -> None:
    too_long = [
        function.name
        for function in functions(module)
        if (function.end_lineno or 0) - function.lineno >= MOST_LINES_IN_A_FUNCTION
    ]

    assert too_long == []


def test_no_lambda_is_connected_to_a_signal(module: ast.Module) -> None:
    """A lambda keeps its widget alive after Qt has deleted it."""
    connected = [
        call.lineno
        for call in calls(module)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "connect"
        and any(isinstance(argument, ast.Lambda) for argument in call.args)
    ]

    assert connected == []


def test_signals_say_what_they_carry(module: ast.Module) -> None:
    vague = [
        call.lineno
        for call in calls(module)
        if isinstance(call.func, ast.Name)
        and call.func.id == "Signal"
        and any(isinstance(a, ast.Name) and a.id in {"object", "dict", "list"} for a in call.args)
    ]

    assert vague == []


THE_ONE_HANDLERS = {"app/faults.py"}


def own_attributes(function: ast.FunctionDef) -> set[str]:
    return {
        node.attr
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
    }


def test_an_object_is_whole_when_it_is_born(module: ast.Module) -> None:
    late = set()
    for owner in (node for node in ast.walk(module) if isinstance(node, ast.ClassDef)):
        methods = [node for node in owner.body if isinstance(node, ast.FunctionDef)]
        births = [own_attributes(method) for method in methods if method.name == "__init__"]
        if births:
            later = set().union(*(own_attributes(method) for method in methods))
            late |= {f"{owner.name}.{name}" for name in later - births[0]}

    assert late == set()


@pytest.mark.parametrize(
    "path", [p for p in MODULES if relative(p) not in THE_ONE_HANDLERS], ids=relative
)
def test_no_failure_is_swallowed(path: Path) -> None:
    """Only named errors are caught; our own faults reach the one handler."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    blanket = [
        handler.lineno
        for handler in ast.walk(module)
        if isinstance(handler, ast.ExceptHandler)
        and (handler.type is None or ast.unparse(handler.type) in {"Exception", "BaseException"})
        and ast.unparse(handler.body[-1]) != "raise"
    ]

    assert blanket == []


LAW_IN_CODE = re.compile(r"§|Ankestyrelsen|\d+ (dage|uger|hverdage)")


def spoken_texts(tree: ast.Module) -> Iterator[str]:
    """Yield the texts of a module but its docstrings, which may name a source."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings:
            yield node.value if isinstance(node.value, str) else ""


def test_the_law_is_data_and_not_code(module: ast.Module) -> None:
    assert [text for text in spoken_texts(module) if LAW_IN_CODE.search(text)] == []


READ_IDS = re.compile(
    r"^(contact|citizen|request|medical|assessment|drugs|social|health|work|housing|other|decision"
    r"|start|plan|goal|intervention|actor|network|relapse|follow_up|discharge|clinic)\.[a-z_0-9]+$"
)


def test_every_question_the_rules_read_is_asked() -> None:
    asked = {link_id for form in supplies().forms.values() for link_id in form.by_link_id}
    trees = (ast.parse(p.read_text(encoding="utf-8")) for p in (HOUSE / "models").rglob("*.py"))
    wordings = {key for w in supplies().book.wordings.values() for key in w.texts}

    read = {text for tree in trees for text in spoken_texts(tree) if READ_IDS.match(text)}

    assert read - asked - wordings == set()
    assert len(read & asked) > 100


def test_every_lack_leads_to_a_question_that_is_asked() -> None:
    book = supplies().book
    elements = (*book.contents.elements, *(named.element for named in book.lacks))

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
