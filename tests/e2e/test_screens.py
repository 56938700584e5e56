"""Every screen in both themes and on both widths: photographed, and judged by axe."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, StorageState, expect

from conftest import AXE, SCREENSHOTS, Served, signed_in

WIDTHS = {"wide": (1440, 900), "phone": (390, 844)}
THEMES = ("dark", "light")
SCREENS = {
    "dashboard": "/",
    "library": "/library",
    "library-filtered": "/library?genre=Comedy&sort=year",
    "library-nothing": "/library?genre=Nothing",
    "film": "/titles/{film}",
    "film-files": "/titles/{film}?tab=files",
    "film-artwork": "/titles/{film}?tab=artwork",
    "series": "/titles/{series}?tab=children",
    "season": "/titles/{season}",
    "episode": "/titles/{episode}",
    "faults": "/faults",
    "film-history": "/titles/{film}?tab=history",
    "film-sound": "/titles/{film}?tab=sound",
    "film-fields": "/titles/{film}?tab=fields",
    "film-publishing": "/titles/{film}?tab=publishing",
    "verify": "/verify",
    "unidentified": "/unidentified",
    "audio": "/audio",
    "audio-runs": "/audio?part=runs",
    "audio-rules": "/audio?part=rules",
    "activity": "/activity",
    "deliveries": "/deliveries",
    "jobs": "/jobs",
    "job": "/jobs/{job}",
    "statistics": "/jobs?part=statistics",
    "connections": "/connections",
    "notifications": "/notifications",
    "schedules": "/schedules",
    "logs": "/logs",
    "settings": "/settings",
    "libraries": "/libraries",
    "profile": "/profile",
    "users": "/users",
    "backups": "/backups",
    "audit": "/audit",
    "rejected": "/rejected",
    "help": "/help",
    "lost": "/no/such/place",
}
READY = """
    document.querySelector('[role=heading], h1') && document.fonts.status === 'loaded'
    && !document.querySelector('[aria-busy=true]')
    && [...document.images].every((image) => {
        const { left, right, top, bottom } = image.getBoundingClientRect();
        const isSeen = left < innerWidth && right > 0 && top < innerHeight && bottom > 0;
        return image.complete || !isSeen;
    })
"""
# Resolves when nothing has moved or changed for a moment; what never rests is given half a second.
STILL = """
    new Promise((resolve) => {
        const isUnderWay = (each) => each.playState === 'running'
            && each.effect.getComputedTiming().iterations !== Infinity;
        const look = () => {
            if (document.getAnimations().some(isUnderWay)) wait();
            else end();
        };
        let timer;
        const wait = () => { clearTimeout(timer); timer = setTimeout(look, 120); };
        const observer = new MutationObserver(wait);
        const end = () => { observer.disconnect(); clearTimeout(timer); resolve(); };
        observer.observe(document, {
            subtree: true, childList: true, attributes: true, characterData: true,
        });
        wait();
        setTimeout(end, 500);
    })
