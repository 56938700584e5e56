"""What people do, from the first run on: by mouse, by keyboard, on a phone, and out of reach."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, StorageState, expect

from conftest import Served, signed_in

PASSWORD = "correct horse battery staple"


def test_a_wrong_password_is_told_in_words(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto("/library")

    page.get_by_label("Password", exact=True).fill("wrong")
    page.get_by_role("button", name="Sign in").click()

    expect(page.get_by_role("alert")).to_contain_text("Name or password is wrong.")
    page.get_by_label("Password", exact=True).fill("demo")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Library")).to_be_visible()  # where one was going


def test_browse_filter_and_open_a_title(
    open_page: Callable[..., Page], state: StorageState
) -> None:
    page = open_page(storage_state=state, viewport={"width": 1280, "height": 900})
    page.goto("/library")
    expect(page.get_by_text("69 titles")).to_be_visible()

    page.get_by_role("button", name=re.compile("^Series")).click()
    expect(page.get_by_text("6 titles")).to_be_visible()
    assert "kind=series" in page.url
    page.get_by_role("link", name=re.compile("Çınaraltı")).click()
    page.get_by_role("tab", name=re.compile("Seasons")).click()
    expect(page).to_have_url(re.compile("tab=children"))
    series = page.url
    page.get_by_role("link", name=re.compile("Season 1")).click()
    page.get_by_role("link", name=re.compile("İlk Çay")).click()
    table = page.get_by_role("table", name="Tracks")
    expect(table.get_by_role("row").nth(1)).to_contain_text("Video")
    expect(table).to_contain_text("Turkish")

    page.go_back()
    page.get_by_role("link", name=re.compile("İlk Çay")).wait_for()
    page.go_back()
    expect(page).to_have_url(series)  # with the part that was open
    page.go_back()
    expect(page.get_by_text("6 titles")).to_be_visible()


def test_a_finished_job_and_another_clients_change_show_without_reload(
    open_page: Callable[..., Page], state: StorageState, demo: Served
) -> None:
    page = open_page(storage_state=state, viewport={"width": 1280, "height": 900})
    page.goto("/jobs")
    page.get_by_text("Connected").wait_for()
    with signed_in(demo.url) as client:
        library = client.get("/api/v1/libraries").json()["libraries"][0]
        job = client.post(f"/api/v1/libraries/{library['id']}/scan", json={}).json()
        while client.get(f"/api/v1/jobs/{job['id']}").json()["status"] in ("queued", "running"):
            page.wait_for_timeout(50)
        row = page.locator(f'a[href$="/jobs/{job["id"]}"]')
        expect(row).to_contain_text("Completed", timeout=1_000)

        title = client.get("/api/v1/titles", params={"limit": 1}).json()["titles"][0]
        page.goto(f"/titles/{title['id']}")
        switch = page.get_by_role("switch")
        expect(switch).to_be_checked()
        page.get_by_text("Connected").wait_for()
        client.patch(f"/api/v1/titles/{title['id']}", json={"is_monitored": False})
        expect(switch).not_to_be_checked(timeout=1_000)
        client.patch(f"/api/v1/titles/{title['id']}", json={"is_monitored": True})
        expect(switch).to_be_checked(timeout=1_000)


def test_run_a_job_again_and_read_its_log(
    open_page: Callable[..., Page], state: StorageState
) -> None:
    page = open_page(storage_state=state, viewport={"width": 1280, "height": 900})
    page.goto("/jobs")
    page.get_by_role("link", name=re.compile("Scan Movies")).first.click()
    page.get_by_role("button", name="Run again").wait_for()
    earlier = page.url
    page.get_by_role("button", name="Run again").click()

    expect(page.get_by_text("It is queued again.")).to_be_visible()
    expect(page).not_to_have_url(earlier)
    expect(page.get_by_text("Completed").first).to_be_visible()
    expect(page.get_by_role("log")).to_contain_text("Movies holds")


def test_language_and_theme_switch_at_once(
    open_page: Callable[..., Page], state: StorageState
) -> None:
    page = open_page(storage_state=state, color_scheme="dark")
    page.goto("/profile")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(ground)

    page.get_by_role("radio", name="Light").click()
    page.get_by_role("button", name=re.compile("^Language")).click()
    page.get_by_role("menuitemradio", name="Türkçe").click()

    expect(page.get_by_role("heading", name="Profil")).to_be_visible()
    assert page.evaluate(ground) != dark
    page.reload()
    expect(page.get_by_role("heading", name="Profil")).to_be_visible()


def test_a_setting_is_changed_and_reset(
    open_page: Callable[..., Page], state: StorageState
) -> None:
    page = open_page(storage_state=state, viewport={"width": 1280, "height": 900})
    page.goto("/settings")
    field = page.get_by_label("History is kept")
    field.fill("many")
    expect(page.get_by_text("A number from 1 to 3650.")).to_be_visible()
    expect(page.get_by_role("button", name="Save")).to_be_disabled()
    field.fill("45")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("Saved; it holds from now on.")).to_be_visible()
    expect(page.get_by_text("Usually 30")).to_be_visible()
    page.get_by_role("button", name="Reset").click()
    expect(field).to_have_value("30")


def test_all_of_it_by_keyboard(open_page: Callable[..., Page], state: StorageState) -> None:
    page = open_page(storage_state=state, viewport={"width": 1280, "height": 900})
    page.goto("/")
    page.get_by_role("heading", name="Dashboard").wait_for()

    page.keyboard.press("Control+k")
    page.keyboard.type("paper lan")
    expect(page.get_by_role("option").first).to_contain_text("Paper Lanterns")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Paper Lanterns, Iron Bridge").first).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("l")
    expect(page.get_by_role("heading", name="Library")).to_be_visible()
    go_to(page, "button", re.compile("^Series"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("6 titles")).to_be_visible()
    go_to(page, "button", re.compile("^Sort by"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitemradio").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("sort=year"))
    go_to(page, "link", re.compile("Çınaraltı"))
    page.keyboard.press("Enter")
    go_to(page, "switch", re.compile("Looked after"))
    page.keyboard.press("Space")
    expect(page.get_by_role("switch")).not_to_be_checked()
    page.keyboard.press("Space")
    expect(page.get_by_role("switch")).to_be_checked()
    go_to(page, "tab", re.compile("Overview"))
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name=re.compile("Seasons"))).to_be_focused()


def go_to(page: Page, role: Any, name: re.Pattern[str]) -> None:
    """Press Tab until something has the focus, and see that it shows."""
    wanted = page.get_by_role(role, name=name).first
    tab_to(page, wanted)
    assert wanted.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until something has the focus."""
    wanted.wait_for()
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            break
    expect(wanted).to_be_focused()


