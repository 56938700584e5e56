"""What people do beyond browsing: with many titles, with one, with jobs, times and backups."""

import io
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from PIL import Image
from playwright.sync_api import Page, StorageState, expect
from test_screens import judge

from conftest import Served, settled, signed_in
from maestrarr.demo.upstreams.catalogue import Catalogue
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.demo.upstreams.stories import Kind

FETCHED = 20_000  # milliseconds, for what is fetched from a service first
MANY = 1_500  # films, so that a scan of them can be stopped while it runs


@pytest.fixture(scope="session")
def spare(serve: Callable[..., Served]) -> Served:
    """Serve another demo, of which nobody expects that it stays as it is."""
    return settled(serve("--demo"))


@pytest.fixture
def spare_page(open_page: Callable[..., Page], spare: Served) -> Page:
    """Sign in to the other demo."""
    page = open_page(base_url=spare.url, viewport={"width": 1280, "height": 900})
    page.goto("/")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Dashboard")).to_be_visible()
    return page


@pytest.fixture
def client(demo: Served) -> Iterator[httpx2.Client]:
    """Call the demo's API beside the browser."""
    with signed_in(demo.url) as opened:
        yield opened


def titles(client: httpx2.Client, **query: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/api/v1/titles", params=query).json()["titles"]
    return found


def test_many_titles_are_changed_together_and_taken_back(
    open_page: Callable[..., Page], state: StorageState, client: httpx2.Client
) -> None:
    page = open_page(storage_state=state, viewport={"width": 1280, "height": 900})
    page.goto("/library?year_to=1950")
    page.get_by_text("3 titles").wait_for()
    page.get_by_role("button", name="Select titles").click()
    page.get_by_role("checkbox").first.click()
    expect(page.get_by_text("One selected")).to_be_visible()
    page.reload()  # the address says what is selected
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(1)
    page.get_by_role("button", name="Leave alone").click()
    expect(page.get_by_text("One title is left alone.")).to_be_visible()
    assert len(titles(client, year_to=1950, monitored=False)) == 1
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("img", name="Left alone")).to_have_count(0)

    page.get_by_role("button", name="Select titles").click()
    page.get_by_role("button", name="Select all 3 that fit").click()
    page.get_by_role("button", name="Leave alone").click()
    page.get_by_role("dialog").get_by_role("button", name="Leave 3 titles alone").click()
    expect(page.get_by_text("3 titles are left alone.")).to_be_visible()

    assert len(titles(client, year_to=1950, monitored=False)) == 3
    client.post("/api/v1/titles/monitor", params={"year_to": 1950}, json={"is_monitored": True})
    expect(page.get_by_role("img", name="Left alone")).to_have_count(0)


def test_a_view_is_saved_renamed_and_removed(
    open_page: Callable[..., Page], state: StorageState
) -> None:
    page = open_page(storage_state=state, viewport={"width": 1280, "height": 900})
    page.goto("/library?genre=Drama&year_from=1990&year_to=1999")
    page.get_by_role("button", name="Saved views").click()
    page.get_by_role("menuitem", name="Save this view").click()
    page.get_by_label("Name of this view").fill("Old dramas")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Old dramas is saved.")).to_be_visible()

    page.get_by_role("button", name="All", exact=True).click()
    page.get_by_text("69 titles").wait_for()
    page.get_by_role("button", name="Saved views").click()
    page.get_by_role("menuitemradio", name="Old dramas").click()
    expect(page.get_by_role("button", name="Remove the filter 1990s")).to_be_visible()

    page.get_by_role("button", name="Saved views").click()
    page.get_by_role("menuitem", name="Rename or remove views").click()
    page.get_by_label("Name of this view").fill("Dramas")
    page.get_by_role("button", name="Rename").click()
    page.get_by_role("button", name="Remove the view Dramas").click()
    expect(page.get_by_text("No view is saved.")).to_be_visible()


def test_one_jumps_to_a_year(open_page: Callable[..., Page], state: StorageState) -> None:
    page = open_page(storage_state=state, viewport={"width": 1280, "height": 700})
    page.goto("/library")
    sort = page.get_by_role("button", name=re.compile("^Sort by"))
    sort.focus()
    page.keyboard.press("Enter")
    page.get_by_role("menuitemradio", name="Year").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("sort=year"))

    page.get_by_role("button", name="Jump to 1950s").click()

    expect(page.get_by_text(re.compile("^195[0-9]")).first).to_be_in_viewport()


