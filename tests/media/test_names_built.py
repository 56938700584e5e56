"""Names of what is published: each player's own, read again by us, and never two for one file."""

import os
from itertools import combinations
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maestrarr.media.artwork import ALL_SEASONS, ARTWORK_TYPES, LocalArtwork, recognise
from maestrarr.media.names import (
    Layout,
    NamingProfile,
    Place,
    Role,
    SubtitleName,
    actor_names,
    artwork_name,
    legal_name,
    legal_names,
    nfo_name,
    place_of,
    role_of,
    subtitle_name,
    subtitle_names,
    trailer_name,
)

KODI, JELLYFIN, PLEX = NamingProfile
FILM = "Up (2009) Bluray-1080p"
EPISODE = "Dark - S01E01-E02 - Secrets"
PLACES = {
    "movie": Place(Layout.MOVIE, FILM),
    "parts": Place(Layout.MOVIE, f"{FILM}-cd1"),
    "loose": Place(Layout.LOOSE, FILM),
    "bluray": Place(Layout.BLURAY),
    "dvd": Place(Layout.DVD),
    "series": Place(Layout.SERIES),
    "season": Place(Layout.SEASON, season_folder="Season 01"),
    "bare season": Place(Layout.SEASON),
    "episode": Place(Layout.EPISODE, EPISODE),
    "set": Place(Layout.SET, "Alien: The / Saga?"),
}
POSTER, FANART, THUMB = (LocalArtwork(kind) for kind in ("poster", "fanart", "thumb"))
SET = "Alien_ The _ Saga_"


def season(kind: str, number: int) -> LocalArtwork:
    return LocalArtwork(f"season-{kind}", season=number)


# What each player looks for; None where it looks for nothing of the kind.
MATRIX: list[tuple[str, LocalArtwork, str | None, str | None, str | None]] = [
    ("movie", POSTER, f"{FILM}-poster.jpg", f"{FILM}-poster.jpg", "poster.jpg"),
    ("movie", FANART, f"{FILM}-fanart.jpg", f"{FILM}-fanart.jpg", "fanart.jpg"),
    (
        "movie",
        LocalArtwork("fanart", 2),
        f"{FILM}-fanart2.jpg",
        f"{FILM}-fanart-2.jpg",
        "fanart-2.jpg",
    ),
    ("movie", LocalArtwork("poster", 1), f"{FILM}-poster1.jpg", None, "poster-1.jpg"),
    ("movie", LocalArtwork("banner"), f"{FILM}-banner.jpg", f"{FILM}-banner.jpg", "banner.jpg"),
    ("movie", LocalArtwork("clearlogo"), f"{FILM}-clearlogo.jpg", f"{FILM}-clearlogo.jpg", None),
    ("movie", LocalArtwork("clearart"), f"{FILM}-clearart.jpg", f"{FILM}-clearart.jpg", None),
    ("movie", LocalArtwork("discart"), f"{FILM}-discart.jpg", f"{FILM}-discart.jpg", None),
    ("movie", LocalArtwork("landscape"), f"{FILM}-landscape.jpg", f"{FILM}-landscape.jpg", None),
    ("movie", LocalArtwork("keyart"), f"{FILM}-keyart.jpg", None, None),
    ("movie", LocalArtwork("characterart"), None, None, None),
    ("movie", THUMB, None, None, None),
    ("parts", POSTER, f"{FILM}-cd1-poster.jpg", f"{FILM}-cd1-poster.jpg", "poster.jpg"),
    ("loose", POSTER, f"{FILM}-poster.jpg", f"{FILM}-poster.jpg", f"{FILM}.jpg"),
    (
        "loose",
        LocalArtwork("fanart", 1),
        f"{FILM}-fanart1.jpg",
        f"{FILM}-fanart-1.jpg",
        f"{FILM}-fanart-1.jpg",
    ),
    ("bluray", POSTER, "poster.jpg", "poster.jpg", "poster.jpg"),
    ("dvd", LocalArtwork("discart"), "discart.jpg", "discart.jpg", None),
    ("dvd", LocalArtwork("fanart", 1), "fanart1.jpg", "fanart-1.jpg", "fanart-1.jpg"),
    ("series", POSTER, "poster.jpg", "poster.jpg", "poster.jpg"),
    ("series", LocalArtwork("fanart", 3), "fanart3.jpg", "fanart-3.jpg", "fanart-3.jpg"),
    ("series", LocalArtwork("characterart"), "characterart.jpg", None, None),
    ("series", LocalArtwork("landscape"), "landscape.jpg", "landscape.jpg", None),
    ("series", LocalArtwork("discart"), None, None, None),
    (
        "season",
        season("poster", 1),
        "season01-poster.jpg",
        "season01-poster.jpg",
        "Season 01/Season01.jpg",
    ),
    (
        "bare season",
        season("poster", 1),
        "season01-poster.jpg",
        "season01-poster.jpg",
        "Season01.jpg",
    ),
    (
        "season",
        season("poster", 0),
        "season-specials-poster.jpg",
        "season-specials-poster.jpg",
        "Season 01/season-specials-poster.jpg",
    ),
    ("season", season("fanart", ALL_SEASONS), "season-all-fanart.jpg", None, None),
    (
        "season",
        season("banner", 12),
        "season12-banner.jpg",
        "season12-banner.jpg",
        "Season 01/Season12-banner.jpg",
    ),
    (
        "season",
        season("landscape", 100),
        "season100-landscape.jpg",
        "season100-landscape.jpg",
        None,
    ),
    ("season", LocalArtwork("season-poster"), None, None, None),
    ("season", POSTER, None, None, None),
    ("episode", THUMB, f"{EPISODE}-thumb.jpg", f"{EPISODE}-thumb.jpg", f"{EPISODE}.jpg"),
    ("episode", POSTER, None, None, None),
    ("set", POSTER, f"{SET}/poster.jpg", f"{SET} [boxset]/poster.jpg", None),
    ("set", LocalArtwork("fanart", 1), f"{SET}/fanart1.jpg", f"{SET} [boxset]/fanart-1.jpg", None),
]


