"""What can be set about reports of outside services."""

from typing import Annotated

from pydantic import Field

from maestrarr.core.settings.registry import Settings, section


@section("webhooks", title="Webhooks")
class WebhookSettings(Settings):
    """What is kept of reports that outside services send."""

    keep_days: Annotated[int, Field(ge=1, le=365)] = Field(
        default=30, description="How many days a report is kept, with what became of it."
    )
    catch_up: bool = Field(
        default=True,
        description="Whether what happened while nobody listened is read from the history of "
        "Radarr and Sonarr, at every start and every hour.",
    )
