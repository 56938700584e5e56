"""What FFmpeg says of a file, in the words of our own readers."""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import av
from av.audio.stream import AudioStream
from av.codec import CodecContext
from av.container import InputContainer
from av.stream import AttachmentStream, Disposition, Stream
from av.subtitles.stream import SubtitleStream
from av.video.stream import VideoStream

from maestrarr.media.causes import because, because_of
from maestrarr.media.codecs import audio, video
from maestrarr.media.facts import (
    UNDETERMINED,
    Attachment,
    AudioTrack,
    Chapter,
    FaultKind,
    HdrKind,
    NotReadable,
    Probe,
    SubtitleTrack,
    Tier,
    VideoTrack,
)
from maestrarr.media.languages import normalise

# Formats that are files of their own: none that lists other files, devices or addresses.
FORMATS: Final = (
    "avi,mpegts,mpeg,mpegvideo,asf,flv,ogg,rm,mxf,wtv,nut,nsv,gxf,dv,ivf,ty,"
    "matroska,webm,mov,mp4,m4a,3gp,3g2,mj2,h264,hevc,vc1,m4v"
)
_OPTIONS: Final = {"protocol_whitelist": "file", "format_whitelist": FORMATS}
_MATROSKA: Final = "matroska,webm"
_MOVIE: Final = "mov,mp4,m4a,3gp,3g2,mj2"
_DOLBY_VISION_TAGS: Final = frozenset(("dvh1", "dvhe", "dva1", "dvav", "dav1"))
_PCM_DEPTH: Final = re.compile(r"pcm_[a-z](\d+)")


def examine(path: Path) -> Probe:
    """Read a file's facts with FFmpeg.

    Raises:
        NotReadable: it cannot be opened, or FFmpeg finds no media in it.
    """
    with opened(path) as container:
        return _probe(container)


@contextmanager
def opened(path: Path) -> Iterator[InputContainer]:
    """Open a file with FFmpeg; what is wrong with it is told, also while it is read.

    Raises:
        NotReadable: it cannot be opened, or FFmpeg finds no media in it.
    """
    with _descriptor(path) as descriptor:
        try:
            # By descriptor, so that no name, whatever its bytes, is read as an address or option.
            with av.open(
                f"file:/dev/fd/{descriptor}", container_options=_OPTIONS, metadata_errors="replace"
            ) as container:
                yield container
        except (av.FFmpegError, ValueError) as error:
            raise NotReadable(FaultKind.DAMAGED, because("ffmpeg_finds_nothing")) from error


def codec_of(stream: Stream) -> str:
    """Name a stream's codec."""
    context: CodecContext | None = stream.codec_context  # None where there is no decoder
    return context.codec.canonical_name if context else "unknown"


@contextmanager
def _descriptor(path: Path) -> Iterator[int]:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError as error:
        raise NotReadable(FaultKind.UNREADABLE, because_of("cannot_read", error)) from error
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NotReadable(FaultKind.NOT_MEDIA, because("no_file"))
        yield descriptor
    finally:
        os.close(descriptor)


def _probe(container: InputContainer) -> Probe:
    size_bytes = container.size
    streams = list(container.streams)
    seconds = container.duration / av.time_base if container.duration else None
    return Probe(
        container=_container_name(container),
        size_bytes=size_bytes,
        duration_seconds=round(seconds, 6) if seconds and seconds > 0 else None,
        bitrate=round(size_bytes * 8 / seconds) if seconds and seconds > 0 else None,
        title=container.metadata.get("title") or None,
        muxer=container.metadata.get("encoder") or None,
        video=tuple(_video(one) for one in streams if isinstance(one, VideoStream)),
        audio=tuple(_audio(one) for one in streams if isinstance(one, AudioStream)),
        subtitles=tuple(_subtitle(one) for one in streams if isinstance(one, SubtitleStream)),
        chapters=tuple(_chapters(container)),
        attachments=tuple(_attachment(one) for one in streams if isinstance(one, AttachmentStream)),
        tier=Tier.FFMPEG,
    )


