"""A file's tracks in an NFO's `<streamdetails>`, as Kodi and Jellyfin note them."""

from functools import lru_cache
from typing import Final

from lxml import etree

from maestrarr.media.facts import UNDETERMINED, AudioTrack, HdrKind, Probe
from maestrarr.media.languages import normalise
from maestrarr.media.nfo.elements import Fields
from maestrarr.media.nfo.entry import AudioStream, Streams, VideoStream
from maestrarr.media.nfo.values import read_count

_HDR: Final = {
    HdrKind.HDR10: "hdr10",
    HdrKind.HDR10_PLUS: "hdr10plus",
    HdrKind.HLG: "hlg",
    HdrKind.DOLBY_VISION: "dolbyvision",
}
# Kodi's words for what FFmpeg tells by a codec and its profile.
_BY_PROFILE: Final = (
    ("dts", "DTS-HD MA", "dtshd_ma"),
    ("dts", "DTS-HD HRA", "dtshd_hra"),
    ("dts", "", "dca"),
    ("truehd", "Dolby TrueHD + Dolby Atmos", "truehd_atmos"),
    ("eac3", "Dolby Digital Plus + Dolby Atmos", "eac3_ddp_atmos"),
)


def streams_of(probe: Probe) -> Streams:
    """Say what players are told of a probed file: its moving pictures, sounds and subtitles."""
    seconds = round(probe.duration_seconds) if probe.duration_seconds else None
    return Streams(
        tuple(
            VideoStream(
                codec=track.codec or None,
                width=track.width or None,
                height=track.height or None,
                duration_seconds=seconds,
                hdr=_HDR.get(track.hdr),
            )
            for track in probe.video
            if not track.is_attached_picture
        ),
        tuple(
            AudioStream(
                codec=_audio_codec(track),
                language=_bare(track.language),
                channels=track.channels or None,
            )
            for track in probe.audio
        ),
        tuple(tag for track in probe.subtitles if (tag := _bare(track.language))),
    )


def read_streams(fields: Fields) -> Streams:
    """Read `<fileinfo><streamdetails>` of a title."""
    groups = [
        Fields(details)
        for info in fields.all("fileinfo")
        for details in Fields(info).all("streamdetails")
    ]
    if not groups:
        return Streams()
    subtitles = (_language(Fields(element)) for element in groups[0].all("subtitle"))
    return Streams(
        tuple(_video(element) for element in groups[0].all("video")),
        tuple(_audio(element) for element in groups[0].all("audio")),
        tuple(tag for tag in subtitles if tag),
    )


@lru_cache(maxsize=512)
def three_letters(tag: str) -> str:
    """Write a language as players read it in NFO files: ISO 639-2/B, `de` is `ger`."""
    import langcodes  # noqa: PLC0415  # only who writes waits for it (70 ms)

    try:
        return str(langcodes.Language.get(tag).to_alpha3(variant="B"))
    except (LookupError, ValueError):
        return tag


def _bare(language: str) -> str | None:
    """Take a tag's place away, which three letters cannot say; None when it is not known."""
    tag = normalise(language).partition("-")[0]
    return None if tag == UNDETERMINED else tag


def _audio_codec(track: AudioTrack) -> str | None:
    for codec, profile, word in _BY_PROFILE:
        if track.codec == codec and (track.profile or "").startswith(profile):
            return word
    return track.codec or None


def _video(element: etree._Element) -> VideoStream:
    inner = Fields(element)
    return VideoStream(
        codec=inner.text("codec"),
        width=read_count(inner.text("width")),
        height=read_count(inner.text("height")),
        duration_seconds=read_count(inner.text("durationinseconds")),
        hdr=inner.text("hdrtype"),
    )


def _audio(element: etree._Element) -> AudioStream:
    inner = Fields(element)
    return AudioStream(
        codec=inner.text("codec"),
        language=_language(inner),
        channels=read_count(inner.text("channels")),
    )


def _language(inner: Fields) -> str | None:
    return _bare(inner.text("language") or UNDETERMINED)