def test_the_palette_leads_everywhere_and_letters_can_be_switched_off(
    open_page: Callable[..., Page], state: StorageState
) -> None:
    page = open_page(storage_state=state, viewport={"width": 1280, "height": 500})
    page.goto("/help")
    page.get_by_role("heading", name="Help").wait_for()
    page.keyboard.press("Control+k")
    for _ in range(page.get_by_role("option").count() - 1):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").last).to_be_in_viewport(ratio=0.9)
    page.keyboard.type("audit")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Audit log")).to_be_visible()

    page.keyboard.press("?")
    page.get_by_role("dialog").get_by_role("switch").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("?")
    page.keyboard.press("Control+k")  # would be heard after it
    expect(page.get_by_role("combobox")).to_be_visible()
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_hidden()


def test_a_table_is_sorted_by_its_headings(
    open_page: Callable[..., Page], state: StorageState
) -> None:
    page = open_page(storage_state=state, viewport={"width": 1280, "height": 900})
    page.goto("/library")
    page.get_by_role("button", name="Show as table").click()
    page.get_by_role("button", name="Sort by: Size").click()
    expect(page).to_have_url(re.compile("sort=size"))
    sizes = page.get_by_role("list", name="Titles").get_by_role("listitem")
    expect(sizes.first).to_contain_text("B")
    largest = sizes.first.text_content()
    page.get_by_role("button", name="Sort by: Size, In descending order").click()
    expect(page).to_have_url(re.compile("order=asc"))
    expect(sizes.first).not_to_have_text(largest or "")
    page.get_by_role("button", name="Reverse the order").click()
    expect(sizes.first).to_have_text(largest or "")


def test_an_expired_token_is_exchanged_without_a_word(
    open_page: Callable[..., Page], state: StorageState
) -> None:
    page = open_page(storage_state=state)
    page.goto("/library")
    page.get_by_text("69 titles").wait_for()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.clear_cookies(name="maestrarr_access")

    page.get_by_role("button", name=re.compile("^Series")).click()

    expect(page.get_by_text("6 titles")).to_be_visible()
    assert sum(url.endswith("/sessions/refresh") for url in asked) == 1


