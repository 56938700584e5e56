"""What the server names, the client says in each of its languages.

Whoever adds a setting, a job, one of its steps or a deed for the audit log adds its words to
`client/src/i18n/locales`, in all three.
"""

import ast
import inspect
import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from house import CHECKOUT, sources

from maestrarr import rooms
from maestrarr.core.changes import queries
from maestrarr.core.jobs import registry as jobs
from maestrarr.core.notifications import words as messages
from maestrarr.core.notifications.kinds import Kind
from maestrarr.core.settings import registry as settings
from maestrarr.features.audio.reasons import ENGLISH
from maestrarr.media.causes import ENGLISH as CAUSES

LOCALES = CHECKOUT / "client" / "src" / "i18n" / "locales"
LANGUAGES = ("en", "tr", "fr")


@cache
def _words(language: str) -> dict[str, Any]:
    words: dict[str, Any] = json.loads((LOCALES / f"{language}.json").read_text())
    return words


def _unsaid(language: str, group: str, names: Iterable[str]) -> set[str]:
    return {f"{group}.{name}" for name in names if not _words(language)[group].get(name)}


def _is_ours(thing: Callable[..., object]) -> bool:
    """Tell it from what other tests declare in the same process."""
    return thing.__module__.startswith("maestrarr.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_has_its_name_and_its_help(language: str) -> None:
    rooms.load("settings")
    sections = [each for each in settings.sections() if _is_ours(each.model)]
    fields = [f"{each.name}_{field}" for each in sections for field in each.model.model_fields]
    assert fields

    choices = [
        f"{each.name}_{field}_{choice}"
        for each in sections
        for field, about in each.model.model_json_schema()["properties"].items()
        for choice in about.get("enum", ())
    ]

    unsaid = _unsaid(language, "settingChoice", choices)
    unsaid |= _unsaid(language, "settingName", fields) | _unsaid(language, "settingHelp", fields)
    for group in ("sectionName", "sectionHelp"):
        unsaid |= _unsaid(language, group, [each.name for each in sections])

    assert unsaid == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_job_has_its_name_and_those_of_its_steps(language: str) -> None:
    rooms.load("jobs")
    kinds = [kind.name.replace(".", "_") for kind in jobs.kinds() if _is_ours(kind.handler)]
    steps = {said.lower().replace(" ", "_") for said in _said_by_jobs()}
    assert kinds
    assert "reading_files" in steps

    assert _unsaid(language, "jobKind", kinds) | _unsaid(language, "jobSays", steps) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_job_counted_has_a_name(language: str) -> None:
    rooms.load("jobs")
    counted = {name for kind in jobs.kinds() for name in _counted_by(kind.handler)}
    assert {"identified", "recycled", "marked"} <= counted

    assert _unsaid(language, "jobResult", counted) == set()


def _counted_by(handler: Callable[..., object]) -> Iterator[str]:
    """Name what a job of ours gives back as numbers, as far as it says so where it is declared."""
    if not _is_ours(handler) or inspect.signature(handler).return_annotation != dict[str, int]:
        return
    for node in ast.walk(ast.parse(inspect.getsource(handler))):
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Dict):
            yield from (key.value for key in node.value.keys if isinstance(key, ast.Constant))


def test_what_is_wrong_with_a_file_is_said_alike_by_client_and_server() -> None:
    places = re.compile(r"{(\w+)(?::[^}]*)?}")
    said = {key: places.sub(r"{{\1}}", words) for key, words in CAUSES.items()}
    words = _words("en")["faultCause"]
    shown = {key: sentence.replace(", number", "") for key, sentence in words.items()}

    assert shown == said


def test_why_a_track_plays_first_is_said_alike_by_client_and_server() -> None:
    said = {key: words.replace("{", "{{").replace("}", "}}") for key, words in ENGLISH.items()}

    assert said.items() <= _words("en")["why"].items()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_message_says_besides_is_there_and_nothing_more(language: str) -> None:
    calls = _calls_in(ast.parse(inspect.getsource(messages)))
    asked = {text for name, call in calls if name == "_words" for text in _texts(call.args[:1], {})}
    said = _words(language)["notifications"]

    assert {re.sub("_(one|other)$", "", key) for key in said["message"]} == asked
    assert said["about"].keys() == set(Kind)


def test_the_words_of_messages_are_those_of_the_client() -> None:
    beside = Path(inspect.getfile(messages)).with_name("locales")

    assert beside.resolve() == LOCALES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_deed_in_the_audit_log_has_its_words(language: str) -> None:
    deeds = {deed.replace(".", "_") for deed in _recorded()}
    assert "user_added" in deeds

    assert _unsaid(language, "deed", deeds) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_change_has_its_words(language: str) -> None:
    kinds = set(_kinds_of_changes())
    assert {"audio.fix", "audio.batch"} <= kinds

    said = _words(language)["changes"]["kind"]
    assert {kind.replace(".", "_") for kind in (*kinds, queries.UNDO)} - said.keys() == set()


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for source in sources():
        yield from _calls_in(source.tree)


def _calls_in(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr=name)) | ast.Call(func=ast.Name(id=name)):
                yield name, node


def _said_by_jobs() -> Iterator[str]:
    for source in sources():
        constants = _constants(source.tree)
        for name, call in _calls_in(source.tree):
            if name == "step":
                yield from _texts(call.args[:1], constants)
            if name == "progress":
                said = [each.value for each in call.keywords if each.arg == "message"]
                yield from _texts(said, constants)


def _constants(tree: ast.Module) -> dict[str, str]:
    """Return the texts that a module names at its top."""
    found = {}
    for node in tree.body:
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(text)))
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=str(text)))
            ):
                found[name] = text
    return found


def _texts(said: Iterable[ast.expr], constants: dict[str, str]) -> Iterator[str]:
    for each in said:
        match each:
            case ast.Constant(value=str(text)):
                yield text
            case ast.Name(id=name) if name in constants:
                yield constants[name]
            case ast.IfExp(body=one, orelse=other):
                yield from _texts([one, other], constants)


def _recorded() -> Iterator[str]:
    for name, call in _calls():
        match call:
            case ast.Call(args=[_, _, ast.Constant(value=str(deed)), *_]) if name == "record":
                yield deed


def _kinds_of_changes() -> Iterator[str]:
    for name, call in _calls():
        for keyword in call.keywords:
            match keyword:
                case ast.keyword("kind", ast.Constant(str(kind))) if name == "record":
                    yield kind
