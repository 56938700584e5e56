"""The kinds of files a household collects: which tracks, which flags right and wrong, which layout.

Why the flags matter: players start with the default track, see `features.audio`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from maestrarr.demo.video import layouts, mp4
from maestrarr.demo.video.layouts import Layout
from maestrarr.demo.video.matroska import matroska
from maestrarr.demo.video.mp4 import Mp4Layout
from maestrarr.demo.video.tracks import describe, picture, sound, words
from maestrarr.media.facts import (
    Attachment,
    AudioTrack,
    Chapter,
    HdrKind,
    Probe,
    SubtitleTrack,
    VideoTrack,
)

_HD = picture("h264", 1280, 720)
_FULL_HD = picture("h264", 1920, 1080)
_FULL_HEVC = picture("hevc", 1920, 1080)
_SD = picture("mpeg4", 720, 576)
_WEB = picture("vp9", 1280, 720)
_UHD_HDR10 = picture("hevc", 3840, 2160, hdr=HdrKind.HDR10)
_UHD_HLG = picture("hevc", 3840, 2160, hdr=HdrKind.HLG)
_VISION_8 = picture("hevc", 1920, 1080, hdr=HdrKind.DOLBY_VISION, dolby_vision_profile=8)
_VISION_5 = picture("hevc", 1920, 1080, hdr=HdrKind.DOLBY_VISION, dolby_vision_profile=5)
_CHAPTERS = (
    Chapter(start_seconds=0.0, title="Low tide"),
    Chapter(start_seconds=0.75, title="The turn"),
    Chapter(start_seconds=1.5, title="High water"),
)
_FONT = Attachment(name="Tidewater.otf", media_type="font/otf", size_bytes=1800)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One kind of file; `sounds` makes its audio tracks from the original language and another."""

    name: str
    container: str = "matroska"
    layout: Layout | Mp4Layout = layouts.MKVMERGE
    video: VideoTrack = _HD
    sounds: Callable[[str, str], Sequence[AudioTrack]]
    subtitles: Sequence[SubtitleTrack] = ()
    chapters: Sequence[Chapter] = ()
    attachments: Sequence[Attachment] = ()

    @property
    def suffix(self) -> str:
        """The file name's end that fits the container."""
        return {"matroska": ".mkv", "webm": ".webm", "mp4": ".mp4", "mov": ".mov"}[self.container]

    @property
    def quality(self) -> str:
        """The picture's height, as names put it: `1080p`."""
        return f"{self.video.height}p"

    def facts(self, name: str, *, language: str, title: str, seconds: float) -> Probe:
        """Say what the file called `name`, of a film made in `language`, will hold."""
        other = "de" if language == "en" else "en"
        return describe(
            name,
            container=self.container,
            video=[self.video],
            audio=self.sounds(language, other),
            subtitles=self.subtitles,
            chapters=self.chapters,
            attachments=self.attachments,
            title=title,
            seconds=seconds,
        )

    def make(self, facts: Probe) -> bytes:
        """Make the bytes of the file that `facts` describes."""
        if isinstance(self.layout, Mp4Layout):
            return mp4.mp4(facts, self.layout)
        return matroska(facts, self.layout)


def _surround(language: str, *, is_default: bool = True, is_original: bool = False) -> AudioTrack:
    return sound(
        language,
        codec="ac3",
        channels=6,
        title="Surround 5.1",
        is_default=is_default,
        is_original=is_original,
    )


