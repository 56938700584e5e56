"""Artwork beside media: its types in Kodi's words, the file names it goes by, its ideal sizes.

Source: kodi.wiki, Artwork; Jellyfin's LocalImageProvider; Plex's local media; Radarr's and
Sonarr's metadata writers.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

IMAGE_SUFFIXES: Final = frozenset({".jpg", ".jpeg", ".png", ".webp", ".tbn", ".gif", ".bmp"})

# Width and height in pixels that each type is made in.
IDEAL_SIZES: Final = {
    "poster": (2000, 3000),
    "keyart": (2000, 3000),
    "fanart": (3840, 2160),
    "landscape": (1920, 1080),
    "thumb": (1920, 1080),
    "banner": (1000, 185),
    "clearlogo": (800, 310),
    "clearart": (1000, 562),
    "discart": (1000, 1000),
    "characterart": (1000, 1399),
    "season-poster": (2000, 3000),
    "season-banner": (1000, 185),
    "season-landscape": (1920, 1080),
    "season-fanart": (3840, 2160),
}
ARTWORK_TYPES: Final = tuple(IDEAL_SIZES)

_WORDS: Final = {
    **dict.fromkeys(("poster", "folder", "cover", "default", "movie", "show"), "poster"),
    **dict.fromkeys(("fanart", "backdrop", "background", "art"), "fanart"),
    **dict.fromkeys(("clearlogo", "logo"), "clearlogo"),
    **dict.fromkeys(("discart", "disc", "cdart"), "discart"),
    **dict.fromkeys(("landscape",), "landscape"),
    **{name: name for name in ("banner", "clearart", "keyart", "characterart", "thumb")},
}
# These words are whole file names only: behind a video's name they would be part of a title.
_ONLY_ALONE: Final = frozenset({"movie", "show", "default", "folder", "cover", "art"})
_SEVERAL: Final = frozenset(
    {"fanart", "poster", "keyart", "banner", "landscape", "thumb", "clearlogo"}
)
_SEASON: Final = re.compile(
    r"season[ ._-]?(?P<number>\d{1,4}|specials?|all)"
    r"(?:-(?P<word>[a-z]+))?(?:-?(?P<copy>\d{1,3}))?"
)
_WORD: Final = re.compile(r"(?P<word>[a-z]+)(?:[ _-]?(?P<copy>\d{1,3}))?")
SPECIALS: Final = 0
ALL_SEASONS: Final = -1


@dataclass(frozen=True, slots=True)
class LocalArtwork:
    """A picture file's role: its type, which of several it is (from 0), and its season.

    `season` is 0 for the specials and -1 for all seasons; None when it is not a season's.
    """

    type: str
    number: int = 0
    season: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A picture that a service offers for a title, not downloaded.

    `type` is one of ARTWORK_TYPES. `rating` and `votes` are what its viewers think of it.
    `language` is that of its text, `is_textless` whether it has none; None is unknown.
    `season` is 0 for the specials, -1 for all seasons, None when it is not a season's.
    """

    type: str
    url: str
    id: str | None = None
    preview_url: str | None = None
    width: int | None = None
    height: int | None = None
    language: str | None = None
    is_textless: bool | None = None
    rating: float | None = None
    votes: int | None = None
    season: int | None = None


def recognise(file_name: str, video_stem: str | None) -> LocalArtwork | None:
    """Say which artwork a file is, by its name beside the video `video_stem`.

    With a stem, `<stem>-poster.jpg` and `<stem>.jpg` belong to that video; the plain names
    (`poster.jpg`, `fanart1.jpg`, `season01-poster.jpg`) belong to the folder, whatever the stem.
    `<stem>.jpg` is a thumb: of an episode it is that, of a film players show it as the poster.
    Pictures of other videos and of no known role are None.
    """
    stem, dot, suffix = _composed(file_name).rpartition(".")
    if not dot or not stem or f".{suffix}" not in IMAGE_SUFFIXES:
        return None
    if video_stem:
        own = _of_video(stem, _composed(video_stem))
        if own:
            return own
    return _of_season(stem) or _of_folder(stem)


def _composed(text: str) -> str:
    """Bring a name to one Unicode form and one case: pictures and videos may differ in both."""
    return unicodedata.normalize("NFC", text).casefold()


def _of_video(stem: str, video_stem: str) -> LocalArtwork | None:
    if stem == video_stem:
        # Kodi's old `.tbn`, Plex's and Jellyfin's picture of an episode or a film.
        return LocalArtwork("thumb")
    if not stem.startswith(f"{video_stem}-"):
        return None
    match = _WORD.fullmatch(stem[len(video_stem) + 1 :])
    if not match or match["word"] in _ONLY_ALONE:
        return None
    return _numbered(match)


def _of_folder(stem: str) -> LocalArtwork | None:
    match = _WORD.fullmatch(stem)
    return _numbered(match) if match else None


def _of_season(stem: str) -> LocalArtwork | None:
    match = _SEASON.fullmatch(stem)
    if not match:
        return None
    kind = _WORDS.get(match["word"] or "poster")
    season_type = f"season-{kind}"
    if season_type not in IDEAL_SIZES and kind != "thumb":
        return None
    number = match["number"]
    season = int(number) if number.isdigit() else ALL_SEASONS if number == "all" else SPECIALS
    return LocalArtwork(
        "season-landscape" if kind == "thumb" else season_type, int(match["copy"] or 0), season
    )


def _numbered(match: re.Match[str]) -> LocalArtwork | None:
    kind = _WORDS.get(match["word"])
    if kind is None or (match["copy"] and kind not in _SEVERAL):
        return None
    return LocalArtwork(kind, int(match["copy"] or 0))