def _container_name(container: InputContainer) -> str:
    name = container.format.name
    if name == _MATROSKA:
        return "matroska"
    if name == _MOVIE:
        return "mov" if container.metadata.get("major_brand") == "qt  " else "mp4"
    return name.partition(",")[0]


def _chapters(container: InputContainer) -> Iterator[Chapter]:
    for chapter in container.chapters():
        base = chapter["time_base"]
        start = float(chapter["start"] * base) if base else 0.0
        yield Chapter(start_seconds=start, title=chapter["metadata"].get("title") or None)


def _attachment(stream: AttachmentStream) -> Attachment:
    data = stream.data
    return Attachment(
        name=stream.name or "", media_type=stream.mimetype, size_bytes=len(data) if data else 0
    )


def _video(stream: VideoStream) -> VideoTrack:
    context, codec = stream.codec_context, codec_of(stream)
    is_picture = bool(stream.disposition & Disposition.attached_pic)
    depth = context.format.components[0].bits if context.format else None
    has_dolby_vision = context.codec_tag.lower() in _DOLBY_VISION_TAGS
    rate = stream.average_rate
    return VideoTrack(
        index=stream.index,
        codec=codec,
        profile=None if is_picture else stream.profile,
        level=video.level_name(codec, context.level),
        width=context.width,
        height=context.height,
        frame_rate=round(float(rate), 3) if rate and not is_picture else None,
        bit_depth=None if is_picture else depth,
        hdr=(
            HdrKind.SDR
            if is_picture
            else video.hdr_kind(context.color_trc, has_dolby_vision=has_dolby_vision)
        ),
        bitrate=_bitrate(stream),
        language=_language(stream),
        language_written=stream.language,
        title=_title(stream),
        is_default=bool(stream.disposition & Disposition.default),
        is_attached_picture=is_picture,
    )


def _audio(stream: AudioStream) -> AudioTrack:
    context, codec, disposition = stream.codec_context, codec_of(stream), stream.disposition
    depth = _PCM_DEPTH.match(codec)
    return AudioTrack(
        index=stream.index,
        codec=codec,
        profile=stream.profile,
        channels=context.channels,
        layout=audio.plain_layout(context.layout.name),
        sample_rate=context.sample_rate or None,
        bit_depth=int(depth[1]) if depth else None,
        bitrate=_bitrate(stream),
        language=_language(stream),
        language_written=stream.language,
        title=_title(stream),
        number=stream.id or None,
        is_default=bool(disposition & Disposition.default),
        is_original=bool(disposition & Disposition.original),
        is_commentary=bool(disposition & Disposition.comment),
        is_visual_impaired=bool(disposition & Disposition.visual_impaired),
        is_hearing_impaired=bool(disposition & Disposition.hearing_impaired),
        is_dub=bool(disposition & Disposition.dub),
        is_forced=bool(disposition & Disposition.forced),
    )


def _subtitle(stream: SubtitleStream) -> SubtitleTrack:
    disposition = stream.disposition
    return SubtitleTrack(
        index=stream.index,
        codec=codec_of(stream),
        language=_language(stream),
        language_written=stream.language,
        title=_title(stream),
        number=stream.id or None,
        is_default=bool(disposition & Disposition.default),
        is_forced=bool(disposition & Disposition.forced),
        is_original=bool(disposition & Disposition.original),
        is_commentary=bool(disposition & Disposition.comment),
        is_hearing_impaired=bool(disposition & Disposition.hearing_impaired),
    )


def _language(stream: Stream) -> str:
    return normalise(stream.language) if stream.language else UNDETERMINED


def _title(stream: Stream) -> str | None:
    metadata: Mapping[str, str] = stream.metadata
    return metadata.get("title") or metadata.get("name") or None


def _bitrate(stream: VideoStream | AudioStream) -> int | None:
    tagged = stream.metadata.get("BPS", "")
    return int(tagged) if tagged.isascii() and tagged.isdigit() else stream.bit_rate