def test_a_title_is_identified_by_hand_and_unlocked(
    open_page: Callable[..., Page], state: StorageState, client: httpx2.Client
) -> None:
    title = titles(client, kind="movie", state="discovered", limit=1)[0]
    known = titles(
        client, kind="movie", state=["enriched", "selected"], fields=["tmdb_id", "title"]
    )
    other = next(each for each in known if each["tmdb_id"])
    page = open_page(storage_state=state, viewport={"width": 1280, "height": 900})
    page.goto(f"/titles/{title['id']}")
    page.get_by_role("button", name="Identify").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("TMDB").fill(str(other["tmdb_id"]))
    dialog.get_by_role("button", name="Identify").click()
    expect(dialog.get_by_role("alert")).to_contain_text("has this id already")
    expect(dialog.get_by_role("button", name=re.compile("^Open "))).to_be_visible()

    dialog.get_by_label("TMDB").fill("https://www.themoviedb.org/movie/987654321-a-film")
    dialog.get_by_role("button", name="Identify").click()
    expect(page.get_by_text("987654321")).to_be_visible()
    page.get_by_role("button", name="Unlock").click()
    expect(page.get_by_text("987654321")).to_be_hidden()


def test_a_title_in_doubt_is_searched_for_taken_and_edited(spare: Served, spare_page: Page) -> None:
    film = Catalogue().first(Kind.FILM, 200)[-1]
    page = spare_page
    with signed_in(spare.url) as client:
        while not client.get("/api/v1/metadata").json()["services"]:
            page.wait_for_timeout(100)  # the demo's services are connected last
    page.goto("/unidentified")
    page.get_by_label("Search under another name").first.fill(film.english)
    page.get_by_role("button", name="Search").nth(1).click()
    page.get_by_role("button", name="It is this one").first.click()
    expect(page.get_by_text(re.compile("is identified, and is described now"))).to_be_visible()

    page.goto("/library?kind=series")
    page.get_by_role("link", name=re.compile("Çınaraltı")).click()
    page.get_by_role("tab", name="Fields").click()
    page.get_by_role("button", name="Edit Tagline").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Tagline").fill("Under the plane tree.")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Under the plane tree.")).to_be_visible()
    page.get_by_role("button", name="Unlock Tagline").click()
    expect(page.get_by_role("button", name="Lock Tagline")).to_be_visible()
    # A service says it again, after all the others that are being described.
    expect(page.get_by_text("Under the plane tree.")).to_be_hidden(timeout=30_000)


def test_a_change_that_is_refused_is_taken_back_in_words(
    open_page: Callable[..., Page], client: httpx2.Client
) -> None:
    who = {"name": "olga", "password": "correct horse battery staple"}
    user = client.post("/api/v1/users", json=who | {"role": "operator"}).json()
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto(f"/titles/{titles(client, limit=1)[0]['id']}")
    page.get_by_label("Name", exact=True).fill(who["name"])
    page.get_by_label("Password", exact=True).fill(who["password"])
    page.get_by_role("button", name="Sign in").click()
    switch = page.get_by_role("switch")
    expect(switch).to_be_checked()
    client.patch(f"/api/v1/users/{user['id']}", json={"role": "viewer"})

    switch.click()

    expect(page.get_by_text("This needs the role operator", exact=False)).to_be_visible()
    expect(switch).to_be_checked()
    client.delete(f"/api/v1/users/{user['id']}")


@pytest.mark.timeout(120)
def test_a_running_job_is_cancelled(spare: Served, spare_page: Page) -> None:
    with signed_in(spare.url) as client:
        job = client.post(f"/api/v1/libraries/{_large(client, spare)}/scan", json={}).json()
        spare_page.goto(f"/jobs/{job['id']}")
        expect(spare_page.get_by_text("Running")).to_be_visible()
        spare_page.get_by_role("button", name="Cancel").click()

        expect(spare_page.get_by_text("Cancelled").first).to_be_visible()
        expect(spare_page.get_by_role("button", name="Run again")).to_be_visible()


