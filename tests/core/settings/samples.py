"""Settings that tests play with: one field of each type that a room may want."""

from typing import Annotated, Literal, Self

from pydantic import Field, SecretStr, model_validator

from maestrarr.core.settings.registry import Settings, section


@section("sample", title="Sample")
class SampleSettings(Settings):
    """What a test may want to set."""

    count: Annotated[int, Field(ge=1, le=100)] = Field(default=3, description="How many.")
    least: Annotated[int, Field(ge=0)] = Field(default=0, description="Never fewer than these.")
    share: Annotated[float, Field(ge=0, le=1)] = Field(default=0.5, description="How much.")
    is_on: bool = Field(default=False, description="Whether at all.")
    word: Annotated[str, Field(max_length=20)] = Field(default="a", description="What to say.")
    colour: Literal["red", "green"] = Field(default="red", description="Which colour.")
    names: tuple[str, ...] = Field(default=(), description="Who.")
    key: SecretStr | None = Field(default=None, description="What nobody may read.")

    @model_validator(mode="after")
    def _count_is_enough(self) -> Self:
        if self.count < self.least:
            raise ValueError("count must not be below least")
        return self
