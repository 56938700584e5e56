"""What can be set about publishing."""

from typing import Annotated, Literal

from pydantic import Field

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
    recover: bool = Field(
        default=True,
        description="Put back what was published when a scan, a webhook or the nightly look finds "
        "it missing or altered.",
    )
    verify_bytes: bool = Field(
        default=True,
        description="Read every published file at night, and not only its size and time.",
    )
    log_days: Annotated[int, Field(ge=1, le=3650)] = Field(
        default=365, description="How many days the log of publications and looks is kept."
    )
