"""The capabilities that can be switched off as a whole."""

from pydantic import Field

from maestrarr.core.settings.registry import Settings, section


@section("features", title="Features")
class FeatureSettings(Settings):
    """What this installation offers; what is off is refused, and not shown."""

    metrics: bool = Field(
        default=True, description="Let a monitoring system read figures at /metrics."
    )
