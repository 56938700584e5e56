"""The API keeps to its own description, whatever it is sent: requests made by Schemathesis.

Streams are left out, because they do not end; `test_live.py` has them. So are the checks of who may
call, which `test_routes.py` derives from the routes themselves, and the check that all that fits a
schema is taken: a folder that is not there, or a name that is taken, fits it too.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.failures import FailureGroup
from sqlalchemy.engine import URL

import daily
from household import ORIGIN, Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.kit.db import Database
from operations import DESCRIPTION, ENDLESS, NOWHERE

load_all_checks()
WANTED = CHECKS.get_by_names(
    [
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_headers_conformance",
        "response_schema_conformance",
        "negative_data_rejection",
    ]
)
ANY_TEXT = {"type": "string"}
Send = Callable[[Case], httpx2.Response]


class Asker:
    """Sends cases to a household as an admin, half of the fitting ones about what is there."""

    def __init__(self, house: Household, there: Mapping[str, str]) -> None:
        self.house = house
        self.there = there
        self.statuses: set[int] = set()
        self._sent = 0

    async def send(self, case: Case) -> httpx2.Response:
        self._sent += 1
        if self._sent % 2 and _fits(case):
            for name in case.path_parameters or {}:
                case.path_parameters[name] = self.there.get(name, NOWHERE)
        self.house.forget_attempts()
        access = (await self.house.sign_in(Role.ADMIN)).access
        answer = await (await self.house.client(access)).request(**_request(case))
        self.statuses.add(answer.status_code)
        return answer


def _fits(case: Case) -> bool:
    return case.meta is not None and case.meta.generation.mode is GenerationMode.POSITIVE


def _request(case: Case) -> dict[str, Any]:
    """Say what the case says in our client's words, and leave out who it says it is."""
    said = case.as_transport_kwargs(base_url=ORIGIN)
    request = {name: said[name] for name in ("method", "url", "params", "json") if name in said}
    if said.get("data") is not None:
        request["content"] = said["data"]
    request["headers"] = [
        (name.encode("latin-1", "replace"), value.encode("latin-1", "replace"))
        for name, value in said["headers"].items()
        if name.lower() not in {"authorization", "cookie", "content-length"}
    ]
    return request


def modes() -> Iterator[tuple[Any, GenerationMode]]:
    """Name every operation with what fits it, and with what does not where anything can be said."""
    described = DESCRIPTION | {"paths": _without(DESCRIPTION["paths"], "security")}
    for found in schemathesis.openapi.from_dict(described).get_all_operations():
        operation = found.ok()
        if operation.definition.raw["operationId"] in ENDLESS:
            continue
        yield operation, GenerationMode.POSITIVE
        if _can_be_said_wrongly(operation.definition.raw):
            yield operation, GenerationMode.NEGATIVE


def _can_be_said_wrongly(operation: Mapping[str, Any]) -> bool:
    """Tell what takes a body, a number or a choice from what takes nothing but any text."""
    schemas = [each.get("schema", ANY_TEXT) for each in operation.get("parameters", ())]
    narrowed = [schema for schema in schemas if _meant(schema) != ANY_TEXT]
    return "requestBody" in operation or bool(narrowed)


def _meant(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {key: said for key, said in schema.items() if key not in {"title", "description"}}


def _without(paths: Mapping[str, Any], left_out: str) -> dict[str, Any]:
    return {
        path: {
            method: {name: said for name, said in operation.items() if name != left_out}
            for method, operation in methods.items()
        }
        for path, methods in paths.items()
    }


def faults(operation: Any, mode: GenerationMode, send: Send, examples: int) -> dict[str, str]:
    """Ask an operation so many things, and return where it did not keep to its description."""
    found: dict[str, str] = {}

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(mode))
    def ask(case: Case) -> None:
        answer = send(case)
        try:
            case.validate_response(answer, checks=WANTED)
        except FailureGroup as failures:
            found[f"{operation.label}: {answer.status_code}"] = str(failures.exceptions[0])

    with suppress(Unsatisfiable):  # a name that is any text: there is none that does not fit
        ask()
    return found


@daily.ON_SQLITE
@pytest.mark.parametrize("examples", [2, pytest.param(60, marks=pytest.mark.sweep)])
@pytest.mark.timeout(1_800)
def test_every_answer_is_as_it_is_described(
    database_url: URL, tmp_path: Path, examples: int
) -> None:
    with asyncio.Runner() as runner:

        def run(work: Coroutine[Any, Any, Any]) -> Any:
            return runner.run(work)

        database = Database(database_url)
        opened = a_household(database, tmp_path / "data")
        house = run(opened.__aenter__())
        asker = Asker(house, run(house.move_in(tmp_path / "films")))
        found = [
            faults(operation, mode, lambda case: run(asker.send(case)), examples)
            for operation, mode in modes()
        ]
        run(opened.__aexit__(None, None, None))
        run(database.close())

    told = [f"{where}: {what}" for each in found for where, what in each.items()]
    assert "\n\n".join(told) == ""
    assert asker.statuses >= {200, 201, 202, 204, 401, 404, 409, 422}
