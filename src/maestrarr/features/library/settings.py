"""What can be set about libraries."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from maestrarr.core.settings.registry import Settings, section
from maestrarr.features.library.policy import UsualLoss


@section("library", title="Library")
class LibrarySettings(Settings):
    """What is watched and looked into, how many titles may go missing, how long those are kept."""

    missing_count: Annotated[int, Field(ge=0, le=1_000_000)] = Field(
        default=10,
        description="A scan that would lose fewer titles than this marks them as missing unasked.",
    )
    missing_percent: Annotated[float, Field(ge=0, le=100)] = Field(
        default=10,
        description="So does one that would lose at most this share of a library, in percent.",
    )
    grace_days: Annotated[int, Field(ge=1, le=3650)] = Field(
        default=7,
        description="How many days a missing title is kept; what users decided outlasts it.",
    )

    watch: bool = Field(
        default=True,
        description="Watch the libraries' folders, and scan what changes at once; "
        "folders on a network are scanned by schedule only.",
    )

    look_into_files: bool = Field(
        default=True,
        description="After a scan, look into the first frames of files whose headers do not say "
        "whether they hold HDR10+, Atmos or DTS-HD.",
    )

    @property
    def usual_loss(self) -> UsualLoss:
        """How many titles may go missing at once, unasked."""
        return UsualLoss(below=self.missing_count, share=self.missing_percent / 100)

    @property
    def grace(self) -> timedelta:
        """How long a missing title is kept."""
        return timedelta(days=self.grace_days)
