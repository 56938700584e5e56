"""What can be set about publishing."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from maestrarr.core.settings.registry import Settings, section

Profile = Literal["kodi", "jellyfin", "plex"]


@section("publishing", title="Publishing")
class PublishingSettings(Settings):
    """How what is known of a title is written beside its media, and kept there."""

    profiles: Annotated[list[Profile], Field(min_length=1, max_length=3)] = Field(
        default=["kodi"],
        description="For which players files are named where a library does not say otherwise: "
        "kodi, jellyfin, plex; with several, each finds its own names.",
    )
    sets_folder: str = Field(
        default="",
        max_length=4_096,
        description="In which folder the pictures of sets of movies stand: the one that Kodi knows "
        "as its movie set information folder, or Jellyfin's collections. Empty: nowhere.",
    )
    recover: bool = Field(
        default=True,
        description="Put back what was published when a scan, a webhook or the nightly look finds "
        "it missing or altered.",
    )
    verify_bytes: bool = Field(
        default=True,
        description="Read every published file at night, and not only its size and time.",
    )
    trailers: bool = Field(
        default=False,
        description="Let trailers be fetched with yt-dlp, where it is installed, and stand beside "
        "films. Their links stand in NFO files in any case.",
    )
    log_days: Annotated[int, Field(ge=1, le=3650)] = Field(
        default=365, description="How many days the log of publications and looks is kept."
    )

    @field_validator("sets_folder")
    @classmethod
    def _is_absolute(cls, folder: str) -> str:
        if folder and not Path(folder).is_absolute():
            raise PydanticCustomError("no_absolute_path", "must begin with /")
        return folder

    @property
    def folder_of_sets(self) -> Path | None:
        """The folder in which sets are published, if there is one."""
        return Path(self.sets_folder) if self.sets_folder else None
