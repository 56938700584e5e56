"""The figures and habits of CONTRIBUTING that ruff does not know."""

import ast
import re
from collections.abc import Iterator
from statistics import median

from house import Source, all_sources, sources

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
MEDIAN_FUNCTION = 12
DEEPEST = 3
VAGUE = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
EDGES = {
    "cli/main.py": "the process: a bug leaves with its traceback and an exit code",
    "features/library/watch.py": "the thread: a bug is logged, and its folder goes by schedule",
    "kit/rounds.py": "the round: a bug is logged, and the next round comes after a pause",
    "server/middleware.py": "the request: a bug leaves with its traceback in the log",
}
MIGRATIONS = "migrations/versions/"  # a schema is as long as it is, and is read once
Function = ast.FunctionDef | ast.AsyncFunctionDef
Block = ast.If | ast.For | ast.AsyncFor | ast.While | ast.With | ast.AsyncWith | ast.Try | ast.Match


def test_no_file_is_too_long() -> None:
    lengths = {source.name: source.text.count("\n") for source in all_sources()}

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_too_long() -> None:
    long = {
        f"{source.name}:{function.name}": _lines(function)
        for source in all_sources()
        if MIGRATIONS not in source.name
        for function in _functions(source)
        if _lines(function) > LONGEST_FUNCTION
    }

    assert long == {}


def test_most_functions_are_short() -> None:
    lengths = [_lines(function) for source in sources() for function in _functions(source)]

    assert median(lengths) <= MEDIAN_FUNCTION


def test_nothing_is_nested_too_deeply() -> None:
    deep = [
        f"{source.name}:{function.name}"
        for source in sources()
        for function in _functions(source)
        if _depth(function.body) > DEEPEST
    ]

    assert deep == []


def test_every_module_is_named_after_what_it_holds() -> None:
    assert [s.name for s in all_sources() if VAGUE & set(s.module.split("."))] == []


def test_only_the_edges_catch_whatever_comes() -> None:
    catching = {
        source.name
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ExceptHandler) and _catches_all(node)
    }

    assert catching <= set(EDGES)


def test_nothing_is_left_for_later() -> None:
    marks = re.compile(
        "#.*(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")) + ")"
    )

    assert [source.name for source in all_sources() if marks.search(source.text)] == []


def _functions(source: Source) -> Iterator[Function]:
    return (node for node in ast.walk(source.tree) if isinstance(node, Function))


def _lines(function: Function) -> int:
    """Count the lines from `def` on, less the docstring's."""
    first = function.body[0]
    spoken = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    own = (first.end_lineno or 0) - first.lineno + 1 if spoken else 0
    return (function.end_lineno or 0) - function.lineno + 1 - own


def _depth(body: list[ast.stmt]) -> int:
    return max((_depth_of(node) for node in body if isinstance(node, Block)), default=0)


def _depth_of(block: Block) -> int:
    match block:
        case ast.If(body=body, orelse=[ast.If() as following]):  # elif goes no deeper
            return max(1 + _depth(body), _depth_of(following))
        case ast.Try():
            parts = [block.body, block.orelse, block.finalbody, *(h.body for h in block.handlers)]
        case ast.Match():
            parts = [case.body for case in block.cases]
        case _:
            parts = [block.body, getattr(block, "orelse", [])]
    return 1 + max(_depth(part) for part in parts)


def _catches_all(handler: ast.ExceptHandler) -> bool:
    kinds = ast.walk(handler.type) if handler.type else [ast.Name("BaseException")]
    caught = {node.id for node in kinds if isinstance(node, ast.Name)}
    passes_on = isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None
    return bool(caught & {"Exception", "BaseException"}) and not passes_on
