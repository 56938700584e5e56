"""Seerr's words into ours."""

import re
from typing import Final

from maestrarr.providers.acquisition import (
    Availability,
    Requested,
    Requester,
    RequestState,
    Standing,
)
from maestrarr.providers.contracts import SearchedKind
from maestrarr.providers.news import (
    NO_HINTS,
    Heard,
    Hints,
    IssueNews,
    News,
    OfIssues,
    OfRequests,
    RequestNews,
)
from maestrarr.providers.reading import document_of, ids_of
from maestrarr.providers.seerr import wire

_TEST: Final = "TEST_NOTIFICATION"
_KINDS: Final[dict[str, SearchedKind]] = {"movie": "movie", "tv": "series"}
_STATES: Final = dict(enumerate(RequestState, start=1))
_AVAILABILITY: Final = {
    2: Availability.REQUESTED,
    3: Availability.PROCESSING,
    4: Availability.PARTLY,
    5: Availability.WHOLE,
    6: Availability.BLOCKED,
    7: Availability.DELETED,
}
_OVER: Final = (RequestState.DECLINED, RequestState.COMPLETED)
_REQUESTS: Final = {
    "MEDIA_PENDING": OfRequests.PENDING,
    "MEDIA_AUTO_REQUESTED": OfRequests.PENDING,
    "MEDIA_APPROVED": OfRequests.APPROVED,
    "MEDIA_AUTO_APPROVED": OfRequests.APPROVED,
    "MEDIA_AVAILABLE": OfRequests.AVAILABLE,
    "MEDIA_DECLINED": OfRequests.DECLINED,
    "MEDIA_FAILED": OfRequests.FAILED,
}
_ISSUES: Final = {
    "ISSUE_CREATED": OfIssues.CREATED,
    "ISSUE_COMMENT": OfIssues.COMMENTED,
    "ISSUE_RESOLVED": OfIssues.RESOLVED,
    "ISSUE_REOPENED": OfIssues.REOPENED,
}
_YEAR: Final = re.compile(r"^(?P<title>.+?)\s+\((?P<year>\d{4})\)$")


def requester_of(user: wire.User) -> Requester | None:
    """Read somebody who may ask; without a number it is nobody."""
    if user.id is None:
        return None
    names = (user.display_name, user.username, user.plex_username, user.jellyfin_username)
    name = next((each for each in names if each), user.email or str(user.id))
    return Requester(
        key=user.id,
        name=name,
        email=user.email,
        plex=None if user.plex_id is None else str(user.plex_id),
        jellyfin=user.jellyfin_user_id,
    )


def requested_in(request: wire.Request) -> Requested | None:
    """Read a request; one without a number, a kind or somebody who asked is none."""
    kind = _KINDS.get(request.type or request.media.media_type or "")
    by, state = requester_of(request.requested_by), _STATES.get(request.status or 0)
    if request.id is None or kind is None or by is None or state is None:
        return None
    seasons = {
        season.season_number: _STATES.get(season.status or 0, state)
        for season in request.seasons
        if season.season_number is not None
    }
    return Requested(
        key=request.id,
        kind=kind,
        state=state,
        title=standing_of(request.media, kind),
        by=by,
        asked_at=request.created_at,
        seasons=seasons,
        is_4k=request.is4k or False,
    )


def standing_of(
    media: wire.Media, kind: SearchedKind, details: wire.Details | None = None
) -> Standing:
    """Say how a title stands; `details` name the seasons that there are."""
    told = details or wire.Details()
    seasons = {each.season_number: Availability.UNKNOWN for each in told.seasons}
    seasons |= {each.season_number: _availability(each.status) for each in media.seasons}
    asked = (
        season
        for request in media.requests
        if _STATES.get(request.status or 0) not in _OVER
        for season in request.seasons
    )
    return Standing(
        kind=kind,
        ids=ids_of(
            tmdb=media.tmdb_id or told.id,
            tvdb=media.tvdb_id or told.external_ids.tvdb_id,
            imdb=media.imdb_id or told.external_ids.imdb_id,
        ),
        key=media.id,
        availability=_availability(media.status),
        seasons={number: state for number, state in seasons.items() if number is not None},
        requested_seasons=frozenset(
            each.season_number for each in asked if each.season_number is not None
        ),
    )


def hear(body: bytes, _kind: str) -> Heard:
    """Read a report.

    Raises:
        Unreadable: it is none.
    """
    document = document_of(body)
    report = wire.Report.model_validate(document)
    event = report.notification_type or ""
    news = _news_in(report, event)
    told: tuple[News, ...] = () if news is None else (news,)
    return Heard(event=event, news=told, is_known=bool(told) or event == _TEST, document=document)


def _news_in(report: wire.Report, event: str) -> News | None:
    hints = _hints_in(report)
    if event in _REQUESTS:
        request = report.request
        return RequestNews(
            what=_REQUESTS[event],
            hints=hints,
            key=request.request_id,
            user=request.requestedBy_username,
            seasons=_seasons_in(report),
        )
    if event in _ISSUES:
        comment = report.comment
        return IssueNews(
            what=_ISSUES[event],
            hints=hints,
            key=report.issue.issue_id,
            user=comment.commentedBy_username or report.issue.reportedBy_username,
            words=comment.comment_message or report.message,
        )
    return None


def _hints_in(report: wire.Report) -> Hints:
    kind = _KINDS.get(report.media.media_type or "")
    if kind is None:
        return NO_HINTS
    named = _YEAR.match(report.subject or "")
    return Hints(
        kind=kind,
        ids=ids_of(tmdb=report.media.tmdbId, tvdb=report.media.tvdbId),
        title=named["title"] if named else report.subject,
        year=int(named["year"]) if named else None,
    )


def _seasons_in(report: wire.Report) -> tuple[int, ...]:
    listed = next((each.value for each in report.extra if each.name == "Requested Seasons"), None)
    return tuple(int(number) for number in re.findall(r"\d+", listed or ""))


def _availability(status: int | None) -> Availability:
    return _AVAILABILITY.get(status or 0, Availability.UNKNOWN)
