"""What can be set about artwork; what a library wants of its pictures is said with the library."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from maestrarr.core.settings.registry import Settings, section


@section("artwork", title="Artwork")
class ArtworkSettings(Settings):
    """How often services are asked for pictures, and how long our copies are kept."""

    refresh_days: Annotated[int, Field(ge=1, le=365)] = Field(
        default=30,
        description="After how many days services are asked again which pictures they have of a "
        "title.",
    )
    retry_minutes: Annotated[int, Field(ge=5, le=1440)] = Field(
        default=60,
        description="After how many minutes a service is asked again that could not answer.",
    )
    unused_days: Annotated[int, Field(ge=1, le=3650)] = Field(
        default=90, description="How many days our copy of a picture is kept that no title has."
    )

    portraits: Annotated[int, Field(ge=0, le=50)] = Field(
        default=0,
        description="Of how many actors of a title portraits are kept, and published for Kodi in "
        "the folder .actors; 0: of none.",
    )

    @property
    def refresh(self) -> timedelta:
        """After how long services are asked again."""
        return timedelta(days=self.refresh_days)

    @property
    def retry(self) -> timedelta:
        """After how long a service is asked again that could not answer."""
        return timedelta(minutes=self.retry_minutes)

    @property
    def grace(self) -> timedelta:
        """How long a copy is kept that no title has."""
        return timedelta(days=self.unused_days)
