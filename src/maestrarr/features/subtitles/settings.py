"""What can be set about subtitles."""

from typing import Annotated

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from maestrarr.core.settings.registry import Settings, section
from maestrarr.media.facts import UNDETERMINED
from maestrarr.media.languages import normalise

Language = Annotated[str, Field(min_length=2, max_length=100)]


@section("subtitles", title="Subtitles")
class SubtitlesSettings(Settings):
    """In which languages subtitles are searched for."""

    languages: Annotated[list[Language], Field(max_length=20)] = Field(
        default=["en"],
        description="In which languages subtitles are searched for where none is named, the one "
        "you like best first, such as fr or Turkish.",
    )

    @field_validator("languages")
    @classmethod
    def _are_languages(cls, languages: list[str]) -> list[str]:
        for language in languages:
            if normalise(language) == UNDETERMINED:
                words = "names {word}, which is no language that is known"
                raise PydanticCustomError("no_language", words, {"word": language})
        return languages
