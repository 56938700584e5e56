"""Names of what is published beside media, as Kodi, Jellyfin and Plex look for it.

Source: kodi.wiki, Artwork types, NFO files and Movie set information folder; Jellyfin's
LocalImageProvider; Plex's local media assets.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from maestrarr.kit.choice import Choice
from maestrarr.media.artwork import ALL_SEASONS, ARTWORK_TYPES, SPECIALS, LocalArtwork
from maestrarr.media.facts import UNDETERMINED
from maestrarr.media.names.legal import LONGEST_BYTES, legal_name, legal_names, size_bytes
from maestrarr.media.names.subtitles import SubtitleName

Named = Choice[PurePath | None]


class NamingProfile(StrEnum):
    """Whose names are used."""

    KODI = "kodi"
    JELLYFIN = "jellyfin"
    PLEX = "plex"


class Layout(StrEnum):
    """How a title lies on the disk.

    A film has a folder of its own, lies loose among others, or is a disc's folder. What is in
    several parts is named after its first; several episodes in one video are one `EPISODE`.
    """

    MOVIE = "movie"
    LOOSE = "loose"
    BLURAY = "bluray"
    DVD = "dvd"
    SERIES = "series"
    SEASON = "season"
    EPISODE = "episode"
    SET = "set"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a title lies; names are relative to its folder, a season's to its series' folder.

    `name` is the video's name without its suffix, just as it was found, or a set's name;
    `season_folder` is where a season's episodes lie, if they have a folder.
    """

    layout: Layout
    name: str = ""
    season_folder: str | None = None


_DISCS: Final = frozenset({Layout.BLURAY, Layout.DVD})
_MOVIES: Final = frozenset({Layout.MOVIE, Layout.LOOSE}) | _DISCS
_OF_MOVIES: Final = frozenset(
    {"poster", "fanart", "banner", "clearlogo", "clearart", "discart", "landscape", "keyart"}
)
_OF_SERIES: Final = (_OF_MOVIES - {"discart"}) | {"characterart"}
_OF_SEASONS: Final = frozenset(kind for kind in ARTWORK_TYPES if kind.startswith("season-"))
_TYPES: Final = {
    **dict.fromkeys(_MOVIES, _OF_MOVIES),
    Layout.SERIES: _OF_SERIES,
    Layout.SEASON: _OF_SEASONS,
    Layout.EPISODE: frozenset({"thumb"}),
    Layout.SET: _OF_MOVIES - {"discart"},
}
_READS: Final = {
    NamingProfile.KODI: frozenset(ARTWORK_TYPES),
    NamingProfile.JELLYFIN: frozenset(ARTWORK_TYPES) - {"keyart", "characterart"},
    NamingProfile.PLEX: frozenset(
        {"poster", "fanart", "banner", "thumb", "season-poster", "season-banner"}
    ),
}
_SEVERAL: Final = {
    NamingProfile.KODI: frozenset(
        {"poster", "fanart", "banner", "clearlogo", "landscape", "keyart"}
    ),
    NamingProfile.JELLYFIN: frozenset({"fanart"}),
    NamingProfile.PLEX: frozenset({"poster", "fanart"}),
}


def artwork_name(profile: NamingProfile, place: Place, artwork: LocalArtwork, suffix: str) -> Named:
    """Name a picture's file; None, and why, where the player would not find it under any name.

    Args:
        profile: whose names are used.
        place: where the title lies.
        artwork: which picture it is.
        suffix: the file's, such as `.jpg`.
    """
    if unread := _why_unread(profile, place.layout, artwork):
        return Choice(None, unread)
    if place.layout is Layout.SEASON:
        return _of_season(profile, place, artwork, suffix)
    if place.layout is Layout.SET:
        return _of_set(profile, place, f"{_word(profile, artwork)}{suffix}")
    if profile is NamingProfile.PLEX:
        return _fitting(_of_plex(place, artwork, suffix))
    return _beside_video(place, f"{_word(profile, artwork)}{suffix}")


def nfo_name(profile: NamingProfile, place: Place) -> Named:
    """Name a title's NFO file. Plex reads none; it gets those from which a library is rebuilt."""
    reads_discs = profile is NamingProfile.KODI
    match place.layout:
        case Layout.BLURAY:
            paths = [PurePath("BDMV", "index.nfo") if reads_discs else PurePath("movie.nfo")]
        case Layout.DVD:
            paths = [PurePath("VIDEO_TS", "VIDEO_TS.nfo") if reads_discs else PurePath("movie.nfo")]
        case Layout.SERIES:
            paths = [PurePath("tvshow.nfo")]
        case Layout.SEASON:
            paths = [PurePath(place.season_folder, "season.nfo")] if place.season_folder else []
        case Layout.SET:
            is_read = profile is NamingProfile.KODI
            paths = [PurePath(legal_name(place.name), "set.nfo")] if is_read else []
        case Layout.MOVIE:
            paths = [PurePath(f"{place.name}.nfo"), PurePath("movie.nfo")]
        case Layout.LOOSE | Layout.EPISODE:
            paths = [PurePath(f"{place.name}.nfo")]
    if not paths:
        return Choice(None, f"{profile.title()} reads no NFO file of this {place.layout}.")
    return _fitting(*paths)


