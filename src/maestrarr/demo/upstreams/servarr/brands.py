"""Where Radarr and Sonarr differ."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from maestrarr.demo.upstreams.answers import Document
from maestrarr.demo.upstreams.desk import Desk
from maestrarr.demo.upstreams.household import FILMS, SERIES, Shelved
from maestrarr.demo.upstreams.servarr import records
from maestrarr.demo.upstreams.stories import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """One of them: its words for what it looks after, and for what happens to it.

    `events` are the switches of its webhooks.
    """

    name: str
    version: str
    kind: Kind
    one: str
    listed: str
    root: Path
    describe: Callable[[Shelved, Desk], Document]
    exclusion: str
    exclusions: str
    events: tuple[str, ...]

    @property
    def key(self) -> str:
        """Its name on the switchboard."""
        return self.name.lower()


_BOTH = ("Grab", "Download", "Upgrade", "Rename", "HealthIssue", "HealthRestored",
         "ApplicationUpdate", "ManualInteractionRequired")  # fmt: skip

RADARR = Brand(
    name="Radarr",
    version="5.28.0.10274",
    kind=Kind.FILM,
    one="movie",
    listed="movieIds",
    root=FILMS,
    describe=records.movie,
    exclusion="addImportExclusion",
    exclusions="exclusions",
    events=(*_BOTH, "MovieAdded", "MovieDelete", "MovieFileDelete", "MovieFileDeleteForUpgrade"),
)
SONARR = Brand(
    name="Sonarr",
    version="4.0.16.2944",
    kind=Kind.SERIES,
    one="series",
    listed="seriesIds",
    root=SERIES,
    describe=records.series,
    exclusion="addImportListExclusion",
    exclusions="importlistexclusion",
    events=(
        *_BOTH, "ImportComplete", "SeriesAdd", "SeriesDelete", "EpisodeFileDelete",
        "EpisodeFileDeleteForUpgrade",
    ),
)  # fmt: skip