def _large(client: httpx2.Client, served: Served) -> str:
    """Add a library that takes a while to scan: one film under many names."""
    film = next(path for path in (served.data / "library").rglob("*.mkv") if path.stat().st_size)
    folder: Path = served.data / "many"
    folder.mkdir()
    for number in range(MANY):
        os.link(film, folder / f"Copy {number} (2000).mkv")
    body = {"kind": "movies", "name": "Many", "folders": [str(folder)], "language": None}
    return str(client.post("/api/v1/libraries", json=body).json()["id"])


def test_a_schedule_gets_another_time_and_zone(spare_page: Page) -> None:
    page = spare_page
    page.goto("/schedules")
    page.get_by_role("button", name="Edit Back up").click()
    page.get_by_role("button", name="Monday to Friday at 02:00").click()
    page.get_by_role("button", name=re.compile("^Time zone")).click()
    page.get_by_role("combobox", name="Time zone").fill("istan")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("Monday to Friday at 02:00 · Europe/Istanbul")).to_be_visible()


def test_a_service_is_connected_mended_and_removed(
    open_page: Callable[..., Page], state: StorageState, upstreams: Upstreams
) -> None:
    page = open_page(storage_state=state, viewport={"width": 390, "height": 844}, expected=["502"])
    page.goto("/settings")
    page.get_by_role("button", name="Connections").click()
    page.get_by_role("button", name="Connect a service").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Emby").click()
    dialog.get_by_label("Address").fill(upstreams.url("emby"))
    dialog.get_by_label("Key").fill("wrong")
    dialog.get_by_label("Name").fill("Bedroom's")
    dialog.get_by_role("button", name="Test").click()
    expect(dialog.get_by_text("Emby does not accept the key.")).to_be_visible()
    dialog.get_by_role("button", name="Connect", exact=True).click()
    dialog.get_by_role("button", name="Save all the same").click()
    expect(page.get_by_text("Bedroom's was saved.")).to_be_visible()
    page.get_by_role("button", name="What can be done with Bedroom's").click()
    page.get_by_role("menuitem", name="Change").click()
    dialog.get_by_label("Key").fill("demo")
    dialog.get_by_role("button", name="Add a folder").click()
    dialog.get_by_label("Folder in Emby").fill("D:\\Films")
    dialog.get_by_label("Folder here").fill("/")
    dialog.get_by_label("Try a path").fill("d:/films/Heat")
    expect(dialog.get_by_text("/Heat", exact=True)).to_be_visible()
    assert judge(page, "a connection") == []
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_text("(Bedroom) answers, and lets us in.")).not_to_have_count(0)
    page.get_by_role("button", name="What can be done with Bedroom's").click()
    page.get_by_role("menuitem", name="Remove").click()
    dialog.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Bedroom's was removed.")).to_be_visible()


# Both within one turn of the page, as a quick hand does it on a slow machine.
OPENED_IN_A_HURRY = """async () => {
  const named = (name) => document.querySelector(`[aria-label^="${name}"]`);
  named("Edit Back up").click();
  while (!named("Time zone")) await new Promise(requestAnimationFrame);
  named("Time zone").click();
}"""


def test_a_choice_opened_while_its_dialog_comes_keeps_the_focus(spare_page: Page) -> None:
    page = spare_page
    page.goto("/schedules")
    page.get_by_role("button", name="Edit Back up").wait_for()
    page.evaluate(OPENED_IN_A_HURRY)
    page.get_by_role("combobox", name="Time zone").wait_for()
    page.evaluate("Promise.all(document.getAnimations().map((moving) => moving.finished))")

    expect(page.get_by_role("combobox", name="Time zone")).to_be_focused()


