"""Pictures beside media: whose they are and what they show, in every player's spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maestrarr.media.artwork import (
    ALL_SEASONS,
    ARTWORK_TYPES,
    IDEAL_SIZES,
    LocalArtwork,
    recognise,
)

VIDEO = "The Matrix (1999)"


@pytest.mark.parametrize(
    ("name", "artwork"),
    [
        ("The Matrix (1999)-poster.jpg", LocalArtwork("poster")),
        ("the matrix (1999)-POSTER.JPG", LocalArtwork("poster")),
        ("The Matrix (1999)-fanart.jpg", LocalArtwork("fanart")),
        ("The Matrix (1999)-fanart1.jpg", LocalArtwork("fanart", 1)),
        ("The Matrix (1999)-fanart-2.jpg", LocalArtwork("fanart", 2)),
        ("The Matrix (1999)-backdrop.webp", LocalArtwork("fanart")),
        ("The Matrix (1999)-banner.jpg", LocalArtwork("banner")),
        ("The Matrix (1999)-clearlogo.png", LocalArtwork("clearlogo")),
        ("The Matrix (1999)-logo.png", LocalArtwork("clearlogo")),
        ("The Matrix (1999)-clearart.png", LocalArtwork("clearart")),
        ("The Matrix (1999)-discart.png", LocalArtwork("discart")),
        ("The Matrix (1999)-disc.png", LocalArtwork("discart")),
        ("The Matrix (1999)-landscape.jpg", LocalArtwork("landscape")),
        ("The Matrix (1999)-keyart.jpg", LocalArtwork("keyart")),
        ("The Matrix (1999)-thumb.jpg", LocalArtwork("thumb")),
        ("The Matrix (1999).jpg", LocalArtwork("thumb")),
        ("The Matrix (1999).tbn", LocalArtwork("thumb")),
        ("The Matrix (1999)-movie.jpg", None),
        ("The Matrix (1999)-art.jpg", None),
        ("The Matrix (1999)-screenshot.jpg", None),
        ("The Matrix Reloaded (2003)-poster.jpg", None),
        ("The Matrix (1999) poster.jpg", None),
        ("The Matrix (1999)-poster.txt", None),
        ("The Matrix (1999)-poster", None),
    ],
)
def test_a_videos_own_pictures_begin_with_its_name(name: str, artwork: LocalArtwork | None) -> None:
    assert recognise(name, VIDEO) == artwork


@pytest.mark.parametrize(
    ("name", "artwork"),
    [
        ("poster.jpg", LocalArtwork("poster")),
        ("Poster.PNG", LocalArtwork("poster")),
        ("folder.jpg", LocalArtwork("poster")),
        ("cover.jpeg", LocalArtwork("poster")),
        ("default.jpg", LocalArtwork("poster")),
        ("movie.jpg", LocalArtwork("poster")),
        ("show.jpg", LocalArtwork("poster")),
        ("fanart.jpg", LocalArtwork("fanart")),
        ("fanart1.jpg", LocalArtwork("fanart", 1)),
        ("fanart-1.jpg", LocalArtwork("fanart", 1)),
        ("fanart12.jpg", LocalArtwork("fanart", 12)),
        ("backdrop.jpg", LocalArtwork("fanart")),
        ("backdrop1.jpg", LocalArtwork("fanart", 1)),
        ("background-1.jpg", LocalArtwork("fanart", 1)),
        ("art-1.jpg", LocalArtwork("fanart", 1)),
        ("banner.jpg", LocalArtwork("banner")),
        ("logo.png", LocalArtwork("clearlogo")),
        ("clearlogo.png", LocalArtwork("clearlogo")),
        ("clearart.png", LocalArtwork("clearart")),
        ("disc.png", LocalArtwork("discart")),
        ("cdart.png", LocalArtwork("discart")),
        ("discart.png", LocalArtwork("discart")),
        ("landscape.jpg", LocalArtwork("landscape")),
        ("thumb.jpg", LocalArtwork("thumb")),
        ("keyart.jpg", LocalArtwork("keyart")),
        ("characterart.png", LocalArtwork("characterart")),
        ("season01-poster.jpg", LocalArtwork("season-poster", season=1)),
        ("season01.jpg", LocalArtwork("season-poster", season=1)),
        ("season1-banner.jpg", LocalArtwork("season-banner", season=1)),
        ("Season02-Fanart.jpg", LocalArtwork("season-fanart", season=2)),
        ("season2015-landscape.jpg", LocalArtwork("season-landscape", season=2015)),
        ("season01-thumb.jpg", LocalArtwork("season-landscape", season=1)),
        ("season-specials-poster.jpg", LocalArtwork("season-poster", season=0)),
        ("season-specials.jpg", LocalArtwork("season-poster", season=0)),
        ("season00-poster.jpg", LocalArtwork("season-poster", season=0)),
        ("season-all-poster.jpg", LocalArtwork("season-poster", season=ALL_SEASONS)),
        ("season-all-banner.jpg", LocalArtwork("season-banner", season=ALL_SEASONS)),
        ("season01-clearlogo.png", None),
        ("disc2.png", None),
        ("holiday.jpg", None),
        ("poster.nfo", None),
        (".jpg", None),
        ("poster", None),
    ],
)
def test_plain_names_belong_to_the_folder(name: str, artwork: LocalArtwork | None) -> None:
    assert recognise(name, None) == artwork
    assert recognise(name, VIDEO) == artwork


def test_an_episodes_thumb_is_its_own() -> None:
    assert recognise("Dark - S01E01-thumb.jpg", "Dark - S01E01") == LocalArtwork("thumb")
    assert recognise("Dark - S01E01-thumb.jpg", "Dark - S01E02") is None
    assert recognise("Dark - S01E01-thumb.jpg", None) is None


def test_a_picture_finds_its_video_in_either_unicode_form() -> None:
    assert recognise("Ame\u0301lie-poster.jpg", "Am\u00e9lie") == LocalArtwork("poster")


def test_every_type_has_a_name_that_kodi_accepts_and_an_ideal_size() -> None:
    assert len(ARTWORK_TYPES) == 14
    for name, (width, height) in IDEAL_SIZES.items():
        assert name.replace("-", "").isalnum()
        assert len(name) <= 20
        assert width > 0
        assert height > 0


@given(st.text(max_size=100), st.one_of(st.none(), st.text(max_size=40)))
def test_recognising_never_raises(name: str, stem: str | None) -> None:
    found = recognise(f"{name}.jpg", stem)
    assert found is None or found.type in ARTWORK_TYPES
