"""Our readers against ffprobe, track by track, on every variant that real programs write."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from writers import OTHERS, OURS, Templates, Variant, run

from maestrarr.media import probe
from maestrarr.media.facts import (
    AudioTrack,
    HdrKind,
    Probe,
    SubtitleTrack,
    Tier,
    VideoTrack,
)
from maestrarr.media.ffmpeg import FfmpegReader
from maestrarr.media.languages import normalise

NEAR_SECONDS = 0.1

# ffprobe 5.1 knows no duration of a Matroska without the element, and does not look for the end.
WITHOUT_DURATION = {"ffmpeg-live.mkv", "ffmpeg-piped.mkv"}
# FFmpeg knows only ISO 639-2: region and script, which LanguageBCP47 tells, are lost in it.
BCP47 = {
    ("mkvmerge-full.mkv", 1): "en-US",
    ("mkvmerge-full.mkv", 2): "fr-CA",
    ("mkvmerge-full.mkv", 5): "zh-Hant-TW",
}

# FFmpeg 5.1 writes a track's name into `udta`, but does not read it.
TITLES = {("dispositions.mp4", 2): "Chat"}
# DTS in an entry called `mp4a`: only its own frames say how many channels there are.
WITHOUT_CHANNELS = {"dts.mp4"}
# The last sample of each fragment is written too long; FFmpeg's average rate is then too low.
WITH_STRETCHED_SAMPLES = {"hybrid.mp4", "empty-moov.mp4"}

Shape = dict[str, object]


@pytest.mark.parametrize("variant", OURS, ids=lambda variant: variant.name)
def test_we_say_what_ffprobe_says(variant: Variant, templates: Templates) -> None:
    path = templates.path(variant.name)

    found = probe.examine(path)

    assert found.fault is None
    assert found.probe is not None
    assert found.probe.tier is Tier.HEADER
    theirs = ffprobe(path)
    assert our_streams(found.probe) == their_streams(theirs, variant.name)
    assert len(found.probe.chapters) == len(theirs["chapters"])
    assert [one.name for one in found.probe.attachments] == their_attachments(theirs)
    assert found.probe.title == theirs["format"].get("tags", {}).get("title")
    assert_same_duration(found.probe, theirs, variant.name)


@pytest.fixture(scope="module")
def ffmpeg() -> Iterator[FfmpegReader]:
    with FfmpegReader() as reader:
        yield reader


@pytest.mark.parametrize("variant", [*OURS, *OTHERS], ids=lambda variant: variant.name)
def test_the_second_tier_says_what_ffprobe_says(
    variant: Variant, templates: Templates, ffmpeg: FfmpegReader
) -> None:
    path = templates.path(variant.name)

    found = ffmpeg.read(path)

    theirs = ffprobe(path)
    assert [stream["index"] for stream in our_streams(found)] == [
        stream["index"] for stream in their_streams(theirs, variant.name)
    ]
    assert len(found.chapters) == len(theirs["chapters"])
    assert found.tier is Tier.FFMPEG


@pytest.mark.parametrize("variant", OURS, ids=lambda variant: variant.name)
def test_both_tiers_agree_on_what_both_know(
    variant: Variant, templates: Templates, ffmpeg: FfmpegReader
) -> None:
    path = templates.path(variant.name)

    header, second = probe.probe(path), ffmpeg.read(path)

    ours = [*map(picture, header.video), *map(sound, header.audio)]
    theirs = [*map(picture, second.video), *map(sound, second.audio)]
    assert len(ours) == len(theirs)
    if variant.name in WITH_STRETCHED_SAMPLES:
        assert ours[0].pop("frame_rate") == 24.0
    assert [known_to_both(*pair) for pair in zip(ours, theirs, strict=True)] == [
        known_to_both(*pair) for pair in zip(theirs, ours, strict=True)
    ]


@pytest.mark.parametrize(
    ("name", "hdr", "profile"),
    [
        ("mkvmerge-hdr10.mkv", HdrKind.HDR10, None),
        ("ffmpeg-hdr10.mkv", HdrKind.HDR10, None),
        ("hdr10.mp4-film.mp4", HdrKind.HDR10, None),
        ("uncoloured.mp4", HdrKind.HDR10, None),
        ("mkvmerge-hlg.mkv", HdrKind.HLG, None),
        ("hlg.mp4-film.mp4", HdrKind.HLG, None),
        ("mkvmerge-dolby-vision.mkv", HdrKind.DOLBY_VISION, 8),
        ("ffmpeg-dolby-vision.mkv", HdrKind.DOLBY_VISION, 8),
        ("dolby-vision.mp4", HdrKind.DOLBY_VISION, 8),
        ("mkvmerge-basic.mkv", HdrKind.SDR, None),
    ],
)
def test_the_kind_of_hdr_is_told(
    name: str, hdr: HdrKind, profile: int | None, templates: Templates
) -> None:
    [track] = probe.probe(templates.path(name)).video

    assert (track.hdr, track.dolby_vision_profile) == (hdr, profile)


def ffprobe(path: Path) -> dict[str, Any]:
    """Ask the independent witness."""
    asked = ["-show_format", "-show_streams", "-show_chapters"]
    said: dict[str, Any] = json.loads(
        run(["ffprobe", "-v", "error", "-of", "json", *asked, str(path)])
    )
    return said


def our_streams(found: Probe) -> list[Shape]:
    """Say what we found in ffprobe's order."""
    every = [*map(_our_video, found.video), *map(_our_audio, found.audio)]
    every += map(_our_subtitle, found.subtitles)
    return sorted(every, key=lambda stream: int(str(stream["index"])))


