"""One XML element of an NFO file to one entry, in Kodi's words and those of its relatives.

Source: kodi.wiki, NFO files (movies, TV shows, episodes); Jellyfin's and Radarr's NFO writers.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lxml import etree

from maestrarr.media.facts import UNDETERMINED
from maestrarr.media.ids import NO_IDS, ExternalIds, positive
from maestrarr.media.languages import normalise
from maestrarr.media.nfo.elements import Fields, local_name, text_of
from maestrarr.media.nfo.entry import Actor, NfoEntry, NfoKind, Rating
from maestrarr.media.nfo.streams import read_streams
from maestrarr.media.nfo.trailers import read_trailers
from maestrarr.media.nfo.values import (
    read_count,
    read_date,
    read_minutes,
    read_number,
    read_truth,
    read_year,
)

KINDS: Final[dict[str, NfoKind]] = {
    "movie": "movie",
    "tvshow": "series",
    "season": "season",
    "episodedetails": "episode",
}
IMDB: Final = re.compile(r"\s*(tt\d{5,10})\s*", re.IGNORECASE)
SERVICES: Final = {
    **dict.fromkeys(("tmdb", "themoviedb", "tmdbid", "tmdb_id"), "tmdb"),
    **dict.fromkeys(("tvdb", "thetvdb", "tvdbid", "tvdb_id"), "tvdb"),
    **dict.fromkeys(("imdb", "imdbid", "imdb_id"), "imdb"),
}
ID_ELEMENTS: Final = ("tmdbid", "tmdb_id", "tvdbid", "tvdb_id", "imdbid", "imdb_id")


def read_entry(element: etree._Element) -> NfoEntry:
    """Read one `movie`, `tvshow`, `season` or `episodedetails` element."""
    fields = Fields(element)
    kind = KINDS[local_name(element)]
    premiered = read_date(fields.text(*_date_names(kind)))
    year = read_year(fields.text("year"))
    entry = NfoEntry(
        kind=kind,
        title=fields.text("title", "localtitle"),
        original_title=fields.text("originaltitle"),
        sort_title=fields.text("sorttitle", "sortname"),
        year=year or (premiered.year if premiered else None),
        premiered=premiered,
        runtime_minutes=read_minutes(fields.text("runtime")),
        plot=fields.text("plot", "overview", "biography"),
        outline=fields.text("outline"),
        tagline=fields.text("tagline"),
        certification=fields.text("mpaa", "certification"),
        original_language=_language(fields),
        status=fields.text("status"),
        is_locked=read_truth(fields.text("lockdata")),
        locked_fields=frozenset(_piped(fields.text("lockedfields"))),
    )
    return _with_ids(_with_numbers(_with_lists(entry, fields), fields), fields)


def _date_names(kind: NfoKind) -> tuple[str, ...]:
    if kind == "episode":
        return ("aired", "premiered", "releasedate")
    return ("premiered", "releasedate", "aired", "formed")


def _with_lists(entry: NfoEntry, fields: Fields) -> NfoEntry:
    set_name, set_overview = _set(fields)
    return replace(
        entry,
        ratings=_ratings(fields),
        user_rating=read_number(fields.text("userrating")),
        genres=fields.split("genre"),
        studios=fields.split("studio"),
        networks=fields.split("network"),
        countries=fields.split("country"),
        tags=fields.texts("tag"),
        directors=fields.split("director"),
        writers=fields.split("credits", "writer"),
        actors=_actors(fields),
        languages=_languages(fields),
        trailers=read_trailers(fields.texts("trailer")),
        streams=read_streams(fields),
        set_name=set_name,
        set_overview=set_overview,
    )


def _with_numbers(entry: NfoEntry, fields: Fields) -> NfoEntry:
    if entry.kind not in {"season", "episode"}:
        return entry
    return replace(
        entry,
        series_title=fields.text("showtitle"),
        season=read_count(fields.text("seasonnumber", "season")),
        episode=read_count(fields.text("episode")) if entry.kind == "episode" else None,
        last_episode=read_count(fields.text("episodenumberend")),
        display_season=read_count(fields.text("displayseason")),
        display_episode=read_count(fields.text("displayepisode")),
        dvd_season=read_count(fields.text("dvd_season")),
        dvd_episode=read_count(fields.text("dvd_episode", "dvd_episodenumber")),
        absolute_number=read_count(fields.text("absolute_number")),
    )


def _with_ids(entry: NfoEntry, fields: Fields) -> NfoEntry:
    """Read the ids: `uniqueid` wins over `tmdbid` and its like, and those over the old `id`."""
    ids, others, default = NO_IDS, dict[str, str](), None
    for element in fields.all("uniqueid"):
        service, value = (element.get("type") or "").strip().lower(), text_of(element)
        if not value:
            continue
        known = SERVICES.get(service)
        ids = ids.merged_with(_id(known, value) if known else NO_IDS)
        if not known and service:
            others.setdefault(service, value)
        if read_truth(element.get("default")):
            default = default or known or service or None
    for name in ID_ELEMENTS:
        ids = ids.merged_with(_id(SERVICES[name], fields.text(name) or ""))
    for element in fields.all("id"):
        ids = ids.merged_with(_old_id(element, entry.kind))
    return replace(entry, ids=ids, default_id=default, other_ids=tuple(others.items()))


def _id(service: str, value: str) -> ExternalIds:
    if service == "imdb":
        match = IMDB.fullmatch(value)
        return ExternalIds(imdb=match[1].lower() if match else None)
    number = positive(value.strip())
    return ExternalIds(tmdb=number) if service == "tmdb" else ExternalIds(tvdb=number)


def _old_id(element: etree._Element, kind: NfoKind) -> ExternalIds:
    """Read Kodi's old `id`: IMDb's by its shape, else TMDB's of a film and TVDB's of a series."""
    ids = NO_IDS
    for name, value in element.attrib.items():
        service = SERVICES.get(str(name).lower())
        ids = ids.merged_with(_id(service, str(value)) if service else NO_IDS)
    value = text_of(element) or ""
    if IMDB.fullmatch(value):
        return ids.merged_with(_id("imdb", value))
    return ids.merged_with(_id("tmdb" if kind == "movie" else "tvdb", value))


def _ratings(fields: Fields) -> tuple[Rating, ...]:
    ratings = [
        rating
        for group in fields.all("ratings")
        for element in group.iterchildren("*")
        if (rating := _rating(element))
    ]
    value = read_number(fields.text("rating"))
    if not ratings and value is not None:
        votes = read_count(fields.text("votes"))
        ratings = [Rating(source="default", value=value, votes=votes, is_default=True)]
    return tuple(ratings)


def _rating(element: etree._Element) -> Rating | None:
    inner = Fields(element)
    value = read_number(inner.text("value"))
    if value is None:
        return None
    return Rating(
        source=(element.get("name") or "default").strip().lower(),
        value=value,
        highest=read_number(element.get("max")) or 10.0,
        votes=read_count(inner.text("votes")),
        is_default=read_truth(element.get("default")),
    )


def _actors(fields: Fields) -> tuple[Actor, ...]:
    actors = []
    for element in fields.all("actor"):
        inner = Fields(element)
        name = inner.text("name") if len(element) else text_of(element)
        if name:
            order = read_count(inner.text("order", "sortorder"))
            actors.append(
                Actor(name=name, role=inner.text("role"), order=order, thumb=inner.text("thumb"))
            )
    return tuple(actors)


def _set(fields: Fields) -> tuple[str | None, str | None]:
    """Read `<set>`: a name and an overview in elements, or the name alone as text."""
    for element in fields.all("set"):
        inner = Fields(element)
        name = inner.text("name") if len(element) else text_of(element)
        if name:
            return name, inner.text("overview")
    return None, None


def _language(fields: Fields) -> str | None:
    tag = normalise(fields.text("originallanguage", "original_language"))
    return None if tag == UNDETERMINED else tag


def _languages(fields: Fields) -> tuple[str, ...]:
    words = re.split(r"[,|/;]", ",".join(fields.texts("languages")))
    tags = dict.fromkeys(normalise(word.strip()) for word in words)
    return tuple(tag for tag in tags if tag != UNDETERMINED)


def _piped(text: str | None) -> Sequence[str]:
    return [part.strip() for part in (text or "").split("|") if part.strip()]
