"""A browser before the real server, with its real screens, over the demo's library."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    StorageState,
    expect,
    sync_playwright,
)

from maestrarr.demo.library import make_library
from maestrarr.server.pages import STATIC

CHECKOUT = Path(__file__).parents[2]
AXE = CHECKOUT / "client" / "node_modules" / "axe-core" / "axe.min.js"
SCREENSHOTS = Path(__file__).parent / "screenshots"
expect.set_options(timeout=10_000)  # ms: a busy machine takes its time
# A browser tells of every refusal, and of every server that is away.
EXPECTED = (
    "401 (Unauthorized)",
    "403 (Forbidden)",
    "409 (Conflict)",
    "net::ERR_INTERNET_DISCONNECTED",
    "net::ERR_CONNECTION_REFUSED",
)


@dataclass(frozen=True)
class Served:
    """A server of a test's own: where it is, and the link that makes its first admin."""

    url: str
    data: Path
    setup_link: str | None


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the demo's library once, for every demo to begin with a copy."""
    folder = tmp_path_factory.mktemp("sample") / "library"
    make_library(folder)
    return folder


@pytest.fixture(scope="session")
def serve(
    sample: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Served]]:
    """Start servers, and leave none behind."""
    if not (STATIC / "index.html").is_file():
        pytest.fail("The screens are not built: client/build.sh")
    started: list[subprocess.Popen[bytes]] = []

    def one(*options: str, **environment: str) -> Served:
        data = tmp_path_factory.mktemp("data")
        if "--demo" in options:
            shutil.copytree(sample, data / "library", symlinks=True)
        out, errors = data / "out.log", data / "errors.log"
        command = [sys.executable, "-m", "maestrarr", "--data", str(data), "serve", "--no-browser"]
        with out.open("w") as to_out, errors.open("w") as to_errors:
            process = subprocess.Popen(
                [*command, "--port", "0", *options],
                stdout=to_out,
                stderr=to_errors,
                env=os.environ | environment,
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
    for process in started:
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
    return settled(serve("--demo"))


def settled(served: Served) -> Served:
    """Wait until a demo has its libraries, and has scanned them."""
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


@pytest.fixture
def state(browser: Browser, demo: Served) -> StorageState:
    """Sign in, and keep the cookies: a session of a test's own, for a refresh token works once."""
    context = browser.new_context(extra_http_headers={"Origin": demo.url})
    who = {"name": "demo", "password": "demo", "with_cookies": True}
    assert context.request.post(f"{demo.url}/api/v1/sessions", data=who).ok
    kept = context.storage_state()
    context.close()
    return kept


@pytest.fixture
def open_page(browser: Browser, demo: Served) -> Iterator[Callable[..., Page]]:
    """Open pages, each in a context of its own; what they complain of fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    usual = {"base_url": demo.url, "locale": "en-GB", "service_workers": "block"}

    def one(*, expected: Sequence[str] = (), **options: object) -> Page:
        def heard(message: ConsoleMessage) -> None:
            is_expected = any(each in message.text for each in (*EXPECTED, *expected))
            if message.type == "error" and not is_expected:
                complaints.append(message.text)

        context = browser.new_context(**(usual | options))  # type: ignore[arg-type]
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
