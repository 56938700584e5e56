"""Whatever somebody sends or sets, what is wrong with it has words in every language."""

import importlib
import json
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from house import CHECKOUT, sources
from pydantic import BaseModel

import maestrarr
from maestrarr.core.settings.registry import Settings
from maestrarr.kit.sent import Sent
from maestrarr.providers.base import Config

OF_TYPES = {
    "any": {"missing"},
    "bool": {"bool_type", "bool_parsing"},
    "date": {
        "date_type",
        "date_parsing",
        "date_from_datetime_parsing",
        "date_from_datetime_inexact",
    },
    "datetime": {
        "datetime_type",
        "datetime_parsing",
        "datetime_from_date_parsing",
        "timezone_aware",
    },
    "dict": {"dict_type", "too_long", "too_short"},
    "enum": {"enum"},
    "float": {"float_type", "float_parsing", "finite_number"},
    "int": {"int_type", "int_parsing", "int_parsing_size", "int_from_float"},
    "list": {"list_type", "too_long", "too_short"},
    "literal": {"literal_error"},
    "model": {"model_type", "model_attributes_type", "extra_forbidden", "missing"},
    "str": {"string_type", "string_too_short", "string_too_long", "string_pattern_mismatch"},
    "tuple": {"tuple_type", "too_long", "too_short"},
    "uuid": {"uuid_type", "uuid_parsing"},
}
OF_LIMITS = {
    "ge": "greater_than_equal",
    "gt": "greater_than",
    "le": "less_than_equal",
    "lt": "less_than",
    "multiple_of": "multiple_of",
}
ONLY_HOLD_OTHERS = {
    "default", "definition-ref", "definitions", "function-after", "function-before",
    "function-wrap", "is-instance", "json-or-python", "lax-or-strict", "model-field",
    "model-fields", "no-info",
    "none", "nullable", "tagged-union", "union", "with-info", "function-plain", "chain",
}  # fmt: skip


def given() -> Iterator[type[BaseModel]]:
    """Find what is sent to the API, what can be set, and what a connection is told."""
    for module in pkgutil.walk_packages(maestrarr.__path__, "maestrarr."):
        if module.name.rpartition(".")[2] in {"schemas", "settings", "requests", "client"}:
            importlib.import_module(module.name)
    for parent in (Sent, Settings, Config):
        yield from _below(parent)


def _below(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for each in kind.__subclasses__():
        if each.__module__.startswith("maestrarr."):
            yield each
        yield from _below(each)


def _mistakes(schema: Any) -> Iterator[str]:
    """Name what pydantic may find wrong with a value, by what it knows of its type."""
    if isinstance(schema, list | tuple):
        for each in schema:
            yield from _mistakes(each)
    if not isinstance(schema, dict):
        return
    kind = schema.get("type")
    if isinstance(kind, str) and kind not in ONLY_HOLD_OTHERS:
        yield from OF_TYPES.get(kind, {f"all of the type {kind}"})
        yield from (name for limit, name in OF_LIMITS.items() if limit in schema)
    for name, part in schema.items():
        if name not in {"metadata", "serialization", "default"}:
            yield from _mistakes(part)


@pytest.mark.parametrize("language", ["en", "tr", "fr"])
def test_every_mistake_that_can_be_made_has_words(language: str) -> None:
    file = CHECKOUT / "client" / "src" / "i18n" / "locales" / f"{language}.json"
    words = json.loads(file.read_text("utf-8"))["problems"]["mistakes"]
    made = {
        (model.__name__, each)
        for model in given()
        for each in _mistakes(model.__pydantic_core_schema__)
    }

    assert len(made) > 100
    assert sorted((model, each) for model, each in made if each not in words) == []


def test_what_a_room_finds_wrong_has_a_type_that_can_be_translated() -> None:
    nameless = [
        source.name
        for source in sources()
        if source.name.endswith(("/settings.py", "/schemas.py", "/requests.py"))
        and "raise ValueError" in source.text
    ]

    assert nameless == []
