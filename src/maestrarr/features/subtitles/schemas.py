"""What crosses HTTP about subtitles."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from maestrarr.core.changes.schemas import Refusal, ShownPath
from maestrarr.kit.sent import Sent
from maestrarr.media.facts import UNDETERMINED, SubtitleTrack
from maestrarr.media.languages import normalise

MOST_TRACKS = 500


def _language(written: str) -> str:
    tag = normalise(written)
    if tag == UNDETERMINED:
        words = "{word} is no language"
        raise PydanticCustomError("no_language", words, {"word": written})
    return tag


Language = Annotated[str, Field(min_length=2, max_length=35), AfterValidator(_language)]


class ExtractableTrack(BaseModel):
    """A subtitle track inside a film, or a file beside it, which has a `path` and no `index`.

    `name` is what the file would be called that the track can become, `obstacle` why it does not.
    """

    index: int | None
    path: ShownPath | None
    codec: str
    language: str
    title: str | None
    is_default: bool
    is_forced: bool
    is_commentary: bool
    is_hearing_impaired: bool
    name: str | None
    obstacle: Refusal | None


class SubtitledFile(BaseModel):
    """A film or an episode with its subtitles."""

    file_id: UUID
    path: ShownPath
    tracks: list[ExtractableTrack]


class TitleSubtitles(BaseModel):
    """The subtitles of a title, in each of its files."""

    title_id: UUID
    files: list[SubtitledFile]


class TrackNamed(Sent):
    """A track of a file, by its number in it."""

    file_id: UUID
    index: Annotated[int, Field(ge=0, le=100_000)]


class ExtractSent(Sent):
    """Which tracks shall be files beside the film; all that can be, where none are named."""

    tracks: Annotated[list[TrackNamed], Field(min_length=1, max_length=MOST_TRACKS)] | None = None
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"tracks": [{"file_id": "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b90", "index": 3}]}
            ]
        }
    )


class OfferDocument(BaseModel):
    """A subtitle that a service has; `release` names the film that it was made for."""

    connection_id: UUID
    provider: str
    offer_id: str
    language: str
    release: str | None
    downloads: int | None
    rating: float | None
    is_forced: bool
    is_hearing_impaired: bool
    is_machine_made: bool
    is_trusted: bool


class OfferFailure(BaseModel):
    """A service that could not answer, and why."""

    provider: str
    problem: Refusal


class SubtitleOffers(BaseModel):
    """What services have in the languages that were meant, the best first."""

    languages: list[str]
    offers: list[OfferDocument]
    failures: list[OfferFailure]


class FetchSent(Sent):
    """Which offer shall stand beside which file, and what it is, as the search has said."""

    file_id: UUID
    connection_id: UUID
    offer_id: Annotated[str, Field(pattern=r"^[0-9]{1,15}$")]
    language: Language
    is_forced: bool = False
    is_hearing_impaired: bool = False

    @property
    def track(self) -> SubtitleTrack:
        """What the file beside the film will hold."""
        return SubtitleTrack(
            index=None,
            codec="subrip",
            language=self.language,
            is_forced=self.is_forced,
            is_hearing_impaired=self.is_hearing_impaired,
        )

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "file_id": "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b90",
                    "connection_id": "0199f0c2-a5d4-7c3e-8b1f-6a2d4e5c7b91",
                    "offer_id": "1234567",
                    "language": "fr",
                }
            ]
        }
    )
