"""Kodi's own description of its methods, and what it refuses.

It is written in a dialect of JSON schema's third draft: types extend each other, `required` stands
inside of a property, and a type may be named where a schema names a kind of value.
"""

from collections.abc import Iterator
from typing import Any

from contracts import load

Json = Any
_KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "integer": int, "number": (int, float),
    "boolean": bool, "null": type(None),
}  # fmt: skip
# Kodi adds these while it starts: they hang on what it finds.
_ADDED_LATER = {
    "List.Filter.Operators": {"type": "string", "minLength": 1},
    "List.Filter.Fields.Movies": {"type": "string", "minLength": 1},
    "List.Filter.Fields.TVShows": {"type": "string", "minLength": 1},
    "List.Filter.Fields.Textures": {"type": "string", "minLength": 1},
}


class KodiContract:
    """What each method takes and returns."""

    def __init__(self) -> None:
        self._methods: Json = load("kodi-methods")
        self._types: Json = load("kodi-types") | _ADDED_LATER

    def fields(self, name: str) -> list[str]:
        """List the fields that may be asked for, such as `Video.Fields.Movie`."""
        names: list[str] = self._types[name]["items"]["enum"]
        return list(dict.fromkeys(names))

    def wrong_in_call(self, method: str, params: dict[str, Json]) -> list[str]:
        """Say what is wrong with the parameters of a call."""
        known = {one["name"]: one for one in self._methods[method]["params"]}
        wrong = [f"{method} knows no {name}" for name in params.keys() - known.keys()]
        for name, schema in known.items():
            if name in params:
                wrong += self._wrong(schema, params[name], name)
            elif schema.get("required") is True:
                wrong.append(f"{method} needs {name}")
        return wrong

    def wrong_in_result(self, method: str, result: Json) -> list[str]:
        """Say what is wrong with what a method returned."""
        returns = self._methods[method]["returns"]
        schema = {"type": returns} if isinstance(returns, str) else returns
        return list(self._wrong(schema, result, method))

    def _wrong(self, schema: Json, value: Json, at: str) -> Iterator[str]:
        schema = self._whole(schema)
        kinds = schema.get("type", "any")
        if isinstance(kinds, list):
            either = [{"type": one} if isinstance(one, str) else one for one in kinds]
            yield from min((list(self._wrong(one, value, at)) for one in either), key=len)
            return
        if kinds != "any" and not _is_of(kinds, value):
            yield f"{at} is no {kinds}"
            return
        if "enum" in schema and value not in schema["enum"]:
            yield f"{at} may not be {value!r}"
        if isinstance(value, str) and len(value) < schema.get("minLength", 0):
            yield f"{at} is empty"
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield from self._wrong_number(schema, value, at)
        if isinstance(value, list):
            yield from self._wrong_list(schema, value, at)
        if isinstance(value, dict):
            yield from self._wrong_object(schema, value, at)

    def _wrong_number(self, schema: Json, value: float, at: str) -> Iterator[str]:
        low, high = schema.get("minimum", value), schema.get("maximum", value)
        if not low <= value <= high and value != schema.get("default"):
            yield f"{at} is out of bounds"

    def _wrong_list(self, schema: Json, value: list[Json], at: str) -> Iterator[str]:
        if len(value) < schema.get("minItems", 0):
            yield f"{at} is too short"
        for one in value:
            yield from self._wrong(schema.get("items", {}), one, f"{at}[]")

    def _wrong_object(self, schema: Json, value: dict[str, Json], at: str) -> Iterator[str]:
        known = schema.get("properties", {})
        for name, inner in known.items():
            if name in value:
                yield from self._wrong(inner, value[name], f"{at}.{name}")
            elif inner.get("required") in {True, "true"}:
                yield f"{at} has no {name}"
        more = schema.get("additionalProperties", {} if not known else False)
        for name in value.keys() - known.keys():
            if more is False:
                yield f"{at} has a {name}"
            else:
                yield from self._wrong(more or {}, value[name], f"{at}.{name}")

    def _whole(self, schema: Json) -> Json:
        """Follow names, and gather what a type extends."""
        if "$ref" in schema:
            return self._whole(self._types[schema["$ref"]])
        kind = schema.get("type")
        if isinstance(kind, str) and kind in self._types:
            return self._whole(self._types[kind])
        extended = schema.get("extends", [])
        whole: Json = {}
        for name in [extended] if isinstance(extended, str) else extended:
            base = self._whole(self._types[name])
            whole |= base | {"properties": whole.get("properties", {}) | base.get("properties", {})}
        properties = whole.get("properties", {}) | schema.get("properties", {})
        return whole | schema | ({"properties": properties} if properties else {})


def _is_of(kind: str, value: Json) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _KINDS[kind])
