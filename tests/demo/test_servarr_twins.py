"""The twins of Radarr and Sonarr answer as their contracts say, and report as they do."""

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import httpx2
import pytest

from contracts import CONTRACTS, Contract
from maestrarr.demo.upstreams.servarr import reports
from maestrarr.demo.upstreams.servarr.brands import RADARR, SONARR, Brand
from maestrarr.demo.upstreams.serving import Upstreams

BRANDS = {"radarr": RADARR, "sonarr": SONARR}
# What the two do not say of a title: what it was added with, ratings and sets that it has not.
UNSAID = {
    "radarr": (
        "addOptions", "collection", "ratings.imdb", "ratings.metacritic", "ratings.rottenTomatoes",
        "ratings.trakt",
    ),
    "sonarr": ("addOptions",),
}  # fmt: skip
WITHIN = ("", "[]", "[].movie", "[].series")
HISTORY = frozenset({
    "[].quality.quality", "[].episode", "[].episodeId", "[].message", ".message",
    "[].episodeFile", "[].series",
})  # fmt: skip
OTHERS = {
    ("radarr", "ImportComplete"), ("radarr", "SeriesAdd"), ("radarr", "SeriesDelete"),
    ("sonarr", "MovieAdded"), ("sonarr", "MovieDelete"),
}  # fmt: skip
EVENTS = [pair for pair in product(BRANDS, reports.EVENTS) if pair not in OTHERS]
SAMPLES = {
    "Download": "Download_import",
    "Upgrade": "Download_upgrade",
    "ImportComplete": "Download_importComplete",
}


@pytest.fixture(scope="module", params=BRANDS)
def service(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def contract(service: str) -> Contract:
    unsaid = {f"{at}.{name}" for at in WITHIN for name in UNSAID[service]}
    return Contract.of(service, absent=HISTORY | unsaid, are_nulls_absent=True)


@pytest.fixture
def client(upstreams: Upstreams, service: str) -> Iterator[httpx2.Client]:
    address = f"{upstreams.url(service)}/api/v3/"
    with httpx2.Client(base_url=address, headers={"X-Api-Key": "demo"}, trust_env=False) as client:
        yield client


def first(upstreams: Upstreams, service: str) -> Any:
    return upstreams.world.household.of_kind(BRANDS[service].kind)[0]


def test_every_answer_is_whole_by_the_contract(
    client: httpx2.Client, upstreams: Upstreams, service: str, contract: Contract
) -> None:
    brand, number = BRANDS[service], first(upstreams, service).number
    files = "moviefile?movieId" if service == "radarr" else "episodefile?seriesId"
    paths = [
        "system/status", "tag", "rootfolder", "config/mediamanagement", "notification/schema",
        brand.one, f"{brand.one}/{number}", f"{files}={number}", "notification", brand.exclusions,
    ]  # fmt: skip
    if service == "sonarr":
        paths.append(f"episode?seriesId={number}")

    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, path
        contract.holds(answer, f"/{service}")
    contract.holds(client.get(f"{upstreams.url(service)}/ping"), f"/{service}")


def test_nobody_is_let_in_without_the_key(client: httpx2.Client) -> None:
    assert client.get("tag", headers={"X-Api-Key": "wrong"}).status_code == 401
    assert client.get("tag?apikey=demo", headers={"X-Api-Key": ""}).is_success


def test_titles_are_left_alone_and_let_go(
    client: httpx2.Client, upstreams: Upstreams, service: str, contract: Contract
) -> None:
    brand, number = BRANDS[service], first(upstreams, service).number
    change = {brand.listed: [number], "monitored": False}

    answer = client.put(f"{brand.one}/editor", json=change)
    contract.asks(answer, f"/{service}")
    assert client.get(f"{brand.one}/{number}").json()["monitored"] is False
    client.delete(f"{brand.one}/{number}", params={brand.exclusion: True, "deleteFiles": True})

    assert client.get(f"{brand.one}/{number}").status_code == 404
    assert contract.holds(client.get(brand.exclusions), f"/{service}")


def test_orders_are_taken_and_history_is_told(
    client: httpx2.Client, upstreams: Upstreams, service: str, contract: Contract
) -> None:
    number = first(upstreams, service).number
    url = f"{upstreams.address}/_twin/news/{service}"

    ordered = client.post("command", json={"name": "RefreshMonitoredDownloads"})
    httpx2.post(url, json={"event": "Download", "title": number}, trust_env=False)
    told = client.get("history/since", params={"date": "2020-01-01T00:00:00Z"})

    assert ordered.status_code == 201
    assert [entry["eventType"] for entry in told.json()] == ["downloadFolderImported"]
    contract.holds(told, f"/{service}")


@pytest.mark.parametrize(("name", "event"), EVENTS)
def test_reports_have_the_keys_of_real_ones(upstreams: Upstreams, name: str, event: str) -> None:
    brand = BRANDS[name]
    sample = _sample(brand, event)
    title = first(upstreams, name)

    told = reports.report(brand, event, title, list(title.files[:2]))

    assert told["eventType"] == sample["eventType"]
    assert _keys(told) == _keys(sample)


def _sample(brand: Brand, event: str) -> Any:
    folder = CONTRACTS / "webhooks" / brand.key
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there: nothing holds these reports to real ones")
    name = SAMPLES.get(event, event)
    if event == "FileDelete":
        name = "MovieFileDelete" if brand.key == "radarr" else "EpisodeFileDelete"
    return json.loads(Path(folder / f"{name}.json").read_text("utf-8"))


def _keys(told: Any, at: str = "") -> set[str]:
    """Name every key of a document; what a list holds is alike."""
    if isinstance(told, dict):
        return {f"{at}.{key}" for key in told}.union(
            *(_keys(inner, f"{at}.{key}") for key, inner in told.items())
        )
    if isinstance(told, list) and told:
        return _keys(told[0], f"{at}[]")
    return set()
