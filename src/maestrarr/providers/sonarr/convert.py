"""Sonarr's reports into ours; those of its versions 3, 4 and 5 differ in what we do not read."""

from typing import Final

from maestrarr.providers.news import FileNews, Heard, OfFiles
from maestrarr.providers.reading import document_of
from maestrarr.providers.servarr import convert
from maestrarr.providers.sonarr.wire import SeriesReport

# Some of these names are those that older versions and other programs use.
_EVENTS: Final = {
    "Grab": OfFiles.GRABBED,
    "Download": OfFiles.IMPORTED,
    "Upgrade": OfFiles.UPGRADED,
    "Rename": OfFiles.RENAMED,
    "EpisodeRename": OfFiles.RENAMED,
    "EpisodeFileDelete": OfFiles.DELETED,
    "EpisodeFileDeleted": OfFiles.DELETED,
    "SeriesAdd": OfFiles.ADDED,
    "SeriesAdded": OfFiles.ADDED,
    "SeriesDelete": OfFiles.REMOVED,
    "SeriesDeleted": OfFiles.REMOVED,
}


def hear(body: bytes, _kind: str) -> Heard:
    """Read a report.

    Raises:
        Unreadable: it is none.
    """
    document = document_of(body)
    return convert.heard(SeriesReport.model_validate(document), _files_in, document)


def _files_in(report: SeriesReport) -> FileNews | None:
    what = convert.what_happened(report, _EVENTS)
    if what is None:
        return None
    files = report.renamed_episode_files or report.episode_files or (report.episode_file,)
    series = report.series
    hints = convert.hints_of(series, "series", series.tags)
    return convert.file_news(what, files, report, hints, series.path)