def _our_video(track: VideoTrack) -> Shape:
    shape = {"index": track.index, "kind": "video", "codec": track.codec}
    if track.is_attached_picture:
        return shape | {"attached_pic": True}
    return shape | {
        "language": track.language,
        "title": track.title,
        "default": track.is_default,
        "size": (track.width, track.height),
    }


def _our_audio(track: AudioTrack) -> Shape:
    return {
        "index": track.index,
        "kind": "audio",
        "codec": track.codec,
        "language": track.language,
        "title": track.title,
        "default": track.is_default,
        "channels": track.channels,
        "sample_rate": track.sample_rate,
        "original": track.is_original,
        "comment": track.is_commentary,
        "forced": track.is_forced,
        "dub": track.is_dub,
        "hearing_impaired": track.is_hearing_impaired,
        "visual_impaired": track.is_visual_impaired,
    }


def _our_subtitle(track: SubtitleTrack) -> Shape:
    return {
        "index": track.index,
        "kind": "subtitle",
        "codec": track.codec,
        "language": track.language,
        "title": track.title,
        "default": track.is_default,
        "original": track.is_original,
        "comment": track.is_commentary,
        "forced": track.is_forced,
        "hearing_impaired": track.is_hearing_impaired,
    }


def their_streams(said: Mapping[str, Any], name: str) -> list[Shape]:
    """Bring ffprobe's streams to the same shape; chapters in a track of texts are `data` there."""
    return [
        _their_stream(stream, name)
        for stream in said["streams"]
        if stream["codec_type"] in ("video", "audio", "subtitle")
    ]


def _their_stream(stream: Mapping[str, Any], name: str) -> Shape:
    kind, index, tags = stream["codec_type"], stream["index"], stream.get("tags", {})
    disposition = {word: bool(value) for word, value in stream["disposition"].items()}
    shape: dict[str, object] = {"index": index, "kind": kind, "codec": stream["codec_name"]}
    if disposition["attached_pic"]:
        return shape | {"attached_pic": True}
    language = BCP47.get((name, index)) or normalise(tags.get("language"))
    shape |= {
        "language": language,
        "title": TITLES.get((name, index)) or tags.get("title"),
        "default": disposition["default"],
    }
    if kind == "video":
        return shape | {"size": (stream["width"], stream["height"])}
    shape |= {word: disposition[word] for word in ("original", "comment", "forced")}
    shape["hearing_impaired"] = disposition["hearing_impaired"]
    if kind == "audio":
        shape |= {
            "channels": 0 if name in WITHOUT_CHANNELS else stream["channels"],
            "sample_rate": int(stream["sample_rate"]),
            "dub": disposition["dub"],
            "visual_impaired": disposition["visual_impaired"],
        }
    return shape


def their_attachments(said: Mapping[str, Any]) -> list[str]:
    """Name the attached files; ffprobe counts attached pictures as videos with a file name."""
    return [
        stream["tags"]["filename"]
        for stream in said["streams"]
        if "filename" in stream.get("tags", {})
    ]


def assert_same_duration(found: Probe, said: Mapping[str, Any], name: str) -> None:
    theirs = said["format"].get("duration")
    assert found.duration_seconds is not None
    if name in WITHOUT_DURATION:
        assert theirs is None
        theirs = "1.2"  # what was written
    assert found.duration_seconds == pytest.approx(float(theirs), abs=NEAR_SECONDS)


def picture(track: VideoTrack) -> Shape:
    """Name what both tiers may know of a picture; FFmpeg's binding shows no Dolby Vision."""
    if track.is_attached_picture:
        return {"index": track.index, "codec": track.codec}
    hdr = HdrKind.HDR10 if track.hdr is HdrKind.DOLBY_VISION else track.hdr
    words = ("index", "codec", "profile", "level", "bit_depth", "title", "width", "frame_rate")
    return {word: getattr(track, word) for word in words} | {"hdr": hdr}


def sound(track: AudioTrack) -> Shape:
    """Name what both tiers may know of a sound."""
    words = ("index", "codec", "channels", "layout", "sample_rate", "title", "is_default")
    return {word: getattr(track, word) for word in words}


def known_to_both(mine: Shape, other: Shape) -> Shape:
    """Keep what neither leaves open: None, or no channels, is what a tier does not know."""
    return {word: value for word, value in mine.items() if value and other.get(word)}
