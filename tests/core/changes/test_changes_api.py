"""Changes over HTTP: found again by file, words and state, taken back by a job, seen before."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from disk_stage import Stage, defaults

from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.core.changes import service as changes
from maestrarr.core.changes.writes import Put
from maestrarr.core.jobs.embedded import EmbeddedEngine
from maestrarr.kit.db import Database

CHANGES = "/api/v1/changes"


@pytest.fixture
async def house(database: Database, stage: Stage) -> AsyncIterator[Household]:
    async with a_household(database, stage.data.path) as house:
        await house.add_users()
        yield house


@pytest.fixture
async def operator(house: Household) -> httpx2.AsyncClient:
    return await house.client_of(Role.OPERATOR)


async def applied(stage: Stage, path: Path, kind: str, title: str) -> str:
    async with (
        changes.carried_out(stage.database, stage.data, [stage.edit(path)]) as outcome,
        stage.database.writing() as session,
    ):
        made = await changes.record(session, outcome, kind=kind, title=title, asked_by="schedule")
        await session.commit()
    assert made is not None
    return str(made.id)


async def listed(client: httpx2.AsyncClient, **params: str) -> list[str]:
    answer = await client.get(CHANGES, params=params)
    assert answer.status_code == 200
    return [each["id"] for each in answer.json()["change_sets"]]


async def ended(stage: Stage, client: httpx2.AsyncClient, job: dict[str, Any]) -> dict[str, Any]:
    engine = EmbeddedEngine(stage.database, data=stage.data)
    await engine.start()
    while (found := (await client.get(f"/api/v1/jobs/{job['id']}")).json())["ended_at"] is None:
        pass
    await engine.stop()
    return dict(found)


async def test_changes_are_found_by_kind_file_words_and_state(
    stage: Stage, operator: httpx2.AsyncClient
) -> None:
    (stage.root / "a%").mkdir()
    first = await applied(stage, stage.film("a%/One.mkv"), "audio.fix", "The 100% film")
    second = await applied(stage, stage.film("Two.mkv"), "test.other", "Another")

    assert await listed(operator) == [second, first]
    assert await listed(operator, kind="audio.fix") == [first]
    assert await listed(operator, file=str(stage.root)) == [second, first]
    assert await listed(operator, file=str(stage.root / "a%")) == [first]
    assert await listed(operator, file=str(stage.root / "Two.mkv")) == [second]
    assert await listed(operator, file=str(stage.root / "two.mkv")) == []
    assert await listed(operator, words="100%") == [first]
    assert await listed(operator, words="a film") == [second, first]
    assert await listed(operator, asked_by="schedule") == [second, first]
    assert await listed(operator, asked_by="nobody") == []
    assert (await operator.get(f"{CHANGES}/choices")).json() == {
        "kinds": ["audio.fix", "test.other"], "people": [{"id": "schedule", "name": None}],
    }  # fmt: skip
    assert await listed(operator, undone="true") == []
    assert await listed(operator, undone="false", undoes="false") == [second, first]


async def test_pages_hold_every_set_once(stage: Stage, operator: httpx2.AsyncClient) -> None:
    made = [
        await applied(stage, stage.film(f"{number}.mkv"), "test.write", f"{number}")
        for number in range(5)
    ]
    seen: list[str] = []
    following: str | None = ""
    while following is not None:
        params = {"limit": "2"} | ({"before": following} if following else {})
        page = (await operator.get(CHANGES, params=params)).json()
        seen += [each["id"] for each in page["change_sets"]]
        following = page["next"]

    assert seen == made[::-1]


async def test_a_set_tells_each_file_before_and_after_and_why(
    stage: Stage, operator: httpx2.AsyncClient
) -> None:
    film = stage.film()
    made = await applied(stage, film, "audio.fix", "The right sound")

    answer = (await operator.get(f"{CHANGES}/{made}")).json()

    assert (answer["title"], answer["count"], answer["asked_by"]) == (
        "The right sound",
        1,
        "schedule",
    )
    [change] = answer["changes"]
    assert (change["path"], change["deed"], change["reason"]) == (str(film), "edit", "A test")
    assert change["before"]["size_bytes"] == change["after"]["size_bytes"]
    assert {"track": 2, "setting": "default", "before": 0, "after": 1} in change["tracks"]
    assert change["patches"] > 0
    assert "edit" not in change


async def test_an_undo_is_seen_first_then_done_by_a_job_and_refused_twice(
    stage: Stage, operator: httpx2.AsyncClient
) -> None:
    film = stage.film()
    before = film.read_bytes()
    made = await applied(stage, film, "audio.fix", "The right sound")

    preview = await operator.post(f"{CHANGES}/{made}/undo/preview")
    assert preview.json() == {"count": 1, "refused": []}
    assert defaults(film) == [2]
    answer = await operator.post(f"{CHANGES}/{made}/undo")
    assert answer.status_code == 202
    job = await ended(stage, operator, answer.json())

    assert (job["status"], job["title"]) == ("completed", "Take back: The right sound")
    assert (job["result"]["undone"], job["result"]["refused"]) == (1, 0)
    assert film.read_bytes() == before
    again = await operator.post(f"{CHANGES}/{made}/undo", json={})
    assert (again.status_code, again.json()["key"]) == (409, "changes.already_undone")


async def test_an_undo_that_is_taken_back_is_the_change_again_and_the_last_one(
    stage: Stage, operator: httpx2.AsyncClient
) -> None:
    async def undo(change: str) -> str:
        answer = await operator.post(f"{CHANGES}/{change}/undo")
        return str((await ended(stage, operator, answer.json()))["result"]["change_set_id"])

    last = {"undone": "false", "undoes": "false", "kind": "audio.fix"}
    first = await applied(stage, stage.film(), "audio.fix", "One")
    undone = await undo(first)
    assert (await listed(operator, **last), await listed(operator, undoes="true")) == ([], [undone])

    again = await undo(undone)

    assert await listed(operator, **last) == [again]
    assert await listed(operator, undoes="true", undone="false") == []
    await undo(again)
    assert await listed(operator, **last) == []


async def test_what_an_undo_would_leave_alone_is_told_with_its_key(
    stage: Stage, operator: httpx2.AsyncClient
) -> None:
    film = stage.film()
    made = await applied(stage, film, "audio.fix", "The right sound")
    film.write_bytes(b"another")

    preview = (await operator.post(f"{CHANGES}/{made}/undo/preview", json={})).json()
    assert preview["count"] == 0
    assert [each["key"] for each in preview["refused"]] == ["changes.conflict"]

    job = await ended(
        stage, operator, (await operator.post(f"{CHANGES}/{made}/undo", json={})).json()
    )
    assert job["status"] == "failed"
    assert "was changed by something else since" in job["error"]
    assert film.read_bytes() == b"another"


async def test_a_change_that_is_none_of_the_set_is_not_found(
    stage: Stage, operator: httpx2.AsyncClient
) -> None:
    made = await applied(stage, stage.film(), "audio.fix", "The right sound")

    answer = await operator.post(f"{CHANGES}/{made}/undo", json={"changes": [made]})

    assert (answer.status_code, answer.json()["key"]) == (404, "changes.no_such_change")


async def test_what_a_crash_cut_short_is_listed_warned_of_and_dismissed(
    stage: Stage, operator: httpx2.AsyncClient
) -> None:
    film = stage.film()
    desk = await changes.desk_of(stage.database, stage.data)
    changes.editing.carry_out(desk, changes.editing.hold(desk, [stage.edit(film)])).leave()
    film.write_bytes(b"a third thing")
    await changes.recover(stage.database, stage.data)

    listing = (await operator.get(f"{CHANGES}/interrupted")).json()["interrupted"]
    assert [each["path"] for each in listing] == [str(film)]
    said = listing[0]["problem"]
    assert (said["key"], said["facts"]) == ("changes.conflict", {"path": str(film)})
    assert said["hint"]
    ready = (await operator.get("/ready")).json()["components"]["changes"]
    assert ready["state"] == "warning"

    dismissed = await operator.delete(f"{CHANGES}/interrupted/{listing[0]['id']}")
    assert dismissed.status_code == 204
    assert (await operator.get(f"{CHANGES}/interrupted")).json() == {"interrupted": []}
    assert stage.journals() == []
    assert (await operator.get("/ready")).json()["components"]["changes"]["state"] == "ok"
    assert film.read_bytes() == b"a third thing"


async def test_a_viewer_looks_and_writes_nothing(stage: Stage, house: Household) -> None:
    made = await applied(stage, stage.film(), "audio.fix", "The right sound")
    viewer = await house.client_of(Role.VIEWER)

    assert await listed(viewer) == [made]
    assert (await viewer.post(f"{CHANGES}/{made}/undo", json={})).status_code == 403


async def test_an_installation_that_only_looks_writes_nothing(stage: Stage) -> None:
    looking = Stage(
        stage.database, type(stage.data)(stage.data.path, is_look_only=True), stage.root
    )
    film = stage.film()
    before = film.read_bytes()

    outcome = await looking.carry_out(
        stage.edit(film), stage.write(stage.root / "new.nfo", Put(content=b"new"))
    )

    assert {each.problem.key for each in outcome.refused} == {"changes.look_only"}
    assert film.read_bytes() == before
    assert not looking.data.journal.exists()
