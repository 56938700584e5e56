"""Reading a file's or a folder's name: ids first, then episode numbers, else a title and a year."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePath
from typing import Final

from maestrarr.kit.text import readable
from maestrarr.media.ids import find_ids, without_ids
from maestrarr.media.names import fallback
from maestrarr.media.names.folders import season_in_folder
from maestrarr.media.names.numbering import YEAR, Numbering, fansub_group, find_numbering
from maestrarr.media.names.parsed import ParsedName
from maestrarr.media.names.release import (
    is_of_release,
    read_attributes,
    release_start,
    take_part,
    without_language,
)
from maestrarr.media.names.suffixes import KNOWN_SUFFIXES

_LONGEST_NAME: Final = 255
_YEAR_IN_BRACKETS: Final = re.compile(rf"[(\[]({YEAR})(?:[ ]?[-–][ ]?(?:{YEAR})?)?[)\]]")
_BARE_YEAR: Final = re.compile(rf"(?<=[ ._\-])({YEAR})(?![^\W_])")
_EDITION_TAG: Final = re.compile(r"\{edition-([^{}]{1,100})\}", re.IGNORECASE)
_ONLY_AN_ID: Final = re.compile(r"tt\d{7,8}")
_SITE: Final = re.compile(
    r"^www\.[\w.-]{1,60}\.[a-z]{2,6}[ ._]{1,3}-[ ._]{1,3}(?=\w)", re.IGNORECASE
)
_VERSION: Final = re.compile(r"^[ ._]*-[ _]+(?:\[([^\[\]]+)\]|([^\[\](){}]+))\s*$")
_ALSO_KNOWN_AS: Final = re.compile(r"[ ._](?:AKA|a\.k\.a\.)[ ._]")
_INITIALS: Final = re.compile(r"(?<![^\W_])(?:[A-Z]\.){2,}(?:[A-Z](?![^\W_]))?")
_ARTICLE_BEHIND: Final = re.compile(
    r"^(.+), (The|A|An|Le|La|Les|L'|Un|Une|Der|Die|Das|Ein|Eine|El|Los|Las|Il|Lo|Gli|De|Het)$",
    re.IGNORECASE,
)
_SPACES: Final = re.compile(r"\s+")
_EMPTY_BRACKETS: Final = re.compile(r"\[\s*\]|\(\s*\)|\{\s*\}")
_EDGES: Final = " -–_([{,;"
_FRONT_EDGES: Final = " -–_)]},;"
_OPENING_TITLE: Final = re.compile(r"[\[{]")


@lru_cache(maxsize=1024)
def parse_file(name: str, *, numbered: bool = True) -> ParsedName:
    """Read a media file's name, suffix and all; folders before it are left out.

    Where it can only be a film, it is not `numbered`: `Star Wars - Episode 4` is a title.
    """
    path = PurePath(name.replace("\0", " ")[-4096:]).name
    stem, dot, suffix = path.rpartition(".")
    is_known = dot and f".{suffix.casefold()}" in KNOWN_SUFFIXES
    return _parse(stem if is_known else path, numbered=numbered)


@lru_cache(maxsize=1024)
def parse_folder(name: str, *, numbered: bool = True) -> ParsedName:
    """Read a folder's name: a film's, a series', or a season's (which then has no title)."""
    season = season_in_folder(name)
    if season is not None:
        return ParsedName(season=season)
    return _parse(name.replace("\0", " "), numbered=numbered)


def _parse(name: str, *, numbered: bool) -> ParsedName:
    written = unicodedata.normalize("NFC", readable(name[:_LONGEST_NAME]))
    ids = find_ids(f"[{written}]" if _ONLY_AN_ID.fullmatch(written) else written)
    text = without_ids(written) if ids else written
    edition = None
    if tag := _EDITION_TAG.search(text):
        edition, text = tag[1].strip(), _EDITION_TAG.sub(" ", text)
    text = _SITE.sub("", _EMPTY_BRACKETS.sub(" ", text.strip()))
    numbering = find_numbering(text) if numbered else None
    parsed = _episode(text, numbering) if numbering else _film(text)
    if not parsed.title and not numbering and written.strip():
        parsed = fallback.parse(written) or replace(parsed, title=written.strip())
    return replace(parsed, ids=ids, edition=edition or parsed.edition)


def _film(text: str) -> ParsedName:
    group, start, end, year = None, *_year(text)
    before, rest = text[:start], text[end:]
    if not _has_words(before) and year is not None:
        # `(1999) The Matrix`: the year came first.
        cut = release_start(rest)
        before, rest = rest[:cut], rest[cut:]
    if before.startswith("[") and (rest.strip() or end == len(text)):
        group, before = _without_group(before)
    is_dotted = _is_dotted(text, start)
    if start == len(text):
        # Without a year `Title cd1` is a part, but `Title Part 1` is a title.
        part, before = take_part(before, in_episode=True)
    else:
        part, rest = take_part(rest, in_episode=False)
    if is_dotted and year is not None:
        before = without_language(before)
    titles = _titles(before, is_dotted=is_dotted)
    attributes = read_attributes(rest)
    uncertain = year is not None and text[start] not in "([" and not rest.strip(" -._")
    return ParsedName(
        title=titles[0],
        alternative_titles=(*titles[1:], *((f"{titles[0]} {year}",) if uncertain else ())),
        year=year,
        part=part,
        edition=attributes.edition,
        stereo=attributes.stereo,
        resolution=attributes.resolution,
        source=attributes.source,
        release_group=attributes.release_group or group,
        version=_version(rest) if part is None and year is not None else None,
    )


def _episode(text: str, numbering: Numbering) -> ParsedName:
    group, before = fansub_group(text[: numbering.start])
    if not _has_words(before):
        group, before = None, text[: numbering.start]
    rest = text[numbering.end :]
    titles, year = _series_titles(numbering.title or before, text, numbering.start)
    is_one = numbering.season is None or bool(numbering.episodes)
    part, rest = take_part(rest, in_episode=True)
    cut = _title_end(rest)
    attributes = read_attributes(rest[cut:])
    episode_title = _clean(rest[:cut], is_dotted=_is_dotted(rest, cut))
    if is_of_release(episode_title):
        episode_title = ""
    return ParsedName(
        title=titles[0],
        alternative_titles=titles[1:],
        year=year,
        season=numbering.season,
        episodes=numbering.episodes,
        absolute=numbering.absolute,
        air_date=numbering.air_date,
        episode_title=(episode_title or None) if is_one else None,
        part=part,
        edition=attributes.edition,
        stereo=attributes.stereo,
        resolution=attributes.resolution,
        source=attributes.source,
        release_group=attributes.release_group or group or _bracketed_group(text, numbering),
        version=numbering.version,
    )


def _year(text: str) -> tuple[int, int, int | None]:
    """Find where the year stands, or where a release's words begin when there is none.

    The last year before those words is the right one: `2001 A Space Odyssey 1968`, `1917 2019`.
    """
    bracketed = list(_YEAR_IN_BRACKETS.finditer(text))
    if bracketed:
        return bracketed[-1].start(), bracketed[-1].end(), int(bracketed[-1][1])
    cut = release_start(text)
    bare = [
        match for match in _BARE_YEAR.finditer(text, 0, cut) if _has_words(text[: match.start()])
    ]
    if bare:
        return bare[-1].start(), bare[-1].end(), int(bare[-1][1])
    return cut, cut, None


def _series_titles(before: str, text: str, start: int) -> tuple[tuple[str, ...], int | None]:
    is_dotted = _is_dotted(text, start)
    bracketed = list(_YEAR_IN_BRACKETS.finditer(before))
    if bracketed and _has_words(before[: bracketed[-1].start()]):
        return _titles(before[: bracketed[-1].start()], is_dotted=is_dotted), int(bracketed[-1][1])
    whole = _titles(before, is_dotted=is_dotted)
    name, _, last = whole[0].rpartition(" ")
    if name and re.fullmatch(YEAR, last):
        # `Space 1999` is a title, `Castle 2009` a title and a year: both are offered.
        return (name, *whole[1:], whole[0]), int(last)
    return whole, None


def _titles(written: str, *, is_dotted: bool) -> tuple[str, ...]:
    """Clean the title and its other names; there is always a first one, if only an empty one."""
    names = (_clean(part, is_dotted=is_dotted) for part in _ALSO_KNOWN_AS.split(written))
    titles = tuple(_article_first(name) for name in names if name)
    return titles or ("",)


def _clean(written: str, *, is_dotted: bool) -> str:
    text = written.replace("_", " ")
    if is_dotted:
        kept = _INITIALS.sub(lambda match: match[0].replace(".", "\0") + " ", text)
        text = kept.replace(".", " ").replace("\0", ".")
    text = _SPACES.sub(" ", text).rstrip(_EDGES).lstrip(_FRONT_EDGES)
    return text.strip()


def _is_dotted(text: str, end: int) -> bool:
    """Say whether dots stand for spaces: the sign before the year or number tells it."""
    sign = text[end - 1 : end] if 0 < end < len(text) else ""
    if sign in {".", "_"}:
        return True
    return " " not in text[:end].strip()


def _article_first(title: str) -> str:
    match = _ARTICLE_BEHIND.match(title)
    if not match:
        return title
    return f"{match[2]}{'' if match[2].endswith(chr(39)) else ' '}{match[1]}"


def _title_end(rest: str) -> int:
    """Find where an episode's title ends: at a bracket of attributes, or a release's words."""
    opening = _OPENING_TITLE.search(rest)
    # A sentinel word stands before, because the first word of a name is never of a release.
    cut = release_start(f"x {rest.lstrip(' .-_')}") - 2 + len(rest) - len(rest.lstrip(" .-_"))
    return min(opening.start() if opening else len(rest), max(cut, 0))


def _version(rest: str) -> str | None:
    match = _VERSION.match(rest)
    return (match[1] or match[2]).strip(" -") or None if match else None


def _without_group(before: str) -> tuple[str | None, str]:
    group, rest = fansub_group(before)
    is_title = sum(character.isalpha() for character in rest) < 2
    return (None, before) if is_title else (group, rest)


def _bracketed_group(text: str, numbering: Numbering) -> str | None:
    return text[1 : text.index("]")] if numbering.title and text.startswith("[") else None


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)
