"""What folders mean: seasons, extras that are not titles, discs, and what no one looks into."""

import re
from collections.abc import Collection
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from maestrarr.kit.text import fold


class Role(StrEnum):
    """What a media file is to its title."""

    FEATURE = "feature"
    TRAILER = "trailer"
    SAMPLE = "sample"
    EXTRA = "extra"


_SEASON: Final = re.compile(
    r"(?:season|series|saison|staffel|sezon|temporada|stagione|seizoen|sesong|sesongen|säsong|kausi"
    r"|sæson|сезон|évad|sezona|série|serie|book|volume|シーズン)[ ._-]{0,3}(\d{1,4})(?![^\W_])",
    re.IGNORECASE,
)
_SEASON_BEHIND: Final = re.compile(
    r"(\d{1,4})(?:st|nd|rd|th|\.|ª|º|e|a)?[ ._-]{0,2}"
    r"(?:season|saison|staffel|sezon|temporada|stagione|seizoen|sesong|säsong|kausi|sæson|сезон"
    r"|évad|sezona)(?![^\W_])",
    re.IGNORECASE,
)
_SHORT_SEASON: Final = re.compile(r"S(\d{1,4})(?![^\W_])", re.IGNORECASE)
_CHINESE_SEASON: Final = re.compile(r"第(\d{1,2})[季期]")
_SPECIALS: Final = frozenset({"specials", "special", "ozel", "ozel bolumler", "speciaux"})

# Folded, because the folder may be called `Behind-The-Scenes` or `Behind the Scenes`.
_EXTRAS: Final = (
    "featurettes,featurette,behind the scenes,behindthescenes,deleted scenes,deletedscenes,deleted,"
    "interviews,interview,scenes,scene,shorts,short,extras,extra,other,others,clips,bonus,"
    "bonus features,special features,extrafanart,extrafanarts,extrathumbs,backdrops,theme music,"
    "actors,metadata,proof,making of"
)
_EXTRA_FOLDERS: Final = {
    **dict.fromkeys(_EXTRAS.split(","), Role.EXTRA),
    **dict.fromkeys(("trailers", "trailer"), Role.TRAILER),
    **dict.fromkeys(("sample", "samples"), Role.SAMPLE),
}
_ROLE_SUFFIX: Final = re.compile(
    r"(?:[-._](?P<marked>trailer|sample)"
    r"|-(?P<extra>featurette|behindthescenes|deleted|deletedscene|interview|scene|short|clip|extra"
    r"|other))(?:[ ._-]?\d{1,3})?$",
    re.IGNORECASE,
)
_ROLE_ALONE: Final = re.compile(
    r"(?:movie[-._])?(?P<marked>trailer|sample)[ ._-]?\d{0,3}", re.IGNORECASE
)
_SAMPLE_PREFIX: Final = re.compile(r"sample-(?=\S)", re.IGNORECASE)

_SYSTEM_NAMES: Final = (
    "@eadir,#recycle,@recycle,lost+found,$recycle.bin,recycler,system volume information,"
    "thumbs.db,desktop.ini,@tmp,#snapshot,@snapshot"
)
_IGNORED: Final = frozenset(_SYSTEM_NAMES.split(","))
_IGNORED_ENDINGS: Final = (
    *(".part", ".partial", ".!qb", ".!ut", ".crdownload", ".aria2", ".tmp", ".temp"),
    *(".unpack", ".download", ".opdownload", ".filepart", ".!sync", "~"),
)


def season_in_folder(name: str) -> int | None:
    """Read a season folder's number, in the usual languages; specials are 0, other folders None."""
    text = name.strip()
    if fold(text) in _SPECIALS:
        return 0
    match = (
        _SEASON.match(text)
        or _SHORT_SEASON.match(text)
        or _SEASON_BEHIND.match(text)
        or _CHINESE_SEASON.match(text)
    )
    return int(match[1]) if match else None


def role_of(relative_path: PurePath | str) -> Role:
    """Say what a file is to its title, from its path below the library's folder.

    The first folder is a title's own and never makes an extra: `Extras`, `Shorts (2009)` and
    `Trailer Park Boys` are titles. Only whole names of deeper folders count.
    """
    path = PurePath(relative_path)
    folders = path.parts[:-1]
    for folder in folders[1:]:
        role = _EXTRA_FOLDERS.get(fold(folder))
        if role:
            return role
    stem = path.stem
    match = _ROLE_SUFFIX.search(stem) or _ROLE_ALONE.fullmatch(stem)
    if not match:
        is_sample = bool(folders) and _SAMPLE_PREFIX.match(stem)
        return Role.SAMPLE if is_sample else Role.FEATURE
    # `The Sample (2010)/The.Sample.mkv` is that film, whatever its last word.
    if folders and fold(folders[-1]).startswith(fold(stem)):
        return Role.FEATURE
    marked = match.groupdict()["marked"]
    return Role(marked.casefold()) if marked else Role.EXTRA


def disc_structure(folder_names: Collection[str], file_names: Collection[str]) -> str | None:
    """Say whether a folder with these children is a disc: `bluray`, `dvd`, or None."""
    names = {name.casefold() for name in (*folder_names, *file_names)}
    if "bdmv" in names or "index.bdmv" in names:
        return "bluray"
    return "dvd" if "video_ts" in names or "video_ts.ifo" in names else None


def is_ignored(name: str) -> bool:
    """Say whether a file or folder is no one's media: hidden, unfinished, or a system's own."""
    folded = name.casefold()
    return folded.startswith(".") or folded in _IGNORED or folded.endswith(_IGNORED_ENDINGS)