"""


@pytest.fixture(scope="session")
def ids(demo: Served) -> dict[str, str]:
    """Name one of each."""
    with signed_in(demo.url) as client:

        def first(kind: str) -> str:
            query = {"kind": kind, "limit": 1, "has_faults": False}
            return str(client.get("/api/v1/titles", params=query).json()["titles"][0]["id"])

        job = client.get("/api/v1/jobs").json()["jobs"][0]["id"]
        films = client.get("/api/v1/titles/search", params={"q": "Paper Lanterns"}).json()
        return {
            "film": films["titles"][0]["id"],
            "job": job,
            **{kind: first(kind) for kind in ("series", "season", "episode")},
        }


def judge(page: Page, name: str) -> list[str]:
    """Name what axe has against a page."""
    page.evaluate(AXE.read_text())
    found: dict[str, Any] = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
    )
    return [
        f"{name}: {each['id']}: {json.dumps([node['html'][:200] for node in each['nodes'][:3]])}"
        for each in found["violations"]
    ]


def settle(page: Page) -> None:
    """Wait until what was asked for is there and drawn."""
    page.wait_for_load_state("load")
    while not page.evaluate(READY):  # the page's policy forbids to wait for a text of script
        page.wait_for_timeout(50)
    page.evaluate(STILL)


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("width", "theme"),
    [
        ("wide", "light"),
        ("phone", "dark"),
        pytest.param("wide", "dark", marks=pytest.mark.sweep),
        pytest.param("phone", "light", marks=pytest.mark.sweep),
    ],
)
def test_every_screen_is_fit_to_be_seen(
    open_page: Callable[..., Page],
    state: StorageState,
    ids: dict[str, str],
    theme: str,
    width: str,
) -> None:
    wide, high = WIDTHS[width]
    page = open_page(
        storage_state=state, color_scheme=theme, viewport={"width": wide, "height": high}
    )
    against: list[str] = []
    for name, path in SCREENS.items():
        page.goto(path.format(**ids))
        settle(page)
        folder = SCREENSHOTS / width / theme
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{name}.png")
        against += judge(page, name)
        too_wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        assert not too_wide, f"{name} scrolls sideways"

    assert against == []


@pytest.mark.parametrize("theme", THEMES)
def test_the_door_and_the_table_are_fit_to_be_seen(
    open_page: Callable[..., Page], state: StorageState, theme: str
) -> None:
    wide = {"color_scheme": theme, "viewport": {"width": 1440, "height": 900}}
    door = open_page(**wide)
    door.goto("/")
    expect(door.get_by_role("heading", name="Sign in")).to_be_visible()
    library = open_page(storage_state=state, **wide)
    library.goto("/library")
    library.get_by_role("button", name="Show as table").click()
    library.get_by_role("button", name="Show as posters").wait_for()
    folder = SCREENSHOTS / "wide" / theme
    folder.mkdir(parents=True, exist_ok=True)
    against: list[str] = []
    for name, page in (("sign-in", door), ("library-table", library)):
        settle(page)
        page.screenshot(path=folder / f"{name}.png")
        against += judge(page, name)

    assert against == []


@pytest.mark.parametrize("theme", THEMES)
def test_what_lies_over_a_screen_is_fit_to_be_seen(
    open_page: Callable[..., Page], state: StorageState, theme: str
) -> None:
    page = open_page(
        storage_state=state, color_scheme=theme, viewport={"width": 1440, "height": 900}
    )
    page.goto("/library")
    settle(page)
    against: list[str] = []
    folder = SCREENSHOTS / "wide" / theme
    folder.mkdir(parents=True, exist_ok=True)
    for name, key in (("palette", "/"), ("shortcuts", "?")):
        page.keyboard.press(key)
        expect(page.get_by_role("dialog")).to_be_visible()
        page.evaluate(STILL)
        page.screenshot(path=folder / f"{name}.png")
        against += judge(page, name)
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Filter", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.evaluate(STILL)
    page.screenshot(path=folder / "filters.png")
    against += judge(page, "filters")

    assert against == []


@pytest.mark.parametrize("language", ["tr", pytest.param("fr", marks=pytest.mark.sweep)])
def test_long_words_find_their_place(
    open_page: Callable[..., Page], state: StorageState, ids: dict[str, str], language: str
) -> None:
    locale = {"tr": "tr-TR", "fr": "fr-FR"}[language]
    for width, (wide, high) in WIDTHS.items():
        page = open_page(
            storage_state=state, locale=locale, viewport={"width": wide, "height": high}
        )
        folder = SCREENSHOTS / width / language
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("dashboard", "library", "film-files", "jobs", "profile"):
            page.goto(SCREENS[name].format(**ids))
            settle(page)
            page.screenshot(path=folder / f"{name}.png")
            assert page.evaluate("document.documentElement.lang") == language
