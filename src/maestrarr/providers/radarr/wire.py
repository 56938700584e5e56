"""The JSON of Radarr's reports, as far as we read it."""

from maestrarr.providers.reading import One, Several
from maestrarr.providers.servarr.wire import About, File, Report, Subject


class MovieReport(Report):
    """A report of Radarr's; what it looks after and what TMDB knows may differ."""

    movie: One[Subject] = Subject()
    remote_movie: One[About] = About()
    movie_file: One[File] = File()
    renamed_movie_files: Several[File] = ()
