"""Reports of Jellyfin's webhook plugin into ours."""

from typing import Final

from maestrarr.media.ids import NO_IDS
from maestrarr.providers.contracts import SearchedKind
from maestrarr.providers.jellyfin.wire import Report
from maestrarr.providers.news import (
    NO_HINTS,
    Heard,
    Hints,
    News,
    OfPlaying,
    OfShelves,
    PlayNews,
    ShelfNews,
)
from maestrarr.providers.reading import document_of, ids_of, year_of

_SHELVES: Final = {"ItemAdded": OfShelves.ADDED, "ItemDeleted": OfShelves.REMOVED}
_PLAYING: Final = {
    "PlaybackStart": OfPlaying.STARTED,
    "PlaybackStop": OfPlaying.STOPPED,
    "UserDataSaved": OfPlaying.MARKED,
}
_SCAN: Final = "RefreshLibrary"
_OF_NO_CONCERN: Final = frozenset({
    "Generic", "PlaybackProgress", "SubtitleDownloadFailure", "AuthenticationFailure",
    "AuthenticationSuccess", "SessionStart", "PendingRestart", "TaskCompleted",
    "PluginInstallationCancelled", "PluginInstallationFailed", "PluginInstalled",
    "PluginInstalling", "PluginUninstalled", "PluginUpdated", "UserCreated", "UserDeleted",
    "UserLockedOut", "UserPasswordChanged", "UserUpdated",
})  # fmt: skip
_SERIES: Final = ("Series", "Season", "Episode")


def hear(body: bytes, _kind: str) -> Heard:
    """Read a report, whatever kind of text it is said to be.

    Raises:
        Unreadable: it is none.
    """
    document = document_of(body)
    report = Report.model_validate(document)
    event = report.notification_type or ""
    news = _news_in(report, event)
    told: tuple[News, ...] = () if news is None else (news,)
    is_known = bool(told) or event in _OF_NO_CONCERN
    return Heard(
        event=event, news=told, is_known=is_known, sender=report.server_name, document=document
    )


def _news_in(report: Report, event: str) -> News | None:
    key, server = report.item_id, report.server_name
    if event in _SHELVES:
        return ShelfNews(what=_SHELVES[event], hints=_hints_in(report), key=key, server=server)
    if event in _PLAYING:
        is_whole = event == "PlaybackStop" and report.played_to_completion
        what = OfPlaying.WATCHED if is_whole else _PLAYING[event]
        user, hints = report.notification_username, _hints_in(report)
        return PlayNews(what=what, hints=hints, key=key, user=user, server=server)
    if event == "TaskCompleted" and report.result_key == _SCAN:
        return ShelfNews(what=OfShelves.SCANNED, server=server)
    return None


def _hints_in(report: Report) -> Hints:
    if report.item_type == "Movie":
        kind: SearchedKind = "movie"
    elif report.item_type in _SERIES:
        kind = "series"
    else:
        return NO_HINTS
    is_whole = report.item_type in ("Movie", "Series")
    ids = ids_of(tmdb=report.tmdb, tvdb=report.tvdb, imdb=report.imdb) if is_whole else NO_IDS
    title = report.name if is_whole else report.series_name
    return Hints(kind=kind, ids=ids, title=title, year=year_of(report.year) if is_whole else None)
