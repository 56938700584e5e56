"""The client without its server, or before one of another version."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, StorageState, expect

from conftest import Served

JOBS = re.compile(r"/JobsScreen-[^/]+\.js$")
WIDE = {"width": 1280, "height": 900}
IS_KEPT = "(localStorage.getItem('maestrarr.snapshot') ?? '').includes('Movies')"
UNLOADED = ("Failed to load resource", "JobsScreen")


def upgraded(route: Route) -> None:
    """Answer who asks for the page by script as a server of another version does."""
    if route.request.resource_type == "document":
        route.continue_()
        return
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("/entry-", "/entry-0"))


@pytest.mark.timeout(180)
def test_it_begins_without_the_server_and_recovers(
    serve: Callable[..., Served], open_page: Callable[..., Page]
) -> None:
    served = serve("--demo")
    page = open_page(base_url=served.url, service_workers="allow", viewport=WIDE)
    page.goto("/")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_text("Recently added").wait_for(timeout=60_000)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    while not page.evaluate(
        "(localStorage.getItem('maestrarr.snapshot') ?? '').includes('Movies')"
    ):
        page.wait_for_timeout(100)

    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", name="Dashboard")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("Movies", exact=True)).to_be_visible()
    expect(page.get_by_text("The server does not answer.", exact=False)).to_be_visible()
    expect(page.get_by_role("button", name="Scan")).to_be_hidden()  # nothing is changed meanwhile
    page.get_by_role("link", name="Settings").click()  # in a script that was never shown before
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()
    page.get_by_role("link", name="Library").click()  # which was not read: nothing is said of it
    expect(page.get_by_text("Nothing here yet")).to_be_hidden()
    page.get_by_role("link", name="Dashboard").click()

    page.context.set_offline(False)
    expect(page.get_by_role("button", name="Scan")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("The server does not answer.", exact=False)).to_be_hidden()


def test_it_can_be_installed(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto("/library")
    link = page.locator("link[rel=manifest]").get_attribute("href")
    answer = page.request.get(f"/{link}")
    manifest = json.loads(answer.text())

    assert answer.headers["content-type"].startswith("application/manifest+json")
    assert {"any", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]}
    assert "maskable" in {icon.get("purpose") for icon in manifest["icons"]}
    for icon in manifest["icons"]:
        assert page.request.get(f"/{icon['src']}").ok


def test_when_the_server_was_upgraded_a_screen_comes_after_one_reload(
    open_page: Callable[..., Page], state: StorageState, demo: Served
) -> None:
    page = open_page(storage_state=state, expected=UNLOADED, viewport=WIDE)
    loads: list[str] = []
    page.route(f"{demo.url}/", upgraded)
    page.route(JOBS, lambda route: route.abort(), times=1)
    page.goto("/settings")
    page.get_by_role("heading", name="Settings").wait_for()
    page.on("load", lambda loaded: loads.append(loaded.url))

    page.get_by_role("link", name="Jobs").click()

    expect(page.get_by_role("heading", name="Jobs", level=1)).to_be_visible()
    assert [url.rpartition("/")[2] for url in loads] == ["jobs"]


def test_a_screen_that_does_not_come_says_so_in_place(
    open_page: Callable[..., Page], state: StorageState
) -> None:
    page = open_page(storage_state=state, expected=UNLOADED, viewport=WIDE)
    page.route(JOBS, lambda route: route.abort())
    page.goto("/settings")
    page.get_by_role("link", name="Jobs").click()

    expect(page.get_by_role("alert")).to_contain_text("This screen could not be shown.")
    expect(page.get_by_role("navigation", name="Main menu")).to_be_visible()
    page.unroute(JOBS)
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", name="Jobs", level=1)).to_be_visible()


@pytest.mark.timeout(180)
def test_a_new_version_is_offered_when_the_server_comes_back(
    open_page: Callable[..., Page], state: StorageState, demo: Served
) -> None:
    page = open_page(storage_state=state, viewport=WIDE)
    page.goto("/help")
    page.get_by_text("Connected").wait_for()
    page.route(f"{demo.url}/", upgraded)
    page.context.set_offline(True)
    page.get_by_text("The server does not answer.", exact=False).wait_for(timeout=30_000)
    page.context.set_offline(False)

    with page.expect_navigation(timeout=60_000):
        page.get_by_role("button", name="Load it").click(timeout=60_000)
