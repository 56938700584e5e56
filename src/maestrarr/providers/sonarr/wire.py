"""The JSON of Sonarr's reports, as far as we read it."""

from maestrarr.providers.reading import One, Several
from maestrarr.providers.servarr.wire import File, Report, Subject


class SeriesReport(Report):
    """A report of Sonarr's; the end of an import names all its files, another report one."""

    series: One[Subject] = Subject()
    episode_file: One[File] = File()
    episode_files: Several[File] = ()
    renamed_episode_files: Several[File] = ()
