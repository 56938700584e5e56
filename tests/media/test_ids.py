"""The ids that people and tools write into names and addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maestrarr.media.ids import ExternalIds, find_ids, ids_in_url


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The Matrix (1999) {tmdb-603}", ExternalIds(tmdb=603)),
        ("The Matrix (1999) [tmdbid=603]", ExternalIds(tmdb=603)),
        ("The Matrix (1999) [tmdbid-603]", ExternalIds(tmdb=603)),
        ("The Matrix (1999) [tmdb-603]", ExternalIds(tmdb=603)),
        ("The Matrix (1999) {TMDB-603}", ExternalIds(tmdb=603)),
        ("The Matrix (1999) {imdb-tt0133093}", ExternalIds(imdb="tt0133093")),
        ("The Matrix (1999) [imdbid-tt0133093]", ExternalIds(imdb="tt0133093")),
        ("The Matrix (1999) [imdbid=TT0133093]", ExternalIds(imdb="tt0133093")),
        ("The Matrix (1999) (tt0133093)", ExternalIds(imdb="tt0133093")),
        ("The Matrix (1999) [tt0133093]", ExternalIds(imdb="tt0133093")),
        ("Dark (2017) [tvdbid-334824]", ExternalIds(tvdb=334824)),
        ("Dark (2017) {tvdb-334824}", ExternalIds(tvdb=334824)),
        ("Dark {tvdb-334824} [tmdbid-70523]", ExternalIds(tvdb=334824, tmdb=70523)),
        ("Twice {tmdb-1} {tmdb-2}", ExternalIds(tmdb=1)),
        ("Zero {tmdb-0}", ExternalIds()),
        ("Too long {tmdb-99999999999}", ExternalIds()),
        ("No brackets tmdb-603", ExternalIds()),
        ("Better Off Ted (2009)", ExternalIds()),
        ("", ExternalIds()),
    ],
)
def test_ids_in_brackets_are_found_in_a_name(text: str, ids: ExternalIds) -> None:
    assert find_ids(text) == ids


@pytest.mark.parametrize(
    ("url", "ids"),
    [
        ("https://www.themoviedb.org/movie/603-the-matrix", ExternalIds(tmdb=603)),
        ("https://www.themoviedb.org/tv/70523", ExternalIds(tmdb=70523)),
        ("https://www.imdb.com/title/tt0133093/", ExternalIds(imdb="tt0133093")),
        ("http://imdb.com/de/title/tt0133093/?ref_=x", ExternalIds(imdb="tt0133093")),
        ("https://thetvdb.com/?tab=series&id=334824", ExternalIds(tvdb=334824)),
        ("https://www.thetvdb.com/dereferrer/series/334824", ExternalIds(tvdb=334824)),
        ("https://thetvdb.com/series/dark", ExternalIds()),
        ("https://www.themoviedb.org/person/603", ExternalIds()),
        ("https://example.org/movie/603", ExternalIds()),
    ],
)
def test_ids_are_found_in_the_addresses_of_the_three_services(url: str, ids: ExternalIds) -> None:
    assert ids_in_url(url) == ids


def test_merging_fills_gaps_and_keeps_what_is_set() -> None:
    higher, lower = ExternalIds(tmdb=1, imdb="tt0000001"), ExternalIds(tmdb=2, tvdb=3)
    assert higher.merged_with(lower) == ExternalIds(tmdb=1, tvdb=3, imdb="tt0000001")


def test_ids_conflict_only_when_both_name_one_service_differently() -> None:
    assert ExternalIds(tmdb=1).conflicts_with(ExternalIds(tmdb=2))
    assert ExternalIds(imdb="tt0000001").conflicts_with(ExternalIds(imdb="tt0000002"))
    assert not ExternalIds(tmdb=1).conflicts_with(ExternalIds(tmdb=1, tvdb=4))
    assert not ExternalIds(tmdb=1).conflicts_with(ExternalIds(tvdb=1))


def test_no_id_at_all_is_false() -> None:
    assert not ExternalIds()
    assert ExternalIds(tvdb=1)


@given(st.text(max_size=300))
def test_finding_ids_never_raises(text: str) -> None:
    assert isinstance(find_ids(text), ExternalIds)
    assert isinstance(ids_in_url(text), ExternalIds)
