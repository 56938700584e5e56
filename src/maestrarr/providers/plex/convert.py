"""Plex's reports into ours."""

from email.parser import BytesParser
from typing import Final

from maestrarr.media.ids import NO_IDS, ExternalIds
from maestrarr.providers.contracts import SearchedKind
from maestrarr.providers.news import (
    NO_HINTS,
    Heard,
    Hints,
    News,
    OfPlaying,
    OfServices,
    OfShelves,
    PlayNews,
    ServiceNews,
    ShelfNews,
)
from maestrarr.providers.plex.wire import Report, Reported
from maestrarr.providers.reading import Unreadable, document_of, ids_of, number_of, year_of

_PLAYING: Final = {
    "media.play": OfPlaying.STARTED,
    "playback.started": OfPlaying.STARTED,
    "media.pause": OfPlaying.PAUSED,
    "media.resume": OfPlaying.RESUMED,
    "media.stop": OfPlaying.STOPPED,
    "media.scrobble": OfPlaying.WATCHED,
    "media.rate": OfPlaying.RATED,
}
_SHELVES: Final = {"library.new": OfShelves.ADDED}
_SERVER: Final = {
    "admin.database.backup": OfServices.BACKED_UP,
    "admin.database.corrupted": OfServices.DAMAGED,
}
_OF_NO_CONCERN: Final = frozenset({"library.on.deck", "device.new"})
_SERIES: Final = ("show", "season", "episode")


def hear(body: bytes, kind: str) -> Heard:
    """Read a report: a form with a part `payload`, and perhaps a picture, which is left out.

    Raises:
        Unreadable: it is none.
    """
    text = _payload(body, kind) if kind.startswith("multipart/") else body
    document = document_of(text)
    report = Report.model_validate(document)
    event = report.event or ""
    news = _news_in(report, event)
    told: tuple[News, ...] = () if news is None else (news,)
    is_known = bool(told) or event in _OF_NO_CONCERN
    return Heard(
        event=event, news=told, is_known=is_known, sender=report.server.title, document=document
    )


def _payload(body: bytes, kind: str) -> bytes:
    head = f"Content-Type: {kind}\r\n\r\n".encode("latin-1", "replace")
    for part in BytesParser().parsebytes(head + body).walk():
        if part.get_param("name", header="content-disposition") == "payload":
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else b""
    raise Unreadable


def _news_in(report: Report, event: str) -> News | None:
    key, server = report.metadata.ratingKey, report.server.title
    if event in _SHELVES:
        hints = _hints_in(report.metadata)
        return ShelfNews(what=_SHELVES[event], hints=hints, key=key, server=server)
    if event in _PLAYING:
        what, user, hints = _PLAYING[event], report.account.title, _hints_in(report.metadata)
        return PlayNews(what=what, hints=hints, key=key, user=user, server=server)
    if event in _SERVER:
        return ServiceNews(what=_SERVER[event])
    return None


def _hints_in(told: Reported) -> Hints:
    """Read the title; an episode's ids are its own, and name no series."""
    if told.type in _SERIES:
        is_whole = told.type == "show"
        series = told.grandparentTitle or told.parentTitle
        return Hints(
            kind="series",
            ids=_ids_in(told) if is_whole else NO_IDS,
            title=told.title if is_whole else series,
        )
    if told.type != "movie":
        return NO_HINTS
    kind: SearchedKind = "movie"
    return Hints(kind=kind, ids=_ids_in(told), title=told.title, year=year_of(told.year))


def _ids_in(told: Reported) -> ExternalIds:
    found = dict(guid.id.split("://", 1) for guid in told.guids if guid.id and "://" in guid.id)
    return ids_of(
        tmdb=number_of(found.get("tmdb")),
        tvdb=number_of(found.get("tvdb")),
        imdb=found.get("imdb"),
    )
