"""The client's files and its page: at which addresses, in which form, under which policy."""

import base64
import gzip
import hashlib
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx2
import pytest

from maestrarr.kit import config
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database
from maestrarr.server.installation import OpenInstallation
from maestrarr.server.web import create_app

SCRIPT = "_expo/static/js/web/entry-0123.js"
STYLE = "body { margin: 0 }"
SCREEN = "_expo/static/js/web/TitleScreen-4567.js"
PAGE = (
    '<base href="%BASE%"><!--ahead-->'
    f'<style id="ground">{STYLE}</style><script src="{SCRIPT}"></script>'
)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "static"
    script = folder / SCRIPT
    script.parent.mkdir(parents=True)
    script.write_text("start()")
    script.with_name(script.name + ".gz").write_bytes(gzip.compress(b"start()"))
    (folder / "index.html").write_text(PAGE)
    (folder / "screens.json").write_text(json.dumps([["/titles/[id]", SCREEN]]))
    (folder / "icon.svg").write_text("<svg/>")
    (folder / "sw.js").write_text("keep()")
    return folder


@asynccontextmanager
async def serving(
    database: Database, folder: Path, built: Path, base_path: str = ""
) -> AsyncIterator[httpx2.AsyncClient]:
    read = config.load(options={"data": folder, "base_path": base_path}, environment={})
    app = create_app(OpenInstallation(read, DataFolder(folder), database), client=built)
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://maestrarr") as client:
        yield client


@pytest.fixture
async def client(
    database: Database, tmp_path: Path, built: Path
) -> AsyncIterator[httpx2.AsyncClient]:
    async with serving(database, tmp_path, built) as opened:
        yield opened


@pytest.mark.parametrize("path", ["/", "/library", "/titles/1", "/index"])
async def test_every_address_of_a_screen_gives_the_page(
    client: httpx2.AsyncClient, path: str
) -> None:
    answer = await client.get(path)

    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    assert '<base href="/">' in answer.text


@pytest.mark.parametrize(
    "path",
    ["/api/v1/nowhere", "/api", "/gone.js", "/_expo/static/js/web/old.js", "/../static/x.txt",
     "/webhook/nobody/at/home", "/play/1", "/index.html", "/screens.json"],
)  # fmt: skip
async def test_what_is_no_screen_is_not_there(client: httpx2.AsyncClient, path: str) -> None:
    answer = await client.get(path)

    assert (answer.status_code, answer.json()["key"]) == (404, "server.no_such_address")


@pytest.mark.parametrize(
    ("path", "ahead"), [("/titles/1", [SCREEN]), ("/titles", []), ("/titles/1/2", []), ("/", [])]
)
async def test_the_page_asks_for_the_script_of_its_own_screen_only(
    client: httpx2.AsyncClient, path: str, ahead: list[str]
) -> None:
    page = (await client.get(path)).text

    assert re.findall(r'<link rel="preload" href="(.+?)" as="script" />', page) == ahead
    assert "<!--" not in page


async def test_nothing_is_posted_to_a_screen(client: httpx2.AsyncClient) -> None:
    assert (await client.post("/library")).status_code == 404


async def test_a_file_named_by_its_content_is_kept_forever_and_sent_compressed(
    client: httpx2.AsyncClient,
) -> None:
    plain = await client.get(f"/{SCRIPT}", headers={"Accept-Encoding": "identity"})
    small = await client.get(f"/{SCRIPT}", headers={"Accept-Encoding": "gzip, br"})

    assert plain.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "immutable" in plain.headers["cache-control"]
    assert "content-encoding" not in plain.headers
    assert small.headers["content-encoding"] == "gzip"
    assert small.headers["vary"] == "Accept-Encoding"
    assert plain.text == small.text == "start()"


async def test_other_files_are_looked_at_again(client: httpx2.AsyncClient) -> None:
    first = await client.get("/icon.svg")
    again = await client.get("/icon.svg", headers={"If-None-Match": first.headers["etag"]})

    assert first.headers["cache-control"] == "no-cache"
    assert first.headers["content-type"] == "image/svg+xml"
    assert (again.status_code, again.content) == (304, b"")


async def test_the_page_runs_our_own_script_and_its_own_style_only(
    client: httpx2.AsyncClient,
) -> None:
    policy = dict(
        part.strip().split(" ", 1)
        for part in (await client.get("/")).headers["content-security-policy"].split(";")
    )
    empty, own = (
        base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in ("", STYLE)
    )

    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == "'self'"
    assert policy["style-src"] == f"'self' 'sha256-{empty}' 'sha256-{own}'"
    assert policy["frame-ancestors"] == "'none'"
    assert not re.search("unsafe|http|\\*", " ".join(policy.values()))


async def test_the_worker_is_looked_at_again_and_may_fetch_from_here_only(
    client: httpx2.AsyncClient,
) -> None:
    answer = await client.get("/sw.js")

    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["content-security-policy"] == (
        "default-src 'none'; connect-src 'self'; script-src 'self'"
    )


@pytest.mark.parametrize("before", ["", "/media/maestrarr"])
async def test_all_of_it_works_below_a_sub_path(
    database: Database, tmp_path: Path, built: Path, before: str
) -> None:
    async with serving(database, tmp_path, built, "/media/maestrarr/") as client:
        page = await client.get(f"{before}/library")
        script = await client.get(f"{before}/{SCRIPT}")
        setup = await client.get(f"{before}/api/v1/setup")

    assert '<base href="/media/maestrarr/">' in page.text
    assert script.text == "start()"
    assert setup.json() == {"is_needed": True, "is_demo": False}
