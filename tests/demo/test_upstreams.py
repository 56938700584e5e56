"""The catalogue behind the twins is one, and invented fast; a switch lets each twin fail."""

import io
import subprocess
import sys
from collections.abc import Iterator

import httpx2
import pytest
from PIL import Image

from maestrarr.demo.library import catalogue as owned
from maestrarr.demo.upstreams.catalogue import Catalogue
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.demo.upstreams.stories import Kind

FILM = "3/movie/9900003"


@pytest.fixture(scope="module")
def client() -> Iterator[httpx2.Client]:
    with httpx2.Client(params={"api_key": "demo"}, trust_env=False) as client:
        yield client


def test_what_the_household_owns_is_known_under_its_numbers() -> None:
    catalogue = Catalogue(films=100, series=10)

    for film in owned.films():
        told = catalogue.film(film.ids.tmdb)
        assert told is not None
        assert (told.title, told.year, told.genres) == (film.title, film.year, film.genres)
        assert catalogue.by_imdb(film.ids.imdb) == told
        assert {film.director, *film.cast} <= {p.person.name for p in (*told.cast, *told.crew)}
    for series in owned.series():
        assert series.ids.tvdb is not None
        known = catalogue.series_by_tvdb(series.ids.tvdb)
        assert known is not None
        assert known.ids.tmdb == series.ids.tmdb
        assert len(known.episodes) == len(series.episodes)


def test_every_title_is_the_same_each_time_and_has_numbers_of_its_own() -> None:
    one, other = (Catalogue(films=300, series=60) for _ in range(2))
    titles = one.first(Kind.FILM, 300) + one.first(Kind.SERIES, 60)

    assert titles == other.first(Kind.FILM, 300) + other.first(Kind.SERIES, 60)
    for kind in Kind:
        for name in ("tmdb", "tvdb", "imdb"):
            numbers = [getattr(title.ids, name) for title in titles if title.kind is kind]
            assert len(set(numbers)) == len(numbers)
    assert one.film(9_900_301) is None
    assert all(one.by_imdb(title.ids.imdb) == title for title in titles)


def test_the_films_of_a_set_name_their_set() -> None:
    catalogue = Catalogue(films=300, series=1)
    sets = {group.id: group for film in catalogue.first(Kind.FILM, 300)
            if (group := catalogue.group_of(film))}  # type: ignore[arg-type]  # fmt: skip

    assert len(sets) > 10
    for group in sets.values():
        assert [catalogue.group_of(film) for film in catalogue.films_of(group)] == [group] * len(
            group.films
        )


def test_thirty_two_thousand_titles_are_searched() -> None:
    catalogue = Catalogue(films=24_000, series=8_000)

    found = catalogue.search(Kind.FILM, "lighthouse accountant")

    assert [story.title for story in found] == ["The Lighthouse Accountant"]
    assert catalogue.search(Kind.FILM, "no such words anywhere") == []


def test_the_same_picture_comes_in_other_sizes_and_from_other_services(
    client: httpx2.Client, upstreams: Upstreams
) -> None:
    posters = client.get(f"{upstreams.url('tmdb')}/{FILM}/images").json()["posters"]
    here = [poster for poster in posters if "_poster-0-en_" in poster["file_path"]]
    there = [
        told["url"]
        for told in client.get(f"{upstreams.url('fanart')}/v3/movies/9900003").json()["movieposter"]
        if "_poster-0-en_" in told["url"]
    ]

    assert len({poster["width"] for poster in here}) == 2
    urls = [f"{upstreams.url('tmdb')}/t/p/original{poster['file_path']}" for poster in here]
    pictures = [client.get(url).content for url in (*urls, *there)]
    assert len(set(pictures)) == 3
    assert len({_brightness(picture) for picture in pictures}) == 1


