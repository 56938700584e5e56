"""The vendors' own contracts, kept beside this checkout, to which their twins are held."""

import copy
import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import httpx2
import pytest
from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from openapi_core.validation.response.exceptions import InvalidData
from werkzeug.datastructures import Headers, ImmutableMultiDict

CONTRACTS = Path(
    os.environ.get("MAESTRARR_CONTRACTS")
    or Path(__file__).parents[1].parent / "shared" / "contracts"
)
Json = Any
_DIGITS = '"pattern": "^[0-9a-f]{32}$"'


def load(name: str) -> Json:
    """Read one of the contracts; where there are none, skip by name, and fail in CI."""
    path = CONTRACTS / "specs" / f"{name}.json"
    if not path.is_file():
        missing = f"{path} is not there: nothing holds this twin to its vendor's contract"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return json.loads(path.read_text("utf-8"))


@dataclass(frozen=True)
class Departure:
    """Where the vendor's own answers leave its contract: null, or a number with a fraction.

    `schema` names a component, or is empty for every operation; `name` is the property's.
    """

    name: str
    schema: str = ""
    is_null: bool = True


@dataclass(frozen=True)
class Contract:
    """One vendor's contract."""

    openapi: OpenAPI
    spec: Json
    absent: frozenset[str] = frozenset()
    are_nulls_absent: bool = False

    @classmethod
    def of(
        cls,
        name: str,
        departures: Sequence[Departure] = (),
        absent: frozenset[str] = frozenset(),
        *,
        are_nulls_absent: bool = False,
        are_dashes_absent: bool = False,
    ) -> "Contract":
        """Read a contract, loosened where the vendor itself departs from it.

        `absent` are keys that the contract has and the vendor does not send; `are_nulls_absent`
        says that it sends no key whose value may be null when it is, `are_dashes_absent` that it
        writes its UUIDs as 32 digits.
        """
        spec = copy.deepcopy(load(name))
        for departure in departures:
            _loosen(spec, departure)
        if are_dashes_absent:
            spec = json.loads(json.dumps(spec).replace('"format": "uuid"', _DIGITS))
        spec["servers"] = [{"url": "/"}]
        openapi = OpenAPI.from_dict(spec, config=Config(spec_validator_cls=None))
        return cls(openapi, spec, absent, are_nulls_absent)

    def holds(self, answer: httpx2.Response, below: str, *, to_the_last_key: bool = True) -> Json:
        """Hold a request and its answer to the contract, and the answer to its last key.

        `below` is the path at which the service is served.
        """
        request, response = _Request.of(answer.request, below), _Response(answer)
        self.openapi.validate_request(request)
        if not answer.content:
            return None
        try:
            self.openapi.validate_response(request, response)
        except InvalidData as error:
            pytest.fail(f"{request.path}: {_said(error)}", pytrace=False)
        told = answer.json()
        if not to_the_last_key:
            return told
        missing = sorted(set(self._missing(self.schema(request, answer.status_code), told)))
        assert missing == [], f"{request.path} has no {missing}"
        return told

    def asks(self, answer: httpx2.Response, below: str) -> None:
        """Hold a request alone to the contract, where the vendor answers otherwise than it says."""
        self.openapi.validate_request(_Request.of(answer.request, below))

    def schema(self, request: "_Request", status: int = 200) -> Json:
        """Find what an operation answers with."""
        operation = self.spec["paths"][self._path(request)][request.method]
        responses = operation["responses"]
        response = self._resolved(responses.get(str(status)) or responses["default"])
        content = response.get("content", {})
        return next((told["schema"] for kind, told in content.items() if "json" in kind), {})

    def _path(self, request: "_Request") -> str:
        fitting = [
            path
            for path, operations in self.spec["paths"].items()
            if request.method in operations
            and re.fullmatch(re.sub(r"\{[^}]+\}", "[^/]+", path), request.path)
        ]
        assert fitting, f"the contract has no {request.method} {request.path}"
        return min(fitting, key=lambda path: path.count("{"))

    def _missing(self, schema: Json, told: Json, at: str = "") -> Iterator[str]:
        schema = self._resolved(schema)
        for part in schema.get("allOf", ()):
            yield from self._missing(part, told, at)
        if either := schema.get("anyOf") or schema.get("oneOf"):
            yield from min((list(self._missing(part, told, at)) for part in either), key=len)
        if isinstance(told, dict):
            for name, inner in schema.get("properties", {}).items():
                if name in told:
                    yield from self._missing(inner, told[name], f"{at}.{name}")
                elif not self._may_be_absent(f"{at}.{name}", inner):
                    yield f"{at}.{name}"
        elif isinstance(told, list):
            for inner in told:
                yield from self._missing(schema.get("items", {}), inner, f"{at}[]")

    def _may_be_absent(self, at: str, schema: Json) -> bool:
        may_be_null = schema.get("nullable") or self._resolved(schema).get("nullable")
        return at in self.absent or (self.are_nulls_absent and bool(may_be_null))

    def _resolved(self, schema: Json) -> Json:
        while "$ref" in schema:
            found = self.spec
            for step in schema["$ref"].removeprefix("#/").split("/"):
                found = found[step.replace("~1", "/")]
            schema = found
        return schema


@dataclass(frozen=True)
class _Request:
    host_url: str
    path: str
    method: str
    parameters: RequestParameters
    content_type: str
    body: bytes | None = field(default=None)

    @classmethod
    def of(cls, request: httpx2.Request, below: str) -> "_Request":
        query = parse_qsl(request.url.query.decode(), keep_blank_values=True)
        return cls(
            host_url="",
            path=request.url.path.removeprefix(below),
            method=request.method.lower(),
            parameters=RequestParameters(
                query=ImmutableMultiDict(query), header=Headers(list(request.headers.items()))
            ),
            content_type=request.headers.get("content-type", ""),
            body=request.content or None,
        )


@dataclass(frozen=True)
class _Response:
    answer: httpx2.Response

    @property
    def status_code(self) -> int:
        return self.answer.status_code

    @property
    def headers(self) -> Headers:
        return Headers(list(self.answer.headers.items()))

    @property
    def content_type(self) -> str:
        return self.answer.headers.get("content-type", "").partition(";")[0]

    @property
    def data(self) -> bytes:
        return self.answer.content


def _said(error: InvalidData) -> str:
    errors = getattr(error.__cause__, "schema_errors", None) or [error]
    return "; ".join(f"{getattr(one, 'json_path', '$')} {str(one)[:300]}" for one in errors)


def _loosen(spec: Json, departure: Departure) -> None:
    root = spec["components"]["schemas"][departure.schema] if departure.schema else spec["paths"]
    found = list(_properties(root, departure.name))
    assert found, f"the contract has no {departure.name} to depart from"
    for schema in found:
        if not departure.is_null:
            schema["type"] = "number"
        elif spec["openapi"].startswith("3.1"):
            kinds = schema.pop("type", [])
            if kinds not in ([], "null"):
                schema["type"] = [*([kinds] if isinstance(kinds, str) else kinds), "null"]
        elif "$ref" in schema:
            schema["anyOf"] = [{"$ref": schema.pop("$ref")}, {"enum": [None], "nullable": True}]
            schema.pop("type", None)
        else:
            schema["nullable"] = True


def _properties(node: Json, name: str) -> Iterator[Json]:
    if isinstance(node, dict):
        properties = node.get("properties")
        if isinstance(properties, dict) and isinstance(properties.get(name), dict):
            yield properties[name]
        for inner in node.values():
            yield from _properties(inner, name)
    elif isinstance(node, list):
        for inner in node:
            yield from _properties(inner, name)
