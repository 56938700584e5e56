"""Radarr's reports into ours."""

from typing import Final

from maestrarr.providers.news import FileNews, Heard, OfFiles
from maestrarr.providers.radarr.wire import MovieReport
from maestrarr.providers.reading import document_of
from maestrarr.providers.servarr import convert

# Some of these names are those that older versions and other programs use.
_EVENTS: Final = {
    "Grab": OfFiles.GRABBED,
    "Download": OfFiles.IMPORTED,
    "Upgrade": OfFiles.UPGRADED,
    "Rename": OfFiles.RENAMED,
    "MovieRename": OfFiles.RENAMED,
    "MovieFileDelete": OfFiles.DELETED,
    "MovieFileDeleted": OfFiles.DELETED,
    "MovieAdded": OfFiles.ADDED,
    "MovieDelete": OfFiles.REMOVED,
    "MovieDeleted": OfFiles.REMOVED,
}


def hear(body: bytes, _kind: str) -> Heard:
    """Read a report.

    Raises:
        Unreadable: it is none.
    """
    document = document_of(body)
    return convert.heard(MovieReport.model_validate(document), _files_in, document)


def _files_in(report: MovieReport) -> FileNews | None:
    what = convert.what_happened(report, _EVENTS)
    if what is None:
        return None
    files = report.renamed_movie_files or (report.movie_file,)
    movie = report.movie if report.movie.title else report.remote_movie
    hints = convert.hints_of(movie, "movie", report.movie.tags)
    return convert.file_news(what, files, report, hints, report.movie.folder_path)
