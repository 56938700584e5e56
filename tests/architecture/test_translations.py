"""Every refusal can be told in every language that the client speaks, and in no other's words."""

import ast
import importlib
import inspect
import json
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from string import Formatter
from typing import Any

import pytest
from house import CHECKOUT, sources

import maestrarr
from maestrarr.cli.advice import ADVICE
from maestrarr.kit import disk
from maestrarr.kit.errors import Invalid, NotFound, Problem, Reasoned

LANGUAGES = ("en", "tr", "fr")
PARENTS = {Problem, Reasoned, Invalid, NotFound}
ON_A_TERMINAL = re.compile(  # what is said there never reaches a browser
    r"maestrarr\.(cli\..*|kit\.(config|config_file|data_folder|db|terminal)"
    r"|server\.(serve|worker|installation)"
    r"|.*\.(cli|commands|scan_command|asking))"
)
GIVEN_BY_THE_CLIENT = {"status", "why"}
OWN = {"client", "disk", "mistakes", "more"}  # what the client says of itself, and parts of others
COMMAND = re.compile(r"`maestrarr |maestrarr [a-z]+ [a-z]+|(?<!terminal: )--[a-z]")
PLACE = re.compile(r"{{(\w+)(?:, \w+)?}}")


@cache
def kinds() -> list[type[Problem]]:
    """Find every kind of problem that somebody with a browser can meet."""
    for module in pkgutil.walk_packages(maestrarr.__path__, "maestrarr."):
        if ".migrations." not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found = {each for each in _below(Problem) if each.__module__.startswith("maestrarr.")}
    return [each for each in found - PARENTS if not ON_A_TERMINAL.fullmatch(each.__module__)]


@cache
def problems() -> dict[str, type[Problem]]:
    """Name every kind by its key."""
    return {each.__new__(each).key: each for each in kinds()}


def _below(kind: type[Problem]) -> Iterator[type[Problem]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


@cache
def spoken(language: str) -> dict[str, Any]:
    """Read what the client says of problems in a language."""
    file = CHECKOUT / "client" / "src" / "i18n" / "locales" / f"{language}.json"
    words: dict[str, Any] = json.loads(file.read_text("utf-8"))["problems"]
    return words


def said(language: str, key: str) -> dict[str, str]:
    """Return the sentences and the hint of a problem in a language."""
    room, _, name = key.partition(".")
    words: dict[str, str] = spoken(language).get(room, {}).get(name, {})
    return words


def facts(kind: type[Problem]) -> set[str]:
    """Read off a problem's own code which facts it bears."""
    given = {"reason"} if issubclass(kind, Reasoned) else set()
    if issubclass(kind, Reasoned):
        for sentence in kind.sentences.values():
            given |= {name for _, name, _, _ in Formatter().parse(sentence) if name}
    if kind.__init__ is not Problem.__init__:
        owner = next(each for each in kind.__mro__ if "__init__" in vars(each))
        for node in ast.walk(ast.parse(inspect.cleandoc("\n" + inspect.getsource(owner)))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "__init__":
                given |= {each.arg for each in node.keywords if each.arg}
    return given


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_its_sentences_and_its_hint(language: str) -> None:
    wanted = {
        f"{key}.{part}"
        for key, kind in problems().items()
        for part in [*_sentences(kind, said(language, key)), *(["hint"] if kind.hint else [])]
    }
    there = {f"{key}.{part}" for key in problems() for part in said(language, key)}

    assert sorted(wanted - there) == []


def _sentences(kind: type[Problem], words: dict[str, str]) -> list[str]:
    """Name the sentences that a problem needs; the reasons of a disk are said once for all."""
    if not issubclass(kind, Reasoned):
        return ["sentence"]
    has_why = "{{why}}" in words.get("sentence", "")
    return [f"sentence_{each}" for each in kind.sentences if not (has_why and each in disk.WORDS)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_has_places_for_facts_that_its_problem_bears(language: str) -> None:
    strange = [
        (key, part, name)
        for key, kind in problems().items()
        for part, text in said(language, key).items()
        for name in PLACE.findall(text)
        if name not in facts(kind) | GIVEN_BY_THE_CLIENT
    ]

    assert strange == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_of_problems_that_are_none(language: str) -> None:
    told = {
        f"{room}.{name}"
        for room in spoken(language).keys() - OWN
        for name in spoken(language)[room]
    }

    assert sorted(told - problems().keys()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_of_a_disk_and_every_mistake_of_ours_is_said(language: str) -> None:
    assert spoken(language)["disk"].keys() == disk.WORDS.keys()
    assert sorted(_own_mistakes() - spoken(language)["mistakes"].keys()) == []


def _own_mistakes() -> set[str]:
    """Find the types of mistakes that our own code names: the others are pydantic's."""
    types = set()
    for source in sources():
        for node in ast.walk(source.tree):
            if not isinstance(node, ast.Call):
                continue
            match getattr(node.func, "id", ""):
                case "PydanticCustomError":
                    types.add(ast.literal_eval(node.args[0]))
                case "Mistake":
                    named = {each.arg: each.value for each in node.keywords}
                    if isinstance(named["type"], ast.Constant):
                        types.add(named["type"].value)
    return types


def test_no_hint_speaks_of_commands_to_who_has_a_browser() -> None:
    assert [key for key, kind in problems().items() if COMMAND.search(kind.hint)] == []


def test_the_advice_of_the_commands_is_about_problems_that_there_are() -> None:
    assert sorted(ADVICE.keys() - problems().keys()) == []


def test_every_problem_is_named_once() -> None:
    assert len(problems()) == len(kinds()) > 50
