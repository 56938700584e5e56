"""Reading one title folder whole: its titles, its files, and what is wrong with them."""

from collections.abc import Mapping

from maestrarr.features.library.contents import ProbeFile, read_files, sort_contents
from maestrarr.features.library.discs import with_disc_roles
from maestrarr.features.library.episode_parts import with_episode_parts
from maestrarr.features.library.group import Shape, TitleFolder
from maestrarr.features.library.read_movies import read_loose_movies, read_movie
from maestrarr.features.library.read_series import read_series
from maestrarr.features.library.report import FolderReport
from maestrarr.features.library.walk import Stamp

_READERS = {
    Shape.MOVIE: read_movie,
    Shape.LOOSE: read_loose_movies,
    Shape.SERIES: read_series,
}


def read_title_folder(
    folder: TitleFolder, known: Mapping[str, Stamp], probe_file: ProbeFile
) -> FolderReport:
    """Read everything in one title folder; files whose stamps are known are not probed again."""
    contents = sort_contents(folder)
    files = read_files(contents, known, probe_file)
    if folder.shape is Shape.MOVIE:
        files = with_disc_roles(files)
    elif folder.shape is Shape.SERIES:
        files = with_episode_parts(files)
    titles = _READERS[folder.shape](contents, files)
    return FolderReport(folder, titles, files, contents.faults)
