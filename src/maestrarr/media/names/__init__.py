"""What names say: of files and folders, of seasons and extras, of subtitles beside a film.

The conventions of Kodi, Plex, Jellyfin, Sonarr and Radarr, read by expressions of our own that
take a bounded time; only what none of them fits is given to another package, in its own process.
What is published beside media is named here too, so that it is read again.
"""

from maestrarr.media.names.building import (
    Layout,
    NamingProfile,
    Place,
    actor_names,
    artwork_name,
    nfo_name,
    subtitle_names,
    trailer_name,
)
from maestrarr.media.names.folders import (
    Role,
    disc_structure,
    is_ignored,
    role_of,
    season_in_folder,
)
from maestrarr.media.names.legal import legal_name, legal_names, place_of
from maestrarr.media.names.parsed import ParsedName
from maestrarr.media.names.reading import parse_file, parse_folder
from maestrarr.media.names.subtitles import SubtitleName, subtitle_name, without_twins
from maestrarr.media.names.suffixes import MEDIA_SUFFIXES, SUBTITLE_SUFFIXES

__all__ = [
    "MEDIA_SUFFIXES",
    "SUBTITLE_SUFFIXES",
    "Layout",
    "NamingProfile",
    "ParsedName",
    "Place",
    "Role",
    "SubtitleName",
    "actor_names",
    "artwork_name",
    "disc_structure",
    "is_ignored",
    "legal_name",
    "legal_names",
    "nfo_name",
    "parse_file",
    "parse_folder",
    "place_of",
    "role_of",
    "season_in_folder",
    "subtitle_name",
    "subtitle_names",
    "trailer_name",
    "without_twins",
]
