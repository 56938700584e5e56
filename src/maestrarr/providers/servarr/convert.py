"""The words that Radarr and Sonarr share into ours."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

from maestrarr.media.ids import NO_IDS
from maestrarr.providers.acquisition import Managed
from maestrarr.providers.contracts import SearchedKind
from maestrarr.providers.news import (
    NO_HINTS,
    FileNews,
    Heard,
    Hints,
    News,
    OfFiles,
    OfServices,
    ServiceNews,
)
from maestrarr.providers.reading import each_once, ids_of, language_of, year_of
from maestrarr.providers.servarr import wire

Read = TypeVar("Read", bound=wire.Report)

_HEALTH: Final = {
    "Health": OfServices.UNWELL,
    "HealthIssue": OfServices.UNWELL,
    "HealthRestored": OfServices.WELL,
    "ApplicationUpdate": OfServices.UPDATED,
    "ManualInteractionRequired": OfServices.NEEDS_SOMEBODY,
}
_IN_HISTORY: Final = {
    "grabbed": OfFiles.GRABBED,
    "downloadFolderImported": OfFiles.IMPORTED,
    "movieFolderImported": OfFiles.IMPORTED,
    "seriesFolderImported": OfFiles.IMPORTED,
    "movieFileRenamed": OfFiles.RENAMED,
    "episodeFileRenamed": OfFiles.RENAMED,
    "movieFileDeleted": OfFiles.DELETED,
    "episodeFileDeleted": OfFiles.DELETED,
}
_LAST_STEP: Final = re.compile(r"[\\/][^\\/]*$")


def managed_of(title: wire.Title, kind: SearchedKind, tags: dict[int, str]) -> Managed | None:
    """Read a title that it looks after; one without a number, a name or a folder is none."""
    if title.id is None or title.title is None or title.path is None:
        return None
    figures = title.statistics
    count = (figures.episode_file_count or 0) + (figures.movie_file_count or 0)
    return Managed(
        key=title.id,
        kind=kind,
        ids=ids_of(tmdb=title.tmdb_id, tvdb=title.tvdb_id, imdb=title.imdb_id),
        title=title.title,
        folder=title.path,
        year=year_of(title.year),
        is_monitored=title.monitored is not False,
        has_files=title.has_file or count > 0,
        size_bytes=max(0, title.size_on_disk or figures.size_on_disk or 0),
        original_language=language_of(title.original_language.name),
        tags=each_once(tags.get(int(number)) for number in title.tags),
        added_at=title.added,
    )


def happened(entry: wire.Entry, kind: SearchedKind) -> FileNews | None:
    """Read an event of the history, if it concerns files."""
    what = _IN_HISTORY.get(entry.event_type or "")
    if what is None:
        return None
    if what is OfFiles.DELETED and entry.data.get("reason", "").lower() == "upgrade":
        what = OfFiles.REPLACED
    title = entry.movie if kind == "movie" else entry.series
    now = entry.data.get("importedPath") or entry.data.get("path")
    gone = entry.source_title if what in (OfFiles.DELETED, OfFiles.REPLACED) else None
    before = entry.data.get("sourcePath") if what is OfFiles.RENAMED else None
    return FileNews(
        what=what,
        paths=each_once([now, gone if _is_whole(gone) else None]),
        folder=title.path,
        previous={now: before} if now and before else {},
        hints=hints_of(title, kind),
        download_id=entry.download_id,
        at=entry.date,
    )


def heard(
    report: Read, files: Callable[[Read], FileNews | None], document: Mapping[str, Any]
) -> Heard:
    """Read a report: `files` reads those that concern titles, and knows their shapes."""
    event = report.event_type or ""
    if event == "Test":  # its title is invented, and so are its paths
        return Heard(event=event, sender=report.instance_name, document=document)
    news = _of_itself(report) if event in _HEALTH else files(report)
    told: tuple[News, ...] = () if news is None else (news,)
    return Heard(
        event=event,
        news=told,
        is_known=bool(told),
        sender=report.instance_name,
        document=document,
    )


def what_happened(report: wire.Report, events: Mapping[str, OfFiles]) -> OfFiles | None:
    """Say what happened: `events` says what a report's name means, and the report which kind of it.

    A file that goes for a better one is no loss: that one comes by another report.
    """
    what = events.get(report.event_type or "")
    if what is OfFiles.IMPORTED and report.is_upgrade:
        return OfFiles.UPGRADED
    if what is OfFiles.DELETED and (report.delete_reason or "").lower() == "upgrade":
        return OfFiles.REPLACED
    if what is OfFiles.REMOVED and report.deleted_files is True:
        return OfFiles.REMOVED_WITH_FILES
    return what


def file_news(
    what: OfFiles,
    files: Sequence[wire.File],
    report: wire.Report,
    hints: Hints,
    folder: str | None = None,
) -> FileNews:
    """Tell of files; without a folder it is that of the first of them."""
    paths = each_once(file.path for file in files)
    return FileNews(
        what=what,
        paths=paths,
        folder=folder or next((_LAST_STEP.sub("", path) for path in paths), None),
        previous={
            file.path: file.previous_path for file in files if file.path and file.previous_path
        },
        hints=hints,
        download_id=report.download_id,
    )


def hints_of(title: wire.About, kind: SearchedKind, tags: Sequence[str] = ()) -> Hints:
    """Read what a report says of its title."""
    ids = ids_of(tmdb=title.tmdb_id, tvdb=title.tvdb_id, imdb=title.imdb_id)
    if ids == NO_IDS and title.title is None:
        return NO_HINTS
    return Hints(
        kind=kind,
        ids=ids,
        title=title.title,
        year=year_of(title.year),
        original_language=language_of(title.original_language.name),
        tags=each_once(tags),
    )


def _of_itself(report: wire.Report) -> ServiceNews:
    failures = "; ".join(each.title for each in report.download_status_messages if each.title)
    words = report.message or failures or report.new_version
    return ServiceNews(what=_HEALTH[report.event_type or ""], words=words)


def _is_whole(path: str | None) -> bool:
    """Say whether a path begins at the top, as a release's name does not."""
    return path is not None and re.match(r"/|\\\\|[A-Za-z]:[\\/]", path) is not None
