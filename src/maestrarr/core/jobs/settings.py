"""What can be set about jobs."""

from typing import Annotated

from pydantic import Field

from maestrarr.core.settings.registry import Settings, section


@section("jobs", title="Jobs")
class JobsSettings(Settings):
    """How much runs at once, and how long what has ended is remembered."""

    at_once: Annotated[int, Field(ge=1, le=64)] = Field(
        default=4, description="How many jobs run at once, at most; a kind may allow fewer."
    )
    history_days: Annotated[int, Field(ge=1, le=3650)] = Field(
        default=30, description="How many days a job that has ended is kept, with its log."
    )
