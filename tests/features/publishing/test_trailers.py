"""Trailers stand beside films when that is allowed, by a program that is told one address."""

import stat
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from press import FILM, Press
from sqlalchemy import update

from maestrarr.core.accounts.callers import Role
from maestrarr.core.jobs.running import Job
from maestrarr.features.library.models import Title
from maestrarr.features.publishing.jobs import fetch_trailer
from maestrarr.kit.errors import Problem
from maestrarr.kit.http import Http
from maestrarr.kit.http.network import Network
from maestrarr.media.nfo.trailers import page_of
from makers import make_mp4
from shelf import put

PAGE = "https://www.youtube.com/watch?v=AbCdEfGhIjK"
TRAILER = f"{FILM}-trailer.mp4"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install what stands in for yt-dlp: it notes what it is told, and gives a film."""
    given = tmp_path / "given.mp4"
    make_mp4(given)
    script = put(
        tmp_path / "bin" / "yt-dlp",
        f'#!/bin/sh\necho "$*" > {tmp_path}/told\nwhile [ "$1" != --output ]; do shift; done\n'
        f'cp {given} "$2" || {{ echo "ERROR: gone" >&2; exit 1; }}\n',
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{script.parent}:/usr/bin:/bin")
    return script


async def a_film(press: Press, *urls: str) -> Title:
    film = await press.film()
    trailers = [{"url": url, "name": None, "language": None} for url in urls]
    async with press.house.database.writing() as session:
        await session.execute(update(Title).values(trailers=trailers))
    return film


async def allow(press: Press) -> None:
    admin = await press.house.client_of(Role.ADMIN)
    body = {"values": {"trailers": True}}
    answer = await admin.patch("/api/v1/settings/publishing", json=body)
    assert answer.status_code == 200, answer.text


async def fetched(press: Press, film: Title, address: str = "142.250.1.1") -> Mapping[str, Any]:
    async def resolve(_host: str, _port: int) -> Sequence[str]:
        return [address]

    told: dict[str, Any] = {"title_id": film.id, "title": "Heat"}
    begun = await fetch_trailer.begin(press.house.database, **told)
    async with Http(network=Network(resolve=resolve)) as http:
        outside = replace(press.house.outside, http=http)
        house = press.house
        job = Job(house.database, begun.record, data=house.data, outside=outside)
        return await fetch_trailer(job, **told) or {}


@pytest.mark.usefixtures("program")
async def test_a_trailer_comes_from_the_page_that_a_service_names_and_is_not_fetched_twice(
    press: Press, tmp_path: Path
) -> None:
    film = await a_film(
        press, "https://elsewhere.example/t.mp4", "https://youtu.be/AbCdEfGhIjK?t=1"
    )
    await allow(press)

    done = await fetched(press, film)

    assert done == {"written": [TRAILER]}
    assert (press.root / FILM / TRAILER).read_bytes() == (tmp_path / "given.mp4").read_bytes()
    assert (tmp_path / "told").read_text().split()[-1] == PAGE
    with pytest.raises(Problem, match="stands there already"):
        await fetched(press, film)


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize(
    ("urls", "address", "is_on", "why"),
    [
        ([PAGE], "142.250.1.1", False, "as the settings say"),
        (["https://elsewhere.example/t.mp4"], "142.250.1.1", True, "No service names a trailer"),
        ([PAGE], "127.0.0.1", True, "not called"),
    ],
)
async def test_what_may_not_be_fetched_is_said_and_no_program_is_run(  # a table
    press: Press,
    tmp_path: Path,
    urls: list[str],
    address: str,
    is_on: bool,  # noqa: FBT001  # of a table
    why: str,
) -> None:
    film = await a_film(press, *urls)
    if is_on:
        await allow(press)

    with pytest.raises(Problem, match=why):
        await fetched(press, film, address)
    assert not (tmp_path / "told").exists()


async def test_without_the_program_and_where_it_fails_a_sentence_says_so(
    press: Press, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = await a_film(press, PAGE)
    await allow(press)
    put(program, '#!/bin/sh\necho "ERROR: Video unavailable" >&2\nexit 1\n')

    with pytest.raises(Problem, match="could not be fetched: Video unavailable"):
        await fetched(press, film)
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(Problem, match="yt-dlp is not installed"):
        await fetched(press, film)
    assert not [path for path in (press.root / FILM).iterdir() if path.suffix != ".mkv"]


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("plugin://plugin.video.youtube/?action=play_video&videoid=AbCdEfGhIjK", PAGE),
        ("https://www.youtube.com/embed/AbCdEfGhIjK?list=x", PAGE),
        ("http://player.vimeo.com/video/12345", "https://vimeo.com/12345"),
        ("https://vimeo.com.evil.example/12345", None),
        ("--exec=rm", None),
    ],
)
def test_only_the_id_of_a_known_site_is_taken_from_an_address(
    address: str, page: str | None
) -> None:
    assert page_of(address) == page
