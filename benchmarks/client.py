"""The client before a large library: first card, scrolling, scripts and memory, in Chromium."""

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import httpx2

from benchmarks.runner import target
from benchmarks.scan import make_tree
from benchmarks.served import Served, run, serving
from maestrarr.server.pages import STATIC

try:
    from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
except ImportError as missing:
    raise SystemExit("Run sh requirements/install.sh dev first: it brings Playwright.") from missing

FIRST_CARD_MILLISECONDS = 1_000
FRAMES_PER_SECOND = 50
SCRIPT_KB = 550
HEAP_MIB = 64

PIXELS = 150
FRAMES = 600
EVERY = 5  # frames from one look at what is shown to the next
REST_MILLISECONDS = 1_500
SETTLE_SECONDS = 5  # after its start the server looks at every folder that it watches

Figures: TypeAlias = dict[str, Any]

_LIBRARY = "/library"
_NAME, _PASSWORD = "benchmark", "of this benchmark only"
_WATCH = """
    new MutationObserver((_, observer) => {
        if (!document.querySelector('[role=listitem] a[href*="/titles/"]')) return;
        observer.disconnect();
        requestAnimationFrame(() => { window.firstCardAt = performance.now(); });
    }).observe(document, { childList: true, subtree: true });
"""
_SCRIPTS = """
    performance.getEntriesByType('resource')
        .filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd < firstCardAt)
        .map(({ name }) => name)
"""
_SCROLL = """
    async ([pixels, frames, every]) => {
        const list = document.querySelector('[role=list]').parentElement;
        const frame = () => new Promise(requestAnimationFrame);
        const place = list.getBoundingClientRect();
        const isFilled = () => {
            const cards = [...list.querySelectorAll('[role=listitem]')]
                .map((card) => ({ card, at: card.getBoundingClientRect() }))
                .filter(({ at }) => at.bottom > place.top && at.top < place.bottom);
            const tall = cards.length ? cards[0].at.height : 0;
            return cards.length > 0
                && Math.min(...cards.map(({ at }) => at.top)) < place.top + tall / 2
                && Math.max(...cards.map(({ at }) => at.bottom)) > place.bottom - tall / 2
                && cards.every(({ card }) => card.querySelector('a')?.textContent);
        };
        let [samples, blank] = [0, 0];
        await frame();
        const began = performance.now();
        for (let at = 1; at <= frames; at += 1) {
            list.scrollTop += pixels;
            await frame();
            if (at % every) continue;
            samples += 1;
            blank += isFilled() ? 0 : 1;
        }
        const seconds = (performance.now() - began) / 1000;
        return { fps: frames / seconds, samples, blank, depth: list.scrollTop };
    }
"""


def measure(options: argparse.Namespace) -> dict[str, object]:
    """Scan a library, serve it, and look at it."""
    if not (STATIC / "index.html").is_file():
        raise SystemExit("The screens are not built: client/build.sh")
    with tempfile.TemporaryDirectory(prefix="maestrarr-client-") as folder:
        root = Path(folder)
        make_tree(root / "tree", options.files)
        for name, kind in (("Movies", "movies"), ("TV", "series")):
            run(root / "data", "library", "add", str(root / "tree" / name), "--kind", kind)
        run(root / "data", "library", "scan")
        with serving(root / "data") as served, _browser() as browser:
            _make_user(served)
            return _measure(browser, served, options)


def _measure(browser: Browser, served: Served, options: argparse.Namespace) -> dict[str, object]:
    firsts: dict[str, list[float]] = {"cold": [], "warm": []}
    scrolls: list[Figures] = []
    for _ in range(options.repeats):
        with _signed_in(browser, served) as page:
            firsts["cold"].append(_first_card(page))
            scripts = page.evaluate(_SCRIPTS)
            page.evaluate("navigator.serviceWorker.ready.then(() => true)")
            firsts["warm"].append(_first_card(page))
            before = _heap_mib(page)
            scrolls.append(page.evaluate(_SCROLL, [PIXELS, FRAMES, EVERY]))
            after = _heap_mib(page)
    cold, warm = (round(statistics.median(firsts[each])) for each in ("cold", "warm"))
    script_kb = round(sum(map(_packed_bytes, scripts)) / 1_000, 1)
    fps = round(statistics.median(each["fps"] for each in scrolls), 1)
    return {
        "titles": options.files,
        "first_card_ms": {name: list(map(round, each)) for name, each in firsts.items()},
        "scripts": len(scripts),
        "scroll": scrolls,
        "heap_mib_before_scrolling": before,
        "targets": [
            target("first card, nothing kept by the browser, ms", cold, FIRST_CARD_MILLISECONDS),
            target("first card, scripts kept by the browser, ms", warm, FIRST_CARD_MILLISECONDS),
            target("scripts of the first screen, gzip, KB", script_kb, SCRIPT_KB),
            target(f"scroll of {PIXELS} px a frame, fps", fps, FRAMES_PER_SECOND, at_least=True),
            target("samples with a blank", sum(each["blank"] for each in scrolls), 0),
            target("heap after scrolling, MiB", after, HEAP_MIB),
        ],
    }


@contextmanager
def _browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        raise SystemExit("The client is measured in Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def _make_user(served: Served) -> None:
    """Make who looks, by the token that lies in the data folder; then let the server settle."""
    headers = {"Authorization": f"Bearer {served.token}"}
    who = {"name": _NAME, "password": _PASSWORD, "role": "admin"}
    httpx2.post(f"{served.address}/api/v1/users", json=who, headers=headers).raise_for_status()
    time.sleep(SETTLE_SECONDS)


@contextmanager
def _signed_in(browser: Browser, served: Served) -> Iterator[Page]:
    """Open a browser that keeps nothing from before but who it is."""
    context: BrowserContext = browser.new_context(
        base_url=served.address, viewport={"width": 1280, "height": 800}, locale="en-GB"
    )
    who = {"name": _NAME, "password": _PASSWORD, "with_cookies": True}
    answer = context.request.post("/api/v1/sessions", data=who)
    if not answer.ok:
        raise RuntimeError(answer.text())
    context.add_init_script(_WATCH)
    page = context.new_page()
    page.wait_for_timeout(REST_MILLISECONDS)  # a new window brings scripts of the browser's own
    yield page
    context.close()


def _first_card(page: Page) -> float:
    """Open the library, and tell how long after that its first card is drawn, in milliseconds."""
    page.goto(_LIBRARY)
    while (at := page.evaluate("window.firstCardAt ?? null")) is None:
        page.wait_for_timeout(20)
    page.wait_for_timeout(REST_MILLISECONDS)
    return float(at)


def _packed_bytes(script: str) -> int:
    answer = httpx2.get(script, headers={"Accept-Encoding": "gzip"}).raise_for_status()
    return int(answer.headers["content-length"])


def _heap_mib(page: Page) -> float:
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    found = session.send("Runtime.getHeapUsage")
    session.detach()
    return round(float(found["usedSize"]) / 1024**2, 1)
