"""Tables, columns, schemas and routes speak the glossary's words, and not the words it avoids."""

import ast
import re
from collections.abc import Iterator

import pytest
from house import Source, sources

AVOIDED = {
    "item", "asset", "task", "whitelist", "blacklist", "show", "tv", "section", "guid", "plugin",
    "adapter", "tenant", "cron", "violation",
}  # fmt: skip
EXEMPT = {"ServerItem"}  # there the word is the other side's
OTHER_SIDE = "demo/upstreams/"  # twins of outside services, with their routes
ROUTE_VERBS = {"get", "post", "put", "patch", "delete", "head"}


def test_names_that_leave_the_code_avoid_the_words_the_glossary_avoids() -> None:
    spoken = {
        f"{source.name}: {name}"
        for source in sources()
        if not source.name.startswith(OTHER_SIDE)
        for name in _names(source)
        if name not in EXEMPT and _words(name) & AVOIDED
    }

    assert spoken == set()


@pytest.mark.parametrize("name", ["media_items", "TaskRow", "/api/v1/shows/{id}", "tvShow"])
def test_an_avoided_word_is_found_however_it_is_written(name: str) -> None:
    assert _words(name) & AVOIDED


def _words(name: str) -> set[str]:
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
    words = re.findall(r"[a-z]+", apart)
    return set(words) | {word.removesuffix("s") for word in words}


def _names(source: Source) -> Iterator[str]:
    door = source.name.rsplit("/", 1)[-1]
    folder = source.name.rsplit("/", 2)[-2] if "/" in source.name else ""
    if "models" in {door.removesuffix(".py"), folder} or door == "schemas.py":
        yield from _classes_and_fields(source.tree)
    yield from _routes(source.tree)


def _classes_and_fields(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.Assign(
                targets=[ast.Name(id="__tablename__")], value=ast.Constant(value=table)
            ):
                yield str(table)


def _routes(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr=verb), args=[ast.Constant(value=str(path)), *_]):
                if verb in ROUTE_VERBS and path.startswith("/"):
                    yield path