def trailer_name(place: Place, suffix: str) -> Named:
    """Name a trailer's file: the three players read the same."""
    match place.layout:
        case Layout.BLURAY | Layout.DVD:
            return _fitting(PurePath(f"movie-trailer{suffix}"))
        case Layout.SERIES:
            return _fitting(PurePath(f"tvshow-trailer{suffix}"))
        case Layout.MOVIE | Layout.LOOSE:
            return _fitting(PurePath(f"{place.name}-trailer{suffix}"))
        case Layout.SEASON | Layout.EPISODE | Layout.SET:
            return Choice(None, "Trailers are of films and series.")


def subtitle_names(place: Place, subtitles: Iterable[SubtitleName]) -> list[Named]:
    """Name subtitles' files beside one video, each unlike the others."""
    counts: dict[str, int] = {}
    named: list[Named] = []
    for subtitle in subtitles:
        said = [] if subtitle.language == UNDETERMINED else [subtitle.language]
        said += ["default"] if subtitle.is_default else []
        said += ["forced"] if subtitle.is_forced else []
        said += ["sdh"] if subtitle.is_hearing_impaired else []
        words = ".".join(said)
        key = f"{words}.{subtitle.codec}".casefold()
        counts[key] = counts.get(key, 0) + 1
        copy = [str(counts[key])] if counts[key] > 1 else []
        name = ".".join([place.name, *copy, *said, subtitle.codec])
        named.append(_fitting(PurePath(name)))
    return named


def actor_names(names: Iterable[str], suffix: str) -> dict[str, PurePath]:
    """Name the portraits of a cast, which only Kodi reads: `.actors/First_Last.jpg`."""
    longest = LONGEST_BYTES - size_bytes(suffix)
    underscored = {name: name.replace(" ", "_") for name in names}
    legal = legal_names(underscored.values(), longest)
    return {
        name: PurePath(".actors", f"{legal[written]}{suffix}")
        for name, written in underscored.items()
    }


def _why_unread(profile: NamingProfile, layout: Layout, artwork: LocalArtwork) -> str | None:
    kind = artwork.type
    if kind not in _TYPES[layout]:
        return f"A title of this kind has no {kind}."
    if kind not in _READS[profile]:
        return f"{profile.title()} reads no {kind} beside media."
    if artwork.number and kind not in _SEVERAL[profile]:
        return f"{profile.title()} reads one {kind} of a title."
    return None


def _word(profile: NamingProfile, artwork: LocalArtwork) -> str:
    """Write a type, and which of several it is: Kodi's `fanart1`, the others' `fanart-1`."""
    if not artwork.number:
        return artwork.type
    between = "" if profile is NamingProfile.KODI else "-"
    return f"{artwork.type}{between}{artwork.number}"


def _beside_video(place: Place, word: str) -> Named:
    """Put the video's name in front, which finds the picture whatever else is in the folder."""
    alone = PurePath(word)
    if place.layout in _DISCS or place.layout is Layout.SERIES:
        return _fitting(alone)
    own = PurePath(f"{place.name}-{word}")
    return _fitting(own, alone) if place.layout is Layout.MOVIE else _fitting(own)


def _of_plex(place: Place, artwork: LocalArtwork, suffix: str) -> PurePath:
    word = f"{_word(NamingProfile.PLEX, artwork)}{suffix}"
    is_own = artwork.type in {"poster", "thumb"} and not artwork.number
    if place.layout is Layout.EPISODE or (place.layout is Layout.LOOSE and is_own):
        return PurePath(f"{place.name}{suffix}")
    return PurePath(f"{place.name}-{word}" if place.layout is Layout.LOOSE else word)


def _of_season(profile: NamingProfile, place: Place, artwork: LocalArtwork, suffix: str) -> Named:
    word = artwork.type.removeprefix("season-")
    season = artwork.season
    if season is None:
        return Choice(None, "It is not said of which season this picture is.")
    if season == ALL_SEASONS and profile is not NamingProfile.KODI:
        return Choice(None, f"{profile.title()} reads no {word} of all seasons together.")
    if profile is NamingProfile.PLEX:
        folder = PurePath(place.season_folder or "")
        numbered = f"Season{season:02}" + ("" if word == "poster" else f"-{word}")
        own = numbered if season != SPECIALS else f"season-specials-{word}"
        return _fitting(folder / f"{own}{suffix}")
    marks = {SPECIALS: "-specials", ALL_SEASONS: "-all"}
    return _fitting(PurePath(f"season{marks.get(season, f'{season:02}')}-{word}{suffix}"))


def _of_set(profile: NamingProfile, place: Place, file_name: str) -> Named:
    if profile is NamingProfile.PLEX:
        return Choice(None, "Plex reads no pictures of a set from a disk.")
    mark = " [boxset]" if profile is NamingProfile.JELLYFIN else ""
    folder = legal_name(place.name, LONGEST_BYTES - len(mark)) + mark
    return _fitting(PurePath(folder, file_name))


def _fitting(*wanted: PurePath) -> Named:
    """Take the first name that a disk can hold."""
    for path in wanted:
        if all(size_bytes(part) <= LONGEST_BYTES for part in path.parts):
            return Choice(path, f"It is called {path.name}.")
    bytes_ = max(map(size_bytes, wanted[0].parts))
    return Choice(None, f"Its name would have {bytes_} bytes; disks take {LONGEST_BYTES}.")
