"""Makes real media files for tests, in a few milliseconds each."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from maestrarr.demo.library import DemoTitle, make_library
from maestrarr.demo.video import layouts, mp4
from maestrarr.demo.video.layouts import Layout
from maestrarr.demo.video.matroska import matroska
from maestrarr.demo.video.mp4 import Mp4Layout
from maestrarr.demo.video.tracks import describe, picture, sound, words
from maestrarr.media.facts import (
    Attachment,
    AudioTrack,
    Chapter,
    Probe,
    SubtitleTrack,
    VideoTrack,
)

__all__ = ["a_film_folder", "make_mkv", "make_mp4", "picture", "sound", "words"]


def make_mkv(
    path: Path,
    *,
    audio: Sequence[AudioTrack] | None = None,
    subtitles: Sequence[SubtitleTrack] = (),
    video: Sequence[VideoTrack] | None = None,
    chapters: Sequence[Chapter] = (),
    attachments: Sequence[Attachment] = (),
    title: str | None = None,
    seconds: float = 2.0,
    layout: Layout = layouts.MKVMERGE,
) -> Probe:
    """Make a Matroska file (WebM by its suffix) and return the truth about it.

    Its unique id follows from its name. Tracks come from `picture`, `sound` and `words`; without
    any, there is one small picture and one English track.
    """
    facts = describe(
        path.name,
        container="webm" if path.suffix == ".webm" else "matroska",
        video=video,
        audio=[sound("en")] if audio is None else audio,
        subtitles=subtitles,
        chapters=chapters,
        attachments=attachments,
        title=title,
        seconds=seconds,
    )
    return _written(path, facts, matroska(facts, layout))


def make_mp4(
    path: Path,
    *,
    audio: Sequence[AudioTrack] | None = None,
    subtitles: Sequence[SubtitleTrack] = (),
    video: Sequence[VideoTrack] | None = None,
    chapters: Sequence[Chapter] = (),
    title: str | None = None,
    seconds: float = 2.0,
    layout: Mp4Layout = mp4.INDEX_LAST,
) -> Probe:
    """Make an MP4 file (QuickTime by its suffix) and return the truth about it."""
    facts = describe(
        path.name,
        container="mov" if path.suffix == ".mov" else "mp4",
        video=video,
        audio=[sound("en")] if audio is None else audio,
        subtitles=[replace(track, codec="mov_text") for track in subtitles],
        chapters=chapters,
        title=title,
        seconds=seconds,
    )
    return _written(path, facts, mp4.mp4(facts, layout))


def a_film_folder(root: Path) -> DemoTitle:
    """Make the catalogue's first film, with NFO, artwork, subtitles and extras, below `root`."""
    return make_library(root, films=1, series=0, broken=False).titles[0]


def _written(path: Path, facts: Probe, data: bytes) -> Probe:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return replace(facts, size_bytes=len(data))