@pytest.mark.parametrize(("place", "artwork", "kodi", "jellyfin", "plex"), MATRIX)
def test_each_player_has_its_own_names_for_pictures(
    place: str, artwork: LocalArtwork, kodi: str | None, jellyfin: str | None, plex: str | None
) -> None:
    for profile, name in ((KODI, kodi), (JELLYFIN, jellyfin), (PLEX, plex)):
        choice = artwork_name(profile, PLACES[place], artwork, ".jpg")
        assert choice.value == (name and PurePath(name)), profile
        assert choice.reason.endswith(".")


def every_picture() -> list[LocalArtwork]:
    plain = [LocalArtwork(kind, n) for kind in ARTWORK_TYPES for n in range(4) if "-" not in kind]
    return plain + [
        season(kind.removeprefix("season-"), number)
        for kind in ARTWORK_TYPES
        if "-" in kind
        for number in (ALL_SEASONS, 0, 1, 12, 100)
    ]


@pytest.mark.parametrize("profile", list(NamingProfile))
@pytest.mark.parametrize("where", list(PLACES))
def test_every_picture_is_recognised_by_its_name_and_told_from_all_others(
    profile: NamingProfile, where: str
) -> None:
    place = PLACES[where]
    taken: set[str] = set()
    for artwork in every_picture():
        path = artwork_name(profile, place, artwork, ".png").value
        if path is None:
            continue
        assert place_of(path) not in taken
        taken.add(place_of(path))
        stem = place.name if place.layout is not Layout.SET else None
        found = recognise(path.name, stem or None)
        if profile is PLEX and path.stem == place.name:
            assert found == THUMB  # of a film, it is read as the poster
        else:
            assert found == artwork


@pytest.mark.parametrize(
    ("place", "kodi", "jellyfin", "plex"),
    [
        ("movie", f"{FILM}.nfo", f"{FILM}.nfo", f"{FILM}.nfo"),
        ("parts", f"{FILM}-cd1.nfo", f"{FILM}-cd1.nfo", f"{FILM}-cd1.nfo"),
        ("loose", f"{FILM}.nfo", f"{FILM}.nfo", f"{FILM}.nfo"),
        ("bluray", "BDMV/index.nfo", "movie.nfo", "movie.nfo"),
        ("dvd", "VIDEO_TS/VIDEO_TS.nfo", "movie.nfo", "movie.nfo"),
        ("series", "tvshow.nfo", "tvshow.nfo", "tvshow.nfo"),
        ("season", "Season 01/season.nfo", "Season 01/season.nfo", "Season 01/season.nfo"),
        ("bare season", None, None, None),
        ("episode", f"{EPISODE}.nfo", f"{EPISODE}.nfo", f"{EPISODE}.nfo"),
        ("set", f"{SET}/set.nfo", None, None),
    ],
)
def test_each_player_has_its_own_names_for_nfo_files(
    place: str, kodi: str | None, jellyfin: str | None, plex: str | None
) -> None:
    for profile, name in ((KODI, kodi), (JELLYFIN, jellyfin), (PLEX, plex)):
        assert nfo_name(profile, PLACES[place]).value == (name and PurePath(name))


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("movie", f"{FILM}-trailer.mp4"),
        ("loose", f"{FILM}-trailer.mp4"),
        ("dvd", "movie-trailer.mp4"),
        ("series", "tvshow-trailer.mp4"),
        ("episode", None),
    ],
)
def test_a_trailer_is_one_to_us_as_well(place: str, name: str | None) -> None:
    path = trailer_name(PLACES[place], ".mp4").value

    assert path == (name and PurePath(name))
    assert path is None or role_of(PurePath("Up (2009)", path)) is Role.TRAILER


