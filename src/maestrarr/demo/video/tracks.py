"""Says which tracks a file shall have, in the shapes a scan will later report them in."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

import langcodes

from maestrarr.demo.video import elementary
from maestrarr.media.facts import (
    UNDETERMINED,
    Attachment,
    AudioTrack,
    Chapter,
    HdrKind,
    Probe,
    SubtitleTrack,
    VideoTrack,
)

TRANSFER = {
    HdrKind.HDR10: "smpte2084",
    HdrKind.HLG: "arib-std-b67",
    HdrKind.DOLBY_VISION: "smpte2084",
}
_PITCHES_HERTZ = (262, 330, 392, 440, 523)
_TONE_LAYOUTS = {1: "mono", 2: "stereo", 6: "5.1"}


def picture(
    codec: str = "h264",
    width: int = 640,
    height: int = 360,
    *,
    hdr: HdrKind = HdrKind.SDR,
    dolby_vision_profile: int | None = None,
) -> VideoTrack:
    """Ask for a moving picture."""
    return VideoTrack(
        index=0,
        codec=codec,
        width=width,
        height=height,
        frame_rate=float(elementary.FRAME_RATE),
        bit_depth=8 if hdr is HdrKind.SDR else 10,
        hdr=hdr,
        dolby_vision_profile=dolby_vision_profile,
    )


def sound(  # noqa: PLR0913 - one argument for each thing a track can say of itself
    language: str = UNDETERMINED,
    *,
    codec: str = "aac",
    channels: int = 2,
    title: str | None = None,
    is_default: bool = True,
    is_enabled: bool = True,
    is_original: bool = False,
    is_commentary: bool = False,
    is_visual_impaired: bool = False,
    is_hearing_impaired: bool = False,
    is_dub: bool = False,
    states_language: bool = True,
) -> AudioTrack:
    """Ask for a sound track in a BCP 47 language.

    Where `states_language` is False nothing is written, which in Matroska means English.
    """
    return AudioTrack(
        index=0,
        codec=codec,
        channels=channels,
        layout=_TONE_LAYOUTS[channels],
        sample_rate=elementary.SAMPLE_RATE,
        language=language,
        language_written=_written(language) if states_language else None,
        title=title,
        is_default=is_default,
        is_enabled=is_enabled,
        is_original=is_original,
        is_commentary=is_commentary,
        is_visual_impaired=is_visual_impaired,
        is_hearing_impaired=is_hearing_impaired,
        is_dub=is_dub,
    )


def words(
    language: str,
    *,
    codec: str = "subrip",
    title: str | None = None,
    is_default: bool = False,
    is_forced: bool = False,
    is_hearing_impaired: bool = False,
) -> SubtitleTrack:
    """Ask for a subtitle track in a BCP 47 language."""
    return SubtitleTrack(
        index=None,
        codec=codec,
        language=language,
        title=title,
        is_default=is_default,
        is_forced=is_forced,
        is_hearing_impaired=is_hearing_impaired,
    )


def describe(  # noqa: PLR0913 - one argument for each part a file can have
    name: str,
    *,
    container: str = "matroska",
    video: Sequence[VideoTrack] | None = None,
    audio: Sequence[AudioTrack] = (),
    subtitles: Sequence[SubtitleTrack] = (),
    chapters: Sequence[Chapter] = (),
    attachments: Sequence[Attachment] = (),
    title: str | None = None,
    seconds: float = 2.0,
) -> Probe:
    """Number the tracks as the file will, and so say all that a reader should find in it.

    Of a sound track MP4 says only its language, its title and whether it is enabled: the other
    flags are taken off.

    `name` only decides the file's unique id: the same name makes the same bytes. `size_bytes` is 0
    until the file is made.
    """
    pictures = [picture()] if video is None else list(video)
    first_words = len(pictures) + len(audio)
    is_mp4 = container in {"mp4", "mov"}
    return Probe(
        container=container,
        size_bytes=0,
        duration_seconds=seconds,
        title=title,
        unique_id=None if is_mp4 else hashlib.sha256(name.encode()).hexdigest()[:32],
        video=[replace(track, index=at) for at, track in enumerate(pictures)],
        audio=[
            _numbered_sound(track, at, is_mp4=is_mp4)
            for at, track in enumerate(audio, start=len(pictures))
        ],
        subtitles=[
            _numbered_words(track, at, is_mp4=is_mp4)
            for at, track in enumerate(subtitles, start=first_words)
        ],
        chapters=tuple(chapters),
        attachments=tuple(attachments),
    )


def bibliographic(language: str) -> str:
    """Give a language's three letters as Matroska wants them: `ger`. Source: ISO 639-2/B."""
    return langcodes.get(language).to_alpha3(variant="B")


def terminological(language: str) -> str:
    """Give a language's three letters as MP4 wants them: `deu`. Source: ISO 639-2/T."""
    return langcodes.get(language).to_alpha3(variant="T")


def pitch(index: int) -> int:
    """Give the tone, in hertz, by which an ear knows the track at `index`."""
    return _PITCHES_HERTZ[index % len(_PITCHES_HERTZ)]


def _numbered_sound(track: AudioTrack, at: int, *, is_mp4: bool) -> AudioTrack:
    if not is_mp4:
        return replace(track, index=at, number=at + 1)
    return replace(
        track,
        index=at,
        number=at + 1,
        language_written=terminological(track.language),
        is_enabled=track.is_default,
        is_original=False,
        is_commentary=False,
        is_visual_impaired=False,
        is_hearing_impaired=False,
        is_dub=False,
    )


def _numbered_words(track: SubtitleTrack, at: int, *, is_mp4: bool) -> SubtitleTrack:
    written = terminological(track.language) if is_mp4 else _written(track.language)
    return replace(track, index=at, number=at + 1, language_written=written)


def _written(language: str) -> str:
    """Write a region or a script out in full; a bare language as Matroska's three letters."""
    return language if "-" in language else bibliographic(language)


def encoded(track: VideoTrack | AudioTrack) -> elementary.Elementary:
    """Give the encoded pictures or tones that a track of this shape holds."""
    if isinstance(track, AudioTrack):
        return elementary.tone(track.codec, track.channels, pitch(track.index))
    if track.bit_depth == 8:
        return elementary.picture(track.codec, track.width, track.height)
    transfer = "linear" if track.dolby_vision_profile == 5 else TRANSFER.get(track.hdr, "linear")
    return elementary.picture(track.codec, track.width, track.height, transfer)
