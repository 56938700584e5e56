"""What the API says of itself: each operation with its refusals, and who may call it."""

from typing import Any

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts
from pydantic import BaseModel, JsonValue

from maestrarr.core.accounts import access
from maestrarr.core.accounts.access import ACCESS_COOKIE, Role

PROBLEM_TYPE = "application/problem+json"

_PROBLEM = {"schema": {"$ref": "#/components/schemas/Problem"}}
REFUSALS: dict[int | str, dict[str, Any]] = {
    "4XX": {"description": "It is refused, and why.", "content": {PROBLEM_TYPE: _PROBLEM}},
    "5XX": {"description": "It cannot be done now.", "content": {PROBLEM_TYPE: _PROBLEM}},
}

_WHOLE = frozenset({"application/json", "image/webp"})  # what comes in one piece
_IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "The `ETag` of the answer that the caller has.",
    "schema": {"type": "string"},
}
_ETAG = {"description": "The name of this very answer.", "schema": {"type": "string"}}
_NOT_MODIFIED = {
    "description": "The caller has it as it is: `If-None-Match` named its `ETag`.",
    "headers": {"ETag": _ETAG},
}
_SCHEMES = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "An access or an API token."},
    "cookie": {
        "type": "apiKey",
        "in": "cookie",
        "name": ACCESS_COOKIE,
        "description": "What a browser is given when it signs in.",
    },
}
_NEEDED = {
    access.guest: Role.GUEST,
    access.viewer: Role.VIEWER,
    access.operator: Role.OPERATOR,
    access.admin: Role.ADMIN,
}


class ProblemDocument(BaseModel):
    """A refusal in words; `key` and `facts` let another language say it. Source: RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    hint: str
    key: str
    facts: dict[str, JsonValue]


class Application(FastAPI):
    """A web application whose description tells of every refusal, and of who may call."""

    def openapi(self) -> dict[str, Any]:
        """Describe every route, as OpenAPI does; the first time takes a while."""
        if not hasattr(self, "_described"):
            self._described = self._complete(super().openapi())
        return self._described

    def _complete(self, document: dict[str, Any]) -> dict[str, Any]:
        components = document["components"]
        problem = ProblemDocument.model_json_schema(ref_template="#/components/schemas/{model}")
        components["schemas"] |= problem.pop("$defs") | {"Problem": problem}
        components["securitySchemes"] = _SCHEMES
        components["parameters"] = {"IfNoneMatch": _IF_NONE_MATCH}
        for path in document["paths"].values():
            if "get" in path:
                _tell_of_names(path["get"])
        for route in iter_route_contexts(self.routes):
            needed = _needed(getattr(route, "dependant", None))
            for method in getattr(route, "methods", None) or ():
                operation = document["paths"].get(route.path, {}).get(method.lower())
                if operation is not None and needed is not None:
                    operation["security"] = [{scheme: [needed.value]} for scheme in _SCHEMES]
        return document


def _tell_of_names(operation: dict[str, Any]) -> None:
    """Describe that a whole answer has a name, and is not sent to who has it."""
    found = operation["responses"].get("200", {})
    if not _WHOLE.intersection(found.get("content", {})):
        return
    operation["responses"] |= {"200": found | {"headers": {"ETag": _ETAG}}, "304": _NOT_MODIFIED}
    operation.setdefault("parameters", []).append({"$ref": "#/components/parameters/IfNoneMatch"})


def _needed(dependant: Dependant | None) -> Role | None:
    """Find the role that a route states; None where it lets in anybody."""
    if dependant is None:
        return None
    roles = [_NEEDED[call] for call in _calls(dependant) if call in _NEEDED]
    return max(roles, key=list(Role).index, default=None)


def _calls(dependant: Dependant) -> set[Any]:
    return {dependant.call}.union(*map(_calls, dependant.dependencies))
