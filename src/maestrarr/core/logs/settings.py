"""What can be set about log files."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from maestrarr.core.logs.policy import Bounds
from maestrarr.core.settings.registry import Settings, section

MEGABYTE = 1_000_000


@section("logs", title="Logs")
class LogsSettings(Settings):
    """How large log files may become, and how long they are kept."""

    file_mb: Annotated[int, Field(ge=1, le=50)] = Field(
        default=10,
        description="A log file of so many MB is closed and compressed, and another begun.",
    )
    file_hours: Annotated[int, Field(ge=1, le=720)] = Field(
        default=24, description="So is one that was begun so many hours ago."
    )
    kept_days: Annotated[int, Field(ge=1, le=3650)] = Field(
        default=14, description="How many days a log file is kept."
    )
    total_mb: Annotated[int, Field(ge=4, le=10_000)] = Field(
        default=100,
        description="All log files together never take more; the oldest are removed before that.",
    )

    @property
    def bounds(self) -> Bounds:
        """The same, as the writer goes by it."""
        return Bounds(
            file_bytes=self.file_mb * MEGABYTE,
            file_age=timedelta(hours=self.file_hours),
            kept=timedelta(days=self.kept_days),
            total_bytes=self.total_mb * MEGABYTE,
        )
