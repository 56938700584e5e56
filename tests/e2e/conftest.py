"""A browser before the real server, with its real screens, over the demo's library."""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from maestrarr.server.pages import STATIC

CHECKOUT = Path(__file__).parents[2]
AXE = CHECKOUT / "client" / "node_modules" / "axe-core" / "axe.min.js"
SCREENSHOTS = Path(__file__).parent / "screenshots"
# A browser tells of every refusal; who is not signed in yet is refused.
EXPECTED = ("401 (Unauthorized)", "net::ERR_INTERNET_DISCONNECTED", "net::ERR_CONNECTION_REFUSED")


@dataclass(frozen=True)
class Served:
    """A server of a test's own: where it is, and the link that makes its first admin."""

    url: str
    data: Path
    setup_link: str | None


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Served]]:
    """Start servers, and leave none behind."""
    if not (STATIC / "index.html").is_file():
        pytest.fail("The screens are not built: client/build.sh")
    started: list[subprocess.Popen[bytes]] = []

    def one(*options: str) -> Served:
        data = tmp_path_factory.mktemp("data")
        out, errors = data / "out.log", data / "errors.log"
        command = [sys.executable, "-m", "maestrarr", "--data", str(data), "serve", "--no-browser"]
        with out.open("w") as to_out, errors.open("w") as to_errors:
            process = subprocess.Popen(
                [*command, "--port", "0", *options], stdout=to_out, stderr=to_errors
            )
        started.append(process)
        url = _awaited(process, out, r'"url": "(http[^"]+)"[^\n]*"server.listening"', errors)
        link = None
        if "--first-run" in options:
            link = _awaited(process, errors, r"(http\S+#token=\S+)", errors)
        return Served(url, data, link)

    yield one
    for process in started:
        process.terminate()
        process.wait(20)


def _awaited(process: subprocess.Popen[bytes], file: Path, pattern: str, errors: Path) -> str:
    """Wait until a server has said something."""
    while (found := re.search(pattern, file.read_text())) is None:
        assert process.poll() is None, errors.read_text()
        time.sleep(0.1)
    return found[1]


@pytest.fixture(scope="session")
def demo(serve: Callable[..., Served]) -> Served:
    """Serve the demo, whole and scanned."""
    served = serve("--demo")
    with signed_in(served.url) as client:
        while True:
            libraries = client.get("/api/v1/libraries").json()["libraries"]
            if len(libraries) == 2 and all(library["scanned_at"] for library in libraries):
                return served
            time.sleep(0.2)


@contextmanager
def signed_in(url: str, name: str = "demo", password: str = "demo") -> Iterator[httpx2.Client]:  # noqa: S107
    """Open another client of the API, signed in as the demo's user, or as another."""
    who = {"name": name, "password": password}
    with httpx2.Client(base_url=url) as client:
        opened = client.post("/api/v1/sessions", json=who).json()
        client.headers["Authorization"] = f"Bearer {opened['access_token']}"
        yield client


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Open the machine's Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail("The end-to-end tests need Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def state(browser: Browser, demo: Served) -> dict[str, object]:
    """Sign in once, by the screen, and keep the cookies."""
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(demo.url)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Dashboard").wait_for()
    kept = context.storage_state()
    context.close()
    return dict(kept)


@pytest.fixture
def open_page(browser: Browser, demo: Served) -> Iterator[Callable[..., Page]]:
    """Open pages, each in a context of its own; what they complain of fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" and not any(each in message.text for each in EXPECTED):
            complaints.append(message.text)

    def one(**options: object) -> Page:
        context = browser.new_context(**({"base_url": demo.url, "locale": "en-GB"} | options))  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", heard)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield one
    for context in contexts:
        context.close()
    assert complaints == []
