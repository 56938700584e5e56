"""Onboarding is kept step by step, and says where the folders of download managers lead to."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import daily
from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.kit.db import Database

API = "/api/v1"


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        yield house


async def test_each_step_is_kept_and_the_last_word_counts(house: Household) -> None:
    admin = await house.client_of(Role.ADMIN)
    before = (await admin.get(f"{API}/onboarding")).json()
    assert before["step"] == "libraries"

    for step, outcome in (
        ("account", "done"), ("libraries", "skipped"), ("libraries", "done"),
        ("connections", "skipped"),
    ):  # fmt: skip
        said = await admin.put(f"{API}/onboarding/steps/{step}", json={"outcome": outcome})
        assert said.status_code == 200, said.text

    found = (await admin.get(f"{API}/onboarding")).json()
    assert found == said.json()
    assert found["step"] == "preferences"
    outcomes = [each["outcome"] for each in found["steps"]]
    assert outcomes == ["done", "done", "skipped", None, None]


@daily.ON_SQLITE
async def test_it_says_which_folders_of_a_download_manager_lie_in_no_library(
    house: Household, upstreams: Upstreams, tmp_path: Path
) -> None:
    admin = await house.client_of(Role.ADMIN)
    films = tmp_path / "Movies"
    films.mkdir()
    library = {"kind": "movies", "folders": [str(films)]}
    assert (await admin.post(f"{API}/libraries", json=library)).is_success
    config = {"url": upstreams.url("radarr"), "key": "demo"}
    radarr = (
        await admin.post(f"{API}/connections", json={"kind": "radarr", "config": config})
    ).json()

    [manager] = (await admin.post(f"{API}/onboarding/roots")).json()["managers"]
    [root] = manager["roots"]
    assert manager["problem"] is None
    assert root["library"] is None
    assert root["likely"] == str(films)

    mappings = [{"remote": root["remote"], "local": root["likely"]}]
    await admin.patch(f"{API}/connections/{radarr['id']}", json={"mappings": mappings})
    [manager] = (await admin.post(f"{API}/onboarding/roots")).json()["managers"]
    assert manager["roots"] == [
        {"remote": root["remote"], "local": str(films), "library": "Movies", "likely": None}
    ]

    upstreams.fail("radarr", "garbage")
    [manager] = (await admin.post(f"{API}/onboarding/roots")).json()["managers"]
    assert manager["problem"]["key"] == "http.garbled"
    assert manager["roots"] == []
