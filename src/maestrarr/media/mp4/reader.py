"""Reading an MP4's headers, without ever touching its samples and the tables of them."""

import struct
from dataclasses import dataclass, field
from typing import Final

from maestrarr.media.causes import because
from maestrarr.media.facts import Chapter, FaultKind, NotReadable, Probe, VideoTrack
from maestrarr.media.mp4 import fragments, metadata, tracks
from maestrarr.media.mp4.boxes import MAX_BOXES, Box, box_at, boxes, damaged, payload
from maestrarr.media.mp4.chapters import nero_chapters, text_chapters
from maestrarr.media.mp4.tracks import Track
from maestrarr.media.window import Reading, Window

_MOVIE_HEADER: Final = {0: struct.Struct(">12xII"), 1: struct.Struct(">20xIQ")}
_QUICKTIME: Final = b"qt  "
_LONGEST_SECONDS: Final = 10_000_000.0  # four months: beyond it, a duration is damage


@dataclass(slots=True)
class Top:
    """What stands on the top level; `fragments_at` is where the first fragment begins."""

    brand: bytes = b""
    movies: list[Box] = field(default_factory=list)
    index: Box | None = None
    fragments_at: int | None = None
    fault: NotReadable | None = None

    @property
    def movie(self) -> Box:
        """The first `moov` box.

        Raises:
            NotReadable: there is none.
        """
        if not self.movies:
            raise self.fault or damaged("it has no list of tracks (moov)")
        return self.movies[0]

    @property
    def is_quicktime(self) -> bool:
        """Whether this is QuickTime's own format, and not ISO's."""
        return self.brand in (b"", _QUICKTIME)


@dataclass(slots=True)
class Movie:
    """What the `moov` box says; a picture's index is counted among the tracks."""

    timescale: int = 0
    duration: int = 0
    tracks: list[Track] = field(default_factory=list)
    pictures: list[VideoTrack] = field(default_factory=list)
    extends: Box | None = None
    tags: metadata.Tags = field(default_factory=metadata.Tags)
    nero: list[Chapter] = field(default_factory=list)


def read(window: Window) -> Reading:
    """Read everything that the headers say, also of a file whose end is missing.

    Raises:
        NotReadable: the headers contradict themselves, or are missing.
    """
    top = read_top(window)
    movie = read_movie(window, top)
    if movie is None:
        return Reading(None, damaged("its header is compressed"), needs_ffmpeg=True)
    return read_laid_out(window, top, movie)


def read_laid_out(window: Window, top: Top, movie: Movie) -> Reading:
    """Read the headers of a file whose boxes are found already; raises as `read` does."""
    seconds, fault = _duration(window, top, movie)
    if movie.extends and top.fragments_at is not None:
        defaults = _track_defaults(window, movie, movie.extends)
        _note_sample_durations(movie, fragments.sample_seconds(window, top.fragments_at, defaults))
    container = "mov" if top.is_quicktime else "mp4"
    return Reading(_probe(window, movie, container, seconds), top.fault or fault)


def _note_sample_durations(movie: Movie, seconds: dict[int, float]) -> None:
    for track in movie.tracks:
        track.sample_seconds = track.sample_seconds or seconds.get(track.number)


def read_top(window: Window) -> Top:
    """Walk the top level until everything is found, or the first fragment begins."""
    top, position = Top(), 0
    for _ in range(MAX_BOXES):
        found = box_at(window, position, window.size_bytes)
        if found is None:
            break
        if not found.kind.strip(b"\0"):
            top.fault = None if top.movies else _zeros()
            break
        if found.end > window.size_bytes:
            top.fault = _cut_off(found, window)
            break
        if found.kind == b"ftyp":
            top.brand = window.read(found.payload, 4)
        elif found.kind == b"moov":
            top.movies.append(found)
        elif found.kind == b"sidx" and top.index is None:
            top.index = found
        elif found.kind == b"moof":
            top.fragments_at = found.start
            break
        position = found.end
    return top


def _cut_off(box: Box, window: Window) -> NotReadable:
    missing = box.end - window.size_bytes
    if not box.kind.isalnum():
        return damaged("what stands between its boxes is no box")
    return NotReadable(FaultKind.TRUNCATED, because("bytes_missing", missing=missing))


def _zeros() -> NotReadable:
    return NotReadable(FaultKind.TRUNCATED, because("zeros_for_header"))


def read_movie(window: Window, top: Top) -> Movie | None:
    """Read the `moov` box; None when it is compressed.

    Raises:
        NotReadable: there is none, or it contradicts itself.
    """
    movie, index = Movie(), 0
    for part in boxes(window, top.movie.payload, top.movie.end):
        if part.kind == b"cmov":
            return None
        if part.kind == b"mvhd":
            movie.timescale, movie.duration = _read_movie_header(window, part)
        elif part.kind == b"trak" and len(movie.tracks) < tracks.MAX_TRACKS:
            movie.tracks.append(
                tracks.read_track(window, part, index=index, is_quicktime=top.is_quicktime)
            )
            index += 1
        elif part.kind == b"mvex":
            movie.extends = part
        elif part.kind == b"meta":
            index = _read_tags(window, part, movie, index)
        elif part.kind == b"udta":
            index = _read_user_data(window, part, movie, index)
    return movie


