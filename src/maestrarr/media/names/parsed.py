"""What a name says, in one shape for films and episodes, files and folders."""

from dataclasses import dataclass
from datetime import date

from maestrarr.media.ids import NO_IDS, ExternalIds


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedName:
    """Everything that a file's or folder's name says; what it does not say is None or empty.

    `title` is empty when only the folder above can tell it (`S01E01.mkv`). `absolute` are numbers
    counted through the whole series. `stereo` is a 3D layout: `3d`, `sbs`, `half-sbs`, `tab`,
    `half-tab` or `mvc`. `version` is a label that tells files of one title apart: Jellyfin's
    ` - 1080p`, or a fansub's `v2`.
    """

    title: str = ""
    year: int | None = None
    ids: ExternalIds = NO_IDS
    alternative_titles: tuple[str, ...] = ()
    season: int | None = None
    episodes: tuple[int, ...] = ()
    absolute: tuple[int, ...] = ()
    air_date: date | None = None
    episode_title: str | None = None
    part: int | None = None
    edition: str | None = None
    stereo: str | None = None
    resolution: str | None = None
    source: str | None = None
    release_group: str | None = None
    version: str | None = None

    @property
    def is_episode(self) -> bool:
        """Whether the name numbers or dates an episode, however it does so."""
        return bool(self.episodes or self.absolute or self.air_date)
