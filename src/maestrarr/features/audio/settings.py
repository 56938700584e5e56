"""What can be set about sound."""

from typing import Annotated, Final

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from maestrarr.core.settings.registry import Settings, section
from maestrarr.features.audio.taste import CODECS
from maestrarr.media.facts import UNDETERMINED
from maestrarr.media.languages import normalise

_BETWEEN_EQUALS: Final = "/"
_KINDS: Final = {"matroska": {"matroska", "webm"}, "mp4": {"mp4", "mov"}}
Language = Annotated[str, Field(min_length=2, max_length=100)]
Codecs = Annotated[str, Field(min_length=1, max_length=100)]


@section("audio", title="Audio")
class AudioSettings(Settings):
    """Which sound track plays first where no rule says otherwise, and what may be done for it."""

    languages: Annotated[list[Language], Field(max_length=50)] = Field(
        default=[],
        description="Which languages you prefer, the best first, such as en or Japanese. The "
        "language that a film was made in goes before them all; without any, it alone counts.",
    )
    prefer_fewer_channels: bool = Field(
        default=False,
        description="Of several tracks that fit, take the one with fewer channels, such as stereo.",
    )
    codecs: Annotated[list[Codecs], Field(max_length=50)] = Field(
        default=[_BETWEEN_EQUALS.join(equals) for equals in CODECS],
        description="Which codec wins among tracks that fit alike, the best first; "
        f"equals stand in one line with a {_BETWEEN_EQUALS} between.",
    )
    subtitles: bool = Field(
        default=False,
        description="Choose the subtitles that show by themselves, too: forced ones in the "
        "language that is heard, full ones where it is none of yours.",
    )
    matroska: bool = Field(default=True, description="Edit Matroska and WebM files.")
    mp4: bool = Field(default=True, description="Edit MP4, M4V and QuickTime files.")
    copies: bool = Field(
        default=True,
        description="Copy a film whose header leaves no room for an edit, compare the copy packet "
        "by packet, and let it take the film's place; the old one lies in the recycle folder.",
    )
    copy_gigabytes: Annotated[int, Field(ge=1, le=10_000)] = Field(
        default=50, description="Films larger than this are not copied."
    )
    copy_seconds: Annotated[int, Field(ge=1, le=86_400)] = Field(
        default=300, description="A copy that takes longer than this is given up."
    )
    prefer_mkvpropedit: bool = Field(
        default=False,
        description="Let mkvpropedit edit the copy of a Matroska film, where it is installed.",
    )
    history_days: Annotated[int, Field(ge=1, le=3650)] = Field(
        default=30, description="How many days a batch that has ended is kept, with its results."
    )

    @field_validator("languages")
    @classmethod
    def _are_languages(cls, languages: list[str]) -> list[str]:
        for language in languages:
            if normalise(language) == UNDETERMINED:
                words = "names {word}, which is no language that is known"
                raise PydanticCustomError("no_language", words, {"word": language})
        return languages

    @property
    def codec_order(self) -> tuple[tuple[str, ...], ...]:
        """The codecs, the best first; those of one line are equals."""
        return tuple(
            tuple(name.strip().lower() for name in line.split(_BETWEEN_EQUALS))
            for line in self.codecs
        )

    @property
    def containers(self) -> frozenset[str]:
        """The kinds of files that may be edited, as a probe names them."""
        chosen = [kinds for name, kinds in _KINDS.items() if getattr(self, name)]
        return frozenset[str]().union(*chosen)
