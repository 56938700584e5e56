"""The interactive documentation: whole, from here alone, and under a strict policy."""

import asyncio
import gzip
import hashlib
import re
import shutil
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from streams import served

from household import Household, a_household
from maestrarr.kit.db import Database
from maestrarr.server import api_docs

HERE = Path(api_docs.__file__).parent


@pytest.fixture(params=["", "/films"])
async def house(
    sqlite_database_url: Any, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[Household]:
    database = Database(sqlite_database_url)
    async with a_household(database, tmp_path, base_path=request.param) as house:
        yield house
    await database.close()


async def test_the_page_and_its_parts_come_from_here(house: Household) -> None:
    client = await house.client()
    page = await client.get("/docs")
    parts = re.findall(r'(?:href|src)="(docs/[^"]+)"', page.text)
    answers = [await client.get(f"/{part}") for part in parts]

    assert len(parts) == 4
    assert [answer.status_code for answer in answers] == [200] * 4
    assert {answer.headers["content-type"] for answer in answers} == {
        "text/css; charset=utf-8",
        "text/javascript; charset=utf-8",
    }
    assert re.findall(r"https?://|<script>|<style>|style=| on[a-z]+=", page.text) == [
        "http://"  # of the icon's own namespace
    ]
    assert "unsafe" not in page.headers["content-security-policy"]
    assert page.headers["content-security-policy"].startswith("default-src 'none'; ")


async def test_swagger_ui_is_what_its_provenance_says() -> None:
    said = (HERE / "swagger" / "README.md").read_text("utf-8")
    for file, sha256 in re.findall(r"\| `([^`]+\.gz)` \| [^|]+ \| ([0-9a-f]{64}) \|", said):
        whole = gzip.decompress((HERE / "swagger" / file).read_bytes())
        assert hashlib.sha256(whole).hexdigest() == sha256
        assert api_docs.SWAGGER in file
    assert said.count(".gz` |") == 2


async def test_a_part_is_given_as_the_caller_can_read_it(house: Household) -> None:
    client = await house.client()
    path = f"/docs/swagger-ui-{api_docs.SWAGGER}.css"
    packed = await client.get(path, headers={"Accept-Encoding": "gzip"})
    plain = await client.get(path, headers={"Accept-Encoding": "identity"})

    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert "immutable" in plain.headers["cache-control"]


@pytest.mark.parametrize("name", ["README.md", "LICENSE", "web.py", "..%2fweb.py", "x" * 2000])
async def test_nothing_else_is_given(house: Household, name: str) -> None:
    assert (await (await house.client()).get(f"/docs/{name}")).status_code == 404


async def test_a_browser_shows_every_group_and_breaks_no_rule(house: Household) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("There is no browser here.")
    base = house.app.state.installation.config.base_path
    async with served(house.app) as address:
        shown = await browse(browser, f"http://{address}{base}/docs")

    groups = set(re.findall(r'data-tag="([a-z]+)"', shown.stdout))
    assert groups >= {"accounts", "events", "jobs", "library", "logs", "settings"}
    assert "You are not signed in." in shown.stdout
    assert "Content Security Policy" not in shown.stderr
    assert "Uncaught" not in shown.stderr


async def browse(browser: str, url: str) -> subprocess.CompletedProcess[str]:
    """Let a browser load a page and run its scripts; return the page, and what it complained of."""
    command = [
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
        "--virtual-time-budget=20000", "--dump-dom", url,
    ]  # fmt: skip
    return await asyncio.to_thread(
        subprocess.run, command, capture_output=True, text=True, check=True, timeout=100
    )