@pytest.mark.timeout(120)
@pytest.mark.timeout(300)  # a fresh demo has much else to do
def test_a_poster_is_compared_taken_uploaded_and_rejected(spare: Served, spare_page: Page) -> None:
    page = spare_page
    with signed_in(spare.url) as client:
        film = titles(client, genre="Comedy", limit=1)[0]["id"]
        path = f"/api/v1/titles/{film}/artwork"
        job = client.post(f"{path}/select", json={"search": True}).json()
        while client.get(f"/api/v1/jobs/{job['id']}").json()["status"] in ("queued", "running"):
            page.wait_for_timeout(100)
    page.goto(f"/titles/{film}?tab=artwork")
    expect(page.get_by_text("Chosen by the score.")).to_be_visible(timeout=FETCHED)
    page.get_by_role("button", name=re.compile("^Poster number 3 ")).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Resolution").first).to_be_visible()
    dialog.get_by_role("button", name="Use this one").click()
    expect(page.get_by_text("Locked by demo: it stays as it is.")).to_be_visible(timeout=FETCHED)

    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Upload").click()
    picture = a_picture()
    choosing.value.set_files({"name": "x.txt", "mimeType": "text/plain", "buffer": picture})
    expect(page.get_by_text("Uploaded by demo", exact=False)).to_be_visible(timeout=FETCHED)

    page.get_by_role("button", name=re.compile("^Poster number 1 ")).click()
    dialog.get_by_role("button", name="Reject…").click()
    dialog.get_by_label("Why does nobody want it?").fill("Another film")
    dialog.get_by_role("button", name="Reject it everywhere").click()
    expect(page.get_by_text("The picture is offered nowhere any more.")).to_be_visible(
        timeout=FETCHED
    )
    page.goto("/rejected")
    expect(page.get_by_text("Another film")).to_be_visible()
    page.get_by_role("button", name="Offer it again").click()
    expect(page.get_by_text("No picture is rejected")).to_be_visible()


def a_picture() -> bytes:
    """Draw a poster that nobody else has."""
    written = io.BytesIO()
    Image.linear_gradient("L").resize((600, 900)).convert("RGB").save(written, "JPEG")
    return written.getvalue()


def test_a_backup_is_made_and_restored(spare: Served, spare_page: Page) -> None:
    page = spare_page
    page.goto("/backups")
    page.get_by_role("button", name="Back up now").click()
    page.get_by_role("button", name=re.compile("^What can be done with")).click()
    page.get_by_role("menuitem", name="Restore").click()
    page.get_by_role("dialog").get_by_role("button", name="Restore").click()

    expect(page.get_by_role("heading", name="Sign in")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Dashboard")).to_be_visible()
    page.goto("/backups")
    expect(page.get_by_text("was restored", exact=False)).to_be_visible()
    with signed_in(spare.url) as client:
        deeds = client.get("/api/v1/audit").json()["entries"]
    assert "backup.restored" in {entry["action"] for entry in deeds}


def unpublished_films(client: httpx2.Client) -> list[dict[str, Any]]:
    """Name the films that have an NFO of another's, and changes that are not published."""
    films = titles(client, kind="movie", unpublished=True, fields="id,folder", limit=200)
    return [each for each in films if (Path(each["folder"]) / "movie.nfo").exists()]


def test_films_are_published_after_a_look_at_what_changes_and_put_back(
    spare_page: Page, spare: Served
) -> None:
    page, patience = spare_page, 30_000  # other jobs of the demo go first
    with signed_in(spare.url) as client:
        while not (films := unpublished_films(client)):  # the demo is judged once it is described
            page.wait_for_timeout(200)
    film = films[0]
    page.goto(f"/titles/{film['id']}?tab=publishing")
    page.get_by_role("button", name="Show what changes").first.click()
    assert judge(page, "publishing") == []
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_text("One title is published.")).to_be_visible(timeout=patience)
    expect(page.get_by_text("Stands", exact=True)).to_be_visible()

    nfo = Path(film["folder"]) / "movie.nfo"
    published = nfo.read_bytes()
    nfo.unlink()
    page.goto("/verify")
    page.get_by_role("button", name="Compare now").click()
    expect(page.get_by_text("Put back", exact=True)).to_be_visible(timeout=patience)
    assert judge(page, "verify") == []
    assert nfo.read_bytes() == published

    page.goto("/library?unpublished=true")
    page.get_by_role("button", name="Select titles").click()
    page.get_by_role("checkbox").first.click()
    page.get_by_role("button", name="Publish", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("One title would be written.")).to_be_visible()
    dialog.get_by_role("button", name=re.compile("^Publish ")).click()
    expect(page.get_by_text("One title is published.")).to_be_visible(timeout=patience)
