"""Patterns of paths: three special signs, and everything else is text."""

import pytest

from maestrarr.features.audio.globs import matches


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/tv/**", "/tv/a/b.mkv", True),
        ("/tv/**", "/tv-4k/a.mkv", False),
        ("/tv/", "/tv/a/b.mkv", True),
        ("/tv/", "/tv", False),
        ("/tv", "/tv/a.mkv", False),
        ("/tv/*", "/tv/a.mkv", True),
        ("/tv/*", "/tv/a/b.mkv", False),
        ("**/anime/**", "/media/anime/a/b.mkv", True),
        ("**/anime/**", "anime/b.mkv", True),
        ("**/anime/**", "/media/animes/b.mkv", False),
        ("/a/**/b.mkv", "/a/b.mkv", True),
        ("/a/**/b.mkv", "/a/c/d/b.mkv", True),
        ("/a?.mkv", "/ab.mkv", True),
        ("/a?.mkv", "/a/.mkv", False),
        ("**/*[2160p]*", "/m/A [2160p].mkv", True),
        ("**/*[2160p]*", "/m/A 2.mkv", False),
        ("**/*{a,b}.(mkv)+$", "/x/{a,b}.(mkv)+$", True),
        ("**.mkv", "/m/line\nbreak.mkv", True),
        ("**", "", True),
        ("/Tv/*", "/tv/a", False),
    ],
)
def test_a_path_fits_or_not(pattern: str, path: str, fits: bool) -> None:  # noqa: FBT001
    assert matches(pattern, path) is fits