def test_subtitles_say_their_language_and_for_whom_they_are() -> None:
    subtitles = [
        SubtitleName(codec="srt", language="en"),
        SubtitleName(codec="srt", language="en"),
        SubtitleName(codec="srt", language="pt-BR", is_forced=True, is_default=True),
        SubtitleName(codec="ass", language="hi", is_hearing_impaired=True),
        SubtitleName(codec="srt"),
    ]
    named = [choice.value for choice in subtitle_names(PLACES["movie"], subtitles)]

    assert named == [
        PurePath(f"{FILM}.{words}")
        for words in ("en.srt", "2.en.srt", "pt-BR.default.forced.srt", "hi.sdh.ass", "srt")
    ]
    for path, meant in zip(named, subtitles, strict=True):
        assert path is not None
        found = subtitle_name(path.name, FILM)
        assert found is not None
        flags = ("language", "codec", "is_forced", "is_default", "is_hearing_impaired")
        assert [getattr(found, flag) for flag in flags] == [getattr(meant, f) for f in flags]


def test_portraits_are_called_as_kodi_calls_them() -> None:
    names = ["Ed Asner", "AC/DC", "AC:DC", "Zoë Kravitz", "ZOË KRAVITZ", "..", "con"]
    paths = actor_names(names, ".jpg")

    assert paths["Ed Asner"] == PurePath(".actors/Ed_Asner.jpg")
    assert paths["AC/DC"] == PurePath(".actors/AC_DC.jpg")
    assert str(paths["AC:DC"]).startswith(".actors/AC_DC~")
    assert paths[".."] == PurePath(".actors/_.jpg")
    assert paths["con"] == PurePath(".actors/con_.jpg")
    assert len({place_of(path) for path in paths.values()}) == len(names)
    assert actor_names(reversed(names), ".jpg") == paths


def test_a_name_that_is_too_long_gives_way_to_the_folders_or_to_none() -> None:
    long = "ü" * 124 + ".x"

    assert artwork_name(KODI, Place(Layout.MOVIE, long), POSTER, ".jpg").value == PurePath(
        "poster.jpg"
    )
    assert nfo_name(KODI, Place(Layout.MOVIE, long + "xx")).value == PurePath("movie.nfo")
    lost = artwork_name(KODI, Place(Layout.LOOSE, long), POSTER, ".jpg")
    assert lost.value is None
    assert lost.reason == "Its name would have 261 bytes; disks take 255."
    german = SubtitleName(codec="srt", language="de")
    assert subtitle_names(Place(Layout.EPISODE, long), [german])[0].value is None


@pytest.mark.parametrize(
    "stem", ["Caf\u00e9", "Cafe\u0301", os.fsdecode(b"Caf\xe9"), "a\nb", "[x]%_"]
)
def test_a_videos_name_is_kept_as_it_was_found(stem: str) -> None:
    path = artwork_name(KODI, Place(Layout.LOOSE, stem), POSTER, ".jpg").value

    assert path is not None
    assert os.fsencode(path) == os.fsencode(stem) + b"-poster.jpg"
    assert recognise(path.name, stem) == POSTER


def test_two_films_that_want_one_file_are_told() -> None:
    one = artwork_name(PLEX, Place(Layout.LOOSE, "UP-fanart"), POSTER, ".jpg").value
    other = artwork_name(PLEX, Place(Layout.LOOSE, "Up"), FANART, ".jpg").value

    assert one is not None
    assert other is not None
    assert one != other
    assert place_of(one) == place_of(other)


@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=300), max_size=5))
def test_legal_names_fit_on_any_disk_and_are_told_apart(names: list[str]) -> None:
    legal = legal_names(names)

    for name, made in legal.items():
        assert made
        assert not set('/\\:*"<>|?\0') & set(made)
        assert len(made.encode()) <= 255
        assert made.rstrip(". ") == made
        assert legal_name(name) == legal_name(name)
    for (_, one), (_, other) in combinations(legal.items(), 2):
        assert place_of(PurePath(one)) != place_of(PurePath(other))
