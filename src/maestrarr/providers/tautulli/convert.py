"""Tautulli's reports into ours."""

from typing import Final

from maestrarr.providers.contracts import SearchedKind
from maestrarr.providers.news import (
    Heard,
    Hints,
    News,
    OfPlaying,
    OfShelves,
    PlayNews,
    ShelfNews,
)
from maestrarr.providers.reading import document_of, ids_of, year_of
from maestrarr.providers.tautulli.wire import Report

_PLAYING: Final = {
    "play": OfPlaying.STARTED,
    "stop": OfPlaying.STOPPED,
    "pause": OfPlaying.PAUSED,
    "resume": OfPlaying.RESUMED,
    "watched": OfPlaying.WATCHED,
}
_SERIES: Final = ("episode", "season", "show")


def hear(body: bytes, _kind: str) -> Heard:
    """Read a report.

    Raises:
        Unreadable: it is none.
    """
    document = document_of(body)
    report = Report.model_validate(document)
    event = (report.event or "").removeprefix("on_")
    news = _news_in(report, event)
    told: tuple[News, ...] = () if news is None else (news,)
    return Heard(event=event, news=told, is_known=bool(told) or event == "test", document=document)


def _news_in(report: Report, event: str) -> News | None:
    key, server, hints = report.rating_key, report.server, _hints_in(report)
    if event == "created":
        return ShelfNews(what=OfShelves.ADDED, hints=hints, key=key, server=server)
    if event in _PLAYING:
        what = _PLAYING[event]
        return PlayNews(what=what, hints=hints, key=key, user=report.user, server=server)
    return None


def _hints_in(report: Report) -> Hints:
    """Read the title; an episode's ids are its own, and name no series."""
    is_episode = report.media_type in ("episode", "season")
    kind: SearchedKind | None = "movie" if report.media_type == "movie" else None
    return Hints(
        kind="series" if report.media_type in _SERIES else kind,
        ids=ids_of()
        if is_episode
        else ids_of(tmdb=report.tmdb, tvdb=report.tvdb, imdb=report.imdb),
        title=report.show or report.title if is_episode else report.title,
        year=None if is_episode else year_of(report.year),
    )
