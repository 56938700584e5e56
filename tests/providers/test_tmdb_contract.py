"""The documents that TMDB's tests read are such as TMDB may send."""

from typing import Any

import httpx2
import pytest
from tmdb_documents import IMAGES, MOVIE, SERIES, episode, season

from contracts import Contract


@pytest.fixture(scope="module")
def tmdb() -> Contract:
    return Contract.of("tmdb")


@pytest.mark.parametrize(
    ("path", "document"),
    [
        ("/3/movie/900101", MOVIE),
        ("/3/tv/900201", SERIES),
        ("/3/tv/900201/season/1", season(1, episode(1, 1))),
        ("/3/movie/900101/images", IMAGES),
        ("/3/movie/900101/credits", MOVIE["credits"]),
        ("/3/movie/900101/release_dates", MOVIE["release_dates"]),
        ("/3/movie/900101/videos", MOVIE["videos"]),
        ("/3/movie/900101/translations", MOVIE["translations"]),
        ("/3/tv/900201/aggregate_credits", SERIES["aggregate_credits"]),
        ("/3/tv/900201/content_ratings", SERIES["content_ratings"]),
    ],
)
def test_what_these_tests_read_is_what_tmdb_may_send(
    tmdb: Contract, path: str, document: Any
) -> None:
    request = httpx2.Request("GET", f"https://api.themoviedb.org{path}?api_key=x")
    answer = httpx2.Response(200, json=document, request=request)

    tmdb.holds(answer, below="", to_the_last_key=False)
