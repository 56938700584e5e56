"""From an empty data folder to a published library, by keyboard alone."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from test_screens import judge, settle
from test_walks import tab_to

from conftest import SCREENSHOTS, Served, signed_in

PASSWORD = "correct horse battery staple"
FEW = 2  # films, so that they are soon published
LONG = 60_000  # milliseconds, for what is looked through and fetched


@pytest.fixture
def films(sample: Path, tmp_path: Path) -> Path:
    """Make a folder of a few films, called as Radarr's twin calls its own."""
    folder = tmp_path / "Movies"
    wanted = [each for each in sorted((sample / "Movies").iterdir()) if "tmdb" in each.name][:FEW]
    for each in wanted:
        shutil.copytree(each, folder / each.name)
    return folder


@pytest.mark.timeout(240)
def test_from_an_empty_folder_to_a_published_library_by_keyboard_alone(
    serve: Callable[..., Served], open_page: Callable[..., Page], films: Path
) -> None:
    served = serve("--demo", "--first-run", MAESTRARR_ALLOWED_ROOTS=str(films.parent))
    assert served.setup_link is not None
    page = open_page(base_url=served.url, viewport={"width": 1280, "height": 900})
    walk = Walk(page, served)

    walk.makes_an_account(served.setup_link)
    walk.adds_a_library(films)
    walk.press("Continue")

    walk.stands_at("Connect your services")
    page.goto("/")  # whoever leaves goes on where they were
    expect(page.get_by_text("The set-up is not finished. Next: Connections.")).to_be_visible()
    walk.press("Go on", role="link")
    walk.connects_tmdb()
    walk.connects_radarr()
    walk.press("Continue")

    walk.stands_at("How you like it")
    walk.press("Continue")

    walk.stands_at("The first run")
    expect(page.get_by_text(f"{FEW} open").first).to_be_visible()
    walk.press("Start")
    expect(page.get_by_text(re.compile(f"{FEW} published"))).to_be_visible(timeout=LONG)
    walk.stands_at("The first run", photo="ended")
    walk.press("To the library")
    expect(page.get_by_text(f"{FEW} titles")).to_be_visible()

    assert walk.against == []
    for folder in films.iterdir():
        assert list(folder.glob("*.nfo")), folder
        assert list(folder.glob("*poster*")), folder
    page.goto("/")
    expect(page.get_by_role("heading", name="Dashboard")).to_be_visible()
    expect(page.get_by_text("The set-up is not finished.", exact=False)).to_have_count(0)


class Walk:
    """Goes through the screens without a mouse, and notes what axe has against each."""

    def __init__(self, page: Page, served: Served) -> None:
        self.page = page
        self.served = served
        self.against: list[str] = []

    def stands_at(self, heading: str, photo: str | None = None) -> None:
        """See that a step has come, photograph it and have it judged."""
        expect(self.page.get_by_role("heading", name=heading)).to_be_visible()
        settle(self.page)
        folder = SCREENSHOTS / "wide" / "onboarding"
        folder.mkdir(parents=True, exist_ok=True)
        name = photo or re.sub(r"\W+", "-", heading.lower()).strip("-")
        self.page.screenshot(path=folder / f"{name}.png")
        self.against += judge(self.page, name)

    def press(self, name: str, role: Literal["button", "link"] = "button") -> None:
        """Go to what is called so, and press Enter."""
        tab_to(self.page, self.page.get_by_role(role, name=name, exact=True).first)
        self.page.keyboard.press("Enter")

    def write(self, label: str, text: str) -> None:
        """Go to a field, and write in it what shall stand there alone."""
        tab_to(self.page, self.page.get_by_label(label, exact=True).first)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def makes_an_account(self, link: str) -> None:
        """Follow the link that the server printed, and become the admin."""
        self.page.goto(link)
        self.stands_at("Make your account")
        expect(self.page).not_to_have_url(re.compile("token"))
        self.write("Name", "ada")
        self.page.keyboard.press("Tab")
        self.page.keyboard.type(PASSWORD)
        self.page.keyboard.press("Enter")

    def adds_a_library(self, folder: Path) -> None:
        """Choose a folder of the server, and wait until it is looked through."""
        self.stands_at("Where are your films and series?")
        self.press(str(folder.parent))
        self.press(folder.name)
        self.press("Choose this folder")
        self.press("Add and scan")
        done = self.page.get_by_text(f"Done: {FEW} titles were found.")
        expect(done).to_be_visible(timeout=LONG)

    def connects_tmdb(self) -> None:
        """Connect who says what titles are: the twin, and not the real one."""
        log = (self.served.data / "out.log").read_text()
        found = re.search(r'"url": "(http[^"]+)"[^\n]*"demo.upstreams"', log)
        assert found is not None
        self.press("Connect TMDB")
        self.write("Key", "demo")
        self.write("Address", f"{found[1]}/tmdb")
        self.page.keyboard.press("Tab")
        self.press("Connect")
        expect(self.page.get_by_text("TMDB answers as it should.")).to_be_visible()

    def connects_radarr(self) -> None:
        """Find Radarr, connect it, let it report here, and say which folder is its own."""
        self.press("Look for services")
        self.press("Connect Radarr")
        self.write("Key", "demo")
        self.press("Connect")
        self.press("Set up webhook… Radarr")
        self.press("Set up in Radarr")
        expect(self.page.get_by_text("Radarr tells by itself what happens.")).to_be_visible()
        self.press("Match /media/Movies")
        expect(self.page.get_by_text("Folders that are called otherwise")).to_have_count(0)
        self.stands_at("Connect your services", photo="connected")
        with signed_in(self.served.url, "ada", PASSWORD) as client:
            deliveries = client.get("/api/v1/deliveries").json()["deliveries"]
        assert [each["kind"] for each in deliveries] == ["radarr"]  # it has tried the address