def test_faults_come_and_go(client: httpx2.Client, upstreams: Upstreams) -> None:
    address = f"{upstreams.url('tmdb')}/{FILM}"
    upstreams.fail("tmdb", "throttled", times=1, retry_after=7)
    upstreams.fail("tmdb", "failing", times=1, status=503)
    upstreams.fail("tmdb", "garbage", times=1)

    throttled, failing, garbage, well = (client.get(address) for _ in range(4))

    assert (throttled.status_code, throttled.headers["Retry-After"]) == (429, "7")
    assert failing.status_code == 503
    assert garbage.status_code == 200
    with pytest.raises(ValueError):
        garbage.json()
    assert well.json()["id"] == 9_900_003


def test_wrong_types_keep_the_keys(client: httpx2.Client, upstreams: Upstreams) -> None:
    address = f"{upstreams.url('tmdb')}/{FILM}"
    right = client.get(address).json()
    upstreams.fail("tmdb", "wrong_types")

    wrong = client.get(address).json()

    assert wrong.keys() == right.keys()
    assert all(type(wrong[key]) is not type(value) for key, value in right.items())


@pytest.mark.parametrize("kind", ["truncated", "dead"])
def test_a_line_is_cut(client: httpx2.Client, upstreams: Upstreams, kind: str) -> None:
    upstreams.fail("tvdb", kind, times=1)
    login = {"apikey": "demo"}

    with pytest.raises(httpx2.TransportError):
        client.post(f"{upstreams.url('tvdb')}/v4/login", json=login)

    assert client.post(f"{upstreams.url('tvdb')}/v4/login", json=login).status_code == 200


def test_a_fault_keeps_to_its_service_and_path(client: httpx2.Client, upstreams: Upstreams) -> None:
    upstreams.fail("tmdb", "failing", path="/images")

    assert client.get(f"{upstreams.url('tmdb')}/{FILM}/images").status_code == 500
    assert client.get(f"{upstreams.url('tmdb')}/{FILM}").status_code == 200
    assert client.get(f"{upstreams.url('fanart')}/v3/movies/9900003").status_code == 200


def test_what_was_asked_is_remembered(client: httpx2.Client, upstreams: Upstreams) -> None:
    client.get(f"{upstreams.url('tmdb')}/{FILM}", params={"language": "fr"})
    told = client.get(f"{upstreams.address}/_twin/requests/tmdb").json()

    assert [(asked["method"], asked["path"]) for asked in told] == [("GET", f"/tmdb/{FILM}")]
    assert "language=fr" in told[0]["query"]
    assert upstreams.switch.asked("tvdb") == []


def test_as_a_process_they_end_with_their_input(client: httpx2.Client) -> None:
    command = [sys.executable, "-m", "maestrarr.demo.upstreams", "--films", "70", "--series", "9"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    address = process.stdout.readline().strip()

    assert client.get(f"{address}/tmdb/3/movie/9900070").status_code == 200
    assert client.get(f"{address}/tmdb/3/movie/9900071").status_code == 404
    process.communicate()

    assert process.returncode == 0
    with pytest.raises(httpx2.ConnectError):
        client.get(address)


def test_faults_are_set_over_the_net(client: httpx2.Client, upstreams: Upstreams) -> None:
    board = f"{upstreams.address}/_twin"
    assert client.post(f"{board}/faults", json={"service": "tmdb", "kind": "dead"}).is_success
    with pytest.raises(httpx2.TransportError):
        client.get(f"{upstreams.url('tmdb')}/{FILM}")

    assert client.delete(f"{board}/faults", params={"service": "tmdb"}).is_success
    assert client.get(f"{upstreams.url('tmdb')}/{FILM}").is_success
    assert (
        client.post(f"{board}/faults", json={"service": "tmdb", "kind": "odd"}).status_code == 422
    )


def _brightness(picture: bytes) -> tuple[bool, ...]:
    """Say which fields of a picture are brighter than the one beside it, as a hash of it would."""
    small = Image.open(io.BytesIO(picture)).convert("L").resize((5, 4))
    levels = list(small.tobytes())
    return tuple(levels[at] > levels[at + 1] + 4 for at in range(19) if at % 5 != 4)