def test_on_a_phone_the_tabs_lead_everywhere(
    open_page: Callable[..., Page], state: StorageState
) -> None:
    page = open_page(storage_state=state, viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto("/")
    ways = page.get_by_role("navigation", name="Main menu")
    for name in ("Library", "Activity", "Dashboard"):
        ways.get_by_role("link", name=name).tap()
        expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    for name in ("Audio", "Jobs", "Settings"):
        ways.get_by_role("button", name="More").tap()
        page.get_by_role("menuitem", name=name).tap()
        expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def test_a_finger_goes_along_the_letters(
    open_page: Callable[..., Page], state: StorageState
) -> None:
    page = open_page(storage_state=state, viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto("/library")
    film = page.get_by_text("Paper Lanterns, Iron Bridge", exact=True)
    places = [page.get_by_role("button", name=f"Jump to {letter}", exact=True) for letter in "AP"]
    boxes = [place.bounding_box() for place in places]
    (x, start), (_, end) = [(box["x"], box["y"] + box["height"] / 2) for box in boxes if box]
    browser = page.context.new_cdp_session(page)

    def finger(what: str, *ys: float) -> None:
        for y in ys:
            points = [] if what == "touchEnd" else [{"x": x - 6, "y": y}]  # a little beside them
            browser.send("Input.dispatchTouchEvent", {"type": what, "touchPoints": points})

    finger("touchStart", start)
    finger("touchMove", *(start + (end - start) * part / 10 for part in range(1, 11)))
    expect(film).to_be_in_viewport()
    finger("touchEnd", end)
    expect(film).to_be_in_viewport()


@pytest.mark.timeout(180)
def test_out_of_reach_and_back(
    serve: Callable[..., Served], open_page: Callable[..., Page]
) -> None:
    served = serve("--demo")
    page = open_page(base_url=served.url, viewport={"width": 1280, "height": 900})
    page.goto("/")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_text("Connected").wait_for()
    page.get_by_text("Recently added").wait_for(timeout=30_000)

    scan = page.get_by_role("button", name="Scan")
    expect(scan).to_be_visible()
    page.context.set_offline(True)
    expect(page.get_by_text("The server does not answer.", exact=False)).to_be_visible(
        timeout=30_000
    )
    expect(scan).to_be_hidden()  # nobody changes anything meanwhile
    expect(page.get_by_text("Recently added")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Connected again.")).to_be_visible(timeout=40_000)
    expect(scan).to_be_visible()


def test_signing_out_leaves_nothing_behind(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto("/profile")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()

    kept = page.evaluate("Object.keys(localStorage)")
    assert set(kept) <= {"maestrarr.preferences"}


def test_a_wrong_default_is_seen_set_right_and_taken_back(
    open_page: Callable[..., Page], state: StorageState, demo: Served
) -> None:
    with signed_in(demo.url) as client:
        query = {"file_state": "wrong", "limit": 1}
        (file,) = client.get("/api/v1/audio/files", params=query).json()["files"]
    name = Path(file["path"]).name
    page = open_page(storage_state=state, viewport={"width": 1280, "height": 900})

    page.goto(f"/titles/{file['title']['id']}?tab=sound")
    expect(page.get_by_text(file["reason"])).to_be_visible()
    expect(page.get_by_text("should start")).to_be_visible()
    page.get_by_text("Connected").wait_for()
    page.get_by_role("button", name="Set right").click()
    expect(page.get_by_text(f"{name} starts right now.")).to_be_visible()
    expect(page.get_by_text("Starts right", exact=True)).to_be_visible()
    expect(page.get_by_text("should start")).to_be_hidden()

    page.get_by_role("tab", name="History").click()
    page.get_by_role("link", name=re.compile("by demo")).first.click()
    expect(page.get_by_text(name, exact=True)).to_be_visible()
    page.get_by_role("banner").get_by_role("button", name="Undo", exact=True).click()
    page.get_by_role("button", name="Undo one file").click()
    expect(page.get_by_text("One file is as it was before.")).to_be_visible()
    expect(page.get_by_text("Taken back", exact=True).first).to_be_visible()

    page.goto("/activity?state=undone")
    expect(page.get_by_role("link", name=re.compile("Taken back")).first).to_be_visible()
    with signed_in(demo.url) as client:
        now = client.get(f"/api/v1/files/{file['file_id']}/audio").json()
    assert now["current"] == file["current"]
    assert now["state"] == "wrong"
