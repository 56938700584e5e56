"""Patterns of paths: three special signs, and everything else is text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("*a*/c", "bab/c", True),
        ("*a/*b", "xaxa/ab", True),
        ("*a**/b", "aa/b", True),
        ("*ab", "aab", True),
        ("**a*b", "a/ab", True),
        ("*a?*c", "aabc", True),
        ("***", "a/b", True),
        ("*a" * 40 + "b", "a" * 250, False),
        ("**/" + "*a" * 40 + "b", "a/" * 10 + "a" * 250, False),
    ],
)
def test_a_path_fits_or_not(pattern: str, path: str, fits: bool) -> None:  # noqa: FBT001
    assert matches(pattern, path) is fits


@given(st.text("ab/*?", max_size=12), st.text("ab/", max_size=10))
def test_it_fits_as_the_definition_says(pattern: str, path: str) -> None:
    assert matches(pattern, path) is by_definition(
        f"{pattern}**" if pattern[-1:] == "/" else pattern, path
    )


def by_definition(pattern: str, path: str, *, at_start: bool = True) -> bool:
    """Match by trying everything, sign by sign."""
    if not pattern:
        return not path
    if pattern.startswith("**/") and at_start:
        ends = [0, *(at + 1 for at, sign in enumerate(path) if sign == "/")]
        return any(by_definition(pattern[3:], path[end:], at_start=True) for end in ends)
    if pattern.startswith("**"):
        rest = pattern[2:]
        return any(by_definition(rest, path[end:], at_start=False) for end in range(len(path) + 1))
    if pattern[0] == "*":
        name = len(path.partition("/")[0])
        return any(
            by_definition(pattern[1:], path[end:], at_start=False) for end in range(name + 1)
        )
    if not path or (path[0] == "/" if pattern[0] == "?" else path[0] != pattern[0]):
        return False
    return by_definition(pattern[1:], path[1:], at_start=pattern[0] == "/")
