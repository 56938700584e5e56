"""What can be set about telling people."""

from typing import Annotated

from pydantic import Field

from maestrarr.core.settings.registry import Settings, section


@section("notifications", title="Notifications")
class NotificationSettings(Settings):
    """How long it is known who was told what, and over which service phones are reached."""

    keep_days: Annotated[int, Field(ge=1, le=365)] = Field(
        default=30, description="How many days it is known what occurred and who was told of it."
    )
    push_url: Annotated[str, Field(max_length=500, pattern=r"^https?://\S+$")] = Field(
        default="https://exp.host",
        description="Where the push service of Expo is, over which phones are reached.",
    )