RECIPES = (
    Recipe(
        name="right default",
        video=_FULL_HD,
        sounds=lambda first, other: [
            _surround(first, is_original=True),
            sound(other, codec="ac3", is_default=False),
        ],
        subtitles=(
            words("en", is_default=True),
            words("tr"),
            words("fr", is_hearing_impaired=True),
        ),
        chapters=_CHAPTERS,
    ),
    Recipe(
        name="dub is default",
        video=_FULL_HD,
        sounds=lambda first, other: [
            sound(other, codec="eac3", channels=6, title="Dub", is_dub=True),
            _surround(first, is_default=False, is_original=True),
        ],
        subtitles=(words("en", is_forced=True), words("en")),
    ),
    Recipe(
        name="MP4, second track enabled",
        container="mp4",
        layout=mp4.FASTSTART,
        sounds=lambda first, other: [sound(first, is_default=False), sound(other)],
        subtitles=(words("en", codec="mov_text"),),
    ),
    Recipe(
        name="all default",
        layout=layouts.FFMPEG,
        sounds=lambda first, other: [
            sound(other, codec="ac3"),
            sound(first, codec="ac3"),
            sound("fr" if first != "fr" else "it", codec="aac"),
        ],
        subtitles=(words("en", codec="ass"), words("ja", codec="ass")),
        attachments=(_FONT,),
    ),
    Recipe(
        name="none default",
        layout=layouts.CUES_FIRST,
        sounds=lambda first, other: [
            sound(other, codec="eac3", is_default=False),
            sound(first, codec="eac3", is_default=False),
        ],
    ),
    Recipe(
        name="MP4, all enabled",
        container="mp4",
        layout=mp4.INDEX_LAST,
        video=_FULL_HD,
        sounds=lambda first, other: [sound(other), sound(first), sound(first, channels=6)],
        chapters=_CHAPTERS,
    ),
    Recipe(
        name="commentary first",
        layout=layouts.FFMPEG,
        sounds=lambda first, _: [
            sound("en", title="Commentary with the director", is_commentary=True),
            _surround(first, is_default=False),
        ],
        subtitles=(words("en"),),
    ),
    Recipe(
        name="4K HDR10, five tracks",
        video=_UHD_HDR10,
        sounds=lambda first, other: [
            sound(other, codec="eac3", channels=6),
            sound(first, codec="flac", is_default=False, is_original=True),
            sound("es", codec="eac3", is_default=False),
            sound("it", codec="eac3", is_default=False),
            sound("en", title="Isolated score", is_default=False),
        ],
        subtitles=(words("en"), words("tr"), words("de", codec="hdmv_pgs_subtitle")),
        chapters=_CHAPTERS,
        attachments=(_FONT,),
    ),
    Recipe(
        name="audio description first",
        sounds=lambda first, _: [
            sound(first, title="Audio description", is_visual_impaired=True),
            _surround(first, is_default=False),
        ],
    ),
    Recipe(
        name="stereo before surround, tracks at the end",
        layout=layouts.EDITED,
        sounds=lambda first, _: [
            sound(first, title="Stereo"),
            _surround(first, is_default=False),
        ],
        subtitles=(words("tr"),),
    ),
    Recipe(
        name="two kinds of Portuguese",
        sounds=lambda first, _: [
            sound("pt-BR", codec="opus"),
            sound("pt-PT", codec="opus", is_default=False),
            sound(first, codec="opus", is_default=False),
        ],
        subtitles=(words("pt-BR"), words("zh-Hant")),
    ),
    Recipe(
        name="MP4, none enabled",
        container="mp4",
        layout=mp4.INDEX_LAST,
        sounds=lambda first, other: [
            sound(other, is_default=False),
            sound(first, is_default=False),
        ],
    ),
    Recipe(
        name="undetermined",
        layout=layouts.FFMPEG,
        video=_SD,
        sounds=lambda _, other: [sound(codec="mp3"), sound(other, codec="mp3", is_default=False)],
    ),
    Recipe(name="single track", layout=layouts.NO_CUES, sounds=lambda first, _: [sound(first)]),
    Recipe(
        name="first track disabled",
        layout=layouts.CUES_FIRST,
        sounds=lambda first, other: [
            sound(other, codec="ac3", is_enabled=False),
            sound(first, codec="ac3", is_default=False),
        ],
    ),
    Recipe(
        name="language unsaid, so English",
        video=_FULL_HEVC,
        sounds=lambda first, _: [
            sound("en", codec="mp2", states_language=False),
            sound(first, codec="mp2", is_default=False),
        ],
    ),
    Recipe(
        name="MP4, fragmented, Dolby Vision 5",
        container="mp4",
        layout=mp4.FRAGMENTED,
        video=_VISION_5,
        sounds=lambda first, other: [
            sound(first, codec="eac3", channels=6),
            sound(other, is_default=False),
        ],
    ),
    Recipe(
        name="WebM",
        container="webm",
        layout=layouts.CUES_FIRST,
        video=_WEB,
        sounds=lambda first, other: [
            sound(first, codec="opus", is_default=False),
            sound(other, codec="opus"),
        ],
    ),
    Recipe(
        name="written to a pipe",
        layout=layouts.LIVE,
        sounds=lambda first, other: [sound(other), sound(first, is_default=False)],
    ),
    Recipe(
        name="4K HLG",
        video=_UHD_HLG,
        layout=layouts.FFMPEG,
        sounds=lambda first, _: [_surround(first)],
        subtitles=(words("en", codec="hdmv_pgs_subtitle", is_forced=True, is_default=True),),
    ),
    Recipe(
        name="Dolby Vision 8",
        video=_VISION_8,
        sounds=lambda first, other: [
            sound(other, codec="eac3", channels=6),
            sound(first, codec="eac3", channels=6, is_default=False, is_original=True),
        ],
        chapters=_CHAPTERS,
    ),
    Recipe(
        name="MP4, 64-bit, HDR10",
        container="mp4",
        layout=mp4.LARGE,
        video=_UHD_HDR10,
        sounds=lambda first, other: [sound(first, codec="ac3"), sound(other, is_default=False)],
    ),
    Recipe(
        name="QuickTime",
        container="mov",
        layout=mp4.INDEX_LAST,
        sounds=lambda first, other: [sound(other, is_default=False), sound(first)],
    ),
    Recipe(name="silent", layout=layouts.NO_CUES, video=_SD, sounds=lambda *_: []),
)


ROTATION = [recipe for recipe in RECIPES if recipe.name != "silent"]


def named(name: str) -> Recipe:
    """Find a recipe by its name."""
    return next(recipe for recipe in RECIPES if recipe.name == name)
