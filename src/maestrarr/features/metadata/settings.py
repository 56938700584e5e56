"""What can be set about what services say of titles."""

from datetime import timedelta
from typing import Annotated, Final

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from maestrarr.core.settings.registry import Settings, section
from maestrarr.features.library.describe import FIELDS
from maestrarr.media.countries import country
from maestrarr.media.facts import UNDETERMINED
from maestrarr.media.languages import normalise

_AFTER: Final = ">"
LONGEST_KEPT_DAYS: Final = 180  # TMDB's terms: nothing of it is kept longer than six months
Line = Annotated[str, Field(min_length=1, max_length=200)]


@section("metadata", title="Metadata")
class MetadataSettings(Settings):
    """In which language titles are described, whose word counts, and when services are asked."""

    language: Annotated[str, Field(min_length=2, max_length=35)] = Field(
        default="en",
        description="The language in which titles are described, where their library has none.",
    )
    countries: Annotated[list[Line], Field(max_length=20)] = Field(
        default=["US", "GB"],
        description="Whose age ratings are shown, the first that has one: codes such as US or DE.",
    )
    order: Annotated[list[Line], Field(max_length=50)] = Field(
        default=[],
        description="Whose word counts first for a field, where it is another order than the "
        "library's, such as plot: tvdb > tmdb > nfo.",
    )
    most_actors: Annotated[int, Field(ge=0, le=500)] = Field(
        default=40, description="How many of a cast are kept."
    )
    identify: bool = Field(
        default=True,
        description="Search for titles whose names and NFO files do not say which work they are.",
    )
    refresh_days: Annotated[int, Field(ge=1, le=LONGEST_KEPT_DAYS)] = Field(
        default=30, description="Ask again about a title after so many days."
    )
    refresh_running_days: Annotated[int, Field(ge=1, le=LONGEST_KEPT_DAYS)] = Field(
        default=7, description="Ask sooner about series that go on, and about what is new."
    )

    @field_validator("language")
    @classmethod
    def _is_language(cls, language: str) -> str:
        if normalise(language) == UNDETERMINED:
            words = "names {word}, which is no language that is known"
            raise PydanticCustomError("no_language", words, {"word": language})
        return language

    @field_validator("countries")
    @classmethod
    def _are_countries(cls, countries: list[str]) -> list[str]:
        for each in countries:
            if country(each) is None:
                words = "names {word}, which is no country's code"
                raise PydanticCustomError("no_country", words, {"word": each})
        return countries

    @field_validator("order")
    @classmethod
    def _are_orders(cls, lines: list[str]) -> list[str]:
        for line in lines:
            field, colon, names = line.partition(":")
            if field.strip() not in FIELDS or not colon or not names.strip():
                words = "holds {line}, which is no field with who comes first: plot: tvdb > tmdb"
                raise PydanticCustomError("no_order", words, {"line": line})
        return lines

    @property
    def orders(self) -> dict[str, tuple[str, ...]]:
        """Whose word counts first, by field."""
        parted = (line.partition(":") for line in self.order)
        return {
            field.strip(): tuple(name.strip().lower() for name in names.split(_AFTER))
            for field, _, names in parted
        }

    @property
    def refresh_after(self) -> timedelta:
        """After how long a title is asked about again."""
        return timedelta(days=self.refresh_days)

    @property
    def refresh_running_after(self) -> timedelta:
        """After how long one of which more is to come."""
        return timedelta(days=self.refresh_running_days)
