"""Every operation of the API, as its description has it, and requests made from it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

DESCRIPTION: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "openapi.json").read_text("utf-8")
)
NOWHERE = "01900000-0000-7000-8000-000000000000"  # an id that nothing has
ENDLESS = frozenset({"follow_events"})  # it answers until the caller leaves: see test_live.py
NOBODY_OUT_THERE = 502  # what fits is tried, and leads nowhere in a test
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """Where a value can be put into a request: in its path, query, a header, or its body."""

    place: str
    name: str
    schema: Mapping[str, Any]

    @property
    def takes_text(self) -> bool:
        """Tell whether some text fits that is no id, moment or word of a list."""
        return any(
            each.get("type") == "string" and not {"enum", "format"} & each.keys()
            for each in alternatives(self.schema)
        )


@dataclass(frozen=True, eq=False, slots=True)
class Operation:
    """One method of one path."""

    method: str
    path: str
    described: Mapping[str, Any]

    def __str__(self) -> str:
        return str(self.described["operationId"])

    @property
    def changes_something(self) -> bool:
        """Tell whether it is one that is not only read."""
        return self.method not in SAFE_METHODS

    @property
    def body_schema(self) -> Mapping[str, Any] | None:
        """Return what its body looks like, if it has one that is JSON."""
        return self._json.get("schema")

    @property
    def parameters(self) -> list[Parameter]:
        """List what can be said in its path, its query and its headers, and not in any other's."""
        return [
            Parameter(each["in"], each["name"], each["schema"])
            for each in self.described.get("parameters", [])
            if "$ref" not in each
        ]

    @property
    def fields(self) -> list[Parameter]:
        """List the fields of its body."""
        schema = next(iter(alternatives(self.body_schema or {})), {})
        return [
            Parameter("body", name, field) for name, field in schema.get("properties", {}).items()
        ]

    def address(self, ids: Mapping[str, str] | None = None) -> str:
        """Fill its path with what is there, or with ids of nothing."""
        filled = self.path
        for each in self.parameters:
            if each.place == "path":
                value = quote((ids or {}).get(each.name, NOWHERE), safe="")
                filled = filled.replace(f"{{{each.name}}}", value)
        return filled

    def body(self) -> Any:
        """Make a body that fits its schema, of the examples in it; None when it takes no JSON."""
        if self.body_schema is None:
            return None
        for example in self._json.get("examples", {}).values():
            return example["value"]
        return sample(self.body_schema)

    @property
    def _json(self) -> Mapping[str, Any]:
        content = self.described.get("requestBody", {}).get("content", {})
        return dict(content.get("application/json", {}))


def operations() -> Iterator[Operation]:
    """Name every operation that ends by itself."""
    for path, methods in DESCRIPTION["paths"].items():
        for method, described in methods.items():
            if described["operationId"] not in ENDLESS:
                yield Operation(method.upper(), path, described)


def alternatives(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Take a schema apart into those of which one has to fit, leaving null and lists out."""
    if "$ref" in schema:
        schema = DESCRIPTION["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        for each in schema["anyOf"]:
            yield from alternatives(each)
    elif schema.get("type") == "array":
        yield from alternatives(schema["items"])
    elif schema.get("type") != "null":
        yield schema


def sample(schema: Mapping[str, Any]) -> Any:
    """Make a value that fits a schema, of the examples in it where there are any."""
    if schema.get("type") == "array":
        return [sample(schema["items"])]
    fitting = next(alternatives(schema))
    for said in (schema, fitting):
        if "examples" in said:
            return said["examples"][0]
    if "enum" in fitting:
        return fitting["enum"][0]
    if fitting.get("type") == "object":
        return {name: sample(fitting["properties"][name]) for name in fitting.get("required", ())}
    plain = {"integer": 1, "number": 1, "boolean": True}
    return plain.get(fitting.get("type", ""), "x" * max(1, fitting.get("minLength", 1)))
