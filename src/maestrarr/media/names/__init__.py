"""What names say: of files and folders, of seasons and extras, of subtitles beside a film.

The conventions of Kodi, Plex, Jellyfin, Sonarr and Radarr, read by expressions of our own that
take a bounded time; only what none of them fits is given to another package, in its own process.
"""

from maestrarr.media.names.folders import (
    Role,
    disc_structure,
    is_ignored,
    role_of,
    season_in_folder,
)
from maestrarr.media.names.parsed import ParsedName
from maestrarr.media.names.reading import parse_file, parse_folder
from maestrarr.media.names.subtitles import SubtitleName, subtitle_name, without_twins
from maestrarr.media.names.suffixes import MEDIA_SUFFIXES, SUBTITLE_SUFFIXES

__all__ = [
    "MEDIA_SUFFIXES",
    "SUBTITLE_SUFFIXES",
    "ParsedName",
    "Role",
    "SubtitleName",
    "disc_structure",
    "is_ignored",
    "parse_file",
    "parse_folder",
    "role_of",
    "season_in_folder",
    "subtitle_name",
    "without_twins",
]