def _read_user_data(window: Window, box: Box, movie: Movie, index: int) -> int:
    for inner in boxes(window, box.payload, box.end):
        if inner.kind == b"chpl":
            movie.nero = nero_chapters(window, inner)
        else:
            index = _read_tags(window, inner, movie, index)
    return index


def _read_tags(window: Window, box: Box, movie: Movie, index: int) -> int:
    """Read titles and covers; each cover is a stream of its own, as FFmpeg counts."""
    for codec in metadata.read_tags(window, box, movie.tags):
        picture = VideoTrack(index=index, codec=codec, is_default=False, is_attached_picture=True)
        movie.pictures.append(picture)
        index += 1
    return index


def _read_movie_header(window: Window, box: Box) -> tuple[int, int]:
    head = window.read(box.payload, 32)
    shape = _MOVIE_HEADER.get(head[0] if head else 0)
    if shape is None or len(head) < shape.size:
        return 0, 0
    timescale, duration = shape.unpack_from(head)
    is_unknown = duration == (1 << 8 * (8 if head[0] else 4)) - 1
    return timescale, 0 if is_unknown else duration


def _duration(window: Window, top: Top, movie: Movie) -> tuple[float | None, NotReadable | None]:
    """Say how long the film is, asking its fragments when it has any."""
    seconds = movie.duration / movie.timescale if movie.timescale else 0.0
    if not seconds:
        seconds = max((track.seconds or 0.0 for track in movie.tracks), default=0.0)
    if movie.extends is None:
        return _sane(seconds), None
    try:
        found, is_cut_off = _fragmented_duration(window, top, movie, movie.extends)
    except NotReadable as error:
        return None, error
    if is_cut_off:
        return None, NotReadable(FaultKind.TRUNCATED, because("last_fragment_cut"))
    return _sane(found or seconds), None


def _fragmented_duration(
    window: Window, top: Top, movie: Movie, extends: Box
) -> tuple[float | None, bool]:
    """Say how long a fragmented film is, and whether its end is cut off, whatever it promises."""
    promised = _promised_duration(window, movie, extends)
    if top.index and (found := fragments.from_index(window, top.index)):
        return promised or found, False
    if top.fragments_at is None:
        return promised, False
    found, is_cut_off = fragments.from_last_fragments(
        window, top.fragments_at, _track_defaults(window, movie, extends)
    )
    return promised or found, is_cut_off


def _promised_duration(window: Window, movie: Movie, extends: Box) -> float | None:
    for part in boxes(window, extends.payload, extends.end):
        if part.kind == b"mehd":
            data = payload(window, part, limit_bytes=12)
            duration = int.from_bytes(data[4:12] if data[:1] == b"\1" else data[4:8], "big")
            if duration and movie.timescale:
                return duration / movie.timescale
    return None


def _track_defaults(window: Window, movie: Movie, extends: Box) -> dict[int, fragments.Defaults]:
    timescales = {track.number: track.timescale for track in movie.tracks}
    return fragments.track_defaults(window, extends, timescales)


def _probe(window: Window, movie: Movie, container: str, seconds: float | None) -> Probe:
    chapter_numbers = {number for track in movie.tracks for number in track.chapter_tracks}
    video = [
        tracks.video_track(window, track, is_picture=track.number in chapter_numbers)
        for track in movie.tracks
        if tracks.is_video(track)
    ]
    subtitles = [
        tracks.subtitle_track(window, track)
        for track in movie.tracks
        if tracks.is_subtitle(track) and track.number not in chapter_numbers
    ]
    return Probe(
        container=container,
        size_bytes=window.size_bytes,
        duration_seconds=seconds,
        bitrate=round(window.size_bytes * 8 / seconds) if seconds else None,
        title=movie.tags.title,
        muxer=movie.tags.muxer,
        video=(*video, *movie.pictures),
        audio=tuple(
            tracks.audio_track(window, track) for track in movie.tracks if tracks.is_audio(track)
        ),
        subtitles=tuple(subtitles),
        chapters=tuple(movie.nero or _text_chapters(window, movie, chapter_numbers)),
    )


def _text_chapters(window: Window, movie: Movie, numbers: set[int]) -> list[Chapter]:
    for track in movie.tracks:
        if track.number in numbers and tracks.is_subtitle(track):
            return text_chapters(window, track)
    return []


def _sane(seconds: float) -> float | None:
    return round(seconds, 6) if 0 < seconds < _LONGEST_SECONDS else None
