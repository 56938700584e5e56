"""A description made fit for an NFO file: only what XML can hold and a reader gives back."""

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Final

from maestrarr.media.facts import UNDETERMINED
from maestrarr.media.ids import ExternalIds, positive
from maestrarr.media.languages import normalise
from maestrarr.media.nfo.decoding import without_impossible
from maestrarr.media.nfo.entry import Actor, AudioStream, NfoEntry, Rating, Streams, VideoStream
from maestrarr.media.nfo.fields import IMDB, SERVICES
from maestrarr.media.nfo.streams import three_letters
from maestrarr.media.nfo.trailers import read_trailers
from maestrarr.media.nfo.values import read_date, read_year

_LINE_ENDS: Final = re.compile("\r\n?")
_TEXTS: Final = (
    *("title", "original_title", "sort_title", "plot", "outline", "tagline", "certification"),
    *("set_name", "set_overview", "series_title", "status"),
)
_SPLIT_LISTS: Final = ("genres", "studios", "networks", "countries", "directors", "writers")
_COUNTS: Final = (
    *("season", "episode", "last_episode", "display_season", "display_episode"),
    *("dvd_season", "dvd_episode", "absolute_number"),
)
_MOST: Final = 99_999


def cleaned(entry: NfoEntry) -> NfoEntry:
    """Return a description as a reader of the written file would give it back."""
    texts: dict[str, Any] = {name: text_or_none(getattr(entry, name)) for name in _TEXTS}
    lists: dict[str, Any] = {name: _parts(getattr(entry, name)) for name in _SPLIT_LISTS}
    is_numbered = entry.kind in {"season", "episode"}
    counts: dict[str, Any] = {
        name: _count(getattr(entry, name)) if is_numbered else None for name in _COUNTS
    }
    if not is_numbered:
        texts["series_title"] = None
    if entry.kind != "episode":
        counts["episode"] = None
    if texts["set_name"] is None:
        texts["set_overview"] = None
    minutes = entry.runtime_minutes
    return replace(
        _with_ids(entry),
        **texts,
        **lists,
        **counts,
        tags=_several(entry.tags),
        year=read_year(str(entry.year)) if entry.year else None,
        premiered=_day(entry.premiered),
        runtime_minutes=minutes if minutes and 0 < minutes <= _MOST else None,
        ratings=_ratings(entry.ratings),
        actors=tuple(actor for each in entry.actors if (actor := _actor(each))),
        original_language=_tag(entry.original_language),
        languages=tuple(
            dict.fromkeys(tag for each in entry.languages if (tag := _tag(each)) is not None)
        ),
        trailers=read_trailers(filter(None, map(text_or_none, entry.trailers))),
        streams=_streams(entry.streams),
        locked_fields=frozenset(_several(entry.locked_fields)),
    )


def text_or_none(text: str | None) -> str | None:
    """Take out what XML 1.0 cannot hold, and the edges; None when nothing is left."""
    return without_impossible(_LINE_ENDS.sub("\n", text)).strip() or None if text else None


def _word(text: str) -> str:
    """Return a word as it comes back from an attribute: in lower case and on one line."""
    return " ".join((text_or_none(text) or "").lower().split())


def _several(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for each in texts if (text := text_or_none(each))))


def _parts(texts: Iterable[str]) -> tuple[str, ...]:
    """Part what players would part: ` / ` separates several names in one."""
    return _several(part for text in texts for part in text.split(" / "))


def _count(number: int | None) -> int | None:
    return number if number is not None and 0 <= number < 10**12 else None


def _day(day: date | None) -> date | None:
    return read_date(day.isoformat()) if day else None


def _tag(language: str | None) -> str | None:
    tag = normalise(language)
    return None if tag == UNDETERMINED else tag


def _with_ids(entry: NfoEntry) -> NfoEntry:
    imdb = IMDB.fullmatch(entry.ids.imdb or "")
    ids = ExternalIds(
        tmdb=positive(str(entry.ids.tmdb or "")),
        tvdb=positive(str(entry.ids.tvdb or "")),
        imdb=imdb[1].lower() if imdb else None,
    )
    others: dict[str, str] = {}
    for service, value in entry.other_ids:
        name, said = _word(service), text_or_none(value)
        if name and said and name not in SERVICES:
            others.setdefault(name, said)
    known = {*others, *(name for name in ("tmdb", "tvdb", "imdb") if getattr(ids, name))}
    default = entry.default_id if entry.default_id in known else None
    return replace(entry, ids=ids, other_ids=tuple(others.items()), default_id=default)


def _ratings(ratings: Iterable[Rating]) -> tuple[Rating, ...]:
    found: dict[str, Rating] = {}
    for rating in ratings:
        source = _word(rating.source) or "default"
        if math.isfinite(rating.value) and abs(rating.value) < 10**5 and source not in found:
            has_scale = math.isfinite(rating.highest) and 0.01 <= rating.highest < 10**5
            has_default = any(other.is_default for other in found.values())
            found[source] = Rating(
                source=source,
                value=round(rating.value, 4) + 0.0,  # minus zero is zero
                highest=round(rating.highest, 4) if has_scale else 10.0,
                votes=_count(rating.votes),
                is_default=rating.is_default and not has_default,
            )
    return tuple(found.values())


def _actor(actor: Actor) -> Actor | None:
    name = text_or_none(actor.name)
    if not name:
        return None
    return Actor(
        name=name,
        role=text_or_none(actor.role),
        order=_count(actor.order),
        thumb=text_or_none(actor.thumb),
    )


def _streams(streams: Streams) -> Streams:
    return Streams(
        tuple(
            VideoStream(
                codec=text_or_none(video.codec),
                width=_count(video.width),
                height=_count(video.height),
                duration_seconds=_count(video.duration_seconds),
                hdr=text_or_none(video.hdr),
            )
            for video in streams.video
        ),
        tuple(
            AudioStream(
                codec=text_or_none(audio.codec),
                language=_bare(audio.language),
                channels=_count(audio.channels),
            )
            for audio in streams.audio
        ),
        tuple(tag for each in streams.subtitles if (tag := _bare(each))),
    )


def _bare(language: str | None) -> str | None:
    """Return what is left of a language once it was written in three letters."""
    tag = _tag(language)
    return _tag(three_letters(tag.partition("-")[0])) if tag else None
