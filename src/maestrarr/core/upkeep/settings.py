"""What can be set about upkeep: which backups stay, where they lie, and how long news is kept."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from maestrarr.core.settings.registry import Settings, section
from maestrarr.core.upkeep.policy import Keep


@section("upkeep", title="Backups and upkeep")
class UpkeepSettings(Settings):
    """Which nightly backups stay and where they lie, and how long history is kept.

    A backup that somebody asked for stays until somebody deletes it.
    """

    keep_daily: Annotated[int, Field(ge=0, le=365)] = Field(
        default=7, description="Of how many days the newest nightly backup is kept."
    )
    keep_weekly: Annotated[int, Field(ge=0, le=520)] = Field(
        default=4, description="Of how many weeks the newest nightly backup is kept."
    )
    keep_monthly: Annotated[int, Field(ge=0, le=120)] = Field(
        default=6, description="Of how many months the newest nightly backup is kept."
    )
    safety_days: Annotated[int, Field(ge=1, le=3650)] = Field(
        default=30,
        description="How many days the backup made before a restore or an update is kept.",
    )
    folder: Annotated[str, Field(max_length=4096)] = Field(
        default="",
        description="The folder for backups, such as one on another disk; it must exist. "
        "Empty: `backups` in the data folder.",
    )
    events_days: Annotated[int, Field(ge=1, le=365)] = Field(
        default=7,
        description="How many days an event is kept for those who come back and ask for it.",
    )
    audit_days: Annotated[int, Field(ge=30, le=3650)] = Field(
        default=365, description="How many days it is known who did and who set what."
    )

    @field_validator("folder")
    @classmethod
    def _is_absolute(cls, folder: str) -> str:
        if folder and not Path(folder).is_absolute():
            raise PydanticCustomError("no_absolute_path", "must begin with /")
        return folder

    @property
    def keep(self) -> Keep:
        """Which backups are kept."""
        safety = timedelta(days=self.safety_days)
        return Keep(self.keep_daily, self.keep_weekly, self.keep_monthly, safety)

    @property
    def chosen_folder(self) -> Path | None:
        """The folder for backups, where one was chosen."""
        return Path(self.folder) if self.folder else None
