"""The ids under which TMDB, TVDB and IMDb know a title, wherever they are written down."""

import re
from dataclasses import dataclass
from typing import Final

# Kodi, Plex, Jellyfin, Radarr and Sonarr: {tmdb-603} [tmdbid=603] [tmdbid-603] {imdb-tt0133093} …
_TAG: Final = re.compile(
    r"[\[{(]\s*(?:"
    r"(?:tmdb|themoviedb)(?:id)?\s*[-=:]\s*(?P<tmdb>\d{1,9})"
    r"|(?:tvdb|thetvdb)(?:id)?\s*[-=:]\s*(?P<tvdb>\d{1,9})"
    r"|(?:imdb(?:id)?\s*[-=:]\s*)?(?P<imdb>tt\d{5,10})"
    r")\s*[\]})]",
    re.IGNORECASE,
)
_TMDB_URL: Final = re.compile(r"themoviedb\.org/(?:movie|tv)/(\d{1,9})", re.IGNORECASE)
_IMDB_URL: Final = re.compile(r"imdb\.com/(?:[a-z]{2}/)?title/(tt\d{5,10})", re.IGNORECASE)
_TVDB_URL: Final = re.compile(
    r"thetvdb\.com/(?:dereferrer/(?:series|movie)/(\d{1,9})"
    r"|[^\s\"'<>]{0,200}?\b(?:seriesid|id)=(\d{1,9}))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ExternalIds:
    """The ids of one title at the services that everyone refers to; false when none is set."""

    tmdb: int | None = None
    tvdb: int | None = None
    imdb: str | None = None

    def __bool__(self) -> bool:
        return self.tmdb is not None or self.tvdb is not None or self.imdb is not None

    def merged_with(self, lower: "ExternalIds") -> "ExternalIds":
        """Fill the gaps from `lower`; what is set here stays."""
        return ExternalIds(
            tmdb=lower.tmdb if self.tmdb is None else self.tmdb,
            tvdb=lower.tvdb if self.tvdb is None else self.tvdb,
            imdb=lower.imdb if self.imdb is None else self.imdb,
        )

    def conflicts_with(self, other: "ExternalIds") -> bool:
        """Say whether both name an id of one service and mean different titles."""
        return (
            (None not in (self.tmdb, other.tmdb) and self.tmdb != other.tmdb)
            or (None not in (self.tvdb, other.tvdb) and self.tvdb != other.tvdb)
            or (None not in (self.imdb, other.imdb) and self.imdb != other.imdb)
        )


NO_IDS: Final = ExternalIds()


def find_ids(text: str) -> ExternalIds:
    """Find the ids written in brackets in a name; the first of each kind wins."""
    # Nearly every name has no id: three cheap looks spare the expression.
    folded = text.casefold()
    if "tmdb" not in folded and "tvdb" not in folded and "tt" not in folded:
        return NO_IDS
    found = NO_IDS
    for match in _TAG.finditer(text):
        found = found.merged_with(
            ExternalIds(positive(match["tmdb"]), positive(match["tvdb"]), _imdb(match["imdb"]))
        )
    return found


def without_ids(text: str) -> str:
    """Take the ids in brackets out of a name."""
    return _TAG.sub(" ", text)


def ids_in_url(url: str) -> ExternalIds:
    """Find the ids in addresses of themoviedb.org, imdb.com and thetvdb.com within a text."""
    tmdb = _TMDB_URL.search(url)
    imdb = _IMDB_URL.search(url)
    tvdb = _TVDB_URL.search(url)
    return ExternalIds(
        tmdb=positive(tmdb[1]) if tmdb else None,
        tvdb=positive(tvdb[1] or tvdb[2]) if tvdb else None,
        imdb=imdb[1].lower() if imdb else None,
    )


def positive(digits: str | None) -> int | None:
    """Read an id number; zero and what is not a number of at most nine digits are none."""
    if not digits or len(digits) > 9 or not (digits.isascii() and digits.isdigit()):
        return None
    return int(digits) or None


def _imdb(written: str | None) -> str | None:
    return written.lower() if written else None
