"""What a media file says of itself: one shape, whichever reader found it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from maestrarr.media.causes import Cause

UNDETERMINED = "und"


class HdrKind(StrEnum):
    """How a video track carries more than standard brightness; `SDR` when it does not."""

    SDR = "SDR"
    HDR10 = "HDR10"
    HDR10_PLUS = "HDR10+"
    HLG = "HLG"
    DOLBY_VISION = "Dolby Vision"


class Tier(StrEnum):
    """Which reader found the facts out: our own header reader, or the bundled FFmpeg.

    `FRAMES` says that the first frames were looked into as well, for what headers leave open.
    """

    HEADER = "header"
    FFMPEG = "ffmpeg"
    FRAMES = "frames"


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoTrack:
    """One moving picture; `index` counts among all tracks of the file, as ffprobe does.

    `codec` is FFmpeg's name for it (`h264`, `hevc`, `av1`), `frame_rate` is in frames per second.
    """

    index: int
    codec: str
    profile: str | None = None
    level: str | None = None
    width: int = 0
    height: int = 0
    frame_rate: float | None = None
    bit_depth: int | None = None
    hdr: HdrKind = HdrKind.SDR
    dolby_vision_profile: int | None = None
    bitrate: int | None = None
    language: str = UNDETERMINED
    language_written: str | None = None
    title: str | None = None
    is_default: bool = True
    is_attached_picture: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioTrack:
    """One sound track; `language` is a normalised BCP 47 tag, `language_written` as in the file.

    `is_default` is Matroska's FlagDefault (absent means true) or MP4's track_enabled. `bitrate` is
    in bits per second, `sample_rate` in hertz. `number` is the container's own name of the track:
    Matroska's TrackNumber or MP4's track_ID.
    """

    index: int
    codec: str = ""
    profile: str | None = None
    channels: int = 0
    layout: str | None = None
    sample_rate: int | None = None
    bit_depth: int | None = None
    bitrate: int | None = None
    language: str = UNDETERMINED
    language_written: str | None = None
    title: str | None = None
    number: int | None = None
    is_default: bool = True
    is_enabled: bool = True
    is_original: bool = False
    is_commentary: bool = False
    is_visual_impaired: bool = False
    is_hearing_impaired: bool = False
    is_dub: bool = False
    is_forced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SubtitleTrack:
    """One subtitle track: inside the file, or beside it when `path` is set and `index` is None."""

    index: int | None
    codec: str
    language: str = UNDETERMINED
    language_written: str | None = None
    title: str | None = None
    number: int | None = None
    is_default: bool = False
    is_forced: bool = False
    is_original: bool = False
    is_commentary: bool = False
    is_hearing_impaired: bool = False
    path: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A named point in the film, in seconds from its start."""

    start_seconds: float
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file inside the container, such as a font or a cover; its bytes are never read."""

    name: str
    media_type: str | None = None
    size_bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """Everything that a file's headers say.

    `container` is `matroska`, `webm`, `mp4`, `mov`, or FFmpeg's short name of another format.
    `duration_seconds` is None when not even the last fragment or cluster tells it. `unique_id` is
    Matroska's SegmentUID in hex: it survives a rename.
    """

    container: str
    size_bytes: int
    duration_seconds: float | None = None
    bitrate: int | None = None
    title: str | None = None
    muxer: str | None = None
    unique_id: str | None = None
    video: Sequence[VideoTrack] = ()
    audio: Sequence[AudioTrack] = ()
    subtitles: Sequence[SubtitleTrack] = ()
    chapters: Sequence[Chapter] = ()
    attachments: Sequence[Attachment] = ()
    tier: Tier = Tier.HEADER


class FaultKind(StrEnum):
    """What is wrong with one file on disk."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    NOT_MEDIA = "not_media"
    DAMAGED = "damaged"
    WRONG_SUFFIX = "wrong_suffix"
    BROKEN_NFO = "broken_nfo"
    BROKEN_LINK = "broken_link"
    OUTSIDE = "outside"
    UNREADABLE_FOLDER = "unreadable_folder"
    UNNUMBERED = "unnumbered"


@dataclass(frozen=True, slots=True)
class FileFault:
    """What is wrong with the file at `path`, and why."""

    path: Path
    kind: FaultKind
    cause: Cause


class NotReadable(Exception):
    """A file's bytes do not say what they should; `kind` and `cause` make its FileFault."""

    def __init__(self, kind: FaultKind, cause: Cause) -> None:
        super().__init__(str(cause))
        self.kind = kind
        self.cause = cause
